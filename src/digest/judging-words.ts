import type { Sense, Vocabulary } from "../talk/vocabulary.ts";

/** What words of a comment are kept apart. `complaint`: not well now. `fault`: not well, now or once. `still`: makes a fault one of now. `aside`: what is told of is not this desk now. `over`: what stood before is past. `none`: there is no fault. `no`: denies. */
export const JUDGING_WORDS = [
  "complaint",
  "fault",
  "still",
  "turn",
  "aside",
  "over",
  "none",
  "thanks",
  "praise",
  "ask",
  "no",
] as const;
export type JudgingWords = Readonly<Record<(typeof JUDGING_WORDS)[number], readonly string[]>>;

/** The senses under which the words are looked for. */
const AS_SENSE: Readonly<Record<Exclude<keyof JudgingWords, "still">, Sense>> = {
  complaint: "trouble",
  fault: "fault",
  turn: "turn",
  aside: "past",
  over: "solved",
  none: "filler",
  thanks: "thanks",
  praise: "courtesy",
  ask: "ask",
  no: "denial",
};

/** The words as phrases are made of them; those that make a fault one of now apart, since they stand beside others. */
export function vocabulariesOf(words: JudgingWords): { readonly said: Vocabulary; readonly still: Vocabulary } {
  const said = Object.entries(AS_SENSE).map(([kind, sense]) => [sense, words[kind as keyof typeof AS_SENSE].join("·")]);
  return { said: Object.fromEntries(said) as Vocabulary, still: { filler: words.still.join("·") } };
}
