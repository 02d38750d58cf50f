import type { LocalDiscord } from "../servers/discord.ts";
import { wordsOf } from "./ledger.ts";
import { DISCORD_AGENT, PEOPLE } from "./scene.ts";
import { type Holding, type Stage, until } from "./talks.ts";

/** A message for the customer alone says why it was not taken; where it was, the question shows it. */
const SUFFICES = ["nothing", "update"];

/** In a thread of a channel of Discord. */
export function talkOnDiscord(discord: LocalDiscord, support: { readonly id: string }, stage: Stage): Holding {
  return async (talk) => {
    const { platform } = talk;
    const [customer, agent] = [discord.user(PEOPLE[talk.number] ?? ""), discord.user(DISCORD_AGENT)];
    const [asked, answered] = wordsOf(platform, talk.number);
    const note = (kind: "words" | "resolved" | "score", value = "") =>
      stage.ledger.note({ platform, kind, talk: asked, value });
    const thread = customer.createsThread(support, `Parcel ${talk.number}`, { text: asked });
    note("words", asked);
    agent.writes(thread, answered);
    note("words", answered);
    talk.step = "it is resolved";
    await until(stage, async () => /resolved/i.test((await agent.runs("resolve", { in: thread })).text));
    note("resolved");
    talk.step = "the question comes";
    const seen = () => customer.sees(thread).find(({ components = [] }) => components.length > 0);
    const question = await until(stage, seen);
    talk.step = "the answer is taken";
    const button = `"label":"${talk.score}"`;
    const isTaken = () =>
      !customer
        .sees(thread)
        .some(({ id, components }) => id === question.id && JSON.stringify(components).includes(button));
    const click = () => customer.clicks(question, String(talk.score));
    await until(stage, async () => isTaken() || SUFFICES.includes((await click()).kind));
    note("score", String(talk.score));
  };
}
