import { drawOf } from "../draw.ts";

/** Less says too little to be heard by itself, and more is no sentence that one listens to: UTF-16 units. */
const SHORTEST = 20;
/** Japanese says as much in fewer signs. */
const SHORTEST_DENSE = 12;
const LONGEST = 280;

const DENSE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const MARK = /\[[^\]]{1,20}\]/g;

const sentences = new Intl.Segmenter(undefined, { granularity: "sentence" });

/** Whether it says something by itself: long enough, and more than marks of what was taken out. */
function saysSomething(sentence: string): boolean {
  const bare = sentence.replace(MARK, "").trim();
  const least = DENSE.test(bare) ? SHORTEST_DENSE : SHORTEST;
  return bare.length >= least && sentence.length <= LONGEST && /\p{L}{2}/u.test(bare);
}

/** One sentence of the words that says something by itself, by chance of the seed; null where there is none. */
export function chairSentence(words: string, seed: string): string | null {
  const all = [...sentences.segment(words)].map(({ segment }) => segment.replace(/\s+/g, " ").trim());
  const saying = all.filter(saysSomething);
  return saying[Math.floor(drawOf(seed) * saying.length)] ?? null;
}
