import { setTimeout } from "node:timers/promises";
import type { Message } from "../servers/slack/messages.ts";
import type { LocalSlack } from "../servers/slack/slack.ts";
import { wordsOf } from "./ledger.ts";
import { AGENT, PEOPLE, SUPPORT } from "./scene.ts";
import { type Holding, LateError, type Stage, until } from "./talks.ts";

/** Nobody answers within the millisecond in which they were asked: which came first would not be known. */
const SOONEST_MS = 5;
const DONE = "white_check_mark";
/** An agent whose reaction seems to do nothing takes it back and gives it again. */
const PATIENCE_MS = 20_000;

/** Whether the program has acknowledged the message, or Slack has given it up. */
function isOver(slack: LocalSlack, { ts, channel }: Message): boolean {
  const isIt = (body: unknown) => {
    const { event } = body as { readonly event?: { readonly ts?: string; readonly channel?: string } };
    return event?.ts === ts && event.channel === channel;
  };
  return (
    slack.deliveries.some(({ parcel, receipt }) => receipt.ok && isIt(parcel.payload)) || slack.events.lost.some(isIt)
  );
}

/** In a thread of a channel of Slack. */
export function talkOnSlack(slack: LocalSlack, stage: Stage): Holding {
  return async (talk) => {
    const channel = SUPPORT[talk.number % SUPPORT.length] ?? SUPPORT[0];
    const [customer, agent] = [slack.user(PEOPLE[talk.number] ?? ""), slack.user(AGENT)];
    const [asked, answered] = wordsOf(talk.platform, talk.number);
    const first = customer.writes(channel, asked);
    await setTimeout(SOONEST_MS);
    const reply = agent.writes(channel, answered, { thread: first });
    talk.step = "the words are taken";
    await until(stage, () => isOver(slack, first) && isOver(slack, reply));
    talk.step = "the question comes";
    const question = await questionAfter(async () => {
      agent.reacts(first, DONE);
      const seen = () => customer.sees(channel, first).find(hasScores);
      return until(stage, seen, PATIENCE_MS).finally(() => agent.unreacts(first, DONE));
    });
    talk.step = "the answer is taken";
    const isTaken = () =>
      !customer.sees(channel, first).some((message) => message.ts === question.ts && hasScores(message));
    await until(stage, async () => isTaken() || (await customer.clicks(question, `score:${talk.score}`)) === "ok");
  };
}

function hasScores({ content }: Message): boolean {
  return JSON.stringify(content.blocks ?? []).includes('"score:');
}

async function questionAfter<T>(resolve: () => Promise<T>): Promise<T> {
  for (;;)
    try {
      return await resolve();
    } catch (error) {
      if (!(error instanceof LateError)) throw error;
    }
}
