import { describe, expect, it } from "vitest";
import type { OutboundMessage } from "../../src/messages.ts";
import { UNLEASED } from "../../src/outbox/lease.ts";
import { MINUTE } from "../world.ts";
import { isArchived, talkedOnDiscord } from "./discord-desk.ts";

const SILENT = 1 << 12;
const EPHEMERAL = 1 << 6;

/** A talk on a thread, in which anything may be posted. */
async function posting() {
  const talked = await talkedOnDiscord();
  const { desk, thread } = talked;
  const person = (who: { id: string }) => `discord:${desk.guild.id}:${who.id}`;
  const says = (message: Partial<OutboundMessage>, lane = `discord:${desk.guild.id}:${thread.id}:channel`) => {
    const unsent = { sentAt: null, postedAt: null, reference: null, error: null } as const;
    const sent = { ...unsent, state: "sending", attempts: 1, dueAt: 1 } as const;
    const whole = { kind: "notice", text: "Text", actions: [], ...message } as const;
    const post = { id: `p${Math.random()}`, version: 1, lane, message: whole, surveyId: null, ...sent, ...UNLEASED };
    return desk.adapter.chat.post({ post: { ...post, createdAt: desk.time.now() }, replaces: null });
  };
  return { ...talked, person, says };
}

describe("a post on Discord", () => {
  it("calls its customer once, also in a thread that is archived, which is archived again", async () => {
    const { desk, customer, agent, thread, person, says } = await posting();
    agent.archives(thread);
    await desk.heard();
    const facts = [{ label: "Helped by", value: "agent", person: person(agent) }];
    expect(await says({ kind: "question", mentions: [person(customer)], facts })).toMatchObject({ kind: "posted" });
    const message = customer.sees(thread).at(-1);
    if (!message) throw new Error("Nothing was posted");
    expect(message.content).toBe(`<@${customer.id}> Text\n-# Helped by: <@${agent.id}>`);
    expect(desk.discord.pingsOf(message)).toEqual([customer.id]);
    expect(isArchived(desk, thread)).toBe(true);
    expect(desk.discord.complaints).toEqual([]);
  });

  it("calls a role by its own notation, known from the server", async () => {
    const { desk, says } = await posting();
    const lane = `discord:${desk.guild.id}:${desk.team.id}:channel`;
    await says({ kind: "alert", mentions: [`discord:${desk.guild.id}:${desk.leads.id}`] }, lane);
    const message = desk.discord.user("agent").sees(desk.team).at(-1);
    expect(message?.content).toBe(`<@&${desk.leads.id}> Text`);
    expect(message && desk.discord.pingsOf(message)).toEqual([desk.leads.id]);
    expect(message?.flags).toBe(0);
  });

  it("makes a sound as a question or an alert, and none in passing", async () => {
    const { customer, thread, says } = await posting();
    for (const kind of ["question", "alert", "notice", "thanks"] as const) await says({ kind });
    const flags = customer.sees(thread).slice(-4);
    expect(flags.map((message) => (message.flags ?? 0) & SILENT)).toEqual([0, 0, SILENT, SILENT]);
  });
});

describe("a private word to a colleague", () => {
  it("goes behind the command that they have just used, and else to their direct line, never for all to read", async () => {
    const { desk, customer, agent, thread, person, says } = await posting();
    await agent.runs("resolve", { in: thread });
    await says({ text: "Nobody will be asked.", privateTo: person(agent) });
    const word = agent.sees(thread).at(-1);
    expect([word?.content, (word?.flags ?? 0) & EPHEMERAL]).toEqual(["Nobody will be asked.", EPHEMERAL]);
    desk.time.advance(20 * MINUTE);
    agent.writes(thread, "By the way");
    await desk.heard();
    await says({ text: "Too short to ask.", privateTo: person(agent) });
    expect(agent.seesDms().at(-1)?.content).toBe("Too short to ask.");
    for (const said of customer.sees(thread)) expect(said.content).not.toContain("ask");
    expect(desk.discord.complaints).toEqual([]);
  });

  it("is refused where they take no direct messages", async () => {
    const { agent, person, says } = await posting();
    agent.takesDms(false);
    expect(await says({ privateTo: person(agent) })).toEqual({ kind: "refused", reason: "dm-closed" });
  });
});
