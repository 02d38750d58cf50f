import { beforeAll, describe, expect, it } from "vitest";
import { readThemes } from "../../adapters/themes.ts";
import { DEFAULT_DESK } from "../../src/desk.ts";
import { createDigestWorld, desk, passDays } from "../conversations/digest-world.ts";
import { agent } from "../world.ts";
import { auditOf, HAS_PYTHON, numbersIn, recounted } from "./recounted.ts";

const WEEK = "2026-W42";
const WORDING = {
  of: "wording",
  id: "warmer-zebulon",
  a: "normal",
  b: "From {low} to {high}: would you tell {brand}?",
};
const settings = desk({ trial: WORDING, digest: { minAnswers: 2 } });
const PLANTED = ["zebulon", "Quagga", "would you tell", "web:", "Visitor", "202 555"];

/** A week in which a trial runs, words are against a number, and an aim is judged that somebody set with the week before. */
async function tried() {
  const world = createDigestWorld({ settings });
  const by = { ...agent, role: "lead" } as const;
  for (const score of [2, 3, 9, 4, 1, 3, 10, 5]) await world.visit({ score, product: "app" });
  await passDays(world, 7);
  const aim = { measure: "detractors", to: "40", by: "2026-10-18" };
  const sentence = "Quagga mends the sign-in.";
  await world.handle({ kind: "product-decided", productId: "app", by, verdict: "enhance", sentence, aim });
  for (const score of [9, null, 10, 3, null, null, 8, 9]) await world.visit({ score, product: "app" });
  for (const score of [9, null, 10])
    await world.visit({ score, comment: "It still crashes, +1 202 555 0143.", product: "app" });
  await world.visit({ score: 10, comment: "zebulon@example.com knows" });
  await world.visit({ score: 4 });
  await passDays(world, 8);
  const row = (await world.digests()).find(({ week }) => week === WEEK);
  const now = () => world.now();
  const file = await auditOf(
    { deskId: DEFAULT_DESK, store: world.store, settings, clock: { now }, themes: readThemes() },
    WEEK,
  );
  return { document: row?.document, file };
}

describe("The rows behind a trial and an aim", () => {
  let found: Awaited<ReturnType<typeof tried>>;
  const rows = () => found.file.trimEnd().split("\n").slice(2);
  beforeAll(async () => {
    found = await tried();
  });

  it("name nobody, no words, and no moment nearer than a day", () => {
    const { document, file } = found;
    expect(document?.trial?.arms.a.asked).toBeGreaterThan(1);
    expect(document?.aims).toMatchObject([{ product: "app", before: 75 }]);
    expect(document?.wordsAgainstNumbers?.total).toBeGreaterThan(0);
    expect(PLANTED.filter((planted) => file.includes(planted))).toEqual([]);
    expect(rows().filter((row) => /\d{2}:\d{2}|\d{12}/.test(row))).toEqual([]);
  });

  it.skipIf(!HAS_PYTHON)("are counted again in Python, and no kind of row can be left out unnoticed", () => {
    const { file, document } = found;
    const kinds = [
      "answer",
      "fate",
      "past",
      "tried",
      "aim",
      "against",
      "decision",
      "heard",
      "case",
      "followed",
      "cord",
    ];
    const without = kinds.map((kind) =>
      file
        .split("\n")
        .filter((line) => !line.includes(`"kind":"${kind}"`))
        .join("\n"),
    );
    const { told, stderr } = recounted(file, ...without);
    expect(told[0]).toEqual({ differing: [], numbers: numbersIn(document) });
    const unnoticed = kinds.filter((_, index) => !told[index + 1]?.differing.some((line) => !line.includes(" hash ")));
    expect({ stderr, unnoticed }).toEqual({ stderr: "", unnoticed: [] });
  });
});
