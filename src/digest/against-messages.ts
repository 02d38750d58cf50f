import type { Section } from "../messages.ts";
import type { Reader } from "../ports.ts";
import type { Digest } from "./document.ts";
import type { Speaker } from "./say-figures.ts";
import { AGAINST_DAYS, type AgainstWords } from "./words-against-numbers.ts";

/** Most that the post leads to; the page has more. */
const SHOWN = 3;

/** What the week lists and nobody has looked at yet. */
async function gatherUnseen(store: Reader, { wordsAgainstNumbers }: Digest): Promise<AgainstWords[]> {
  const listed = wordsAgainstNumbers?.listed ?? [];
  if (listed.length === 0) return [];
  const seen = await store.list("examination", { where: { id: listed.map(({ id }) => id) } });
  const ids = new Set(seen.map(({ id }) => id));
  return listed.filter(({ id }) => !ids.has(id));
}

/** By which rule it is listed, and by which words. */
export function againstRule({ say }: Pick<Speaker, "say">, words: AgainstWords): string {
  const { kind, because, days } = words;
  if (kind === "reopened") return say("against.because.reopened", { because, said: words.said ?? "", days: days ?? 0 });
  if (kind === "again") return say("against.because.again", { because, days: days ?? 0 });
  const why = say("against.because", { because });
  return words.mayBeUpsideDown ? `${why} ${say("against.upsideDown")}` : why;
}

/** How many of the week are for a person to look at; empty where none is. */
export async function againstLines(store: Reader, speaker: Speaker, document: Digest): Promise<string[]> {
  const { length: count } = await gatherUnseen(store, document);
  return count === 0 ? [] : [speaker.say("against.count", { count, days: AGAINST_DAYS })];
}

/** The first of them, each with its conversation, and how many more there are: details. */
export async function againstSections(store: Reader, speaker: Speaker, document: Digest): Promise<Section[]> {
  const unseen = await gatherUnseen(store, document);
  const title = (kind: AgainstWords["kind"]) => speaker.say(`against.title.${kind}`);
  const shown = unseen.slice(0, SHOWN).map((one) => ({
    ...{ title: title(one.kind), lines: [againstRule(speaker, one)], quote: { text: one.text, by: null } },
    ...{ about: one.interactionId, isDetail: true },
  }));
  const more = unseen.length - shown.length;
  if (more === 0) return shown;
  return [
    ...shown,
    { title: speaker.say("against.title"), lines: [speaker.say("against.more", { count: more })], isDetail: true },
  ];
}
