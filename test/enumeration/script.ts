import { setImmediate as turn } from "node:timers/promises";
import type { InboundEvent } from "../../src/events.ts";
import { MINUTE, MONDAY_TEN, type Unstamped } from "../world.ts";
import { emptyGround, type Ground, type Program, start } from "./ground.ts";
import type { Step } from "./stories.ts";

/** A piece of a story that one program does from its start: an event is heard, or what is due is looked at once. */
export interface Piece {
  /** Whether it is an event, which is delivered again to whoever comes after a program that died of it. */
  readonly isEvent: boolean;
  play(program: Program): Promise<void>;
}

const TRIES = 3;

/** Delivers it as platforms do: until it is acknowledged, under the same id and with the time at which it happened. */
async function deliver({ world }: Program, event: Unstamped, id: string): Promise<void> {
  const at = world.now();
  for (let tries = 1; ; tries += 1) {
    try {
      const handled = await world.bot.handle({ ...event, id, at } as InboundEvent);
      if (handled.refusal) throw new Error(`${id}: ${handled.refusal.text}`);
      return;
    } catch (error) {
      if (tries === TRIES) throw error;
    }
  }
}

/** Looks at what is due and posts; what fails is left for the next time, as the program's own loops do. */
export async function beat({ world }: Program): Promise<void> {
  await world.ticker.tick().catch(() => {});
  await world.dispatcher.drain().catch(() => {});
  await turn();
}

/** The steps in pieces: what is done, a look at once and in the minutes after it, and two when the wait is over. */
export function piecesOf(steps: readonly Step[]): Piece[] {
  return steps.flatMap(({ says, waitMs }, number) => {
    const heard: Piece[] = says
      ? [{ isEvent: true, play: async (program) => deliver(program, await says(program), `step-${number}`) }]
      : [];
    const waits = [0, 2 * MINUTE, Math.max(0, waitMs - 2 * MINUTE), 2 * MINUTE];
    const looks = waits.map((wait) => ({
      isEvent: false,
      play: async (program: Program) => {
        program.world.sleep(wait);
        await beat(program);
      },
    }));
    return [...heard, ...looks];
  });
}

/** Before the first word, with the digest of the week before behind it. */
export async function beforeAll(): Promise<Ground> {
  const program = start(emptyGround(MONDAY_TEN));
  await program.world.settle();
  return program.ground();
}
