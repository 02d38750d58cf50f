import type { LivedWait } from "../interaction/lived-wait.ts";
import type { Leader } from "./find-leader.ts";
import { spanOf } from "./pauses.ts";

/** A length of time in words, e.g. `4 min` or `1 h 59 min`. */
export function spanWords({ say }: Pick<Leader, "say">, ms: number): string {
  const [large, small] = spanOf(ms).map(({ unit, count }) => say(`span.${unit}`, { count }));
  return small === undefined ? (large ?? "") : say("span.both", { large: large ?? "", small });
}

function promiseWords(speaking: Pick<Leader, "say">, { firstHumanMs, promisedMs }: LivedWait): string[] {
  if (promisedMs === null) return [];
  const isKept = firstHumanMs !== null && firstHumanMs <= promisedMs;
  const span = spanWords(speaking, promisedMs);
  return [speaking.say(isKept ? "wait.promiseKept" : "wait.promiseBroken", { span })];
}

/** The wait as its customer lived it, a sentence each. */
export function waitedWords(speaking: Pick<Leader, "say">, wait: LivedWait): string[] {
  const { say } = speaking;
  const { firstHumanMs, longestSilenceMs, handovers, reopenings } = wait;
  return [
    firstHumanMs === null ? say("wait.nobody") : say("wait.first", { span: spanWords(speaking, firstHumanMs) }),
    ...promiseWords(speaking, wait),
    ...(longestSilenceMs === 0 ? [] : [say("wait.silence", { span: spanWords(speaking, longestSilenceMs) })]),
    ...(handovers === 0 ? [] : [say("wait.handovers", { count: handovers })]),
    ...(reopenings === 0 ? [] : [say("wait.reopenings", { count: reopenings })]),
  ];
}
