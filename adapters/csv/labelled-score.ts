import { readScore } from "../../src/survey/score.ts";
import { monthOf } from "./month-names.ts";

/** A score as a cell shows it, on the wider of the scales, with the words that stand at it on the question's page. */
export interface LabelledScore {
  readonly score: number;
  readonly label: string | null;
}

const LONGEST = 200;
const BARE = /^(?:10|[0-9])$/;
const WHOLE = /^(10|[0-9])[.,]0{1,9}$/;
const OUT_OF_TEN = /^(10|[0-9])\s*(?:\/|out of|of|von|aus|sur|de|su|em)\s*10$/i;
const LABEL_LAST = /^(10|[0-9])(?:\s*[-–—−:;=.,)|/]+\s*|\s*[([]\s*|\s+)(\D+)$/u;
const LABEL_FIRST = /^(\D+?)(?:\s*[-–—−:;=,|/]+\s*|\s*[([]\s*|\s+)(10|[0-9])\s*[)\]]?$/u;

function labelled(score: string | undefined, label: string | undefined): LabelledScore | null {
  if (score === undefined || label === undefined || !/\p{L}|\p{Extended_Pictographic}/u.test(label)) return null;
  const words = label.replace(/[)\]]\s*$/, "").trim();
  return monthOf(words) === null ? { score: Number(score), label: words } : null;
}

/**
 * The score in a cell of a file, 0 to 10; null where there is none. Beside what {@link readScore} reads these are the forms that
 * programs write: `9.0`, `9 out of 10`, and one number with words at it, `10 - extremely likely` or `Extremely likely (10)`. A
 * month is no such word: `10-Jan` is what a spreadsheet makes of a scale.
 */
export function readLabelled(cell: string): LabelledScore | null {
  const text = cell.trim();
  if (BARE.test(text)) return { score: Number(text), label: null };
  if (text.length > LONGEST) return null;
  const whole = WHOLE.exec(text)?.[1] ?? OUT_OF_TEN.exec(text)?.[1];
  if (whole !== undefined) return { score: Number(whole), label: null };
  const reading = readScore(text, "0-10");
  if (reading.kind === "score") return { score: reading.score, label: null };
  const [, first, words] = LABEL_LAST.exec(text) ?? [];
  const [, before, last] = LABEL_FIRST.exec(text) ?? [];
  return labelled(first, words) ?? labelled(last, before);
}

const LOW =
  /(?<!\p{L})(?:not|unlikely|never|least|low|worst|poor|no(?! doubt)|nicht|kein\w*|nie|niemals|unwahrscheinlich|schlecht\w*|pas|jamais|peu|aucun\w*|improbables?|nada|poco|nunca|pouco|nenhum\w*|detractors?)(?!\p{L})|(?<!\p{L})não(?!\p{L})|improv[aá]vel|全く|まったく|(?<!間違い)ない|低い/iu;
const HIGH =
  /extrem|(?<!\p{L})(?:very|highly|most|definitely|absolutely|certain\w*|likely|probabl\w*|sehr|sicher|wahrscheinlich|très|muy|muito|provável|promoters?)(?!\p{L})|äu(?:ß|ss)erst|höchst|非常|とても|必ず|大いに|高い/iu;

/** Which end of the scale the words mean; null where they do not say. */
export function endOf(label: string): "low" | "high" | null {
  if (LOW.test(label)) return "low";
  return HIGH.test(label) ? "high" : null;
}
