import { describe, expect, it } from "vitest";
import type { Message } from "../servers/slack/messages.ts";
import { readable, readableView } from "../servers/slack/readable.ts";
import { DAY, HOUR, MINUTE, SECOND, settingsOf } from "../world.ts";
import { answers, below, digestIn, pictures, settings, WORDS, wantDigest } from "./digest-talk.ts";
import { SLACK_SETTINGS, type SlackDesk, type SlackDeskOptions, slackDesk, TEAM_CHANNEL } from "./slack-desk.ts";
import { askedOnSlack, homeOf, modalOf, moment } from "./talk.ts";

/** A desk with answers of last week whose digest somebody wants; it stands there by now. */
async function wanted(options: SlackDeskOptions = {}): Promise<SlackDesk> {
  const desk = await slackDesk({ settings, ...options });
  await wantDigest(desk, [...answers([10, 9, 9, 8, 8, 7]), ...answers([2, 5, 8, 9, 10], WORDS)]);
  await desk.pass(10 * SECOND, SECOND);
  return desk;
}

describe("the digest on Slack", () => {
  it("stands in the team's channel in words, with the details and the picture in its thread", async () => {
    const desk = await wanted();
    const words = readable(digestIn(desk));
    expect(words).toContain("Week of November 9 – 15, 2026: score +27 from 11 answers");
    expect(words).toContain("A customer who gave 6 or less wrote:\n  > The <invoice> was *wrong* & late. <!channel>");
    expect(words).toMatch(
      / {2}Mobile app: enhance, .* \| \[Decide\]\n {2}Billing & <orders>: enhance, .* \| \[Decide\]\n/,
    );
    const [details, picture, ...more] = below(desk);
    expect(more).toEqual([]);
    expect(details && readable(details)).toContain("More about the week");
    expect(details && readable(details)).toContain("A customer who gave 7 or 8 wrote:");
    expect(picture && readable(picture)).toMatch(/\[file digest-2026-W46-.*\.png\]/);
    expect(picture?.files?.[0]?.title).toBe(
      "November 9 – 15, 2026: score +27 from 11 answers, plausibly from −18 to +61.",
    );
    expect((await desk.store.list("post", {})).map(({ state }) => state)).toEqual(["posted", "posted", "posted"]);
    expect(desk.log.faults).toEqual([]);
    expect(desk.slack.complaints).toEqual([]);
  });

  it.each([
    ["the upload address is refused", "files.getUploadURLExternal", "before", { error: "internal_error" }, 3],
    ["the upload fails", "upload", "before", { status: 500 }, 3],
    ["the connection breaks before the picture is taken", "files.completeUploadExternal", "before", { drop: "rst" }, 1],
    ["the connection breaks when it is taken", "files.completeUploadExternal", "after-commit", { drop: "rst" }, 1],
    ["Slack asks for patience", "files.completeUploadExternal", "before", { retryAfter: 20 }, 3],
    ["the thread cannot be read", "conversations.replies", "before", { status: 503 }, 3],
  ] as const)(
    "keeps nothing waiting for the picture, which comes once, where %s",
    async (_, method, when, how, times) => {
      const desk = await slackDesk({ settings });
      desk.slack.faults.add({ method, when, how, times });
      const given = answers([10, 9, 9, 8, 2, 7], { comment: "Well done." });
      await desk.bot.handle({ kind: "answers-imported", id: null, at: desk.time.now(), answers: given });
      await desk.bot.handle({ kind: "digest-wanted", id: null, at: desk.time.now(), week: "2026-W46" });
      await desk.pass(3 * SECOND, SECOND);
      expect(below(desk)[0] && readable(below(desk)[0] as Message)).toContain("More about the week");
      await desk.pass(5 * MINUTE, 10 * SECOND);
      expect(pictures(desk)).toHaveLength(1);
      expect((await desk.store.list("post", {})).every(({ state }) => state === "posted")).toBe(true);
    },
  );

  it("stands without a picture where the app may not upload, and says what to mend", async () => {
    const desk = await slackDesk({ settings });
    const workspace = desk.slack.workspace();
    workspace.scopes = new Set([...workspace.scopes].filter((scope) => scope !== "files:write"));
    await wantDigest(desk, answers([9, 8, 7, 9, 9]));
    await desk.pass(5 * SECOND, SECOND);
    expect(readable(digestIn(desk))).toContain("score +60 from 5 answers");
    expect(desk.log.faults[0]).toContain("files:write");
    await desk.pass(2 * HOUR, 5 * MINUTE);
    const states = (await desk.store.list("post", {})).map(({ message, state }) => `${message.kind} ${state}`);
    expect(states).toEqual(["digest posted", "detail posted", "detail failed"]);
    expect(desk.slack.messages(TEAM_CHANNEL).filter(({ files }) => files)).toEqual([]);
  });

  it("is edited when an answer is left out: the words, the details and the picture", async () => {
    const desk = await wanted();
    const [unhappy] = await desk.store.list("response", { where: { score: 2 } });
    const by = { address: "slack:T1:U2", role: "lead", name: "Agent Ash" } as const;
    const excluded = { kind: "answer-excluded", id: null, by, reason: "a test" } as const;
    await desk.bot.handle({ ...excluded, at: desk.time.now(), responseId: unhappy?.id ?? "" });
    const [before] = pictures(desk);
    await desk.pass(10 * SECOND, SECOND);
    expect(readable(digestIn(desk))).toContain(
      "Corrected on November 16, 2026: it now counts 10 answers instead of 11.",
    );
    const [details, ...more] = below(desk).filter(({ files }) => !files);
    expect(more).toEqual([]);
    expect(details && readable(details)).toContain("(edited)");
    const standing = pictures(desk).filter(({ files }) =>
      files?.some(({ id }) => desk.slack.workspace().files.has(id)),
    );
    expect(standing).toHaveLength(1);
    expect(standing[0]?.ts).not.toBe(before?.ts);
    expect(desk.slack.complaints).toEqual([]);
  });

  it("is corrected again and again: the last picture alone stands there, and words that are gone are gone", async () => {
    const desk = await wanted();
    const by = { address: "slack:T1:U2", role: "lead", name: "Agent Ash" } as const;
    const commented = (await desk.store.list("response", {})).filter(({ comment }) => comment !== null);
    expect(commented).toHaveLength(5);
    for (const { id } of commented.slice(0, 4)) {
      const excluded = { kind: "answer-excluded", id: null, by, reason: "a test" } as const;
      await desk.bot.handle({ ...excluded, at: desk.time.now(), responseId: id });
      await desk.pass(10 * SECOND, SECOND);
    }
    const kept = desk.slack.workspace().files;
    expect(pictures(desk).filter(({ files }) => files?.some(({ id }) => kept.has(id)))).toHaveLength(1);
    const [details, ...more] = below(desk).filter(({ files }) => !files);
    expect(more).toEqual([]);
    const told = details ? readable(details) : "";
    expect(told).toMatch(/Fingerprint of these figures: [0-9a-f]{12}, after [0-9a-f]{12}/);
    expect(commented.filter(({ comment }) => told.includes(comment ?? ""))).toEqual([]);
    expect(readable(digestIn(desk))).toContain("it now counts 7 answers instead of 11.");
    expect(desk.slack.complaints).toEqual([]);
  });

  it("keeps its picture where what it shows has not changed", async () => {
    const desk = await wanted();
    const before = desk.slack.calls("files.completeUploadExternal").length;
    await desk.slack.user("U2").clicks(digestIn(desk), "decide:0");
    await modalOf(desk, "U2");
    await desk.slack.user("U2").submits({ verdict: "keep", note: "It works." });
    await desk.pass(5 * SECOND, SECOND);
    expect(readable(digestIn(desk))).toContain("keep. It works.");
    expect(desk.slack.calls("files.completeUploadExternal")).toHaveLength(before);
  });

  it("is said anew where somebody has deleted it when it is corrected, and stands there from then on", async () => {
    const desk = await wanted();
    const digest = digestIn(desk);
    desk.slack.happenings.deleted(digest);
    const by = { address: "slack:T1:U2", role: "lead", name: "Agent Ash" } as const;
    const decided = { kind: "product-decided", id: null, by, productId: "app", verdict: "keep" } as const;
    await desk.bot.handle({ ...decided, at: desk.time.now(), sentence: "First." });
    await desk.pass(8 * SECOND, SECOND);
    await desk.bot.handle({ ...decided, at: desk.time.now(), sentence: "Second." });
    await desk.pass(8 * SECOND, SECOND);
    const standing = desk.slack.messages(TEAM_CHANNEL).filter((message) => readable(message).includes("Week of"));
    expect(standing).toHaveLength(1);
    expect(readable(standing[0] as Message)).toContain("keep. Second.");
  });

  it("can be edited however long it is, and keeps its words beside many buttons", async () => {
    const products = Array.from({ length: 45 }, (_, index) => ({ id: `p${index}`, name: `Product ${index}` }));
    const desk = await slackDesk({ settings: settingsOf({ ...SLACK_SETTINGS, products }) });
    const comment = "<&>".repeat(900);
    await wantDigest(desk, [
      ...answers([9, 8, 9, 10, 10], { product: "p1" }),
      ...answers([2, 3], { comment, product: "p2" }),
    ]);
    await desk.pass(8 * SECOND, SECOND);
    const by = { address: "slack:T1:U2", role: "lead", name: "Agent Ash" } as const;
    const decided = { kind: "product-decided", id: null, by, productId: "p1", verdict: "keep" } as const;
    await desk.bot.handle({ ...decided, at: desk.time.now(), sentence: "It is good." });
    await desk.pass(8 * SECOND, SECOND);
    expect(readable(digestIn(desk))).toContain("keep. It is good.");
    expect(readable(digestIn(desk))).toContain("Product 44: too few answers");
    expect(await desk.store.list("post", { where: { state: "failed" } })).toEqual([]);
  });

  it("has its board decided on by a lead, and shows what was decided", async () => {
    const desk = await wanted();
    const lead = desk.slack.user("U2");
    await desk.slack.user("U3").clicks(digestIn(desk), "decide:1");
    await expect
      .poll(() => desk.slack.user("U3").sees(TEAM_CHANNEL).map(readable).join("\n"))
      .toContain("Leads, executives and admins decide what becomes of a product");
    await lead.clicks(digestIn(desk), "decide:1");
    expect(readableView(await modalOf(desk, "U2"))).toBe(
      "== Decide: Billing &… ==\nWhat becomes of Billing & <orders>: (keep / enhance / retire)\nIn one sentence, why: ______\nWhich number shall move, if any: (The score, to at least … / The percentage giving 6 or less, to at most …)\nTo what number: ______\nBy which day (e.g. 2026-12-31): ______\n[Send] [Cancel]",
    );
    expect(await lead.submits({ verdict: "enhance", note: " " })).toBe("errors");
    const aim = { aimMeasure: "score", aimTo: "+90", aimBy: "2026-12-31" };
    expect(await lead.submits({ verdict: "enhance", note: "Invoices <first>.", ...aim, aimTo: "" })).toBe("errors");
    expect(await lead.submits({ verdict: "enhance", note: "Invoices <first>.", ...aim })).toBe("ok");
    await desk.pass(3 * SECOND, SECOND);
    expect(readable(digestIn(desk))).toContain("Decided by agent ash on November 16, 2026: enhance. Invoices <first>.");
    expect(await desk.store.list("decision", {})).toMatchObject([
      { product: "billing", verdict: "enhance", aim: { measure: "score", to: 90, on: "2026-12-31" } },
    ]);
    expect(desk.slack.complaints).toEqual([]);
  });

  it("links its quotes, and alerts their customer, to the conversation", async () => {
    const { desk, first, question } = await askedOnSlack({
      settings: settingsOf({ ...SLACK_SETTINGS, ask: { quietHours: "" } }),
    });
    await desk.slack.user("U1").clicks(question, "score:3");
    await moment(desk);
    desk.slack.user("U1").writes(first.channel, "Too slow.", { thread: first });
    await moment(desk);
    const link = `Read the conversation <https://${desk.slack.workspace().domain}.slack.com/archives/${first.channel}/p${first.ts.replace(".", "")}>`;
    expect(readable(desk.slack.messages(TEAM_CHANNEL)[0] as Message)).toContain(link);
    await desk.pass(7 * DAY, 6 * HOUR);
    const digest = desk.slack.messages(TEAM_CHANNEL).find((message) => readable(message).includes("Week of"));
    expect(digest && readable(digest)).toContain(`> Too slow.\n  ${link}`);
    expect(desk.slack.complaints).toEqual([]);
  });

  it("is given to the team by command and in App Home, and to nobody else", async () => {
    const desk = await wanted();
    const said = async (user: string) => {
      expect(await desk.slack.user(user).runs("/emptychair digest")).toBe("ok");
      const own = desk.slack.user(user);
      return own.sees(own.directChannel()).map(readable).at(-1) ?? "";
    };
    await expect.poll(() => said("U2")).toContain("Week of November 9 – 15, 2026: score +27 from 11 answers");
    expect(await said("U1")).toContain("You can type: /emptychair stop");
    desk.slack.user("U2").opensHome();
    expect(readableView(await homeOf(desk, "U2", "Week of November 9"))).toContain("Who answered, and who didn’t");
    expect(desk.slack.complaints).toEqual([]);
  });
});
