import { BREAK, type Word, wordsOf } from "./plain-words.ts";
import { MEANINGS, mended, SPELLINGS } from "./spellings.ts";
import { type PhraseFound, type Phrases, phraseAt, type Sense } from "./vocabulary.ts";

/** What a word or phrase tells where it stands. */
export type Hint = Sense | "unknown" | "glad" | "gloomy";

/** A face, a hand or the name of one that is not glad. */
export const GLOOMY =
  /[👎😡🤬😠😤😢😭💔🙄😞😔😕🙁☹😩😫😒😑😐🤮💩🤡]|^[:;=]'?-?[(/|]|^:(?:-1|thumbsdown|rage|angry|cry|sob|disappointed|confused|unamused|face_with_rolling_eyes|poop|clown_face)/u;
const ASKING = /[❓❔⁉🤔🆘]|^:(?:question|grey_question|thinking_face|thinking|sos|interrobang)/u;
const EMOJI = /^(?:\p{Extended_Pictographic}|<3|[:;=]'?-?[)DP\]3]|\^_*\^|:[a-z0-9_+'-]+:)/iu;
/** Japanese letters that only bind words, and numbers. */
const BINDING = /^(?:[\p{sc=Hiragana}ー々]|\d+)$/u;
const HAN = /^[\p{sc=Han}\p{sc=Katakana}]$/u;
function unphrased(word: Word): Hint {
  if (ASKING.test(word)) return "ask";
  if (GLOOMY.test(word)) return "gloomy";
  if (EMOJI.test(word)) return "glad";
  return BINDING.test(word) ? "filler" : "unknown";
}

const POLITE: readonly Hint[] = [
  "thanks",
  "courtesy",
  "solved",
  "filler",
  "hail",
  "because",
  "glad",
  "turn",
  "and",
  "closing",
  "sorry",
];
/** What is thanked for, and what is well now, may have been a trouble. */
const OVER: readonly Hint[] = ["fault", "matter", "unknown", "topic", "opinion", "denial", "past"];
/** After these something else is told. */
const TURNS: readonly Hint[] = ["turn", "and"];
const NOT = new Set("not no n nicht pas non nao never nie jamais nunca ne isnt arent wasnt".split(" "));
/** Say that there is none of what follows. */
const NONE = new Set(
  "no zero 0 without kein keine keinen keinerlei ohne sin ningun ninguna ningunos ningunas cero aucun aucune sans zero plus nenhum nenhuma sem".split(
    " ",
  ),
);
/** How far before a fault its denial stands: `no further errors`. */
const DENIAL_REACH = 3;
/** Ask, or call out what they find: `how wonderful`. */
const CALLING = new Set(
  "how what que quel quelle quels quelles wie welch welche welcher quanta quanto cuanta tanta was".split(" "),
);
const JUDGED: readonly (Sense | null)[] = ["courtesy", "opinion", "thanks"];
const SMALL = new Set("a an un une ein eine einen uma um tan mas de fur".split(" "));
/** Weigh the word that follows as a judgement. */
const WEIGHING = new Set(
  "very so too super ever extremely pretty quite rather sehr ziemlich recht extrem total voll muy demasiado demasiada demasiados demasiadas bastante super tres trop assez plutot muito bem tao bastante".split(
    " ",
  ),
);

/** Japanese denies behind the word. */
const DENIED = /^[はもが]?(?:し|でき|され)?て?い?(?:ません|ない(?!で)|なかった)/u;
const LONGEST_DENIAL = 8;

/** With these a fault is one that has come back. */
const AGAIN = new Set("again wieder erneut schon nuevo otra novo outra encore nouveau また 再".split(" "));

/** What the word or phrase at a place of a clause tells, by what stands beside it. */
function hintAt(phrases: Phrases, words: readonly Word[], index: number, found: PhraseFound): Hint {
  const word = words[index] ?? BREAK;
  const before = words[index - 1] ?? "";
  const next = words[index + found.length] ?? "";
  if (found.sense === "solved" && (NOT.has(before) || NOT.has(words[index - 2] ?? "") || NOT.has(next)))
    return "trouble";
  if (
    found.sense === "solved" &&
    DENIED.test(words.slice(index + found.length, index + found.length + LONGEST_DENIAL).join(""))
  )
    return "trouble";
  if (found.sense === "fault" && words.slice(Math.max(0, index - DENIAL_REACH), index).some((one) => NONE.has(one)))
    return "solved";
  if (
    found.sense === "fault" &&
    (AGAIN.has(before) || AGAIN.has(next) || AGAIN.has(words[index + found.length + 1] ?? ""))
  )
    return "trouble";
  if (found.sense === "matter" && NONE.has(before)) return "trouble";
  if (found.sense === "ask" && found.length === 1 && CALLING.has(word)) {
    const called = phraseAt(phrases, words, index + (SMALL.has(next) ? 2 : 1), false).sense;
    if (JUDGED.includes(called)) return "courtesy";
  }
  if (found.sense === null && WEIGHING.has(before) && unphrased(word) === "unknown") return "opinion";
  return found.sense ?? unphrased(word);
}

/** What a clause tells, in its order. */
function heardIn(phrases: Phrases, words: readonly Word[]): Hint[] {
  const heard: Hint[] = [];
  let isStart = true;
  for (let index = 0; index < words.length; ) {
    const found = phraseAt(phrases, words, index, isStart);
    const word = words[index] ?? BREAK;
    const goesOn = HAN.test(word) && HAN.test(words[index - 1] ?? BREAK) && heard.at(-1) === "unknown";
    if (found.sense !== null || !goesOn) heard.push(hintAt(phrases, words, index, found));
    isStart &&= POLITE.includes(heard.at(-1) ?? "filler");
    index += found.length;
  }
  return settled(heard);
}

/** Without the troubles that are told as over, and what is thanked for. */
function settled(heard: readonly Hint[]): Hint[] {
  const over = heard.indexOf("solved");
  const turned = over < 0 ? -1 : heard.findIndex((one, index) => index > over && TURNS.includes(one));
  const thanks = heard.findIndex((one) => one === "thanks" || one === "closing");
  return heard.map((one, index) => {
    const isOver = over >= 0 && (turned < 0 || index < turned);
    return OVER.includes(one) && (isOver || (thanks >= 0 && index > thanks)) ? "filler" : one;
  });
}

function clausesOf(words: readonly Word[]): Word[][] {
  const clauses: Word[][] = [[]];
  for (const word of words)
    if (word === BREAK) clauses.push([]);
    else clauses.at(-1)?.push(word);
  return clauses.filter((clause) => clause.length > 0);
}

/** The words as they are meant: dialect and haste as they are usually written, slips of the pen mended. */
function meantBy(phrases: Phrases, words: readonly Word[], locale: string): Word[] {
  const meanings = MEANINGS[locale.slice(0, 2)];
  return words.flatMap((word) => {
    const local = meanings?.get(word);
    if (local !== undefined) return [local];
    const meant = SPELLINGS.get(word);
    if (meant !== undefined && phraseAt(phrases, [word], 0, true).sense === null) return meant.split(" ");
    return phraseAt(phrases, [word], 0, true).sense === null ? [mended(word)] : [word];
  });
}

/** What is told in a text, clause by clause. */
export function toldIn(phrases: Phrases, text: string, locale: string): Hint[][] {
  const words = meantBy(phrases, wordsOf(text), locale);
  return withoutSignature(clausesOf(words).map((clause) => heardIn(phrases, clause)));
}

const LONGEST_NAME = 5;

/** Without who wrote a letter: the few words after its closing or its thanks, which say nothing else. */
function withoutSignature(clauses: readonly Hint[][]): Hint[][] {
  const end = clauses.findLastIndex((clause) => clause.some((one) => one === "closing"));
  const isName = (clause: readonly Hint[]) =>
    clause.length <= LONGEST_NAME &&
    clause.every((one) => one === "unknown" || one === "filler" || one === "fault" || one === "matter");
  return end < 0 ? [...clauses] : clauses.filter((clause, index) => index <= end || !isName(clause));
}
