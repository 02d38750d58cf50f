import { createRequire } from "node:module";
import type winkNLP from "wink-nlp";
import type { ItsFunction, Model, WinkMethods } from "wink-nlp";
import type { Lemmas } from "../src/digest/themes.ts";

const load = createRequire(import.meta.url);
let opened: WinkMethods | undefined;

/** The language model, read at first use: it takes a tenth of a second and some memory. */
function model(): WinkMethods {
  const wink = load("wink-nlp") as typeof winkNLP;
  opened ??= wink(load("wink-eng-lite-web-model") as Model, ["pos"]);
  return opened;
}

/** Longer than any word or address that the model should try to make sense of: that takes it ever longer, so the words in it stand apart. */
const LONG_RUN = /\S{60,}/g;
const LONGEST_WORD = 60;

function apart(run: string): string {
  const words = run.match(/[\p{L}\p{M}\p{N}'’]+/gu) ?? [];
  return words.map((word) => word.slice(0, LONGEST_WORD)).join(" ");
}

/** Base forms of English words: `deliveries` is `delivery`, `crashed` is `crash`. The time it takes grows with the text's length, no faster. */
export const englishLemmas: Lemmas = (text) => {
  const nlp = model();
  // The package's own types give this function one argument too few.
  const lemma = nlp.its.lemma as unknown as ItsFunction<string>;
  const words = nlp
    .readDoc(text.toLowerCase().replace(LONG_RUN, apart))
    .tokens()
    .filter((token) => token.out(nlp.its.type) === "word");
  return words.out(lemma);
};
