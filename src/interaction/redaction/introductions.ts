import { NO_NAMES } from "./given-names.ts";
import { ORDINARY } from "./ordinary-words.ts";
import { INTRODUCTIONS } from "./people-words.ts";
import type { Span } from "./spans.ts";
import { gapAfter, isGiven, nameFrom, type ReadText, spanOf, withoutTitles } from "./written-names.ts";

/** What follows a name that somebody gives as their own. */
const HERE = new Set("here speaking hier ici aqui".split(" "));
/** What goes on after a whole name in a sentence about oneself. */
const ON = /^(?:[,.!]|\s(?:and|from|here|y|de|del|desde|et|e|da|do)(?!\p{L}))/u;
/** Words after which a name follows even in small letters: `ich heiße`, `me llamo`. */
const CALLS_ONESELF = new Set("heisse appelle llamo chamo".split(" "));
/** What else may follow those, folded. */
const NO_SMALL_NAMES = new Set(
  (
    "nicht jetzt seit so anders auch sie euch das dich willkommen diese dieses diesen jeden alle keine sich wirklich eigentlich encore aussi pas plus comme ainsi toujours bien vraiment " +
    "asi igual ahora tambien realmente como desde solo assim agora tambem mesmo bin habe hab warte tengo soy llevo sou tenho estou suis ai bei aus von del dans"
  ).split(" "),
);

function isSmallName({ words }: ReadText, at: number): boolean {
  const word = words[at];
  if (word === undefined || word.isUnspaced || word.folded.length < 3) return false;
  return /^\p{L}+$/u.test(word.text) && !NO_NAMES.has(word.folded) && !NO_SMALL_NAMES.has(word.folded);
}

/** The name that begins with this word in small letters: a given name and one word more, or where it is surely one any word. */
function smallNameFrom(reading: ReadText, from: number, isSure: boolean): number | null {
  const first = reading.words[from];
  if (first === undefined || first.isCapital || !isSmallName(reading, from)) return null;
  if (!(isSure || isGiven(first))) return null;
  return gapAfter(reading, from) === " " && isSmallName(reading, from + 1) ? from + 1 : from;
}

/** `I'm Very Disappointed.`, `I'm Premium Member, ...` */
function isMuch({ words }: ReadText, at: number): boolean {
  return /^(?:very|so|really|super|extremely|totally|quite|too|beyond|team|premium|prime|pro|level)$/.test(
    words[at]?.folded ?? "",
  );
}

/** Whether what follows is a name though the words before make it only likely: `this is Otis from the shop`, `soy Mara Roe y`. */
function isGivenAway(reading: ReadText, at: number, from: number, to: number): boolean {
  const next = reading.words[to + 1]?.folded ?? "";
  if (gapAfter(reading, to) === " " && HERE.has(next)) return true;
  const [lead, word] = [reading.words[at - 1]?.folded, reading.words[at]?.folded ?? ""];
  if (word === "est") return reading.words[at - 2]?.folded === "moi";
  if (lead === "this" && gapAfter(reading, to) === " " && next === "from") return true;
  const rest = reading.text.slice(reading.words[to]?.endsAt ?? 0, (reading.words[to]?.endsAt ?? 0) + 8);
  const isWord = [from, to].some((place) => ORDINARY.has(reading.words[place]?.folded ?? ""));
  const isOwn = /^(?:soy|sou)$/.test(word) || (/^a?m$/.test(word) && !isWord && !isMuch(reading, from));
  return isOwn && to === from + 1 && ON.test(rest);
}

/** `my name is Edwin Marlowe`, `ich heiße Mira`, `soy Ana`, `Mein Name ist Vogt, Hanna`. */
export function introduced(reading: ReadText, at: number): Span | null {
  const word = reading.words[at]?.folded ?? "";
  const lead = reading.words[at - 1]?.folded ?? "";
  const form = INTRODUCTIONS.get(word)?.find(({ after }) => after.length === 0 || after.includes(lead));
  if (form === undefined) return null;
  const gap = gapAfter(reading, at);
  if (form.isLabel === true ? !/^ ?: ?$/.test(gap) : !/^:? $/.test(gap)) return null;
  const article = /^(?:o|a|el|la|der|die)$/.test(reading.words[at + 1]?.folded ?? "") ? 1 : 0;
  const from = withoutTitles(reading, at + 1 + article);
  const isOneself = CALLS_ONESELF.has(word) && lead !== "s";
  const small = form.trust === "sure" ? smallNameFrom(reading, from, isOneself) : null;
  if (small !== null) return spanOf(reading, from, small);
  const to = nameFrom(reading, from, "sure");
  if (to === null) return null;
  if (form.trust === "likely" && !isGivenAway(reading, at, from, to))
    return spanOf(reading, from, nameFrom(reading, from, "likely"));
  const next = reading.words[to + 1];
  const isTurned = gapAfter(reading, to) === ", " && next?.isCapital === true && isGiven(next);
  return spanOf(reading, from, isTurned ? to + 1 : to);
}

/** `Laura here, still waiting`: a given name at the beginning of a line. */
export function calledHere(reading: ReadText, at: number): Span | null {
  const { text, words } = reading;
  const [word, next] = [words[at], words[at + 1]];
  if (word === undefined || next === undefined || !HERE.has(next.folded) || !word.isCapital || !isGiven(word))
    return null;
  const isFirst = /(?:^|\n)\s?$/.test(text.slice(Math.max(0, word.startsAt - 2), word.startsAt));
  if (!isFirst || gapAfter(reading, at) !== " " || !/^\s?(?:[,.!:–-]|$)/.test(text.slice(next.endsAt, next.endsAt + 2)))
    return null;
  return spanOf(reading, at, at);
}
