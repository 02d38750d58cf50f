import { GERMAN_NOUNS, MONTHS } from "./ordinary-words.ts";
import type { SaidWord } from "./words.ts";

const listed = (...lines: readonly string[]): ReadonlySet<string> => new Set(lines.join(" ").split(" "));

/** Titles and parts that people play, before a name; folded. */
export const TITLES = listed(
  "mr mrs ms mx miss dr prof doctor professor herr herrn frau fraulein monsieur madame mme mlle mademoiselle",
  "senor senora senorita sr sra srta don dona senhor senhora seu doktor docteur maitre doutor doutora doctora ing lic familie famille familia",
);
const BESIDE = listed(
  "agent colleague colleagues coworker kollege kollegen kollegin agente colega collegue conseiller atendente",
);
const GREETINGS = listed(
  "hi hello hey dear thanks thank thx ty cheers welcome sorry regards hallo liebe lieber moin servus danke dank gruss grusse lg",
  "vg mfg hola gracias querido querida estimado estimada saludos bonjour salut merci cher chere cordialement ola oi obrigado",
  "obrigada caro cara prezado prezada abraco abracos atenciosamente bravo kudos",
);
const PREPOSITIONS = listed(
  "by with from to for told asked named called and met gave seen von bei mit an durch fur de par avec chez a por com con para pela pelo que y et und e",
);
const ACTS = listed(
  "helped fixed did said told called solved answered wrote sent was is has had never promised explained took made gave got came went",
  "half hat war konnte wollte schrieb sagte loste erklarte rief ist a est etait m ha fue es me resolvio ayudo foi resolveu ajudou respondeu ligou",
);
const COPULAS = listed("was is has had ist hat war a est etait es fue foi ha me m");
const GERMAN_COPULAS = listed("ist hat war");
const CLOSINGS = listed("best love good noble sweet bright");
const BLANK = /^[ \t]+$/;
const LAST = /^\s*(?:[!.,;:?)…–-]|$)/;

/** Words that no text in German goes without for long, and that no other language has. */
const GERMAN = listed("der das und ist nicht ich eine dem sie wir beim herr frau");

/** Whether a capital says nothing: in German texts, of German nouns. */
function isNoun({ folded }: SaidWord, words: readonly SaidWord[]): boolean {
  return GERMAN_NOUNS.has(folded) && words.some((word) => GERMAN.has(word.folded));
}

/** What stands around words that may be a name. */
interface Around {
  readonly first: SaidWord;
  readonly isNoun: boolean;
  readonly before: SaidWord | undefined;
  /** Whether the two words before say thanks: `thank you`. */
  readonly isThanked: boolean;
  readonly gapBefore: string;
  readonly after: SaidWord | undefined;
  readonly rest: string;
}

/** `That was quick, Mark!` */
function isCalled({ first, isNoun, gapBefore, rest }: Around): boolean {
  const isThing = MONTHS.has(first.folded) || isNoun;
  return first.isCapital && !isThing && /^, $/.test(gapBefore) && /^\s*(?:[!.?]|$)/.test(rest);
}

function isIntroduced(around: Around): boolean {
  const { first, before, isThanked, gapBefore, rest } = around;
  if (before === undefined) return false;
  if (TITLES.has(before.folded) && /^\.?[ \t]{1,2}$/.test(gapBefore)) return true;
  if (BESIDE.has(before.folded) && BLANK.test(gapBefore)) return true;
  if (!GREETINGS.has(before.folded) && !isThanked) return isCalled(around);
  if (first.isCapital) return /^,?\s{1,3}$/.test(gapBefore) && (LAST.test(rest) || BLANK.test(gapBefore));
  return BLANK.test(gapBefore) && LAST.test(rest);
}

function isFirst({ before, gapBefore }: Around): boolean {
  return before === undefined || /[.!?…:\n"'“„«(\]]/.test(gapBefore);
}

function doesSomething({ first, isNoun, after, rest }: Around): boolean {
  if (/^\s*,/.test(rest)) return !CLOSINGS.has(first.folded) && !isNoun && !MONTHS.has(first.folded);
  if (after === undefined || !BLANK.test(rest.slice(0, 1)) || !ACTS.has(after.folded)) return false;
  if (MONTHS.has(first.folded)) return !COPULAS.has(after.folded);
  return !isNoun || !GERMAN_COPULAS.has(after.folded);
}

/** Whether words that are names as well as words are meant as a name where they stand: `Thanks Hope!`, but not `I hope so`. */
export function isMeantAsName(text: string, words: readonly SaidWord[], from: number, to: number): boolean {
  const [first, last] = [words[from], words[to]];
  if (first === undefined || last === undefined) return false;
  const before = words[from - 1];
  const rest = text.slice(last.endsAt, last.endsAt + 40);
  const gapBefore = text.slice(before?.endsAt ?? 0, first.startsAt);
  const isThanked = before?.folded === "you" && /^thank/.test(words[from - 2]?.folded ?? "");
  const around = { first, isNoun: isNoun(first, words), before, isThanked, gapBefore, after: words[to + 1], rest };
  if (/^\s?(?:さん|様|さま|氏)/u.test(rest) || isIntroduced(around)) return true;
  if (!first.isCapital) return false;
  if (isFirst(around)) return doesSomething(around) || (/\n/.test(gapBefore) && /^\s*(?:\n|$)/.test(rest));
  if (MONTHS.has(first.folded)) return doesSomething(around);
  if (around.isNoun) return doesSomething(around) || (PREPOSITIONS.has(before?.folded ?? "") && BLANK.test(gapBefore));
  return first.text.length > 1 && first.text !== first.text.toUpperCase();
}
