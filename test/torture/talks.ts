import { setTimeout } from "node:timers/promises";
import type { Ledger } from "./ledger.ts";

/** One conversation, and how far it has come. */
export interface Talk {
  readonly platform: string;
  readonly number: number;
  readonly score: number;
  /** What it waits for; empty once it is over. */
  step: string;
}

/** What talks are held with. */
export interface Stage {
  readonly ledger: Ledger;
  /** No talk goes on any more. */
  readonly isOver: () => boolean;
}

/** Holds one conversation, from the first word to an answer; rejects where time runs out. */
export type Holding = (talk: Talk) => Promise<void>;

const PAUSE_MS = 120;
/** Scores in turn: half of them are detractors'. */
const SCORES = [3, 9, 6, 8, 1, 10];

/** Time ran out. */
export class OverError extends Error {}

/** Looks until there is something; what fails meanwhile is tried again. Gives null after so many milliseconds, if any are said. */
export async function until<T>(stage: Stage, look: () => T | Promise<T>, patienceMs?: number): Promise<NonNullable<T>> {
  for (const begun = Date.now(); ; ) {
    if (stage.isOver()) throw new OverError();
    const found = await Promise.resolve()
      .then(look)
      .catch((error: unknown) => {
        if (error instanceof RefusedError) throw error;
        return null;
      });
    if (found) return found;
    if (patienceMs !== undefined && Date.now() - begun > patienceMs) throw new LateError();
    await setTimeout(PAUSE_MS);
  }
}

/** The program said that it is not to be, which no trying again changes. */
export class RefusedError extends Error {}

/** It took longer than somebody would wait. */
export class LateError extends Error {}

/** Several at once, each with the next number, for as long as new ones may begin. */
export async function holdTalks(
  platform: string,
  {
    holding,
    atOnce,
    mayBegin,
  }: { readonly holding: Holding; readonly atOnce: number; readonly mayBegin: () => boolean },
  talks: Talk[],
): Promise<void> {
  let number = 0;
  const holdOneByOne = async () => {
    while (mayBegin()) {
      const talk = { platform, number, score: SCORES[number % SCORES.length] ?? 3, step: "begin" };
      number += 1;
      talks.push(talk);
      try {
        await holding(talk);
        talk.step = "";
      } catch (error) {
        if (!(error instanceof OverError)) talk.step += ` (${String(error)})`;
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, holdOneByOne));
}
