import { describe, expect, it } from "vitest";
import { conversations, ENDLESS, HOSTILE, PRODUCTS } from "../shadowing/long-talk.ts";
import { HOUR, SECOND } from "../world.ts";
import { buttonOf, type DiscordDesk, discordDesk } from "./discord-desk.ts";

async function leadersDesk(count = 7) {
  const desk = await discordDesk({ settings: { products: PRODUCTS } });
  await conversations({ allDesks: desk.allDesks, now: () => desk.time.now() }, count);
  return {
    desk,
    lead: desk.discord.user("lead"),
    customer: desk.discord.user("customer"),
    agent: desk.discord.user("agent"),
  };
}
type Person = ReturnType<DiscordDesk["discord"]["user"]>;

/** What stands on somebody's direct line. */
const line = (person: Person) => person.seesDms();
const shown = (person: Person) => line(person).map(({ content }) => content);
const last = (person: Person, words: string) => {
  const found = line(person).findLast(({ content }) => content.includes(words));
  if (!found) throw new Error(`Nothing says “${words}”:\n${shown(person).join("\n")}`);
  return found;
};
const posted = (desk: DiscordDesk) => desk.pass(2 * SECOND, SECOND);
/** Text as Discord shows it: a backslash makes the sign after it an ordinary one. */
const shownText = (content: string) => content.replace(/\\([^0-9A-Za-z\s])/g, "$1");

describe("A sitting on Discord", () => {
  it("goes all the way in private messages, and a second press changes nothing", async () => {
    const { desk, lead } = await leadersDesk();
    const asked = await lead.runs("shadow now", { in: desk.team });
    expect([asked.ephemeral, asked.text]).toEqual([true, "It comes to you in a direct message."]);
    await posted(desk);
    const offer = last(lead, "3 conversations with customers are ready");
    await Promise.all([
      lead.clicks(offer, buttonOf(offer, "sit-next")),
      lead.clicks(offer, buttonOf(offer, "sit-next")),
    ]);
    await posted(desk);
    const question = last(lead, "Guess before you see it");
    const all = shown(lead).join("\n");
    expect(all.match(/Conversation 1 of 3/g)).toHaveLength(1);
    expect(shownText(all)).toMatch(/Customer: My invoice is wrong\.\n… 4 min later\nAgent: Hello \[name\]/);
    expect(all).not.toMatch(/I give you|Nadja|Such a slow/);
    await lead.clicks(question, "4");
    await lead.clicks(question, "9");
    await posted(desk);
    expect(await desk.store.list("sitting", { where: { state: "guessed" } })).toMatchObject([{ guess: 4 }]);
    const revealed = last(lead, "You guessed 4");
    expect(revealed.id).toBe(question.id);
    const form = await lead.clicks(revealed, "What you take from it");
    expect(form.modal?.fields).toEqual(["note", "toFix", "dueOn", "person"]);
    const lesson = { note: "So patient.", toFix: "Answer sooner.", dueOn: "2026-12-01" };
    const agent = desk.discord.user("agent");
    await lead.submitsModal(form.modal?.customId ?? "", { ...lesson, person: [agent.id] });
    await posted(desk);
    expect(await desk.store.list("lesson", {})).toMatchObject([
      { surprised: "So patient.", toFix: "Answer sooner.", ownerName: "agent", dueOn: "2026-12-01" },
    ]);
    const thanks = last(lead, "that is noted");
    await lead.clicks(thanks, buttonOf(thanks, "sit-next"));
    await posted(desk);
    last(lead, "Conversation 2 of 3");
    const listed = await (await lead.runs("shadow lessons", { in: desk.team })).settled();
    expect([listed.ephemeral, JSON.stringify(listed.message)]).toEqual([
      true,
      expect.stringContaining("Answer sooner"),
    ]);
    if (listed.message) await lead.clicks(listed.message, "1 is done");
    await posted(desk);
    expect(await desk.store.list("lesson", {})).toMatchObject([{ state: "done", doneBy: "lead" }]);
    expect(desk.discord.complaints).toEqual([]);
    expect(desk.log.faults).toEqual([]);
  });

  it("gives sixty entries whole and in order, hostile and endless ones as they were written", async () => {
    const { desk, lead } = await leadersDesk();
    await lead.runs("shadow now", { in: desk.team, options: { product: "long", count: 1 } });
    await posted(desk);
    const offer = last(lead, "This is not a mixed draw");
    await lead.clicks(offer, buttonOf(offer, "sit-next"));
    await posted(desk);
    const all = shownText(shown(lead).join("\n"));
    const lines = Array.from({ length: 57 }, (_, index) => index).filter((index) => index !== 10 && index !== 20);
    const places = lines.map((index) => all.indexOf(`This is line ${index} of it.`));
    expect(places.every((place) => place > 0)).toBe(true);
    expect(places).toEqual(places.toSorted((one, other) => one - other));
    expect(all.replace(/\s+/g, " ")).toContain(HOSTILE);
    expect([...all.matchAll(/\bz[bcdfghjklmnpqrstvwxz]{3}\b/g)].map(([number]) => number).join(" ")).toContain(ENDLESS);
    for (const { content } of line(lead)) expect(content.length).toBeLessThanOrEqual(2_000);
    expect(desk.discord.complaints).toEqual([]);
    expect(desk.log.faults).toEqual([]);
  });

  it("stands behind the command, for its leader alone, where their direct messages are closed", async () => {
    const { desk, lead, agent } = await leadersDesk();
    lead.takesDms(false);
    const before = lead.sees(desk.team).length;
    await lead.runs("shadow now", { in: desk.team });
    await posted(desk);
    const aside = () => lead.sees(desk.team).slice(before);
    const offer = aside().find(({ content }) => content.includes("are ready"));
    expect(offer?.content).toMatch(/^I cannot write to you directly, so this stands here, for you alone\./);
    if (offer) await lead.clicks(offer, buttonOf(offer, "sit-next"));
    await posted(desk);
    const question = aside().findLast(({ content }) => content.includes("Guess before"));
    expect(
      aside()
        .map(({ content }) => content)
        .join("\n"),
    ).toContain("My invoice is wrong");
    if (question) await lead.clicks(question, "4");
    await posted(desk);
    expect(aside().at(-1)?.content).toContain("You guessed 4");
    expect(agent.sees(desk.team).some(({ content }) => /are ready|You guessed|invoice/.test(content))).toBe(false);
    expect(desk.discord.complaints).toEqual([]);
    expect(desk.log.faults).toEqual([]);
  });

  it("is not for agents and customers, who are told kindly", async () => {
    const { desk, agent } = await leadersDesk();
    for (const command of ["shadow now", "shadow live", "chair speak"]) {
      const refused = await agent.runs(command, { in: desk.team });
      expect([refused.ephemeral, refused.text]).toEqual([
        true,
        expect.stringContaining("Reading whole conversations is for leads"),
      ]);
    }
    expect(await desk.store.list("sitting", {})).toEqual([]);
    expect(desk.discord.complaints).toEqual([]);
  });

  it("can be had every week, comes at its time, and the empty chair speaks where it may", async () => {
    const { desk, lead } = await leadersDesk();
    await lead.runs("shadow every", { in: desk.team, options: { day: "Tue", time: "09:00", count: 2 } });
    await posted(desk);
    last(lead, "every week on Tuesday");
    await desk.pass(23 * HOUR, HOUR);
    await posted(desk);
    last(lead, "2 conversations with customers are ready");
    const spoken = await lead.runs("chair speak", { in: desk.team });
    expect([spoken.ephemeral, spoken.text]).toEqual([true, "The empty chair speaks here."]);
    await posted(desk);
    expect(lead.sees(desk.team).at(-1)?.content).toMatch(/^The empty chair speaks first\. A customer wrote:\n> \S/);
    const refused = await lead.runs("chair speak", { in: desk.support });
    await posted(desk);
    expect([refused.ephemeral, refused.text.length > 0]).toEqual([true, true]);
    await lead.runs("shadow stop", { in: desk.team });
    await posted(desk);
    last(lead, "Your standing appointment has ended");
    expect(desk.discord.complaints).toEqual([]);
  });

  it("follows a conversation as it goes on, and tells its agent", async () => {
    const { desk, lead, customer, agent } = await leadersDesk(1);
    const thread = customer.createsThread(desk.support, "Invoice", { text: "Mail me at nadja@example.com please." });
    agent.writes(thread, "Just a second.");
    await desk.settle();
    await lead.runs("shadow live", { in: desk.team });
    await posted(desk);
    const open = last(lead, "One conversation is going on");
    await lead.clicks(open, buttonOf(open, "live-follow"));
    await posted(desk);
    const following = last(lead, "You are listening now");
    expect(shown(lead).join("\n")).toContain("Agent: Just a second");
    expect(shown(lead).join("\n")).not.toContain("nadja@");
    expect(shown(agent).join("\n")).toContain("is listening to your conversation");
    const more = customer.writes(thread, "It is a *very* long wait.");
    await desk.settle();
    expect(shownText(shown(lead).join("\n"))).toContain("It is a *very* long wait.");
    customer.edits(more, "It is far too long.");
    await posted(desk);
    expect(shown(lead).at(-1)).toContain("Customer, edited:");
    const form = await lead.clicks(following, "Note for afterwards");
    await lead.submitsModal(form.modal?.customId ?? "", { note: "Ask about the queue." });
    await lead.clicks(following, "Stop listening");
    await posted(desk);
    expect(shown(lead).at(-1)).toContain("Ask about the queue.");
    expect(desk.discord.complaints).toEqual([]);
    expect(desk.log.faults).toEqual([]);
  });
});
