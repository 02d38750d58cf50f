import { grouped } from "../grouping.ts";
import type { FateKind, Interaction, Resolution } from "../interaction/interaction.ts";
import { type Observed, survivalAt } from "./kaplan-meier.ts";
import { rounded, roundedPair } from "./rounding.ts";
import type { Window } from "./week.ts";

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
/** So far back conversations are looked at, days. */
const LOOK_BACK_DAYS = 365;
/** Within how many days customers are heard from again, for the figures shown. */
export const WITHIN_DAYS = [30, 90, 180] as const;
/** So many days after a conversation nobody is watched any more. */
export const LONGEST_DAYS = Math.max(...WITHIN_DAYS);
/** About so many conversations are followed at most; of more, those resolved in some minutes. */
export const MOST_FOLLOWED = 10_000;
/** Minutes are numbered round and round by a prime, so that those taken fall on every hour and weekday alike; the factor scatters them. */
export const ROUND_OF_MINUTES = 1_009;
export const SCATTER = 7_919;

/** How many customers of a fate were heard from again after so many days, or watched for so many without a word. */
export interface HeardCount {
  readonly fate: FateKind;
  readonly days: number;
  readonly isHeard: boolean;
  readonly count: number;
}

/** The share of customers heard from again within so many days, from 0 to 1; nulls where too few were watched for so long. */
export interface HeardWithin {
  readonly days: number;
  readonly share: number | null;
  readonly interval95: readonly [number, number] | null;
  /** How many of them were still watched then, unheard before. */
  readonly atRisk: number;
}

/** What became of the customers of one fate. */
export interface HeardAgain {
  readonly fate: FateKind;
  readonly customers: number;
  readonly within: readonly HeardWithin[];
}

/** In which order the fates are told; who still waits has none. */
const SETTLED = ["answered", "silent", "declined", "not-asked", "undeliverable"] as const;

/** The conversations looked at for the figures as of that moment. */
export function lookBackFrom(until: number): Window {
  return { from: until - LOOK_BACK_DAYS * DAY_MS, to: until };
}

/** How many minutes of each round have their conversations followed, where there are so many in all. */
export function minutesFollowed(conversations: number): number {
  if (conversations <= MOST_FOLLOWED) return ROUND_OF_MINUTES;
  return Math.max(1, Math.floor((ROUND_OF_MINUTES * MOST_FOLLOWED) / conversations));
}

/** What is read of conversations and their resolutions. */
export interface HeardRows {
  readonly resolutions: readonly Resolution[];
  readonly interactions: readonly Interaction[];
}

function isFollowed({ at, imported, fate, fateReason }: Resolution, { from, to }: Window, minutes: number): boolean {
  if (at < from || at >= to || (Math.floor(at / MINUTE_MS) * SCATTER) % ROUND_OF_MINUTES >= minutes) return false;
  return !imported && fate !== "waiting" && fateReason !== "reopened";
}

/** The moments at which the customer was heard from: other conversations they opened, later resolutions of this one, its being open again. */
function momentsAfter({ at, interactionId, number }: Resolution, of: HeardRows, until: number): number[] {
  const others = of.interactions.filter(({ id, openedBy }) => id !== interactionId && openedBy === "customer");
  const again = of.resolutions.filter((one) => one.interactionId === interactionId && one.number > number);
  const open = of.interactions.filter(({ id, state }) => id === interactionId && state === "open");
  const all = [
    ...others.map(({ openedAt }) => openedAt),
    ...again.map((one) => one.at),
    ...open.map(({ lastActivityAt }) => lastActivityAt),
  ];
  return all.filter((moment) => moment > at && moment < until);
}

function observedOf(resolution: Resolution, of: HeardRows, until: number): Omit<HeardCount, "count"> {
  const { fate, at } = resolution;
  const heardAt = Math.min(...momentsAfter(resolution, of, until));
  const days = heardAt < until ? Math.floor((heardAt - at + DAY_MS - 1) / DAY_MS) : Math.floor((until - at) / DAY_MS);
  return { fate, days: Math.min(days, LONGEST_DAYS + 1), isHeard: heardAt < until && days <= LONGEST_DAYS };
}

/**
 * How customers were heard from again up to a moment: of each customer the first conversation of each fate in the time looked back on.
 * A day that has begun counts for who is heard, a day that is over for who is not. Words in the conversation itself count only where
 * they reopened it, since the answer to the question is no return; and what was reopened before it could be asked about is left out.
 */
export function countHeardAgain(rows: HeardRows, until: number): HeardCount[] {
  const window = lookBackFrom(until);
  const minutes = minutesFollowed(rows.resolutions.filter(({ at }) => at >= window.from && at < window.to).length);
  const followed = rows.resolutions.filter((one) => isFollowed(one, window, minutes));
  const byFate = grouped(followed, ({ fate, customerId }) => `${fate} ${customerId}`);
  const first = [...byFate.values()].map((all) => all.reduce((one, other) => (isEarlier(other, one) ? other : one)));
  const resolutions = grouped(rows.resolutions, ({ customerId }) => customerId);
  const interactions = grouped(rows.interactions, ({ customerId }) => customerId);
  const observed = first.map((one) => {
    const { customerId } = one;
    const own = { resolutions: resolutions.get(customerId) ?? [], interactions: interactions.get(customerId) ?? [] };
    return observedOf(one, own, until);
  });
  return [...grouped(observed, (one) => JSON.stringify(one)).values()].flatMap((same) =>
    same.slice(0, 1).map((one) => ({ ...one, count: same.length })),
  );
}

function isEarlier(one: Resolution, other: Resolution): boolean {
  return one.at < other.at || (one.at === other.at && one.id < other.id);
}

function withinDays(observed: readonly Observed[], days: number, isEnough: boolean): HeardWithin {
  const { share, interval95, atRisk } = survivalAt(observed, days);
  if (!isEnough || atRisk === 0) return { days, share: null, interval95: null, atRisk };
  const heard = interval95 && roundedPair([1 - interval95[1], 1 - interval95[0]], 4);
  return { days, share: rounded(1 - share, 4), interval95: heard, atRisk };
}

/** For each fate that anybody had the shares heard from again; no share of fewer customers than the least number. */
export function heardAgainOf(counts: readonly HeardCount[], minCustomers: number): HeardAgain[] {
  return SETTLED.flatMap((fate) => {
    const of = counts.filter((one) => one.fate === fate);
    const customers = of.reduce((sum, { count }) => sum + count, 0);
    if (customers === 0) return [];
    const observed = of.map(({ days, isHeard, count }) => ({ time: days, isEvent: isHeard, count }));
    return [
      { fate, customers, within: WITHIN_DAYS.map((days) => withinDays(observed, days, customers >= minCustomers)) },
    ];
  });
}
