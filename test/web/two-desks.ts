import { expect, vi } from "vitest";
import { DAY } from "../world.ts";
import { type Program, startWith } from "./program.ts";

const WINDOWS = { changeWindow: "30d", expireAfter: "30d", remindAfter: "20d" };
const ask = { ...WINDOWS, delay: "0s", quietHours: "", cooldownAnswered: "0s", cooldownUnanswered: "0s" };
const deskNamed = (id: string, name: string, brand: string) => ({
  ...{ id, ask, desk: { name, brand, zone: "UTC" } },
  products: [{ id: `${id}-app`, name: `${brand} app` }],
});
const SETTINGS = { desks: [deskNamed("a", "First Support", "Alpha"), deskNamed("b", "Second Support", "Beta")] };

export const SIDES = ["a", "b"] as const;
export type Side = (typeof SIDES)[number];
/** Words that are said at one desk and may be read at no other. */
export const WORDS = { a: "words-of-alpha", b: "words-of-beta" } as const;
/** Where the pages of each desk begin. */
export const BASES = { a: "", b: "/desks/b" } as const;

/** The program with two desks, at each of which the same ids have been used. */
export interface TwoDesks extends Program {
  readonly surveys: Readonly<Record<Side, { readonly id: string; readonly url: string }>>;
}

/** Tries until it no longer throws. */
export function soon<T>(look: () => Promise<T>): Promise<T> {
  return vi.waitFor(look, { timeout: 60_000, interval: 100 });
}

export async function json(answer: Promise<Response>): Promise<Record<string, unknown>> {
  return (await (await answer).json()) as Record<string, unknown>;
}

/** A conversation that comes in by the API and is resolved; gives the survey once the question is asked. */
export async function askedTalk(program: Program, side: Side, id: string): Promise<{ id: string; url: string }> {
  const [base, words] = [`/desks/${side}`, WORDS[side]];
  const customer = { id: `c-${id}`, name: `Customer ${words}` };
  expect((await program.call(`${base}/interactions`, { id, customer, product: `${side}-app` })).status).toBe(201);
  const talk = `${base}/interactions/${id}`;
  await program.call(`${talk}/entries`, { author: "customer", text: `It fails, ${words}.` });
  await program.call(`${talk}/entries`, { author: "agent", name: "Ash", text: "Mended." });
  await program.call(`${talk}/resolve`, {});
  return soon(async () => {
    const { survey } = (await json(program.call(talk))) as { survey: { id: string; url: string } };
    expect(survey.url).toEqual(expect.any(String));
    return survey;
  });
}

async function answeredTalk(program: Program, side: Side): Promise<{ id: string; url: string }> {
  const survey = await askedTalk(program, side, "T-1");
  const answer = { score: side === "a" ? 9 : 2, comment: `The app is slow, ${WORDS[side]}.` };
  const given = await program.call(`/desks/${side}/surveys/${survey.id}/response`, answer, { method: "PUT" });
  expect(given.status).toBe(200);
  return survey;
}

/** Id of the conversation of the customer with the name, as the agent's queue has it. */
export async function queuedId(program: Program, side: Side, name: string): Promise<string> {
  const queue = await (await program.sit(`${BASES[side]}/agent?name=Ash`)).text();
  const id = new RegExp(`id="queued-([^"]+)"(?:(?!id="queued-)[\\s\\S])*${name}`).exec(queue)?.[1];
  if (id === undefined) throw new Error(`${name} is not in the queue`);
  return id;
}

/** A chat at the customer's seat in which the question stands. */
async function askedChat(program: Program, side: Side): Promise<void> {
  const [base, name] = [BASES[side], `Chatter ${WORDS[side]}`];
  await program.sit(`${base}/customer/message`, { me: "seat-1", chat: "chat-1", name, text: `Hello, ${WORDS[side]}` });
  const conversation = await queuedId(program, side, name);
  await program.sit(`${base}/agent/reply`, { name: "Ash", conversation, text: "Mended." });
  await program.sit(`${base}/agent/resolve`, { name: "Ash", conversation });
  await soon(async () => {
    const chat = await (await program.sit(`${base}/customer?me=seat-1&chat=chat-1`)).text();
    expect(chat).toContain('class="scores');
  });
}

/** Starts it, and lets a week go by after which each desk has posted a digest of its own. */
export async function startTwoDesks(): Promise<TwoDesks> {
  const program = await startWith(SETTINGS);
  const surveys = { a: await answeredTalk(program, "a"), b: await answeredTalk(program, "b") };
  for (const side of SIDES) {
    await askedChat(program, side);
    await program.sit(`${BASES[side]}/customer/message`, {
      me: "seat-9",
      chat: "chat-9",
      text: `Open, ${WORDS[side]}`,
    });
  }
  program.skip(8 * DAY);
  for (const side of SIDES) {
    await soon(async () => expect(await (await program.sit(`${BASES[side]}/team`)).text()).toContain("is-digest"));
  }
  return { ...program, surveys };
}
