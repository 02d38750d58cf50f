import { lowest, type Scale } from "../../src/survey/score.ts";
import { endOf, readLabelled } from "./labelled-score.ts";
import { isMissing } from "./missing.ts";
import { readScale, saysStars } from "./title-words.ts";

/** A cell that shows something about its column, and the line it stands in. */
export interface SeenCell {
  readonly line: number;
  readonly text: string;
}

/** What the cells of a score column show together. */
export interface ScoreEvidence {
  readonly scored: number;
  /** Highest score; -1 where there is none. */
  readonly highest: number;
  /** First score of 0 in a row that names no scale. */
  readonly zero: SeenCell | null;
  /** First cell that is no score, or none on the scale that its own row names. */
  readonly unreadable: SeenCell | null;
  /** First label that stands at the other end than its words mean. */
  readonly reversed: SeenCell | null;
  /** Whether labels speak of stars or satisfaction. */
  readonly isStarred: boolean;
  /** Whether no row names a scale by itself. */
  readonly isUnscaled: boolean;
}

export interface ScoreTally {
  /** Hears a cell of the column, and the cell of the scale's column where there is one. */
  add(line: number, score: string, scale: string | null): void;
  evidence(): ScoreEvidence;
}

/** Distinct labels that are looked at; a scale has eleven, in a few languages. */
const MOST_LABELS = 60;
const ENDS = [0, 1, 10];

type ScoreFindings = { -readonly [Key in keyof ScoreEvidence]: ScoreEvidence[Key] };

function noteLabel(found: ScoreFindings, score: number, label: string, seen: SeenCell): void {
  const end = endOf(label);
  if ((score >= 9 && end === "low") || (score <= 1 && end === "high")) found.reversed ??= seen;
  if (saysStars(label)) found.isStarred = true;
}

/** Looks at a score column as a whole, in bounded memory: whether it may be read never depends on single scores. */
export function createScoreTally(): ScoreTally {
  const found: ScoreFindings = {
    ...{ scored: 0, highest: -1, zero: null, unreadable: null, reversed: null, isStarred: false, isUnscaled: true },
  };
  const labels = new Set<string>();
  const bare = new Set<number>();
  const middle = new Map<number, SeenCell>();
  const addLabel = (score: number, label: string, seen: SeenCell) => {
    if (!ENDS.includes(score) && !middle.has(score)) middle.set(score, seen);
    const key = `${score} ${label}`;
    if (labels.has(key)) return;
    labels.add(key);
    if (labels.size > MOST_LABELS) found.unreadable ??= seen;
    else noteLabel(found, score, label, seen);
  };
  return {
    add: (line, text, scaleCell) => {
      if (isMissing(text)) return;
      const reading = readLabelled(text);
      const seen = { line, text };
      const scale = scaleCell === null || isMissing(scaleCell) ? null : readScale(scaleCell);
      if (scale !== null) found.isUnscaled = false;
      if (reading === null || (scale !== null && reading.score < lowest(scale))) {
        found.unreadable ??= seen;
        return;
      }
      found.scored += 1;
      found.highest = Math.max(found.highest, reading.score);
      if (reading.score === 0 && scale === null) found.zero ??= seen;
      if (reading.label === null) bare.add(reading.score);
      else addLabel(reading.score, reading.label, seen);
    },
    evidence: () => {
      const doubtful = [...middle].find(([score]) => bare.has(score))?.[1] ?? null;
      return { ...found, unreadable: found.unreadable ?? doubtful };
    },
  };
}

/** By what a score column is judged. */
export interface ScoreRule {
  readonly title: string;
  /** Scale of the rows that name none. */
  readonly scale: Scale;
  /** Whether a person, the title or the tool says the scale. */
  readonly isScaleSaid: boolean;
  /** Whether a person has said it. */
  readonly isScaleChosen: boolean;
}

/** From so many answers on it is no chance that none is above 5. */
const MANY = 20;
const HIGHEST_STAR = 5;
const HIGHEST_OTHER = 7;

function looksLikeStars(evidence: ScoreEvidence, { title, isScaleSaid, isScaleChosen }: ScoreRule): boolean {
  const { highest, scored, isStarred, isUnscaled } = evidence;
  if (isScaleChosen || !isUnscaled || scored === 0) return false;
  const isTold = isStarred || (saysStars(title) && !isScaleSaid);
  return (isTold && highest <= HIGHEST_OTHER) || (scored >= MANY && highest <= HIGHEST_STAR);
}

const MEND = "Correct or empty the cell; a score that is left out by its value would bend the result";

/** Why nothing of the file may be kept, one sentence with its remedy; null where the column can be read from end to end. */
export function scoreObstacle(evidence: ScoreEvidence, rule: ScoreRule): string | null {
  const { unreadable, reversed, zero, highest } = evidence;
  if (unreadable !== null) {
    const shown = JSON.stringify(unreadable.text.slice(0, 60));
    return `Line ${unreadable.line}: ${shown} is no whole number on the scale ${rule.scale === "1-10" && zero === null ? "1-10" : "0-10"}. ${MEND}.`;
  }
  if (reversed !== null) {
    return `Line ${reversed.line}: ${JSON.stringify(reversed.text)} is the wrong way round: 10 means most likely here. Turn the scores round in the file first.`;
  }
  if (zero !== null && rule.scale === "1-10") {
    return `Line ${zero.line} has a score of 0, so these answers were not given on the scale 1-10. Add --scale 0-10.`;
  }
  if (looksLikeStars(evidence, rule)) {
    return `No score is above ${highest}, so these look like stars or another rating, not answers to the recommend question. If they are answers on our scale, say which: --scale 0-10 or --scale 1-10.`;
  }
  return null;
}
