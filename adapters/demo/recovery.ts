import type { CaseActed } from "../../src/team-events.ts";
import type { Random } from "./random.ts";
import type { DeskWords } from "./sample.ts";
import type { Repair } from "./story.ts";
import type { Step } from "./talk.ts";

const MINUTE = 60_000;

/** How the team takes an unhappy answer: most at once, some too late, a few only after a lead has stepped in. */
const WAYS = { prompt: 79, late: 9, escalated: 6, unreachable: 6 };

function hours(random: Random, least: number, most: number): number {
  return random.between(least * 60, most * 60) * MINUTE;
}

function step(after: number, by: "colleague" | "lead", act: CaseActed["act"], note?: string): Step {
  return { after, act: { kind: "case", by, act, ...(note === undefined ? {} : { note }) } };
}

function resolved(after: number, by: "colleague" | "lead", { outcome, cause }: Repair): Step {
  return { after, act: { kind: "case", by, act: "resolve", note: outcome, cause } };
}

/** A case taken up within the hour and closed with what was done. */
export function promptRecovery(random: Random, repair: Repair): Step[] {
  return [
    step(hours(random, 0.2, 2), "colleague", "claim"),
    step(hours(random, 0.2, 3), "colleague", "contact"),
    resolved(hours(random, 1, 14), "colleague", repair),
  ];
}

/** What the team will do about a case, in business time. */
export function recoveryOf(random: Random, desk: DeskWords, repair: Repair): Step[] {
  switch (random.weighted(WAYS)) {
    case "prompt":
      return promptRecovery(random, repair);
    case "late":
      return [
        step(hours(random, 2, 6), "colleague", "claim"),
        step(hours(random, 7, 9), "colleague", "contact"),
        resolved(hours(random, 4, 16), "colleague", repair),
      ];
    case "escalated":
      return [
        step(hours(random, 17, 22), "lead", "claim"),
        step(hours(random, 0.2, 2), "lead", "contact"),
        resolved(hours(random, 2, 12), "lead", repair),
      ];
    case "unreachable":
      return [
        step(hours(random, 0.5, 5), "colleague", "claim"),
        step(hours(random, 24, 40), "colleague", "close", random.pick(desk.unreachable)),
      ];
  }
}
