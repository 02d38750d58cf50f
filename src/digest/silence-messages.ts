import type { Reader } from "../ports.ts";
import type { WordingKey } from "../wording.ts";
import { SKIP_KINDS, type SkipFigures } from "./asking.ts";
import type { Digest } from "./document.ts";
import type { HeardAgain, HeardWithin } from "./heard-again.ts";
import type { Speaker } from "./say-figures.ts";
import { type SilenceFigures, WANTED_POINTS } from "./silence-figures.ts";

/** The names of the key customers who have said nothing twice, as far as they are known. */
async function keyNames(store: Pick<Reader, "get">, { silence }: Digest): Promise<string[]> {
  const customers = await Promise.all(silence.keyCustomers.map(({ customerId }) => store.get("customer", customerId)));
  return customers.flatMap((customer) => (customer ? [customer.name ?? customer.email ?? customer.id] : []));
}

function neededLines(speaker: Speaker, { stillNeeded }: SilenceFigures): string[] {
  return stillNeeded ? [speaker.say("digest.silence.needed", { count: stillNeeded, points: WANTED_POINTS })] : [];
}

/** Whether the silent differ, as far as chance lets that be told. */
function differenceLines(speaker: Speaker, { differs }: SilenceFigures): string[] {
  if (differs === undefined || differs.points === null || differs.interval95 === null) return [];
  const { verdict, points, interval95 } = differs;
  const [low = 0, high = 0] = interval95.map(Math.abs).toSorted((a, b) => a - b);
  const distance = (value: number) => speaker.count(Math.abs(value));
  const values = { points: distance(points), low: distance(low), high: distance(high) };
  return [speaker.say(`digest.everybody.${verdict}`, verdict === "no-difference" ? {} : values)];
}

/** The score of everybody beside that of those who answered, and whether the silent differ; or that nobody has measured it yet. */
export function everybodyLines(speaker: Speaker, document: Digest): string[] {
  const { silence, fates, mayStillAnswer } = document;
  const { answered, overall, interval95, weeks } = silence;
  if (answered !== null && overall !== null && interval95 !== null) {
    const [low = "", high = ""] = interval95.map((end) => speaker.points(end));
    const scores = { overall: speaker.points(overall), answered: speaker.points(answered) };
    return [speaker.say("digest.everybody", { ...scores, low, high, weeks }), ...differenceLines(speaker, silence)];
  }
  if (weeks === 0 && fates.silent + mayStillAnswer === 0) return [];
  return [speaker.say("digest.everybody.not-measured"), ...neededLines(speaker, silence)];
}

/** How the silent were greeted and what they said; and by name, without a figure, the key customers among the silent. */
export async function silenceLines(store: Pick<Reader, "get">, speaker: Speaker, document: Digest): Promise<string[]> {
  const { drawn, greeted, reached, weeks, greetedNps } = document.silence;
  const names = await keyNames(store, document);
  const key = names.length === 0 ? [] : [speaker.say("digest.silence.key", { names: speaker.list(names) })];
  if (weeks === 0) return key;
  const measured =
    greetedNps === null
      ? []
      : [
          speaker.say("digest.silence.greeted", { score: speaker.points(greetedNps) }),
          ...neededLines(speaker, document.silence),
        ];
  return [speaker.say("digest.silence.progress", { weeks, drawn, greeted, reached }), ...measured, ...key];
}

function withinText(speaker: Speaker, { days, share, interval95 }: HeardWithin): string[] {
  if (share === null) return [];
  const [low, high] = interval95 ?? [share, share];
  const shown = { share: speaker.percent(share), low: speaker.percent(low), high: speaker.percent(high) };
  return [speaker.say("digest.heard.within", { days, ...shown })];
}

function heardLine(speaker: Speaker, { fate, customers, within }: HeardAgain): string {
  const key = `digest.heard.${fate}` as WordingKey;
  const told = within.flatMap((one) => withinText(speaker, one));
  const shares = told.length === 0 ? speaker.say("digest.heard.few") : speaker.list(told);
  return speaker.say("digest.heard.row", { who: speaker.say(key), customers, shares });
}

/** For each fate who came back, with the ranges; nothing where there are too few of all of them. */
export function heardLines(speaker: Speaker, { heardAgain }: Digest): string[] {
  const isTold = heardAgain.some(({ within }) => within.some(({ share }) => share !== null));
  if (!isTold) return [];
  return [speaker.say("digest.heard.hint"), ...heardAgain.map((one) => heardLine(speaker, one))];
}

/** Whom one person chose not to have asked, and after what kinds of conversation. */
export function skipLine(speaker: Speaker, { by: who, count, kinds }: SkipFigures): string {
  const parts = SKIP_KINDS.filter((kind) => kinds[kind] > 0);
  if (parts.length === 0) return speaker.say("digest.asking.skips", { who, count });
  const told = parts.map((kind) => speaker.say(`digest.asking.${kind}`, { count: kinds[kind] }));
  return speaker.say("digest.asking.kinds", { who, count, kinds: speaker.list(told) });
}

/** Who skipped asking whom, and how many messages begged for a score; nothing where nobody did. */
export function askingLines(speaker: Speaker, { asking }: Digest): string[] {
  const { skips, begging } = asking;
  const begged = begging.length === 0 ? [] : [speaker.say("digest.asking.begging", { count: begging.length })];
  return [...skips.map((skip) => skipLine(speaker, skip)), ...begged];
}
