import { ENGLISH } from "./english.ts";
import { ENGLISH_WANTS } from "./english-wants.ts";
import { FRENCH } from "./french.ts";
import { FRENCH_WANTS } from "./french-wants.ts";
import { GERMAN } from "./german.ts";
import { GERMAN_WANTS } from "./german-wants.ts";
import { JAPANESE } from "./japanese.ts";
import { JAPANESE_WANTS } from "./japanese-wants.ts";
import { PORTUGUESE } from "./portuguese.ts";
import { PORTUGUESE_WANTS } from "./portuguese-wants.ts";
import { SPANISH } from "./spanish.ts";
import { SPANISH_WANTS } from "./spanish-wants.ts";
import { phrasesOf } from "./vocabulary.ts";

/** What customers say in all the languages together: people mix them. */
export const PHRASES = phrasesOf([
  ...[ENGLISH, GERMAN, SPANISH, FRENCH, PORTUGUESE, JAPANESE],
  ...[ENGLISH_WANTS, GERMAN_WANTS, SPANISH_WANTS, FRENCH_WANTS, PORTUGUESE_WANTS, JAPANESE_WANTS],
]);
