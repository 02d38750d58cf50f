import { describe, expect, it } from "vitest";
import { createMemoryStore } from "../../adapters/database/memory.ts";
import type { Post } from "../../src/rows.ts";
import { agent, DAY, HOUR, MINUTE, stranger } from "../world.ts";
import { createDigestWorld, type DigestWorld, desk, MONDAY, passDays, wordsOf } from "./digest-world.ts";

/** Until the next Monday, 10:00 in Berlin, whatever the clocks do on the way. */
async function toNextWeek(world: DigestWorld): Promise<void> {
  await passDays(world, 7);
}

function berlin(at: number): string {
  const format = { timeZone: "Europe/Berlin", weekday: "short", hour: "2-digit", minute: "2-digit" } as const;
  return new Intl.DateTimeFormat("en-GB", format).format(at);
}

async function visitAll(world: DigestWorld, scores: readonly (number | null)[], product?: string): Promise<void> {
  for (const score of scores) await world.visit({ score, ...(product ? { product } : {}) });
}

const GOOD_WEEK = [10, 9, 9, 8, 7, 3, null, null];

describe("the weekly digest", () => {
  it("is posted every Monday at nine by the desk's clock, also after the clocks went back", async () => {
    const world = createDigestWorld();
    for (let week = 0; week < 5; week += 1) {
      await visitAll(world, GOOD_WEEK);
      await toNextWeek(world);
    }
    const posts = await world.digestPosts();
    expect(posts.map(({ createdAt }) => berlin(createdAt))).toEqual(Array(5).fill("Mon 09:00"));
    expect(posts.map(({ createdAt }) => new Date(createdAt).getUTCHours())).toEqual([7, 7, 8, 8, 8]);
    const digests = await world.digests();
    expect(digests.map(({ id }) => id)).toEqual(
      [41, 42, 43, 44, 45].map((week) => `2026-W${week}|Europe/Berlin|default`),
    );
    expect(digests.map(({ document }) => document.nps.answers)).toEqual(Array(5).fill(6));
    expect(digests.every(({ isLate }) => !isLate)).toBe(true);
    expect(world.log.faults).toEqual([]);
  });

  it("is posted once, although the program restarts at that moment and a second one runs beside it", async () => {
    const store = createMemoryStore();
    const first = createDigestWorld({ store });
    await visitAll(first, GOOD_WEEK);
    first.sleep(7 * DAY - HOUR);
    const beside = createDigestWorld({ store, start: first.now(), ids: first.ids });
    await Promise.all([first.ticker.tick(), beside.ticker.tick()]);
    const restarted = createDigestWorld({ store, start: first.now(), ids: first.ids });
    await restarted.pass(2 * DAY, HOUR);
    expect(await first.digests()).toHaveLength(1);
    expect(await first.digestPosts()).toHaveLength(1);
  });

  it("that was missed is posted on waking, marked late, and only that of the last week", async () => {
    const world = createDigestWorld();
    await visitAll(world, GOOD_WEEK);
    world.sleep(17 * DAY);
    await world.settle();
    await world.settle();
    const [post, ...more] = await world.digestPosts();
    expect(more).toEqual([]);
    expect(post?.message.hint).toBe("Posted late: the bot wasn’t running when it was due.");
    expect(await world.digests()).toMatchObject([{ week: "2026-W42", isLate: true }]);
  });

  it("does not tell of weeks before the desk was there", async () => {
    const world = createDigestWorld({ start: MONDAY - HOUR - MINUTE });
    await world.pass(2 * HOUR);
    await visitAll(world, GOOD_WEEK);
    await world.pass(2 * DAY, HOUR);
    expect(await world.digests()).toEqual([]);
  });

  it("counts an answer in the week in which it was given, to the minute", async () => {
    const world = createDigestWorld();
    const sunday = MONDAY + 6 * DAY + 13 * HOUR + 59 * MINUTE;
    world.sleep(sunday - world.now());
    await world.visit({ score: 9 });
    world.sleep(MINUTE);
    await world.visit({ score: 2 });
    await world.pass(8 * DAY, HOUR);
    const counts = (await world.digests()).map(({ week, document: { nps } }) => [week, nps.promoters, nps.detractors]);
    expect(counts).toEqual([
      ["2026-W41", 1, 0],
      ["2026-W42", 0, 1],
    ]);
  });

  it("goes to every team channel, and where one refuses it for good the others say so", async () => {
    const world = createDigestWorld({ teamLanes: ["web:team", "web:other"] });
    const refused = { kind: "refused", reason: "channel_not_found" } as const;
    world.chat.answer = ({ post }) => (post.lane === "web:other" ? refused : { kind: "posted", reference: post.id });
    await visitAll(world, [9, 9, 8]);
    await toNextWeek(world);
    const [digest, alert] = await world.posts("web:team");
    expect(digest?.message.kind).toBe("digest");
    expect(alert?.message.text).toBe("The weekly digest could not be posted in web:other: channel_not_found.");
    expect(world.log.faults).toHaveLength(1);
  });
});

describe("the post", () => {
  async function firstPost(world: DigestWorld): Promise<string> {
    await toNextWeek(world);
    const post = (await world.digestPosts()).at(-1);
    return post ? wordsOf(post) : "";
  }

  it("says it in this order: the chair, the ledger, the score, the board, the themes, the cases, how to read it", async () => {
    const world = createDigestWorld();
    const comment = "The parcel came late. Call Visitor 1 on +49 30 901820.";
    await world.visit({ score: 3, product: "app", comment });
    await visitAll(world, [9, 10, 8, 7, null, null], "app");
    const told = (await firstPost(world)).replace(/figures: [0-9a-f]{12}$/, "figures: …");
    expect(told).toBe(`Week of October 5 – 11, 2026: score +20 from 5 answers
[The chair]
A customer who gave 6 or less wrote:
"The parcel came late. Call [name] on [phone]."
[Who answered, and who didn’t]
Of 7 conversations resolved this week: 5 answered (71% of the 7 asked) and 2 said nothing.
[The score]
+20 from 5 answers, plausibly from −39 to +64. That is a small number of answers: take it as a hint.
2 gave 9 or 10, 2 gave 7 or 8, 1 gave 6 or less.
This is the first week with answers, so there is nothing to compare it with yet.
What those who said nothing think is not measured yet.
[The board, by the last 4 weeks together]
Mobile app: enhance, median 8 from 5 answers (2 gave 9–10, 2 gave 7–8, 1 gave 6 or less) · more likely than not (7 in 10) · owner: ash · 2 points to make better
[What it was about]
Delivery: 1 comment
1 of 1 comment named a known theme.
[Following up]
Unhappy customers, in cases old and new: 1 case opened and 1 not contacted in time.
[How to read it]
Asked on a scale of 1-10. The score is the share of 9 and 10 less the share of 6 and below, from −100 to +100. The range is what chance alone allows. Silence matters: the score speaks only for those who answered.
[The score, looked at more closely]
With everybody counted in, the score stays above zero unless those who said nothing are at −50 or lower.
[To check it]
Fingerprint of these figures: …`);
    const [post] = await world.digestPosts();
    expect(post?.message.picture).toMatchObject({ digestId: "2026-W41|Europe/Berlin|default", after: 3 });
    expect(post?.message.sections?.[0]?.about).toBe((await world.interaction("web:chat:1")).id);
  });

  it("tells in one line what customers have told others, and quotes what a passive would have changed", async () => {
    const world = createDigestWorld();
    const ids: (string | null)[] = [];
    for (const score of [9, 9, 8, 3]) ids.push(await world.visit({ score, product: "app" }));
    ids.push(await world.visit({ score: 7, product: "app", comment: "Ask Visitor 5: it needs a dark mode." }));
    const told = async (index: number, tellings: readonly ("good" | "bad" | "none" | "sent")[], people?: "3-5") => {
      const response = await world.store.get("response", ids[index] ?? "");
      const by = { address: `web:customer:${index + 1}`, role: "customer" } as const;
      const more = people ? { people } : {};
      await world.handle({ kind: "told", surveyId: response?.surveyId ?? "", by, tellings, stage: "now", ...more });
    };
    await told(0, ["good"], "3-5");
    await told(1, ["none", "sent"]);
    await told(3, ["bad"]);
    const words = await firstPost(world);
    expect(words).toContain(`[Word of mouth]
Asked whom they have told: 1 has said good things (to at least 3 people), 1 has warned others (at least 1 person), and 1 has told nobody yet. Sent by somebody: 1 of 1 new customer.
[How`);
    expect(words).toContain(`[What would make Mobile app better]\n"Ask [name]: it needs a dark mode."`);
  });

  it("is counted again without an answer that its customer takes back, and quotes it nowhere any more", async () => {
    const world = createDigestWorld();
    await visitAll(world, [9, 9, 9, 9], "app");
    await world.visit({ score: 7, product: "app", comment: "It needs a dark mode.", who: "5" });
    expect(await firstPost(world)).toContain("dark mode");
    const [response] = await world.store.list("response", { where: { score: 7 } });
    const by = { address: "web:customer:5", role: "customer" } as const;
    await world.handle({ kind: "answer-withdrawn", surveyId: response?.surveyId ?? "", by, isSure: true });
    await world.pass(HOUR, HOUR);
    const [row] = await world.digests();
    expect(row?.document.nps).toMatchObject({ answers: 4, passives: 0 });
    expect(row?.document.setAside.excluded).toEqual({ withdrawn: 1 });
    expect(JSON.stringify(row)).not.toContain("dark mode");
    expect(wordsOf((await world.digestPosts()).at(-1) as Post)).not.toContain("dark mode");
  });

  it("counts those who may still answer among those who have said nothing so far", async () => {
    const world = createDigestWorld();
    await visitAll(world, [9, null]);
    world.sleep(6 * DAY);
    await world.settle();
    await visitAll(world, [null, null]);
    await world.pass(DAY, HOUR);
    const [post] = await world.digestPosts();
    const words = post ? wordsOf(post) : "";
    expect(words).toContain(
      "Of 4 conversations resolved this week: 1 answered (25% of the 4 asked) and 3 have said nothing so far (2 may still answer).",
    );
    expect(await world.digests()).toMatchObject([
      { document: { fates: { silent: 1, waiting: 2 }, mayStillAnswer: 2 } },
    ]);
  });

  it("does not take those for silent whom no question has reached", async () => {
    const world = createDigestWorld({ settings: desk({ ask: { delay: "2d", quietHours: "", expireAfter: "3d" } }) });
    world.sleep(6 * DAY);
    await world.visit({ score: null });
    await world.pass(DAY, HOUR);
    const [post] = await world.digestPosts();
    expect(post ? wordsOf(post) : "").toContain("Of 1 conversation resolved this week: 1 still to be asked.");
  });

  it("of a week without answers says so, and claims nothing", async () => {
    const world = createDigestWorld({ settings: desk({ products: [] }) });
    await visitAll(world, [null]);
    await toNextWeek(world);
    const words = await firstPost(world);
    expect(words).toContain("Week of October 12 – 18, 2026: nobody answered");
    expect(words).toContain("Nobody answered this week, so the chair stays empty.");
    expect(words).toContain("No conversation was resolved this week.");
    expect(words).toContain("No answers, so there is no score. That is not a score of zero.");
    expect(words).not.toMatch(/plausible|gave 9|\[The board\]|\[What it was about\]|\[Following up\]/);
  });

  it("of a week with few answers gives counts and no score", async () => {
    const world = createDigestWorld();
    await visitAll(world, [9, 2, null]);
    const words = await firstPost(world);
    expect(words).toContain("2 answers, too few for a score");
    expect(words).toContain("1 gave 9 or 10, 0 gave 7 or 8, 1 gave 6 or less.");
    expect(words).toContain("Customers gave scores this week, but nobody left a comment.");
    expect(words).not.toMatch(/plausible|%\) gave/);
  });

  it("names percentages only where there are enough answers for a percent to mean something", async () => {
    const world = createDigestWorld();
    await visitAll(world, [...Array(20).fill(9), ...Array(10).fill(3)]);
    expect(await firstPost(world)).toContain("20 (67%) gave 9 or 10, 0 gave 7 or 8, 10 (33%) gave 6 or less.");
  });

  it("keeps two scales apart, and says so", async () => {
    const store = createMemoryStore();
    const before = createDigestWorld({ store });
    await visitAll(before, [9, 9, 9, 9, 1]);
    const settings = desk({ question: { scale: "0-10" } });
    const world = createDigestWorld({ store, settings, ids: before.ids, start: before.now() + HOUR, firstVisit: 100 });
    expect(await firstPost(world)).toContain("Week of October 5 – 11, 2026: 5 answers, on the scale 1-10");
    const next = createDigestWorld({ store, settings, ids: before.ids, start: world.now(), firstVisit: 200 });
    await visitAll(next, [10, 10, 10, 10, 0]);
    const later = createDigestWorld({ store, ids: before.ids, start: next.now() + HOUR, firstVisit: 300 });
    await visitAll(later, [8, 8]);
    const words = await firstPost(later);
    expect(words).toContain("2 answers: too few for a score, which needs at least 5.");
    expect(words).toContain("Counted apart, as they are on the scale 0-10: 5 answers, score +60.");
  });

  it("says why customers were not asked", async () => {
    const world = createDigestWorld();
    await world.writes(stranger, "Hello?");
    await world.resolves(agent);
    await world.writes({ ...stranger, address: "web:customer:skip" }, "Hello?", "web:chat:skip");
    await world.writes(agent, "Hello!", "web:chat:skip");
    await world.resolves(agent, { where: "web:chat:skip", skip: "a test" });
    const words = await firstPost(world);
    expect(words).toContain("Of 2 conversations resolved this week: 2 not asked.");
    expect(words).toMatch(
      /Not asked, and why: (?:.*conversation too short \(1\).*skipped by the team \(1\)|.*skipped.*short)/,
    );
  });
});
