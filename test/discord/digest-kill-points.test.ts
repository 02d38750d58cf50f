import { describe, expect, it } from "vitest";
import { anyPicture } from "../chart/any-picture.ts";
import { HOUR, MINUTE, SECOND } from "../world.ts";
import {
  beforeDigest,
  buttonsBeside,
  digestMessages,
  FULL_WEEK,
  filesOf,
  saidDigest,
  titlesOf,
  type Visit,
  wordsOf,
} from "./digest-week.ts";
import { type DiscordDesk, discordDesk } from "./discord-desk.ts";
import { mortal, moved } from "./mortal.ts";

const POST = "POST /channels/{channel_id}/messages";
const EDIT = "PATCH /channels/{channel_id}/messages/{message_id}";
const LONG = "word ".repeat(700).trim();
/** Quotes so long that the digest takes several messages. */
const VISITS = FULL_WEEK.map((visit) => ({
  ...visit,
  ...(visit.comment ? { comment: `${visit.comment} ${LONG}` } : {}),
}));
/** The same where nobody is so unhappy that a card about them would stand beside the digest. */
const HAPPY_VISITS = VISITS.map(({ score, ...visit }) => ({ ...visit, score: score && Math.max(score, 8) }));

/** A program that can be killed and started again, a minute before its digest. */
async function mortalDigest(visits: readonly Visit[] = VISITS) {
  const life = mortal();
  const { desk, same, agent } = await beforeDigest({ visits, between: life.between, drawPicture: anyPicture });
  const untilDead = async () => {
    for (let left = 10; left > 0 && !life.isDead; left -= 1) await desk.pass(30 * SECOND, 30 * SECOND).catch(() => {});
    expect(life.isDead).toBe(true);
  };
  const again = async (): Promise<DiscordDesk> => {
    await desk.stop();
    const next = await discordDesk({ ...same, drawPicture: anyPicture });
    await next.pass(MINUTE, 10 * SECOND);
    return next;
  };
  return { desk, agent, life, untilDead, again };
}

/** The digest stands there once, whole and in order, with one picture and one button beside each product. */
async function standsOnce(desk: DiscordDesk): Promise<void> {
  const shown = digestMessages(desk);
  const titles = shown.flatMap(titlesOf);
  const said = await saidDigest(desk);
  expect(titles).toEqual(said.titles);
  expect(shown.length).toBeGreaterThan(2);
  const words = shown.map(wordsOf).join(" ");
  for (const title of said.details) expect(words).toContain(`**${title}**`);
  const [digest] = await desk.store.list("digest", {});
  for (const { text } of digest?.document.verbatims ?? []) expect(words.split(text.slice(0, 40))).toHaveLength(2);
  expect(shown.flatMap((message) => filesOf(desk, message))).toHaveLength(1);
  const buttons = shown.flatMap(buttonsBeside);
  expect(buttons).toHaveLength(digest?.document.board.length ?? 0);
  expect(new Set(buttons).size).toBe(buttons.length);
  expect(said.post).toMatchObject({ state: "posted" });
  expect(said.post.reference).toBe(`${desk.team.id}/${shown.map(({ id }) => id).join("+")}`);
  expect(desk.discord.complaints).toEqual([]);
}

describe("a digest of several messages stands there once", () => {
  it.each([
    ["before it is claimed", "before", "sending"],
    ["after it is claimed and before anything is sent", "after", "sending"],
    ["after all is sent and before that is saved", "before", "posted"],
    ["after that is saved", "after", "posted"],
  ] as const)("when the program is killed %s", async (_, when, kind) => {
    const { life, untilDead, again } = await mortalDigest();
    life.dies(when, moved(kind));
    await untilDead();
    await standsOnce(await again());
  });

  it.each([
    ["minutes", 0],
    ["an hour, past the time in which Discord knows its nonces,", HOUR],
  ] as const)("when the program is killed between two of them and started again after %s", async (_, ms) => {
    const { desk, life, untilDead, again } = await mortalDigest();
    desk.discord.faults.add({ on: POST, when: "before", how: "reset", skip: 1 });
    life.dies("before", moved("retry"));
    await untilDead();
    expect(digestMessages(desk)).toHaveLength(1);
    desk.time.advance(ms);
    await standsOnce(await again());
  });

  it.each([
    ["the first answer is lost", 0],
    ["the second answer is lost", 1],
  ] as const)("when %s", async (_, skip) => {
    const { desk } = await mortalDigest();
    desk.discord.faults.add({ on: POST, when: "after-commit", how: "reset", skip });
    await desk.pass(5 * MINUTE, 10 * SECOND);
    await standsOnce(desk);
  });

  it("when it is corrected to fewer messages and back to more, though an edit is cut off", async () => {
    const { desk, agent } = await mortalDigest(HAPPY_VISITS);
    await desk.pass(5 * MINUTE, 30 * SECOND);
    const count = digestMessages(desk).length;
    expect(count).toBeGreaterThan(2);
    const exclude = async (reason: string | null) => {
      const by = { address: `discord:${desk.guild.id}:${agent.id}`, role: "admin", name: "agent" } as const;
      for (const { id } of (await desk.store.list("response", {})).filter(({ comment }) => comment !== null).slice(1))
        await desk.bot.handle({ kind: "answer-excluded", id: null, at: desk.time.now(), responseId: id, reason, by });
      await desk.pass(40 * MINUTE, 30 * SECOND);
    };
    await exclude("A test");
    await expect.poll(() => digestMessages(desk).length).toBeLessThan(count);
    desk.discord.faults.add({ on: EDIT, when: "after-commit", how: "reset" });
    desk.discord.faults.add({ on: POST, when: "after-commit", how: "reset" });
    await exclude(null);
    expect(desk.discord.faults.pending).toBe(0);
    expect(digestMessages(desk)).toHaveLength(count);
    await exclude("A test");
    // The local server limits calls by the true time, which a clock that is advanced leaves behind.
    const shrunk = async () => {
      await desk.pass(MINUTE, MINUTE);
      return digestMessages(desk).length;
    };
    await expect.poll(shrunk, { interval: 250 }).toBeLessThan(count);
    const [only] = digestMessages(desk);
    expect(only && wordsOf(only)).toContain("Corrected on");
    expect(desk.log.faults).toEqual([]);
    expect(desk.discord.complaints).toEqual([]);
  });
});
