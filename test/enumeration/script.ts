import { setImmediate as turn } from "node:timers/promises";
import type { Handled } from "../../src/bot.ts";
import type { InboundEvent } from "../../src/events.ts";
import { agent, conversation, customer, DAY, HOUR, MINUTE, MONDAY_TEN, type Unstamped } from "../world.ts";
import { emptyGround, type Ground, type Program, start } from "./ground.ts";
import { follower } from "./moves.ts";

/** One step of the conversation: what somebody does, and how long is then waited. */
interface Step {
  readonly says: (program: Program) => Promise<Unstamped | null>;
  readonly waitMs: number;
}

const survey = async ({ reader }: Program) => (await reader.list("survey", {}))[0]?.id ?? "";
const theCase = async ({ reader }: Program) => (await reader.list("case", {}))[0]?.id ?? "";
const says = (author: typeof agent, messageId: string, text: string) => async (): Promise<Unstamped> => ({
  ...{ kind: "message", conversation, messageId, author, text },
});

/** From the opening to the closed case, and on to the Monday on which the digest is posted. */
export const STEPS: readonly Step[] = [
  { says: says(customer, "m1", "My invoice is wrong."), waitMs: 4 * MINUTE },
  { says: says(agent, "m2", "I have corrected it."), waitMs: 4 * MINUTE },
  { says: async () => ({ kind: "resolved", conversation, by: agent }), waitMs: 10 * MINUTE },
  {
    says: async (on) => ({ kind: "score-given", surveyId: await survey(on), by: customer, score: 3, via: "tap" }),
    waitMs: 4 * MINUTE,
  },
  {
    says: async (on) => ({
      ...{ kind: "comment-given", surveyId: await survey(on), by: customer, comment: "It took a week.", via: "form" },
    }),
    waitMs: 4 * MINUTE,
  },
  { says: async (on) => ({ kind: "case-acted", caseId: await theCase(on), by: follower, act: "claim" }), waitMs: HOUR },
  {
    says: async (on) => ({
      ...{ kind: "case-acted", caseId: await theCase(on), by: follower, act: "resolve", note: "Refunded." },
    }),
    waitMs: 10 * MINUTE,
  },
  { says: async () => null, waitMs: 7 * DAY },
];

const TRIES = 3;

/** Delivers it as platforms do: until it is acknowledged, under the same id and with the time at which it happened. */
async function deliver(program: Program, event: Unstamped, id: string): Promise<Handled> {
  const { world } = program;
  const at = world.now();
  for (let tries = 1; ; tries += 1) {
    try {
      return await world.bot.handle({ ...event, id, at } as InboundEvent);
    } catch (error) {
      if (tries === TRIES) throw error;
    }
  }
}

/** Looks at what is due and posts; what fails is left for the next time, as the program's own loops do. */
async function beat({ world }: Program): Promise<void> {
  await world.ticker.tick().catch(() => {});
  await world.dispatcher.drain().catch(() => {});
  await turn();
}

/** Does the step of that number; three looks in the minutes after it, and one when the wait is over and two after that. */
export async function play(program: Program, number: number): Promise<void> {
  const step = STEPS[number];
  const event = await step?.says(program);
  const handled = event && (await deliver(program, event, `step-${number}`));
  if (handled?.refusal) throw new Error(`Step ${number}: ${handled.refusal.text}`);
  const waits = [0, 2 * MINUTE, (step?.waitMs ?? 0) - 2 * MINUTE, 2 * MINUTE, 2 * MINUTE];
  for (const wait of waits) {
    program.world.sleep(wait);
    await beat(program);
  }
}

/** Before the first word, with the digest of the week before behind it. */
export async function beforeAll(): Promise<Ground> {
  const program = start(emptyGround(MONDAY_TEN));
  await program.world.settle();
  return program.ground();
}
