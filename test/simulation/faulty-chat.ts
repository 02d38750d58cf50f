import type { Chat } from "../../src/ports.ts";
import { MINUTE, SECOND } from "../world.ts";
import type { Journal } from "./journal.ts";
import type { Life } from "./life.ts";
import type { Options } from "./options.ts";
import type { Random } from "./random.ts";

export interface ChatFaults {
  readonly life: Life;
  readonly random: Random;
  readonly journal: Journal;
  /** How likely a process stands still now. */
  readonly stills: () => Options["stills"] | null;
  /** Hears where a question did not come to stand, as far as is known. */
  readonly onHeldUp: (lane: string) => void;
}

export const LONGEST_STILLNESS = 4 * MINUTE;

/** How long a process stands still: for half a second to half a minute, which others do not notice, or mostly for longer than what it holds is its own. */
export function stillnessOf(random: Random): number {
  return random.chance(0.5) ? (SECOND / 2) * 2 ** random.between(0, 6) : random.between(MINUTE / 2, LONGEST_STILLNESS);
}

/** The platform as one process sees it that may stand still as a post is about to leave, or before the answer to it is heard. */
export function faultyChat(chat: Chat, { life, random, journal, stills, onHeldUp }: ChatFaults): Chat {
  const pass = async (when: "before" | "after"): Promise<void> => {
    const now = stills();
    if (now && random.chance(now.posts)) {
      journal.fault(`stands still ${when} a post`);
      await life.standStill(stillnessOf(random));
    }
    await life.goOn();
  };
  return {
    ...chat,
    async post(outgoing) {
      await pass("before");
      const result = await chat.post(outgoing);
      if (result.kind !== "posted" && outgoing.post.surveyId !== null) onHeldUp(outgoing.post.lane);
      await pass("after");
      return result;
    },
    async find(outgoing) {
      await life.goOn();
      const found = await chat.find(outgoing);
      await life.goOn();
      return found;
    },
  };
}
