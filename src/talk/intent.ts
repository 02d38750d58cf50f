import { BREAK, type Word, wordsOf } from "./plain-words.ts";
import { mended, SPELLINGS } from "./spellings.ts";
import { type Phrases, phraseAt, type Sense } from "./vocabulary.ts";

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
/** A line that repeats what somebody else wrote. */
const REPEATED = /^\s*>.*$/gmu;

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
];
/** What is thanked for, and what is well now, may have been a trouble. */
const OVER: readonly Hint[] = ["fault", "unknown", "opinion", "denial", "past"];
/** After these something else is told. */
const TURNS: readonly Hint[] = ["turn", "and"];

/** What a clause tells, in its order. */
function heardIn(phrases: Phrases, words: readonly Word[]): Hint[] {
  const heard: Hint[] = [];
  for (let index = 0; index < words.length; ) {
    const isStart = heard.every((one) => POLITE.includes(one));
    const { sense, length } = phraseAt(phrases, words, index, isStart);
    const word = words[index] ?? BREAK;
    const goesOn = HAN.test(word) && HAN.test(words[index - 1] ?? BREAK) && heard.at(-1) === "unknown";
    const isDenied = sense === "solved" && (NOT.has(words[index - 1] ?? "") || NOT.has(words[index + length] ?? ""));
    if (isDenied) heard.push("trouble");
    else if (sense !== null || !goesOn) heard.push(sense ?? unphrased(word));
    index += length;
  }
  return settled(heard);
}

const NOT = new Set("not no nicht pas non nao never nie jamais nunca ne isnt arent wasnt".split(" "));

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
function meantBy(phrases: Phrases, words: readonly Word[]): Word[] {
  return words.flatMap((word) => {
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

/** By what words are known to need a person: they ask, they tell of something that is not well, or they are merely not known to need none. */
export type Need = "asks" | "trouble" | "unsure";

/** By what a text that is a question is known to be one. */
export function needOf(phrases: Phrases, text: string): Need {
  const said = text.replace(REPEATED, "");
  const words = meantBy(phrases, wordsOf(said));
  const heard = clausesOf(words).flatMap((clause) => heardIn(phrases, clause));
  if (/[?？؟]/u.test(said) || heard.includes("ask")) return "asks";
  return heard.includes("trouble") ? "trouble" : "unsure";
}

/** What somebody wants, by stated rules: whatever may need a person is a question, for one left waiting is dearer than one asked once more. */
export function intentOf(phrases: Phrases, text: string): Intent {
  const words = meantBy(phrases, wordsOf(text.replace(REPEATED, "")));
  const clauses = withoutSignature(clausesOf(words).map((clause) => heardIn(phrases, clause)));
  const heard = clauses.flat();
  const has = (...senses: readonly Hint[]) => heard.some((one) => senses.includes(one));
  if (/[?？؟]/u.test(text)) return "question";
  const isTold = has("past") && has("opinion", "gloomy");
  if (has("ask", "trouble")) return isTold && !has("ask") ? "words" : "question";
  if (has("opinion", "gloomy")) return has("fault") && !has("opinion") ? "question" : "words";
  if (has("fault")) return "question";
  const isNice = has("thanks", "courtesy", "solved", "glad", "closing");
  if (has("turn") && has("unknown", "denial")) return "question";
  if (!has("unknown"))
    return isNice ? "courtesy" : has("hail", "denial") ? "question" : heard.length === 0 ? "courtesy" : "words";
  const last = clauses.findLast((clause) => clause.some((one) => one !== "glad"));
  if (last?.includes("thanks")) return "courtesy";
  const isNamed = clauses.every(
    (clause) =>
      countOf(clause, "unknown") === 0 ||
      (countOf(clause, "unknown") <= MOST_NAMES && countOf(clause, "thanks", "courtesy", "solved") > 0),
  );
  return isNice && isNamed ? "courtesy" : "question";
}

const LONGEST_NAME = 5;

/** Without who wrote a letter: the few words after its closing or its thanks, which say nothing else. */
function withoutSignature(clauses: readonly Hint[][]): Hint[][] {
  const end = clauses.findLastIndex((clause) => clause.some((one) => one === "closing"));
  const isName = (clause: readonly Hint[]) =>
    clause.length <= LONGEST_NAME && clause.every((one) => one === "unknown" || one === "filler" || one === "fault");
  return end < 0 ? [...clauses] : clauses.filter((clause, index) => index <= end || !isName(clause));
}
