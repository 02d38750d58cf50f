import { beforeAll, describe, expect, it } from "vitest";
import { readThemes } from "../../adapters/themes.ts";
import { DEFAULT_DESK } from "../../src/desk.ts";
import type { Basis } from "../../src/digest/basis.ts";
import { basisOf } from "../../src/digest/counted-rows.ts";
import { documentOf } from "../../src/digest/digest.ts";
import type { Digest } from "../../src/digest/document.ts";
import type { DigestDesk } from "../../src/digest/find-digest.ts";
import { recountPieces } from "../../src/digest/find-recount.ts";
import type { WeekTally } from "../../src/digest/history.ts";
import { outcomesOf } from "../../src/digest/outcomes.ts";
import { chained, sealText } from "../../src/digest/seal.ts";
import { weeksUpTo, windowOf } from "../../src/digest/week.ts";
import { NO_WORD_OF_MOUTH } from "../../src/digest/word-of-mouth.ts";
import { createDigestWorld, type DigestWorld, desk, passDays, wordsOf } from "../conversations/digest-world.ts";
import { digestRow } from "../web/digest-rows.ts";
import { agent } from "../world.ts";
import { auditOf, HAS_PYTHON, numbersIn, recounted } from "./recounted.ts";

const WEEK = "2026-W42";
const SECRETS = ["Zebulon", "zebulon@example.com", "+1 202 555 0143", "Visitor", "Quagga", "web:chat", "web:customer"];

function deskOf(world: DigestWorld): DigestDesk {
  const { store, now } = world;
  return { deskId: DEFAULT_DESK, store, settings: desk(), clock: { now }, themes: readThemes() };
}

/** Two weeks with answers, the second corrected after it was posted: one answer left out with a reason that names somebody. */
async function corrected(): Promise<DigestWorld> {
  const world = createDigestWorld();
  for (const score of [9, 10, 3, 7, 8, 10]) await world.visit({ score, product: "app" });
  await passDays(world, 7);
  const comment = "Zebulon (zebulon@example.com, +1 202 555 0143) was slow with my invoice.";
  const left = await world.visit({ score: 2, comment, product: "app" });
  for (const score of [10, 9, 4, 6, 7]) await world.visit({ score, comment: "Fast delivery.", product: "app" });
  await world.visit({ score: 8, who: "twice" });
  await world.visit({ score: 9, who: "twice" });
  await world.visit({ score: null });
  await passDays(world, 7);
  const reason = "Quagga was only trying it";
  const by = { ...agent, role: "lead" } as const;
  await world.handle({ kind: "answer-excluded", id: null, by, responseId: left ?? "", reason });
  await passDays(world, 1);
  return world;
}

describe("The rows behind a digest", () => {
  let world: DigestWorld;
  let file: string;
  const lines = () => file.trimEnd().split("\n");
  const head = () => JSON.parse(lines()[0] ?? "");
  beforeAll(async () => {
    world = await corrected();
    file = await auditOf(deskOf(world), WEEK);
  });

  it("name no person, in whatever way they came into the digest", () => {
    expect(SECRETS.filter((secret) => file.includes(secret))).toEqual([]);
    const rows = lines()
      .slice(3)
      .map((line) => JSON.parse(line));
    expect(rows.filter(({ kind, stands }) => kind === "answer" && stands === "counted")).toHaveLength(6);
    expect(rows).toContainEqual({
      ...{ kind: "answer", stands: "excluded", reason: "reason-1", scale: "1-10", product: "app", score: 2 },
      band: "detractor",
    });
    expect(rows.filter(({ stands }) => stands === "superseded")).toMatchObject([{ score: 8 }]);
    expect(rows.filter(({ kind }) => kind === "fate")).toHaveLength(9);
    expect(lines().slice(3)).toEqual(lines().slice(3).toSorted());
  });

  it("are chained to what was corrected, and the post shows the hash", async () => {
    const [row] = (await world.digests()).filter(({ week }) => week === WEEK);
    const [first, second] = row?.chain ?? [];
    expect(head()).toMatchObject({ revision: 2, hash: second?.hash, chain: [{ hash: first?.hash }, {}] });
    expect(JSON.parse(lines()[2] ?? "").corrects).toBe(first?.hash);
    const posts = (await world.digestPosts()).map(wordsOf);
    expect(posts.some((text) => text.includes(`figures: ${first?.hash.slice(0, 12)}`))).toBe(true);
    expect(posts.at(-1)).toContain(`${second?.hash.slice(0, 12)}, after ${first?.hash.slice(0, 12)}`);
  });

  it("stay true though what was quoted is gone", async () => {
    const [row] = (await world.digests()).filter(({ week }) => week === WEEK);
    if (!row) throw new Error("no digest");
    const { comments } = row.document;
    const without = { ...row.document, verbatims: [], comments: { ...comments, unmatched: [] }, enhance: [] };
    expect(row.document.verbatims).not.toEqual([]);
    const sealed = ({ enhance: _, ...document }: typeof without) => sealText(document as typeof without, null, null);
    expect(sealed({ ...row.document } as typeof without)).toBe(sealed(without));
  });

  it.skipIf(!HAS_PYTHON)("are counted again in Python, all of them", async () => {
    const [row] = (await world.digests()).filter(({ week }) => week === WEEK);
    expect(recounted(file)).toEqual({
      ...{ status: 0, stderr: "" },
      told: [{ differing: [], numbers: numbersIn(row?.document) }],
    });
  });

  it.skipIf(!HAS_PYTHON)("disagree as soon as one of them was changed, taken out, or added", () => {
    const changed = file.replace('"score":9,"stands":"counted"', '"score":6,"stands":"counted"');
    const without = file.replace(/\n\{[^\n]*"kind":"fate"[^\n]*\n/, "\n");
    const more = `${file}${lines().at(-1)}\n`;
    const shifted = file.replace(/"answers":6,/, '"answers":7,');
    const { told } = recounted(changed, without, more, shifted);
    expect(told.map(({ differing }) => differing.length > 0)).toEqual([true, true, true, true]);
    expect(told[0]?.differing.map((line) => line.split(" ")[1])).toEqual(
      expect.arrayContaining(["nps.promoters", "nps.score", "histogram.9", "rolling.nps.score", "hash"]),
    );
  });
});

it.skipIf(!HAS_PYTHON).each([
  ["score", "20"],
  ["detractors", "30"],
])("A decision that was to move the %s is judged again in Python", async (measure, to) => {
  const world = createDigestWorld();
  for (const score of [2, 3, 5, 6, 9, 10]) await world.visit({ score, product: "app" });
  await passDays(world, 7);
  const decided = {
    kind: "product-decided",
    by: { ...agent, role: "lead" },
    productId: "app",
    verdict: "enhance",
  } as const;
  await world.handle({ ...decided, id: null, sentence: "So.", aim: { measure, to, by: WEEK } });
  for (const score of [9, 9, 10, 8, 3, 10, 10]) await world.visit({ score, product: "app" });
  await passDays(world, 7);
  const row = (await world.digests()).at(-1);
  expect(row?.document.aims).toMatchObject([{ measure, now: measure === "score" ? 57 : 14 }]);
  const { told, stderr } = recounted(await auditOf(deskOf(world), WEEK));
  expect({ stderr, told }).toEqual({ stderr: "", told: [{ differing: [], numbers: numbersIn(row?.document) }] });
});

/** A year and a half in which a few customers are hurt badly from one week on, and one product's customers are happier from another. */
function changing(week: string): Basis & { readonly document: Digest } {
  const labels = weeksUpTo(week, 60);
  const tallies = labels.map((label, index): WeekTally => {
    const isHurt = index >= 44;
    const app = [0, isHurt ? 5 : 0, 0, 1, 0, 1, 0, 2, 3, isHurt ? 3 : 5, 4 + (index % 3)];
    const billing = index < 20 ? [0, 2, 2, 2, 1, 0, 0, 1, 0, 0, 0] : [0, 0, 0, 0, 0, 0, 0, 1, 2, 4, 3];
    return {
      week: label,
      products: new Map([
        ["app", app],
        ["billing", billing],
        [null, index % 7 === 0 ? app : [0]],
      ]),
    };
  });
  const scores = [...(tallies.at(-1)?.products ?? [])].flatMap(([product, histogram]) =>
    histogram
      .map((count, score) => ({ scale: "1-10" as const, product, score, count }))
      .filter(({ count }) => count > 0),
  );
  const nothing = { resolutions: [], cases: [], answers: [] };
  const frame = {
    ...({ id: { week, zone: "UTC", team: "default" }, scale: "1-10", minAnswers: 5, smallBelow: 30 } as const),
    ...{ products: [{ id: "app", name: "App" }], now: 0, redact: (text: string) => text },
  };
  const outcomes = outcomesOf(nothing, windowOf(week, "UTC"), 0);
  const given = {
    scores,
    commented: [],
    outcomes,
    past: tallies.slice(0, -1),
    threshold: { threshold: 4.1, blindSpot: 18 },
  };
  const wordOfMouth = NO_WORD_OF_MOUTH;
  return { document: documentOf({ ...given, wordOfMouth }, frame), ...basisOf({ ...given, wordOfMouth }, frame) };
}

it.skipIf(!HAS_PYTHON)(
  "Changes of the level are found again, of the desk and of a product, while they are new and later",
  async () => {
    const files = await Promise.all(
      ["2026-W40", "2026-W38", "2026-W30"].map(async (week) => {
        const { document, ...basis } = changing(week);
        const chain = await chained([], 1, { document, basis });
        let text = "";
        for await (const piece of recountPieces({
          row: digestRow(document, { chain, computedAt: 0 }),
          basis,
          isKept: true,
        }))
          text += piece;
        return { document, text };
      }),
    );
    const [now] = files;
    expect(now?.document.trend).toMatchObject({
      direction: "falling",
      products: [{ product: "app" }, { product: "billing" }],
    });
    const { told, stderr } = recounted(...files.map(({ text }) => text));
    expect({ stderr, differing: told.flatMap(({ differing }) => differing) }).toEqual({ stderr: "", differing: [] });
    expect(told.map(({ numbers }) => numbers)).toEqual(files.map(({ document }) => numbersIn(document)));
  },
);
