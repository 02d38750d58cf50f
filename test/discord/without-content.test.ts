import { describe, expect, it } from "vitest";
import { SECOND } from "../world.ts";
import { askedOnDiscord, saidTo } from "./discord-desk.ts";

const NOTE = "[The platform did not give us the words of this message.]";
const withheld = { local: { portal: { messageContent: false } } };
const aMoment = ({ desk }: Awaited<ReturnType<typeof askedOnDiscord>>) => desk.pass(5 * SECOND, SECOND);

describe("without Message Content Intent", () => {
  it("the survey, the score and the case work, and the transcript says entry by entry what it lacks", async () => {
    const asked = await askedOnDiscord(withheld);
    const { desk, customer, agent, thread, question } = asked;
    agent.writes(thread, `<@${desk.discord.botId}> this one names the bot`);
    await desk.settle();
    const entries = await desk.store.list("entry", { orderBy: "position" });
    expect(entries.map(({ author, text }) => [author, text])).toEqual([
      ["customer", NOTE],
      ["agent", NOTE],
      ["bot", expect.stringContaining("how likely are you")],
      ["agent", "@bot this one names the bot"],
    ]);
    await customer.clicks(question, "3");
    await aMoment(asked);
    const thanks = customer.sees(thread).at(-1);
    expect(thanks?.content).toContain("What went wrong?");
    const form = thanks && (await customer.clicks(thanks, "Tell you privately"));
    await customer.submitsModal(form?.modal?.customId ?? "", { note: "Nobody called back" });
    await aMoment(asked);
    expect(await desk.store.list("response", {})).toMatchObject([{ score: 3, comment: "Nobody called back" }]);
    expect(saidTo(agent, desk.team).join()).toContain("Nobody called back");
    expect(desk.discord.complaints).toEqual([]);
  });

  it("what is typed while an answer is awaited is neither taken for one nor lost: buttons ask what it was", async () => {
    const asked = await askedOnDiscord(withheld);
    const { desk, customer, thread } = asked;
    customer.writes(thread, "9");
    await desk.settle();
    await aMoment(asked);
    expect(await desk.store.list("response", {})).toEqual([]);
    const word = customer.sees(thread).at(-1);
    expect(word?.content).toContain("We can’t read messages here.");
    expect(await desk.store.list("survey", {})).toMatchObject([{ state: "asked" }]);
    if (word) await customer.clicks(word, "9");
    await aMoment(asked);
    expect(await desk.store.list("response", {})).toMatchObject([{ score: 9, comment: null }]);
    expect(desk.discord.complaints).toEqual([]);
  });

  it("what is typed after an answer is not taken for its reason, and reopens the conversation if it was a question", async () => {
    const asked = await askedOnDiscord(withheld);
    const { desk, customer, thread, question } = asked;
    await customer.clicks(question, "9");
    await aMoment(asked);
    customer.writes(thread, "One more thing");
    await desk.settle();
    await aMoment(asked);
    expect(await desk.store.list("response", {})).toMatchObject([{ score: 9, comment: null }]);
    const word = customer.sees(thread).at(-1);
    if (word) await customer.clicks(word, "I have another question");
    await aMoment(asked);
    expect(await desk.store.list("interaction", {})).toMatchObject([{ state: "open" }]);
    expect(desk.discord.complaints).toEqual([]);
  });
});
