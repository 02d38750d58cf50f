import type { Handled } from "../../src/bot.ts";
import type { Reader } from "../../src/ports.ts";
import { agent, conversation, customer, stranger, type Unstamped } from "../world.ts";
import type { Program } from "./ground.ts";

/** Who looks after the case: whoever has helped in the conversation may not. */
export const follower = { ...agent, address: "web:agent:birch", name: "Agent Birch" };

/** The scores that anybody gives; what else is kept as a score has been coerced. */
export const SCORES = { low: 3, high: 9, stranger: 10 } as const;

type Make = (reader: Reader) => Promise<Unstamped | null>;

async function latest<T extends "survey" | "case">(reader: Reader, table: T): Promise<string | null> {
  return (await reader.list(table, {})).at(-1)?.id ?? null;
}

/** What is about the survey, once there is one. */
function aboutSurvey(make: (surveyId: string) => Unstamped): Make {
  return async (reader) => {
    const id = await latest(reader, "survey");
    return id === null ? null : make(id);
  };
}

/** What is about the case, once there is one. */
function aboutCase(make: (caseId: string) => Unstamped): Make {
  return async (reader) => {
    const id = await latest(reader, "case");
    return id === null ? null : make(id);
  };
}

const score = (by: typeof customer, given: number): Make =>
  aboutSurvey((surveyId) => ({ kind: "score-given", surveyId, by, score: given, via: "tap" }));

/** Everything that people do in the small world, each thing once: one customer's survey, and a stranger who meddles. */
export const EVENTS = {
  resolve: async () => ({ kind: "resolved", conversation, by: agent }),
  reopen: async () => ({ kind: "reopened", conversation, by: agent }),
  low: score(customer, SCORES.low),
  high: score(customer, SCORES.high),
  comment: aboutSurvey((surveyId) => ({
    ...{ kind: "comment-given", surveyId, by: customer, comment: "It took a week.", via: "form" },
  })),
  decline: aboutSurvey((surveyId) => ({ kind: "declined", surveyId, by: customer, choice: "not-now" })),
  optOut: async () => ({ kind: "asking-changed", by: customer, ask: false }),
  strangerScores: score(stranger, SCORES.stranger),
  strangerWrites: async () => ({
    ...{ kind: "message", conversation, messageId: "m-stranger", author: stranger, text: "Me too." },
  }),
  claim: aboutCase((caseId) => ({ kind: "case-acted", caseId, by: follower, act: "claim" })),
  settle: aboutCase((caseId) => ({ kind: "case-acted", caseId, by: follower, act: "resolve", note: "Refunded." })),
} satisfies Record<string, Make>;
export type EventName = keyof typeof EVENTS;
export const EVENT_NAMES = Object.keys(EVENTS) as EventName[];

/** Delivers the event under its one id, as often as it is called; null where what it is about is not there yet. */
export async function deliver({ world, reader }: Program, name: EventName): Promise<Handled | null> {
  const event = await EVENTS[name](reader);
  return event && world.handle({ ...event, id: `only-${name}` } as Unstamped);
}

/** Whether what the event is about is there. */
export async function canHappen({ reader }: Program, name: EventName): Promise<boolean> {
  return (await EVENTS[name](reader)) !== null;
}
