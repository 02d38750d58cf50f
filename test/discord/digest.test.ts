import { describe, expect, it } from "vitest";
import { HOUR, MINUTE, SECOND } from "../world.ts";
import {
  beforeDigest,
  digested,
  digestMessages,
  FULL_WEEK,
  filesOf,
  partsOf,
  picturesOf,
  rowsOf,
  saidDigest,
  textsOf,
  titlesOf,
  wordsOf,
} from "./digest-week.ts";
import { buttonOf } from "./discord-desk.ts";

const POST = "POST /channels/{channel_id}/messages";
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const CARD = 1 << 15;
const PICTURE = "November 9 – 15, 2026: score +33 from 9 answers, plausibly from ";

type Desk = Awaited<ReturnType<typeof digested>>["desk"];

const allWords = (desk: Desk) => digestMessages(desk).map(wordsOf).join("\n");
const allFiles = (desk: Desk) => digestMessages(desk).flatMap((message) => filesOf(desk, message));

/** The only one of a list. */
function only<T>(items: readonly T[]): T {
  const [item, ...more] = items;
  if (item === undefined || more.length > 0) throw new Error(`There are ${items.length}`);
  return item;
}

describe("the digest on Discord", () => {
  it("is one card with a heading for each part, the picture under the score, and a button to where a quote was said", async () => {
    const { desk } = await digested({
      visits: FULL_WEEK.map(({ comment: _, ...visit }, index) =>
        index === 2 ? { ...visit, comment: "Late again." } : visit,
      ),
    });
    const message = only(digestMessages(desk));
    const said = await saidDigest(desk);
    expect([message.content, message.embeds, (message.flags ?? 0) & CARD]).toEqual(["", [], CARD]);
    expect(textsOf(message)[0]).toBe(said.post.message.text);
    expect(titlesOf(message)).toEqual(said.titles);
    for (const title of said.details) expect(wordsOf(message)).toContain(`**${title}**`);
    const address = `https://discord.com/channels/${desk.guild.id}/7000002`;
    const quoted = partsOf(message).find(({ type }) => type === 9);
    expect(quoted).toMatchObject({ accessory: { style: 5, label: "Read the conversation", url: address } });
    expect(JSON.stringify(quoted?.components)).toContain("> Late again.");
    const before = partsOf(message).findIndex(({ type }) => type === 12);
    const score = said.titles[(said.picture?.after ?? 0) - 1];
    expect(String(partsOf(message)[before - 1]?.content)).toContain(`### ${score}`);
    const image = only(picturesOf(message));
    const bytes = Buffer.from(await (await fetch(image.url)).arrayBuffer());
    expect(bytes.subarray(0, PNG.length)).toEqual(PNG);
    expect(image).toMatchObject({ description: expect.stringContaining(PICTURE) });
    expect(only(allFiles(desk))).toMatchObject({
      filename: "digest-2026-W46.png",
      contentType: "image/png",
      description: expect.stringContaining(PICTURE),
    });
    expect(buttonOf(message, "decide")).toBe("decide/app");
    expect(partsOf(message).filter(({ accent_color }) => (accent_color ?? null) !== null)).toEqual([]);
    expect(desk.discord.pingsOf(message)).toEqual([]);
    expect(desk.log.faults).toEqual([]);
    expect(desk.discord.complaints).toEqual([]);
  });

  it("shows names and words that look like markup as they are, and notifies nobody", async () => {
    const name = "*App* @everyone [x](https://evil.invalid) `y`";
    const comment =
      "# Big\n> <t:0> ||hidden|| https://evil.invalid/a_b_c\n-# small [click](https://evil.invalid)\n1. one";
    const visits = [...FULL_WEEK, ...FULL_WEEK].map(({ score }, index) => ({
      score,
      comment,
      product: index % 2 === 0 ? "app" : "a/b%",
    }));
    const { desk } = await digested({ products: [{ id: "app", name }], visits });
    const words = allWords(desk);
    expect(words).toContain(`${name}: enhance`);
    expect(words).toContain(
      comment
        .split("\n")
        .map((line) => `> ${line}`)
        .join("\n"),
    );
    for (const message of digestMessages(desk)) {
      const raw = JSON.stringify(textsOf(message));
      expect(raw).not.toMatch(/[^\\]@everyone|[^\\]\]\(https|https:\/\/evil|\\n> #|[^\\]<@/);
      expect(desk.discord.pingsOf(message)).toEqual([]);
    }
    const pressable = { components: digestMessages(desk).flatMap(partsOf) };
    expect(buttonOf(pressable, "decide/a%")).toBe("decide/a%2Fb%25");
    expect(desk.discord.complaints).toEqual([]);
  });

  it("arrives whole with thirty products and five quotes of four thousand characters", async () => {
    const products = Array.from({ length: 30 }, (_, index) => ({ id: `p${index}`, name: `Product number ${index}` }));
    const long = (index: number) =>
      Array.from({ length: 500 }, (_, word) => `w${index}x${word}`)
        .join(" ")
        .slice(0, 4_000)
        .replace(/ \S*$/, "");
    const visits = products.map(({ id }, index) => ({
      score: 1 + (index % 10),
      product: id,
      ...(index < 10 ? { comment: long(index) } : {}),
    }));
    const { desk } = await digested({ products, visits, more: { digest: { minAnswers: 1 } } });
    const shown = digestMessages(desk);
    expect(shown.length).toBeGreaterThan(4);
    const words = allWords(desk);
    for (const { name } of products) expect(words).toContain(`${name}: `);
    const [digest] = await desk.store.list("digest", {});
    expect(digest?.document.verbatims).toHaveLength(5);
    for (const { text } of digest?.document.verbatims ?? []) {
      const quoted = words.replaceAll("\n> ", " ");
      expect(quoted).toContain(text);
    }
    expect(shown.reduce((sum, message) => sum + rowsOf(message), 0)).toBe(0);
    const buttons = shown.flatMap(partsOf).filter(({ custom_id }) => custom_id?.startsWith("decide/"));
    expect(buttons).toHaveLength(30);
    expect(allFiles(desk)).toHaveLength(1);
    expect(desk.discord.complaints).toEqual([]);
  });

  it("is edited with its picture when it is corrected, in the same messages", async () => {
    const { desk } = await digested();
    const before = digestMessages(desk);
    const picture = only(allFiles(desk));
    for (const { id } of await desk.store.list("response", { where: { score: 3 } }))
      await desk.bot.handle({
        ...{ kind: "answer-excluded", id: null, at: desk.time.now(), responseId: id, reason: "A test" },
        by: { address: `discord:${desk.guild.id}:${desk.discord.user("agent").id}`, role: "admin", name: "agent" },
      });
    await desk.pass(2 * MINUTE);
    const after = digestMessages(desk);
    expect(after.map(({ id }) => id).slice(0, 1)).toEqual(before.map(({ id }) => id).slice(0, 1));
    expect(allWords(desk)).toContain("it now counts 8 answers instead of 9.");
    const replaced = only(allFiles(desk));
    expect(replaced.id).not.toBe(picture.id);
    expect(Buffer.from(replaced.content).equals(Buffer.from(picture.content))).toBe(false);
    expect(desk.log.faults).toEqual([]);
    expect(desk.discord.complaints).toEqual([]);
  });
});

describe("what keeps the picture away keeps no words away:", () => {
  it.each([
    ["the bot may attach no files", "Attach Files"],
    ["it is too large", "too large"],
  ])("%s, and the log says what to mend", async (why, remedy) => {
    const { desk, agent } = await beforeDigest();
    if (why.includes("attach")) agent.setsAccess(desk.team, { who: desk.discord.botId, deny: ["AttachFiles"] });
    else desk.discord.faults.add({ on: POST, when: "before", how: { status: 413 } });
    await desk.pass(2 * MINUTE);
    expect(allWords(desk)).toContain("\n+33 from 9 answers,");
    expect(allFiles(desk)).toEqual([]);
    expect(desk.log.faults).toEqual([expect.stringContaining(remedy)]);
    expect(desk.discord.complaints).toEqual([]);
  });

  it.each([
    ["it cannot be drawn", async () => Promise.reject(new Error("no font"))],
    ["what it shows is no longer kept", async () => null],
  ])("%s", async (_, drawPicture) => {
    const { desk } = await digested({ drawPicture });
    expect(allWords(desk)).toContain("\n+33 from 9 answers,");
    expect(allFiles(desk)).toEqual([]);
    expect(JSON.stringify(digestMessages(desk))).not.toContain("attachment:");
    expect(desk.discord.complaints).toEqual([]);
  });

  it("Discord fails three times running, so the fourth attempt goes without it", async () => {
    const { desk } = await beforeDigest();
    desk.discord.faults.add({ on: POST, when: "before", how: { status: 500 }, times: 3 });
    await desk.pass(5 * MINUTE, 10 * SECOND);
    expect(allWords(desk)).toContain("\n+33 from 9 answers,");
    expect(allFiles(desk)).toEqual([]);
    expect(JSON.stringify(digestMessages(desk))).not.toContain("attachment:");
    expect(desk.discord.complaints).toEqual([]);
  });

  it("the bot may not show cards, so the digest is text with its picture", async () => {
    const { desk, agent } = await beforeDigest();
    agent.setsAccess(desk.team, { who: desk.discord.botId, deny: ["EmbedLinks"] });
    await desk.pass(2 * MINUTE);
    const words = allWords(desk);
    for (const line of ["**The chair**\nA customer", "Mobile app: keep", "> Invoice "]) expect(words).toContain(line);
    expect(allFiles(desk)).toHaveLength(1);
    expect(desk.log.faults).toEqual([expect.stringContaining("Embed Links")]);
    agent.removesAccess(desk.team, { id: desk.discord.botId });
    await desk.pass(HOUR, 10 * MINUTE);
    expect(allWords(desk)).toBe(words);
    expect(desk.discord.complaints).toEqual([]);
  });
});
