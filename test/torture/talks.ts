import { setTimeout } from "node:timers/promises";
import type { LocalDiscord } from "../servers/discord.ts";
import { readable } from "../servers/slack/readable.ts";
import type { LocalSlack } from "../servers/slack/slack.ts";

/** One conversation on one platform, from the first word to an unhappy answer; resolves once the answer was taken. */
export type Talk = (number: number) => Promise<void>;

const PAUSE = 150;

/** Looks until there is something; what fails meanwhile is tried again. */
async function until<T>(look: () => T | Promise<T | null | undefined> | null | undefined): Promise<T> {
  for (;;) {
    const found = await Promise.resolve()
      .then(look)
      .catch(() => null);
    if (found) return found as T;
    await setTimeout(PAUSE);
  }
}

/** What a customer and an agent write in a talk, nowhere else written. */
export function wordsOf(platform: string, number: number): readonly [string, string] {
  return [`Parcel ${number} of ${platform} is late.`, `Parcel ${number} of ${platform} is on its way.`];
}

/** Over the help-desk API; each call is made until it is acknowledged. */
export function talkOverApi(origin: () => string | null, key: string): Talk {
  const call = (method: string, path: string, body: unknown, name: string) =>
    until(async () => {
      const headers = {
        ...{ authorization: `Bearer ${key}`, "content-type": "application/json" },
        ...(method === "GET" ? {} : { "idempotency-key": name }),
      };
      const init = { method, headers, signal: AbortSignal.timeout(5_000) };
      const given = method === "GET" ? init : { ...init, body: JSON.stringify(body) };
      const answer = await fetch(`${origin()}/api/v1${path}`, given);
      return answer.ok ? { body: JSON.parse((await answer.text()) || "null") } : null;
    });
  return async (number) => {
    const id = `talk-${number}`;
    const [asked, answered] = wordsOf("api", number);
    await call("POST", "/interactions", { id, customer: { id: `c-${number}`, name: "Juniper" } }, `${id}-open`);
    await call("POST", `/interactions/${id}/entries`, { author: "customer", text: asked }, `${id}-1`);
    await call("POST", `/interactions/${id}/entries`, { author: "agent", name: "Ash", text: answered }, `${id}-2`);
    await call("POST", `/interactions/${id}/resolve`, { by: "Ash" }, `${id}-resolve`);
    const survey = await until(async () => {
      const { body } = await call("GET", `/interactions/${id}`, null, "");
      return body.survey?.state === "asked" ? body.survey : null;
    });
    await call("PUT", `/surveys/${survey.id}/response`, { score: 3 }, `${id}-answer`);
  };
}

/** In a channel of Slack. */
export function talkOnSlack(slack: LocalSlack, channel: string, people: readonly string[]): Talk {
  return async (number) => {
    const [customer, agent] = [slack.user(people[number] ?? ""), slack.user("U2")];
    const [asked, answered] = wordsOf("slack", number);
    const first = customer.writes(channel, asked);
    agent.writes(channel, answered, { thread: first });
    await slack.events.quiet();
    agent.reacts(first, "white_check_mark");
    const question = await until(() =>
      customer.sees(channel, first).find((message) => readable(message).includes("recommend")),
    );
    await until(async () => (await customer.clicks(question, "score:3")) === "ok");
  };
}

/** In a thread of Discord. */
export function talkOnDiscord(
  discord: LocalDiscord,
  support: { readonly id: string },
  people: readonly string[],
): Talk {
  return async (number) => {
    const [customer, agent] = [discord.user(people[number] ?? ""), discord.user("agent")];
    const [asked, answered] = wordsOf("discord", number);
    const thread = customer.createsThread(support, `Parcel ${number}`, { text: asked });
    agent.writes(thread, answered);
    await until(async () => /resolved/.test((await agent.runs("resolve", { in: thread })).text));
    const question = await until(() => customer.sees(thread).find(({ content }) => content.includes("recommend")));
    await until(async () => (await customer.clicks(question, "3")).kind === "nothing");
  };
}
