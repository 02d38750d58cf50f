import type { Reader } from "../ports.ts";
import type { WordingKey } from "../wording.ts";
import { SKIP_KINDS, type SkipFigures } from "./asking.ts";
import type { Digest } from "./document.ts";
import type { HeardAgain, HeardWithin } from "./heard-again.ts";
import type { Speaker } from "./say-figures.ts";
import { WANTED_POINTS } from "./silence-figures.ts";

/** The names of the key customers who have said nothing twice, as far as they are known. */
async function keyNames(store: Pick<Reader, "get">, { silence }: Digest): Promise<string[]> {
  const customers = await Promise.all(silence.keyCustomers.map(({ customerId }) => store.get("customer", customerId)));
  return customers.flatMap((customer) => (customer ? [customer.name ?? customer.email ?? customer.id] : []));
}

function scoreLine(speaker: Speaker, { silence }: Digest): string {
  const { answered, greetedNps, overall, interval95 } = silence;
  if (answered === null || greetedNps === null || overall === null || interval95 === null)
    return speaker.say("digest.silence.few");
  const [low, high] = interval95.map((end) => speaker.points(end));
  return speaker.say("digest.silence.overall", {
    ...{ overall: speaker.points(overall), low: low ?? "", high: high ?? "" },
    ...{ answered: speaker.points(answered), score: speaker.points(greetedNps) },
  });
}

/** What greeting some of the silent tells of all; and by name, without a figure, the key customers among the silent. */
export async function silenceLines(store: Pick<Reader, "get">, speaker: Speaker, document: Digest): Promise<string[]> {
  const { drawn, greeted, reached, weeks, stillNeeded } = document.silence;
  const names = await keyNames(store, document);
  const key = names.length === 0 ? [] : [speaker.say("digest.silence.key", { names: speaker.list(names) })];
  if (weeks === 0) return key;
  const needed = stillNeeded
    ? [speaker.say("digest.silence.needed", { count: stillNeeded, points: WANTED_POINTS })]
    : [];
  return [
    scoreLine(speaker, document),
    speaker.say("digest.silence.progress", { weeks, drawn, greeted, reached }),
    ...needed,
    ...key,
  ];
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
  return [...heardAgain.map((one) => heardLine(speaker, one)), speaker.say("digest.heard.hint")];
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
