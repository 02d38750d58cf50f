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

/** Base forms of English words: `deliveries` is `delivery`, `crashed` is `crash`. */
export const englishLemmas: Lemmas = (text) => {
  const nlp = model();
  // The package's own types give this function one argument too few.
  const lemma = nlp.its.lemma as unknown as ItsFunction<string>;
  const words = nlp
    .readDoc(text.toLowerCase())
    .tokens()
    .filter((token) => token.out(nlp.its.type) === "word");
  return words.out(lemma);
};
