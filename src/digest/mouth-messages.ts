import type { Context } from "../context.ts";
import type { Section } from "../messages.ts";
import type { BoardRow } from "./board.ts";
import type { Digest } from "./document.ts";
import type { Speaker } from "./say-figures.ts";

/** What customers said they have told others; empty where nobody said. */
function toldWords(speaker: Speaker, { good, bad, none, ears }: Digest["wordOfMouth"]): string[] {
  const parts = [
    ...(good === 0 ? [] : [speaker.say("digest.told.good", { count: good, people: ears.good })]),
    ...(bad === 0 ? [] : [speaker.say("digest.told.bad", { count: bad, people: ears.bad })]),
    ...(none === 0 ? [] : [speaker.say("digest.told.none", { count: none })]),
  ];
  return parts.length === 0 ? [] : [speaker.say("digest.told", { parts: speaker.list(parts) })];
}

/** Promise and deed: how many who answered had done what they said. */
function promiseWords(speaker: Speaker, { promised }: Digest["wordOfMouth"]): string[] {
  const { answered, kept: count, warned: declined, rate } = promised;
  if (answered === 0) return [];
  const ratio = rate === null ? [] : [speaker.say("digest.told.rate", { rate: speaker.percent(rate) })];
  return [speaker.say("digest.told.kept", { answered, count, declined }), ...ratio];
}

function sentWords(speaker: Speaker, { sent: { yes, no } }: Digest["wordOfMouth"]): string[] {
  return yes + no === 0 ? [] : [speaker.say("digest.told.sent", { count: yes, answers: yes + no })];
}

/** One line about word of mouth; none where there is nothing to say. */
export function wordOfMouthLines(speaker: Speaker, { wordOfMouth }: Digest): string[] {
  const words = [
    ...toldWords(speaker, wordOfMouth),
    ...promiseWords(speaker, wordOfMouth),
    ...sentWords(speaker, wordOfMouth),
  ];
  return words.length === 0 ? [] : [words.join(" ")];
}

/** How much is to be made better about a product of the board. */
export function enhanceWords(speaker: Speaker, { enhance }: Digest, { product }: BoardRow): string[] {
  const item = enhance.find((one) => one.product === product);
  return item ? [speaker.say("digest.enhance.open", { count: item.open })] : [];
}

/** The newest words of those who would have given more, by product: details. */
export async function enhanceSections(
  { store }: Pick<Context, "store">,
  speaker: Speaker,
  { enhance, board }: Digest,
): Promise<Section[]> {
  const names = new Map(board.map(({ product, name }) => [product, name]));
  const worded = enhance.flatMap(({ product, newest }) => (newest ? [{ product, newest }] : []));
  return Promise.all(
    worded.map(async ({ product, newest: { responseId, text } }) => {
      const response = await store.get("response", responseId);
      const title = speaker.say("digest.enhance.title", { product: names.get(product) ?? product });
      const about = response ? { about: response.interactionId } : {};
      return { title, lines: [], quote: { text, by: null }, ...about, isDetail: true };
    }),
  );
}
