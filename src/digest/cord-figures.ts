import { Temporal } from "temporal-polyfill";
import type { Cord } from "../recovery/cord.ts";
import type { Window } from "./week.ts";

/** What the digest reads of a cord. */
export type CordRow = Pick<Cord, "line" | "state" | "pulledAt" | "byAddress" | "responses" | "answeredAt">;

/** A cord of the week: pulled or answered in it, or standing at its end. */
export interface CordFigure {
  /** Null where no product is named. */
  readonly product: string | null;
  /** RFC 3339. */
  readonly pulledAt: string;
  /** How many unhappy answers it holds. */
  readonly detractors: number;
  readonly by: "rule" | "person";
  /** RFC 3339; null while it stands. */
  readonly answeredAt: string | null;
}

function instant(at: number): string {
  return Temporal.Instant.fromEpochMilliseconds(at).toString();
}

function isOfWeek({ state, pulledAt, answeredAt }: CordRow, { from, to }: Window): boolean {
  return state !== "joined" && pulledAt < to && (answeredAt === null || answeredAt >= from);
}

/** The cords of the window as of `now`, milliseconds since 1970, the oldest first. */
export function cordFiguresOf(cords: readonly CordRow[], window: Window, now: number): CordFigure[] {
  const ofWeek = cords.filter((cord) => isOfWeek(cord, window)).toSorted((one, other) => one.pulledAt - other.pulledAt);
  return ofWeek.map(({ line, pulledAt, byAddress, responses, answeredAt }) => ({
    product: line === "" ? null : line,
    pulledAt: instant(pulledAt),
    detractors: responses.length,
    by: byAddress === null ? "rule" : "person",
    answeredAt: answeredAt === null || answeredAt > now ? null : instant(answeredAt),
  }));
}
