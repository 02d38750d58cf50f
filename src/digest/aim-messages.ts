import { Temporal } from "temporal-polyfill";
import { productName } from "../name-product.ts";
import type { Settings } from "../settings.ts";
import type { Aim, AimFigure, AimMeasure } from "./aim.ts";
import type { Digest } from "./document.ts";
import type { AimState } from "./gather-aims.ts";
import type { Speaker } from "./say-figures.ts";

/** A number that an aim is about, as people write it. */
export function aimNumber(speaker: Speaker, measure: AimMeasure, value: number): string {
  return measure === "score" ? speaker.points(value) : speaker.percent(value / 100);
}

/** What is aimed at: `a score of at least +20 by December 31, 2026`. */
export function aimGoal(speaker: Speaker, { measure, to, on }: Aim, zone: string): string {
  const day = Temporal.PlainDate.from(on).toZonedDateTime({ timeZone: zone, plainTime: "12:00" });
  const values = { to: aimNumber(speaker, measure, to), on: speaker.day(day.epochMilliseconds) };
  return speaker.say(`digest.aim.${measure}`, values);
}

/** What became of an aim, with the numbers then and now. */
export function aimLine(speaker: Speaker, figure: AimFigure, settings: Pick<Settings, "desk" | "products">): string {
  const { measure, before, now, interval95, outcome, product } = figure;
  const known = before !== null && now !== null && interval95 !== null;
  const figures = known
    ? speaker.say("digest.aim.figures", {
        before: aimNumber(speaker, measure, before),
        now: aimNumber(speaker, measure, now),
        low: speaker.points(interval95[0]),
        high: speaker.points(interval95[1]),
      })
    : speaker.say("digest.aim.few");
  const values = { product: productName(settings, product), goal: aimGoal(speaker, figure, settings.desk.zone) };
  return speaker.say(`digest.aim.${outcome}`, { ...values, figures });
}

/** What became of the decisions whose day fell into the week. */
export function aimLines(
  speaker: Speaker,
  { aims = [] }: Digest,
  settings: Pick<Settings, "desk" | "products">,
): string[] {
  return aims.map((figure) => aimLine(speaker, figure, settings));
}

/** How an aim stands, in a sentence. */
export function aimStateLine(speaker: Speaker, state: AimState, settings: Pick<Settings, "desk" | "products">): string {
  if (state.state === "judged") return aimLine(speaker, state.aim, settings);
  return speaker.say(`digest.aim.${state.state}`, { goal: aimGoal(speaker, state.aim, settings.desk.zone) });
}
