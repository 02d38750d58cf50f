import { describe, expect, it } from "vitest";
import { readJudge } from "../../adapters/judging-words.ts";
import { readThemes } from "../../adapters/themes.ts";
import { createCommentJudge } from "../../src/digest/comment-judge.ts";
import { gatherDigest } from "../../src/digest/gather-digest.ts";
import { type AgainstWords, againstId, answerAgainst, parseAgainstId } from "../../src/digest/words-against-numbers.ts";
import { createDigestWorld, desk, MONDAY, wordsOf } from "../conversations/digest-world.ts";
import { agent, DAY, HOUR, MINUTE } from "../world.ts";

const themes = readThemes();
const NO_JUDGE = createCommentJudge("none", new Map());
const id = { week: "2026-W41", zone: "Europe/Berlin", team: "default" };
const ASH = { address: "web:agent:Ash", role: "agent", name: "Ash" } as const;
const visitor = { address: "web:customer:back", role: "customer", name: "Robin Back" } as const;

/** A week with a high score that complains, a low one that thanks, answers that agree with their words, and somebody who came back. */
async function contradictoryWeek() {
  const world = createDigestWorld({ settings: desk() });
  await world.visit({ score: 9, comment: "Great support, but the app still crashes, says Visitor 1." });
  await world.visit({ score: 2, comment: "Thank you so much, you were lovely!" });
  await world.visit({ score: 2, comment: "Thanks, but nothing works." });
  await world.visit({ score: 10, comment: "No problems at all, thank you." });
  await world.visit({ score: 6, comment: "Thanks!" });
  await world.writes(visitor, "My login fails.", "web:chat:back");
  await world.writes(agent, "Please try again.", "web:chat:back");
  await world.writes(visitor, "It works now, thanks!", "web:chat:back");
  await world.resolves(agent, { where: "web:chat:back" });
  await world.pass(2 * DAY, HOUR);
  await world.writes(visitor, "It crashed again this morning, Robin Back here.", "web:chat:back");
  return world;
}

describe("words against numbers", () => {
  it("are listed by stated rules: redacted, with the words that made it so", async () => {
    const world = await contradictoryWeek();
    await world.pass(MONDAY + 7 * DAY + HOUR - world.now(), HOUR);
    const [digest] = await world.digests();
    const { listed = [], total, words } = digest?.document.wordsAgainstNumbers ?? {};
    expect([total, words]).toEqual([3, "1"]);
    const told = listed.map(({ kind, because, said, days, mayBeUpsideDown }: AgainstWords) => [
      ...[kind, because, said, days, mayBeUpsideDown],
    ]);
    expect(told).toEqual([
      ["complains", "still crashes", null, null, false],
      ["thanks", "lovely", null, null, true],
      ["reopened", "crashed again", "It works now, thanks!", 2, false],
    ]);
    expect(JSON.stringify(listed)).not.toMatch(/Robin|Visitor/);
    const [post] = await world.digestPosts();
    const text = post && wordsOf(post);
    expect(text).toContain("3 customers’ words disagree with the number");
    expect(text).toContain("Listed because: “still crashes”.");
    expect(text).toContain("The scale may have been read the wrong way round.");
    expect(text).toContain("first “It works now, thanks!”, then “crashed again” 2 days later");
  });

  it("change no other figure of the digest by a byte, looked at or not", async () => {
    const world = await contradictoryWeek();
    const now = MONDAY + 7 * DAY;
    const count = async (judge: typeof NO_JUDGE) => {
      const all = await gatherDigest(world.store, desk(), { id, now, themes: { ...themes, judge } });
      const { wordsAgainstNumbers, ...rest } = all;
      return { wordsAgainstNumbers, rest: JSON.stringify(rest) };
    };
    const [without, before] = [await count(NO_JUDGE), await count(readJudge())];
    expect([without.wordsAgainstNumbers?.total, before.wordsAgainstNumbers?.total]).toEqual([0, 3]);
    expect(before.rest).toBe(without.rest);
    for (const { id: subject } of before.wordsAgainstNumbers?.listed ?? [])
      await world.handle({ kind: "words-examined", subject, by: ASH, found: "upside-down" });
    const after = await count(readJudge());
    expect(after).toEqual(before);
    expect(await world.store.list("revision", {})).toHaveLength(5);
  });

  it("are no more in the post once somebody has looked, and are again when the customer says something else", async () => {
    const world = await contradictoryWeek();
    const [low] = await world.store.list("response", { where: { score: 2 }, orderBy: "answeredAt" });
    if (!low) throw new Error("No answer");
    const subject = againstId({ table: "response", id: low.id, revision: low.revisionCount });
    await world.handle({ kind: "words-examined", subject, by: ASH, found: "as-given" });
    await world.handle({ kind: "words-examined", subject, by: ASH, found: "upside-down" });
    expect(await world.store.list("examination", {})).toMatchObject([
      { id: subject, found: "upside-down", byName: "Ash" },
    ]);
    expect((await world.store.get("response", low.id))?.score).toBe(2);
    await world.pass(MONDAY + 7 * DAY + HOUR - world.now(), HOUR);
    const [post] = await world.digestPosts();
    expect(post && wordsOf(post)).toContain("2 customers’ words disagree");
    const unknown = { kind: "words-examined", subject: "response:ghost:1", by: ASH, found: "as-given" } as const;
    expect((await world.handle(unknown)).refusal?.code).toBe("unknown");
    const changed = parseAgainstId(againstId({ table: "response", id: low.id, revision: low.revisionCount + 1 }));
    expect(changed).toEqual({ table: "response", id: low.id, revision: low.revisionCount + 1 });
  });

  it("of somebody who is forgotten, or does not want to be read, are listed no more, and no mark is left", async () => {
    const world = await contradictoryWeek();
    const by = { address: "web:customer:2", role: "customer", name: "Visitor 2" } as const;
    const [low] = await world.store.list("response", { where: { score: 2 }, orderBy: "answeredAt" });
    const subject = againstId({ table: "response", id: low?.id ?? "", revision: low?.revisionCount ?? 0 });
    await world.handle({ kind: "words-examined", subject, by: ASH, found: "as-given" });
    const customerId = low?.customerId ?? "";
    await world.handle({ kind: "forget-wanted", customerId, by, isSure: true });
    await world.pass(HOUR, MINUTE);
    expect(await world.store.list("examination", {})).toEqual([]);
    await world.pass(MONDAY + 7 * DAY + HOUR - world.now(), HOUR);
    const [digest] = await world.digests();
    expect(digest?.document.wordsAgainstNumbers?.listed.map(({ kind }) => kind)).toEqual(["complains", "reopened"]);
  });

  it.each([
    [7, "Great, but it still crashes.", null],
    [9, "Great, but it still crashes.", "complains"],
    [3, "Thanks!", "thanks"],
    [4, "Thanks!", null],
    [6, "Excellent service, thank you.", "thanks"],
  ])("a %i with “%s”: %s", (score, comment, kind) => {
    expect(answerAgainst(readJudge(), { score }, comment, "en")?.kind ?? null).toBe(kind);
  });
});
