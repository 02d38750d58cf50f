import type { Handled } from "../../src/bot.ts";
import type { Reader } from "../../src/ports.ts";
import { agent, conversation, customer, stranger, type Unstamped } from "../world.ts";
import type { Program } from "./ground.ts";
import type { Snapshot } from "./snapshot.ts";

/** Who looks after the case: whoever has helped in the conversation may not. */
export const follower = { ...agent, address: "web:agent:birch", name: "Agent Birch" };

/** The scores that anybody gives; what else is kept as a score has been coerced. */
export const SCORES = { low: 3, high: 9, stranger: 10 } as const;

/** What an event is about: the latest of its kind. */
interface Subjects {
  readonly surveyId: string;
  readonly caseId: string;
}

interface Move {
  /** What must be there for it to happen. */
  readonly about: "survey" | "case" | null;
  readonly make: (subjects: Subjects) => Unstamped;
}

const anyTime = (event: Unstamped): Move => ({ about: null, make: () => event });
const aboutSurvey = (make: Move["make"]): Move => ({ about: "survey", make });
const aboutCase = (make: Move["make"]): Move => ({ about: "case", make });

const score = (by: typeof customer, given: number): Move =>
  aboutSurvey(({ surveyId }) => ({ kind: "score-given", surveyId, by, score: given, via: "tap" }));

/** Everything that people do in the small world, each thing once: one customer's survey, and a stranger who meddles. */
export const EVENTS = {
  resolve: anyTime({ kind: "resolved", conversation, by: agent }),
  reopen: anyTime({ kind: "reopened", conversation, by: agent }),
  low: score(customer, SCORES.low),
  high: score(customer, SCORES.high),
  comment: aboutSurvey(({ surveyId }) => ({
    ...{ kind: "comment-given", surveyId, by: customer, comment: "It took a week.", via: "form" },
  })),
  decline: aboutSurvey(({ surveyId }) => ({ kind: "declined", surveyId, by: customer, choice: "not-now" })),
  optOut: anyTime({ kind: "asking-changed", by: customer, ask: false }),
  strangerScores: score(stranger, SCORES.stranger),
  strangerWrites: anyTime({
    ...{ kind: "message", conversation, messageId: "m-stranger", author: stranger, text: "Me too." },
  }),
  claim: aboutCase(({ caseId }) => ({ kind: "case-acted", caseId, by: follower, act: "claim" })),
  settle: aboutCase(({ caseId }) => ({ kind: "case-acted", caseId, by: follower, act: "resolve", note: "Refunded." })),
} satisfies Record<string, Move>;
export type EventName = keyof typeof EVENTS;
export const EVENT_NAMES = Object.keys(EVENTS) as EventName[];

/** The one id under which the event is delivered. */
export function idOf(name: EventName): string {
  return `only-${name}`;
}

/** The id of the latest one; empty where there is none. */
export async function latest(reader: Reader, table: "survey" | "case"): Promise<string> {
  return (await reader.list(table, {})).at(-1)?.id ?? "";
}

/** Delivers the event under its one id, as often as it is called. */
export async function deliver({ world, reader }: Program, name: EventName): Promise<Handled> {
  const subjects = { surveyId: await latest(reader, "survey"), caseId: await latest(reader, "case") };
  return world.handle({ ...EVENTS[name].make(subjects), id: idOf(name) } as Unstamped);
}

/** Whether what the event is about is there. */
export function canHappen(rows: Snapshot, name: EventName): boolean {
  const { about }: Move = EVENTS[name];
  return about === null || rows[about].length > 0;
}
