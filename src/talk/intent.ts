import { BREAK, type Word, wordsOf } from "./plain-words.ts";
import { MEANINGS, mended, SPELLINGS } from "./spellings.ts";
import { type PhraseFound, type Phrases, phraseAt, type Sense } from "./vocabulary.ts";

/** What somebody wants with what they write: nothing, an answer or an act, or to say how they find it. */
export type Intent = "courtesy" | "question" | "words";

type Hint = Sense | "unknown" | "glad" | "gloomy";

const GLOOMY =
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

/** How many things of a sense are told; letters of one unknown word in a row are one. */
function countOf(heard: readonly Hint[], ...senses: readonly Hint[]): number {
  return heard.filter((one) => senses.includes(one)).length;
}

const MOST_NAMES = 2;
/** Fewer things told than these, none of them known, are slang of the day. */
const SLANG = 3;

/** What is told in a text, clause by clause. */
function toldIn(phrases: Phrases, text: string, locale: string): Hint[][] {
  const words = meantBy(phrases, wordsOf(text), locale);
  return withoutSignature(clausesOf(words).map((clause) => heardIn(phrases, clause)));
}

/** By what words are known to need a person: a question mark, words that ask or that tell of something not well, or merely that nothing tells of the contrary. */
export type Need = "question-mark" | "asks" | "trouble" | "unsure";

/** By what a text that is a question is known to be one. */
export function needOf(phrases: Phrases, text: string, locale: string): Need {
  const heard = toldIn(phrases, text, locale).flat();
  if (QUESTION_MARK.test(text)) return "question-mark";
  if (heard.includes("ask")) return "asks";
  return heard.includes("trouble") ? "trouble" : "unsure";
}

/** Whether a text wants a person by more than words that no rule knows. */
export function asksIn(phrases: Phrases, text: string, locale: string): boolean {
  if (intentOf(phrases, text, locale) !== "question") return false;
  const heard = toldIn(phrases, text, locale).flat();
  return QUESTION_MARK.test(text) || countOf(heard, "ask", "trouble", "fault", "matter") > 0;
}

const QUESTION_MARK = /[?？؟]/u;
/** So many of so many: not all there. */
const PARTLY =
  /(?<!\d)(\d{1,3})[^\d.!?\n]{0,24}?\b(?:of|out of|von|der|de|des|sur|das|dos)\b[^\d.!?\n]{0,12}?(\d{1,3})(?!\d)/iu;

/** Whether fewer are told of than there should be. */
function isPartly(text: string): boolean {
  const [, some, all] = PARTLY.exec(text) ?? [];
  return some !== undefined && all !== undefined && Number(some) < Number(all);
}

/** What somebody wants, by stated rules: whatever may need a person is a question, for one left waiting is dearer than one asked once more. */
export function intentOf(phrases: Phrases, text: string, locale: string): Intent {
  if (QUESTION_MARK.test(text) || isPartly(text)) return "question";
  const clauses = toldIn(phrases, text, locale);
  const heard = clauses.flat();
  const has = (...senses: readonly Hint[]) => heard.some((one) => senses.includes(one));
  const isTold = has("past") && has("opinion", "gloomy");
  if (has("ask", "trouble")) return isTold && !has("ask") ? "words" : "question";
  if (has("opinion")) return "words";
  if (has("gloomy")) return has("fault", "matter", "unknown") ? "question" : "words";
  if (has("fault") || (has("matter") && !isThankedLast(clauses))) return "question";
  if (!has("thanks", "solved") && clauses.some(isJudgement)) return "words";
  if (has("turn") && has("unknown", "topic", "denial")) return "question";
  return has("unknown", "topic", "matter") ? intentOfUnknown(clauses) : intentOfKnown(heard);
}

/** Whether something nice is said of what customers judge: `the new search is great`. */
function isJudgement(clause: readonly Hint[]): boolean {
  const topic = clause.indexOf("topic");
  return topic >= 0 && clause.lastIndexOf("courtesy") > topic;
}

/** What is wanted where every word is known, and none of them asks, judges or complains. */
function intentOfKnown(heard: readonly Hint[]): Intent {
  if (countOf(heard, ...NICE) > 0 || heard.length === 0) return "courtesy";
  return countOf(heard, "hail", "denial") > 0 ? "question" : "words";
}

const NICE: readonly Hint[] = ["thanks", "courtesy", "solved", "glad", "closing", "sorry"];

/** Whether the last thing said is thanks or an apology: what stands before it is told, not asked. */
function isThankedLast(clauses: readonly Hint[][]): boolean {
  const last = clauses.findLast((clause) => clause.some((one) => one !== "glad")) ?? [];
  return countOf(last, "thanks", "sorry", "closing") > 0;
}

/** What is wanted where some words are unknown, and none of the others asks, judges or complains. */
function intentOfUnknown(clauses: readonly Hint[][]): Intent {
  const heard = clauses.flat();
  if (isThankedLast(clauses)) return "courtesy";
  if (countOf(heard, ...NICE) === 0)
    return heard.length <= SLANG && countOf(heard, "hail", "denial") === 0 ? "words" : "question";
  const isNamed = clauses.every(
    (clause) =>
      countOf(clause, "unknown", "topic") === 0 ||
      (countOf(clause, "unknown", "topic") <= MOST_NAMES && countOf(clause, ...NICE) > 0),
  );
  return isNamed ? "courtesy" : "question";
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
