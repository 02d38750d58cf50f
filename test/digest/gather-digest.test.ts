import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readThemes } from "../../adapters/themes.ts";
import { DEFAULT_DESK } from "../../src/desk.ts";
import { gatherDigest } from "../../src/digest/gather-digest.ts";
import { createDigestWorld, type DigestWorld, desk, MONDAY, type Visit } from "../conversations/digest-world.ts";
import { times } from "../runs.ts";
import { DAY, HOUR } from "../world.ts";

const ZONE = "Europe/Berlin";
const THEMES = readThemes();
/** From Monday 2026-10-05 to Monday 2026-10-12 in Berlin. */
const FROM = Date.parse("2026-10-04T22:00:00Z");
const TO = Date.parse("2026-10-11T22:00:00Z");

const gather = (world: DigestWorld, week = "2026-W41", settings = desk()) =>
  gatherDigest(world.store, settings, {
    id: { week, zone: ZONE, team: DEFAULT_DESK },
    now: world.now(),
    themes: THEMES,
  });

const visit = fc.record<Visit & { readonly wait: number }>({
  score: fc.option(fc.integer({ min: 1, max: 10 })),
  product: fc.constantFrom("app", "billing", "web"),
  who: fc.constantFrom("1", "2", "3", "4", "5", "6"),
  comment: fc.constantFrom("late parcel", "wrong invoice", "hm"),
  wait: fc.integer({ min: 0, max: 3 * DAY }),
});

/** The figures of the week, counted from the rows by plain loops. */
async function byHand({ store }: DigestWorld) {
  const latest = new Map<string, { at: number; score: number; product: string | null }>();
  for (const { customerId, answeredAt, score, product } of await store.list("response", { orderBy: "answeredAt" })) {
    if (answeredAt >= FROM && answeredAt < TO) latest.set(customerId, { at: answeredAt, score, product });
  }
  const counted = [...latest.values()];
  const fates = { resolved: 0, answered: 0, silent: 0, waiting: 0 };
  for (const { at, fate } of await store.list("resolution", {})) {
    if (at < FROM || at >= TO) continue;
    fates.resolved += 1;
    if (fate === "answered" || fate === "silent" || fate === "waiting") fates[fate] += 1;
  }
  const surveys = await store.list("survey", {});
  const resolved = await store.list("resolution", {});
  const asked = resolved.filter(({ id, at }) => {
    const own = surveys.find(({ resolutionId }) => resolutionId === id);
    return at >= FROM && at < TO && own?.deliveredAt != null && own.state !== "cancelled";
  });
  const rate = { delivered: asked.length, answered: asked.filter(({ fate }) => fate === "answered").length };
  const opened = (await store.list("case", {})).filter(({ openedAt }) => openedAt >= FROM && openedAt < TO).length;
  return {
    promoters: counted.filter(({ score }) => score > 8).length,
    passives: counted.filter(({ score }) => score > 6 && score < 9).length,
    detractors: counted.filter(({ score }) => score < 7).length,
    byProduct: (name: string) => counted.filter(({ product }) => product === name).length,
    fates,
    rate,
    opened,
  };
}

describe("Gathering a digest", () => {
  it("gives the figures that counting the rows by hand gives", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(visit, { maxLength: 12 }), async (visits) => {
        const world = createDigestWorld({ start: MONDAY });
        for (const { wait, ...one } of visits) {
          world.sleep(wait);
          await world.settle();
          await world.visit(one);
        }
        world.sleep(5 * DAY);
        await world.settle();
        const { nps, fates, responseRate, cases, board, comments } = await gather(world);
        const hand = await byHand(world);
        expect(nps).toMatchObject({ promoters: hand.promoters, passives: hand.passives, detractors: hand.detractors });
        expect(fates).toMatchObject(hand.fates);
        expect(responseRate).toMatchObject(hand.rate);
        expect(cases.opened).toBe(hand.opened);
        expect(comments.with).toBe(nps.answers);
        for (const row of board) if (row.nps) expect(row.nps.answers).toBe(hand.byProduct(row.product));
      }),
      { numRuns: times(6, 100) },
    );
  });

  it("redacts what it quotes with the names of that conversation, in quotes and in comments without a theme", async () => {
    const world = createDigestWorld();
    await world.visit({ score: 3, comment: "Visitor 1 again, Ash never called 030 901820" });
    await world.visit({ score: 9, comment: "Nobody else, write to visitor@example.com" });
    const { verbatims, comments } = await gather(world, "2026-W41", desk({ desk: { phoneCountry: "DE", zone: ZONE } }));
    expect(verbatims.map(({ text }) => text)).toEqual([
      "[name] again, [name] never called [phone]",
      "Nobody else, write to [e-mail]",
    ]);
    const unmatched = comments.unmatched.map(({ text }) => text);
    expect(unmatched).toEqual(verbatims.map(({ text }) => text).filter((text) => unmatched.includes(text)));
  });

  it("reads a comment with the words of the language in which the question was put", async () => {
    const world = createDigestWorld();
    const by = { address: "web:customer:de", role: "customer", locale: "de", name: "Kundin" } as const;
    await world.handle({ kind: "opened", conversation: "web:chat:1", customer: by, by: "customer" });
    await world.visit({ score: 2, who: "de", comment: "Die Lieferungen kommen nie an" });
    const { themes, comments } = await gather(world);
    expect(themes).toEqual([{ theme: "delivery", mentions: 1, detractors: null }]);
    expect(comments).toMatchObject({ with: 1, matched: 1, dictionary: THEMES.version, unmatched: [] });
  });

  it("looks back over the weeks before for the comparison, the trend and the board", async () => {
    const world = createDigestWorld();
    for (const week of [41, 42]) {
      for (const score of [9, 9, 9, 9, 9]) await world.visit({ score, product: "app" });
      if (week === 41) world.sleep(7 * DAY - HOUR);
    }
    const digest = await gather(world, "2026-W42");
    expect(digest.comparison).toMatchObject({ previous: { answers: 5, score: 100 }, difference: 0 });
    expect(digest.rolling.nps.answers).toBe(10);
    expect(digest.trend.weeks).toBe(2);
    expect(digest.board).toMatchObject([{ product: "app", verdict: "keep", since: "2026-W41" }]);
  });
});
