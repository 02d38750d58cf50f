import { describe, expect, it } from "vitest";
import type { Person } from "../../src/interaction/customer.ts";
import { agent, customer, DAY, HOUR, MINUTE } from "../world.ts";
import { createDigestWorld, type DigestWorld, desk, passDays, wordsOf } from "./digest-world.ts";

const lead: Person = { address: "web:agent:birch", role: "lead", name: "Lead Birch" };

/** A world in which a digest of five answers has been posted; gives the id of the unhappy one. */
async function posted(world: DigestWorld): Promise<string> {
  const unhappy = await world.visit({ score: 1, product: "app", comment: "Nothing works." });
  for (const score of [9, 9, 10, 8]) await world.visit({ score, product: "app" });
  await passDays(world, 7);
  return unhappy ?? "";
}

const exclude = (world: DigestWorld, responseId: string, reason: string | null, by: Person = lead) =>
  world.handle({ kind: "answer-excluded", responseId, by, reason });

const decide = (world: DigestWorld, productId: string, sentence: string, by: Person = lead) =>
  world.handle({ kind: "product-decided", productId, by, verdict: "enhance", sentence });

describe("an answer that is left out after the digest was posted", () => {
  it("is counted no more: the post is edited with a note, and the first version is kept", async () => {
    const world = createDigestWorld();
    const responseId = await posted(world);
    const [before] = await world.digests();
    await exclude(world, responseId, "a test of ours");
    await world.settle();
    const [after] = await world.digests();
    expect(after).toMatchObject({ revision: 2, dueAt: null, document: { nps: { answers: 4, score: null } } });
    expect(after?.document.setAside.excluded).toEqual({ "a test of ours": 1 });
    expect(after?.history).toEqual([{ revision: 1, document: before?.document, computedAt: before?.computedAt }]);
    const [first, edit, ...more] = await world.digestPosts();
    expect(more).toEqual([]);
    expect(edit?.message.replaces).toBe(first?.id);
    expect(edit?.message.hint).toBe("Corrected on October 12, 2026: it now counts 4 answers instead of 5.");
    expect(edit && wordsOf(edit)).toContain("Left out of the score, and why: a test of ours (1).");
    expect(edit && wordsOf(edit)).not.toContain("Nothing works.");
  });

  it("is no longer in what the last digest says of the weeks before it, and those between stay as they were posted", async () => {
    const world = createDigestWorld();
    const responseId = await posted(world);
    for (let week = 0; week < 2; week += 1) {
      for (const score of [9, 9, 10, 8, 10]) await world.visit({ score, product: "app" });
      await passDays(world, 7);
    }
    await exclude(world, responseId, "a test of ours");
    await world.settle();
    const [own, between, last] = await world.digests();
    expect([own, between, last].map((row) => row?.revision)).toEqual([2, 1, 2]);
    expect(last?.document.rolling.nps).toMatchObject({ answers: 14, detractors: 0 });
    expect(last?.document.nps).toEqual(last?.history[0]?.document.nps);
  });

  it("can be counted again, which is a correction of its own", async () => {
    const world = createDigestWorld();
    const responseId = await posted(world);
    await exclude(world, responseId, "a test");
    await world.settle();
    await exclude(world, responseId, null);
    await world.settle();
    const [digest] = await world.digests();
    expect(digest).toMatchObject({ revision: 3, document: { nps: { answers: 5 } } });
    expect(digest?.history.map(({ document }) => document.nps.answers)).toEqual([5, 4]);
    expect((await world.digestPosts()).at(-1)?.message.hint).toBe("Brought up to date on October 12, 2026.");
  });

  it("needs a reason and a lead, and an answer that is there", async () => {
    const world = createDigestWorld();
    const responseId = await posted(world);
    for (const by of [customer, agent])
      expect((await exclude(world, responseId, "mine", by)).refusal?.code).toBe("not-allowed");
    expect((await exclude(world, responseId, "  ")).refusal?.code).toBe("unclear");
    expect((await exclude(world, "nobody's", "a test")).refusal?.code).toBe("unknown");
    await world.settle();
    expect(await world.digestPosts()).toHaveLength(1);
  });

  it("changes nothing where it was given in a week that was not posted yet", async () => {
    const world = createDigestWorld();
    await posted(world);
    const later = await world.visit({ score: 2 });
    await exclude(world, later ?? "", "a test");
    await world.settle();
    expect(await world.digests()).toMatchObject([{ revision: 1 }]);
  });

  it("says the digest anew where the first post never came to stand", async () => {
    const world = createDigestWorld();
    let isOpen = false;
    world.chat.answer = ({ post }) =>
      post.lane === "web:team" && !isOpen
        ? { kind: "refused", reason: "gone" }
        : { kind: "posted", reference: post.id };
    const responseId = await posted(world);
    isOpen = true;
    await exclude(world, responseId, "a test");
    await world.settle();
    const last = (await world.digestPosts()).at(-1);
    expect(last).toMatchObject({ state: "posted" });
    expect(last?.message.replaces).toBeUndefined();
  });
});

describe("an answer that its customer changes after the digest was posted", () => {
  const visitor: Person = { address: "web:customer:1", role: "customer", name: "Visitor 1" };
  const changeable = { delay: "0s", quietHours: "", cooldownAnswered: "0s", changeWindow: "14d" };

  async function surveyOf(world: DigestWorld, responseId: string): Promise<string> {
    return (await world.store.get("response", responseId))?.surveyId ?? "";
  }

  it("counts in its week as it is now, and the post says that it was brought up to date", async () => {
    const world = createDigestWorld({ settings: desk({ ask: changeable }) });
    const surveyId = await surveyOf(world, await posted(world));
    await world.handle({ kind: "score-given", surveyId, by: visitor, score: 8, via: "tap" });
    await world.settle();
    const [digest] = await world.digests();
    expect(digest).toMatchObject({ revision: 2, document: { nps: { answers: 5, detractors: 0 } } });
    expect(digest?.history).toMatchObject([{ document: { nps: { detractors: 1 } } }]);
    expect((await world.digestPosts()).at(-1)?.message.hint).toBe("Brought up to date on October 12, 2026.");
  });

  it("is quoted with the words that it has now", async () => {
    const world = createDigestWorld({ settings: desk({ ask: changeable }) });
    const surveyId = await surveyOf(world, await posted(world));
    await world.handle({ kind: "comment-given", surveyId, by: visitor, comment: "It works by now.", via: "form" });
    await world.settle();
    const edit = (await world.digestPosts()).at(-1);
    expect(edit && wordsOf(edit)).toContain("It works by now.");
    expect(edit && wordsOf(edit)).not.toContain("Nothing works.");
  });

  it("leaves the digest alone where it was given in a week that is not posted yet", async () => {
    const world = createDigestWorld({ settings: desk({ ask: changeable }) });
    await posted(world);
    const later = await world.visit({ score: 2, who: "1" });
    const surveyId = await surveyOf(world, later ?? "");
    await world.handle({ kind: "score-given", surveyId, by: visitor, score: 9, via: "tap" });
    await world.settle();
    expect(await world.digests()).toMatchObject([{ revision: 1 }]);
  });
});

describe("a decision about a product", () => {
  it("is shown on the board of the last digest, and from then on", async () => {
    const world = createDigestWorld();
    await posted(world);
    expect((await world.digestPosts())[0]?.message.actions).toEqual([
      { name: "decide", subject: "app", label: "Decide: Mobile app" },
    ]);
    await decide(world, "app", " The sign-in comes first. ");
    await world.settle();
    const line = "Decided by Lead Birch on October 12, 2026: enhance. The sign-in comes first.";
    const edit = (await world.digestPosts()).at(-1);
    expect(edit && wordsOf(edit)).toContain(line);
    expect(edit?.message.hint).toBe("Brought up to date on October 12, 2026.");
    await passDays(world, 7);
    const next = (await world.digestPosts()).at(-1);
    expect(next?.message.replaces).toBeUndefined();
    expect(next && wordsOf(next)).toContain(line);
    expect(await world.store.list("decision", {})).toMatchObject([{ product: "app", verdict: "enhance" }]);
  });

  it("leaves the note of an earlier correction there", async () => {
    const world = createDigestWorld();
    await exclude(world, await posted(world), "a test");
    await world.settle();
    await decide(world, "app", "Because.");
    await world.settle();
    expect((await world.digestPosts()).at(-1)?.message.hint).toContain("it now counts 4 answers instead of 5");
  });

  it("gives way to a later one", async () => {
    const world = createDigestWorld();
    await posted(world);
    await decide(world, "app", "First.");
    world.sleep(MINUTE);
    await decide(world, "app", "Second.", { address: "web:agent:elm", role: "executive", name: "Executive Elm" });
    await world.settle();
    const [digest] = await world.digests();
    expect(digest?.document.board[0]?.decision).toMatchObject({ by: "Executive Elm", sentence: "Second." });
  });

  it("is refused to strangers and agents, about unknown products and without a sentence", async () => {
    const world = createDigestWorld();
    await posted(world);
    expect((await decide(world, "app", "Because.", customer)).refusal?.code).toBe("not-allowed");
    expect((await decide(world, "app", "Because.", agent)).refusal?.code).toBe("not-allowed");
    expect((await decide(world, "spaceship", "Because.")).refusal?.code).toBe("unknown");
    expect((await decide(world, "app", " ")).refusal?.code).toBe("unclear");
    expect(await world.store.list("decision", {})).toEqual([]);
  });
});

describe("a digest that somebody wants now", () => {
  const want = (world: DigestWorld, week: string) => world.handle({ kind: "digest-wanted", week });

  it("is posted before its time, not late, and then not again", async () => {
    const world = createDigestWorld();
    await world.visit({ score: 9 });
    world.sleep(6 * DAY + 15 * HOUR);
    expect(await want(world, "2026-W41")).toEqual({ status: "saved" });
    await world.pass(DAY, HOUR);
    expect(await world.digests()).toMatchObject([{ week: "2026-W41", isLate: false, revision: 1 }]);
    expect(await world.digestPosts()).toHaveLength(1);
    expect((await want(world, "2026-W41")).refusal?.text).toBe("The digest of 2026-W41 is posted already.");
  });

  it("is refused for a week that is not over, or that no calendar has", async () => {
    const world = createDigestWorld();
    await world.visit({ score: 9 });
    expect((await want(world, "2026-W41")).refusal?.text).toContain("2026-W41 is not over yet");
    expect((await want(world, "2026-W99")).refusal?.text).toBe('"2026-W99" is not an ISO week such as 2026-W46');
    expect(await world.digests()).toEqual([]);
  });
});
