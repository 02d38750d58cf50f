import type { Settings } from "../../src/settings.ts";
import type { QuietHours } from "../../src/survey/quiet-hours.ts";
import { DAY, HOUR, MINUTE, SECOND, settingsOf } from "../world.ts";
import type { Random } from "./random.ts";
import type { DESKS } from "./town.ts";

/** On what terms a desk asks: durations in milliseconds, quiet hours in minutes of the day. */
export interface DeskTerms {
  readonly where: "thread" | "dm";
  readonly delay: number;
  /** From the question to the reminder; none comes where this is as long as `expireAfter` or longer. */
  readonly remindAfter: number;
  readonly expireAfter: number;
  /** From the answer until it can be changed no more. */
  readonly changeWindow: number;
  readonly cooldown: { readonly answered: number; readonly unanswered: number };
  /** None where both are the same. */
  readonly quietHours: QuietHours;
}

/** The terms of both desks. */
export type AllTerms = Readonly<Record<(typeof DESKS)[number], DeskTerms>>;

const ORDINARY: DeskTerms = {
  where: "thread",
  delay: 5 * MINUTE,
  ...{ remindAfter: 3 * DAY, expireAfter: 7 * DAY, changeWindow: 7 * DAY },
  cooldown: { answered: 20 * DAY, unanswered: 8 * DAY },
  quietHours: { from: 20 * 60, to: 8 * 60 },
};

/** As most desks ask: one in conversations, one on direct lines. */
export const ORDINARY_TERMS: AllTerms = { north: ORDINARY, south: { ...ORDINARY, where: "dm" } };

function drawTermsOf(random: Random): DeskTerms {
  const expireAfter = random.pick([7 * DAY, 7 * DAY, 5 * DAY, 2 * DAY]);
  return {
    where: random.pick(["thread", "dm"]),
    delay: random.pick([5 * MINUTE, 5 * MINUTE, 0, MINUTE, HOUR, 6 * HOUR]),
    ...{ expireAfter, remindAfter: random.pick([expireAfter / 2, expireAfter / 2, DAY, 12 * HOUR, expireAfter]) },
    changeWindow: random.pick([7 * DAY, 7 * DAY, DAY, 12 * DAY]),
    cooldown: {
      answered: random.pick([20 * DAY, 20 * DAY, 2 * DAY, 60 * DAY]),
      unanswered: random.pick([8 * DAY, 8 * DAY, DAY, 30 * DAY]),
    },
    quietHours: {
      from: random.pick([20 * 60, 22 * 60 + 30, 17 * 60]),
      to: random.pick([8 * 60, 6 * 60 + 30, 11 * 60]),
    },
  };
}

/** Every desk has its own, or both have the ordinary ones. */
export function drawTerms(random: Random): AllTerms {
  if (random.chance(0.3)) return ORDINARY_TERMS;
  return { north: drawTermsOf(random), south: drawTermsOf(random) };
}

/** Terms under which much happens in few days. */
export function drawHurriedTerms(random: Random): AllTerms {
  const hurried = (terms: DeskTerms): DeskTerms => {
    const expireAfter = random.pick([8 * HOUR, 8 * HOUR, DAY, 2 * DAY, 3 * DAY]);
    const remindAfter = random.pick([3 * HOUR, 12 * HOUR, expireAfter]);
    const rest = random.pick([0, 6 * HOUR, DAY, 3 * DAY]);
    const cooldown = { answered: rest, unanswered: random.pick([rest, 0, 2 * DAY]) };
    const changeWindow = random.pick([DAY, 3 * DAY, 7 * DAY]);
    return { ...terms, delay: random.pick([0, MINUTE, HOUR]), expireAfter, remindAfter, changeWindow, cooldown };
  };
  const { north, south } = drawTerms(random);
  return { north: hurried(north), south: hurried(south) };
}

const DESK_ZONES: AllZones = { north: "Europe/Berlin", south: "America/New_York" };
type AllZones = Readonly<Record<keyof AllTerms, string>>;

const inSeconds = (ms: number): string => `${ms / SECOND}s`;
const onClock = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;

/** Nothing is old enough to be taken away: every event must have its rows at the end. */
export function settingsOn(desk: keyof AllTerms, terms: DeskTerms): Settings {
  const { where, delay, remindAfter, expireAfter, changeWindow, cooldown, quietHours } = terms;
  return settingsOf({
    desk: { name: desk, brand: `Acme ${desk}`, zone: DESK_ZONES[desk] },
    ask: {
      ...{ where, delay: inSeconds(delay), remindAfter: inSeconds(remindAfter) },
      ...{ expireAfter: inSeconds(expireAfter), changeWindow: inSeconds(changeWindow) },
      cooldownAnswered: inSeconds(cooldown.answered),
      cooldownUnanswered: inSeconds(cooldown.unanswered),
      quietHours: quietHours.from === quietHours.to ? "" : `${onClock(quietHours.from)}-${onClock(quietHours.to)}`,
    },
    privacy: { transcriptRetention: "3000d", responseRetention: "3000d" },
  });
}
