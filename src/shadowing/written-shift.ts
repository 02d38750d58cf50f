import { DAYS } from "../calendar/weekly.ts";

/** A standing appointment as somebody wrote it. */
export interface WrittenShift {
  /** Day and time as settings have them, e.g. `Tue 09:00`. */
  readonly every: string;
  /** How many conversations; null where that was not said. */
  readonly transcripts: number | null;
}

/** How many conversations somebody sits down with who does not say, and the most at one appointment. */
export const USUAL_TRANSCRIPTS = 3;
export const MOST_TRANSCRIPTS = 10;

/** What people call the days, Monday first, in English, German, Spanish, French, Portuguese and Japanese; without accents. */
const NAMES: readonly (readonly string[])[] = [
  "mon monday mondays mo montag montags lun lunes lundi lundis seg segunda segundas segunda-feira 月 月曜 月曜日",
  "tue tues tuesday tuesdays di dienstag dienstags mar martes mardi mardis ter terca tercas terca-feira 火 火曜 火曜日",
  "wed weds wednesday wednesdays mi mittwoch mittwochs mie miercoles mer mercredi mercredis qua quarta quartas quarta-feira 水 水曜 水曜日",
  "thu thur thurs thursday thursdays do donnerstag donnerstags jue jueves jeu jeudi jeudis qui quinta quintas quinta-feira 木 木曜 木曜日",
  "fri friday fridays fr freitag freitags vie viernes ven vendredi vendredis sex sexta sextas sexta-feira 金 金曜 金曜日",
  "sat saturday saturdays sa samstag samstags sonnabend sab sabado sabados sam samedi samedis 土 土曜 土曜日",
  "sun sunday sundays so sonntag sonntags dom domingo domingos dim dimanche dimanches 日 日曜 日曜日",
].map((names) => names.split(" "));

/** Words that may stand around a day, a time and a number. */
const FILLERS = new Set(
  "every on at each the jeden am um uhr immer cada el los a las la chaque le les tous toda todo todas todos as os em na no nas nos de des do con with mit avec com gesprach gesprache conversation conversations conversacion conversaciones conversa conversas 毎週".split(
    " ",
  ),
);

const CLOCK = /^([01]?[0-9]|2[0-3])(?:[:.h時]([0-5][0-9])?分?)?(am|pm)?$/;
const COUNT = /^(?:x|×)?([0-9]{1,3})(?:x|×|件)?$/;

function folded(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").normalize("NFC").toLowerCase();
}

/** The words of what was written; in Japanese the day stands before its time without a blank. */
function wordsOf(text: string): string[] {
  const spaced = folded(text)
    .replace(/毎週/g, " ")
    .replace(/([月火水木金土日])(?:曜日?)?の?(?=[\s0-9]|$)/g, " $1 ")
    .replace(/時半/g, "時30")
    .replace(/(\d)\s*(?:uhr|heures?|horas?)(?![a-z])/g, "$1h")
    .replace(/(\d)\s+(am|pm|h)\b/g, "$1$2")
    .replace(/(\dh)\s+([0-5]\d)\b/g, "$1$2")
    .replace(/(時(?:\d\d分?)?)に?/g, "$1 ")
    .replace(/([0-5][0-9])\s*分/g, "$1");
  return spaced.split(/[\s,;]+/).flatMap((word) => (word === "" ? [] : [word.replace(/\.$/, "")]));
}

function dayIn(word: string): string | null {
  const index = NAMES.findIndex((names) => names.includes(word));
  return DAYS[index] ?? null;
}

/** The time as `09:00`; null where it is none. */
function timeIn(word: string): string | null {
  const match = CLOCK.exec(word);
  if (!match) return null;
  const [, hours = "", minutes = "00", half] = match;
  const hour = Number(hours);
  if (half !== undefined && (hour < 1 || hour > 12)) return null;
  const shown = half === undefined ? hour : (hour % 12) + (half === "pm" ? 12 : 0);
  return `${String(shown).padStart(2, "0")}:${minutes}`;
}

function countIn(word: string): number | null {
  const count = Number(COUNT.exec(word)?.[1] ?? Number.NaN);
  return count >= 1 && count <= MOST_TRANSCRIPTS ? count : null;
}

/**
 * Reads a standing appointment as people write it, in any of the six languages: `tue 09:00 3`, `dienstags um 9 Uhr`, `火曜 9時`. Null where
 * a day or a time is missing, stands there twice, or there is more than that.
 */
export function writtenShift(text: string): WrittenShift | null {
  const [first, second, third, ...more] = wordsOf(text).filter((word) => dayIn(word) !== null || !FILLERS.has(word));
  const day = dayIn(first ?? "");
  const time = timeIn(second ?? "");
  const transcripts = third === undefined ? null : countIn(third);
  if (day === null || time === null || more.length > 0 || (third !== undefined && transcripts === null)) return null;
  return { every: `${day} ${time}`, transcripts };
}
