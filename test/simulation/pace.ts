import { HOUR, MINUTE } from "../world.ts";
import type { Random } from "./random.ts";

export type Role = "customer" | "agent";

/** When people do what they have in mind. */
export interface Pace {
  /** The moment at which somebody does what they have in mind for so many milliseconds from now. */
  at(now: number, ms: number, role: Role, random: Random): number;
  /** How long after each other they do what they do at once, milliseconds. */
  readonly apart: number;
}

/** To the millisecond. */
export const AT_ANY_TIME: Pace = { at: (now, ms) => now + ms, apart: 0 };

/** Where in an hour each does things: so long that what falls due within minutes of one is over before the other begins. */
const FROM: Readonly<Record<Role, number>> = { customer: 5 * MINUTE, agent: 35 * MINUTE };
const WITHIN = 15 * MINUTE;

/**
 * Hour by hour: customers in its first half, agents in its second. What falls due by the clock does so on the half hour, or whole hours and a few
 * minutes after one of them. So whatever comes late by less than five minutes is seen and answered at the same moment as if it had
 * come in time, and overtakes nothing.
 */
export const BY_THE_HOUR: Pace = {
  at: (now, ms, role, random) =>
    Math.floor(now / HOUR) * HOUR + Math.ceil(ms / HOUR) * HOUR + FROM[role] + random.below(WITHIN),
  apart: 2 * MINUTE,
};
