import { describe, expect, it } from "vitest";
import { isGranted, type Right } from "../../src/rights.ts";
import type { ImportedAnswer } from "../../src/survey/imported-answer.ts";
import { manualTime } from "../servers/discord/time.ts";
import { DAY, MINUTE, MONDAY_TEN, SECOND } from "../world.ts";
import { wordsOf } from "./digest-week.ts";
import { buttonOf, type DiscordDesk, discordDesk, furnishedDiscord, saidTo } from "./discord-desk.ts";

/** Who acts; automatons press no buttons on Discord. */
const ACTORS = ["agent", "lead", "executive", "admin", "customer", "stranger"] as const;
type Actor = (typeof ACTORS)[number];

/** What is tried, and the right it takes. */
const ACTS = {
  "the menu of a message": "skip-question",
  "/resolve": "resolve",
  "not now": "answer",
  "a score": "answer",
  "claiming a case": "work-case",
  "noting contact": "work-case",
  "closing a case": "work-case",
  "deciding on a product": "decide-product",
  "/chair status": "read-figures",
  "/chair cases": "read-figures",
  "/chair digest": "read-figures",
  "/chair speak": "shadow",
  "/shadow now": "shadow",
  "/feedback data": "read-own-data",
  "/feedback stop": "opt-out",
} as const satisfies Record<string, Right>;
type ActName = keyof typeof ACTS;
const OWN: readonly Right[] = ["opt-out", "read-own-data"];

/** A server in which Discord shows everybody every command. */
async function deskOfAll(): Promise<DiscordDesk> {
  const time = manualTime(MONDAY_TEN);
  const furnished = await furnishedDiscord(time);
  const { discord, guild } = furnished;
  const moderators = discord.addRole(guild, "moderators", ["ManageThreads"]);
  const people = ["executive", "admin", "stranger"].map((name) => discord.addUser(name));
  for (const person of people) discord.join(guild, person);
  for (const { roles } of guild.members.values()) roles.push(moderators.id);
  const [executives, admins] = people.map(({ id }) => [`discord:${guild.id}:${id}`]);
  const ask = { cooldownAnswered: "0s", cooldownUnanswered: "0s" };
  const settings = { ask, roles: { executives, admins }, products: [{ id: "app", name: "Mobile app" }] };
  return discordDesk({ time, furnished, settings });
}

const ANSWERS: readonly ImportedAnswer[] = [9, 10, 8, 3, 9].map((score, index) => ({
  conversation: `import:csv:${index}`,
  customer: { address: `api:c-${index}`, role: "customer" },
  ...{ score, scale: "1-10", comment: null, product: "app", agent: null, answeredAt: MONDAY_TEN - 3 * DAY },
}));

/** The button, or where the case has not got so far that which leads to everything else. */
function caseButton(card: { readonly components?: unknown }, name: string): string {
  return JSON.stringify(card).includes(`"${name}/`) ? buttonOf(card, name) : buttonOf(card, "case-more");
}

/** The walk of one person through everything that can be done on Discord. */
async function walk(name: Actor): Promise<Record<ActName, boolean>> {
  const desk = await deskOfAll();
  const { discord, store } = desk;
  const person = (one: string) => discord.user(one);
  const [actor, customer] = [person(name), person("customer")];
  const done = {} as Record<ActName, boolean>;
  const moment = () => desk.pass(3 * SECOND, SECOND);
  const talked = async (topic: string) => {
    const thread = customer.createsThread(desk.support, topic, { text: "It is wrong." });
    person("agent").writes(thread, "I have corrected it.");
    await desk.settle();
    return thread;
  };
  const resolvedBy = async (who: string, thread: { id: string }) => {
    const before = (await store.list("resolution", {})).length;
    await person(who).runs("resolve", { in: thread });
    await desk.settle();
    return (await store.list("resolution", {})).length > before;
  };
  const asked = async (thread: { id: string }) => {
    await desk.pass(5 * MINUTE);
    await moment();
    const question = actor.sees(thread).at(-1);
    if (!question) throw new Error("No question");
    return question;
  };

  const first = await talked("Invoice");
  const message = actor.sees(first).at(-1);
  if (!message) throw new Error("No message");
  done["the menu of a message"] = (await actor.usesMessageMenu("Resolve and ask", message)).modal !== null;
  done["/resolve"] = await resolvedBy(name, first);
  if (!done["/resolve"]) expect(await resolvedBy("agent", first)).toBe(true);
  const declining = await asked(first);
  await actor.clicks(declining, "Not now");
  await moment();
  done["not now"] = (await store.list("survey", { where: { state: "declined" } })).length > 0;
  if (!done["not now"]) {
    expect(saidTo(actor, first).at(-1)).toContain("for the person who wrote in");
    await customer.clicks(declining, "Not now");
    await moment();
  }

  const second = await talked("Another invoice");
  expect(await resolvedBy("agent", second)).toBe(true);
  const question = await asked(second);
  await actor.clicks(question, "3");
  await moment();
  done["a score"] = (await store.list("response", {})).length > 0;
  if (!done["a score"]) {
    expect(saidTo(actor, second).at(-1)).toContain("for the person who wrote in");
    await customer.clicks(question, "3");
    await moment();
  }

  const alert = () => {
    const found = actor.sees(desk.team).find(({ content }) => /3 out of 10|agent|lead|admin/.test(content));
    if (!found) throw new Error("No alert");
    return found;
  };
  const item = async () => (await store.list("case", {}))[0];
  await actor.clicks(alert(), buttonOf(alert(), "case-claim"));
  await moment();
  done["claiming a case"] = (await item())?.ownerAddress === `discord:${desk.guild.id}:${actor.id}`;
  await actor.clicks(alert(), caseButton(alert(), "case-contact"));
  await moment();
  done["noting contact"] = (await item())?.contactedAt !== null;
  const closing = (await actor.clicks(alert(), caseButton(alert(), "case-resolve"))).modal;
  if (closing) await actor.submitsModal(closing.customId, { note: "Called." });
  await moment();
  done["closing a case"] = (await item())?.state === "resolved";

  const at = desk.time.now();
  await desk.bot.handle({ kind: "answers-imported", id: null, at, answers: ANSWERS });
  await desk.bot.handle({ kind: "digest-wanted", id: null, at, week: "2026-W46" });
  await moment();
  const digest = actor.sees(desk.team).at(-1);
  if (!digest) throw new Error("No digest");
  const deciding = (await actor.clicks(digest, "Decide: Mobile app")).modal;
  if (deciding) await actor.submitsModal(deciding.customId, { verdict: "keep", note: "It works." });
  await moment();
  done["deciding on a product"] = (await store.list("decision", {})).length > 0;

  const says = async (command: string): Promise<string> => {
    const seen = await (await actor.runs(command, { in: desk.support })).settled();
    expect(seen.ephemeral).toBe(true);
    return seen.message ? wordsOf(seen.message) : seen.text;
  };
  done["/chair status"] = (await says("chair status")).includes("1 answered");
  done["/chair cases"] = !(await says("chair cases")).includes("Only members of the team");
  done["/chair digest"] = (await says("chair digest")).includes("Week of");
  done["/feedback data"] = (await says("feedback data")).includes("We keep");
  done["/chair speak"] = !(await says("chair speak")).includes("Reading whole conversations is for");
  done["/shadow now"] = !(await says("shadow now")).includes("Reading whole conversations is for");
  await says("feedback stop");
  const identity = await store.get("identity", `discord:${desk.guild.id}:${actor.id}`);
  const known = identity && (await store.get("customer", identity.customerId));
  done["/feedback stop"] = known !== null && known.optedOutAt !== null;
  expect(discord.complaints).toEqual([]);
  return done;
}

describe("who may do what on Discord", () => {
  it.each(ACTORS)("is as the table of rights says: %s", async (name) => {
    const holder = (right: Right) => (name === "stranger" && OWN.includes(right) ? "customer" : name);
    const expected = Object.entries(ACTS).map(([act, right]) => [act, isGranted(holder(right), right)]);
    expect(await walk(name)).toEqual(Object.fromEntries(expected));
  });
});
