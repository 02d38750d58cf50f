import { readFileSync } from "node:fs";
import { redact } from "../../../src/interaction/redaction.ts";

/** A line of the corpus: what somebody wrote, what of it must go, and what must stay. */
export interface LabelledText {
  readonly lang: string;
  readonly kind: string;
  readonly text: string;
  /** Parts that must not be found in the redacted text. */
  readonly hide: readonly string[];
  /** Parts that must still be found in it; a line with nothing to hide must come back as it was. */
  readonly keep: readonly string[];
  /** The people of the conversation. */
  readonly names: readonly string[];
  /** The desk's country, as its telephone numbers are read. */
  readonly country: string;
  /** Whether the line was written before there was a rule for its kind. */
  readonly heldOut?: true;
}

/** Shares of what must go that is gone, and of what must stay that stays, to three places, rounded down; null where there is nothing of the sort. */
export interface Redacted {
  readonly lines: number;
  readonly recall: number | null;
  readonly kept: number | null;
}

/** The same over several kinds; `precision` is the share of rightly taken parts among those that were taken. */
export interface RedactedInAll extends Redacted {
  readonly precision: number | null;
}

/** The corpus, from a `.jsonl` file. */
export function labelledTexts(file: string): LabelledText[] {
  return readFileSync(file, "utf8")
    .trim()
    .split("\n")
    .map((line): LabelledText => JSON.parse(line));
}

/** Parts that should have gone and stand there still, and parts that should stand there and are gone. */
export interface Mistakes {
  readonly missed: readonly string[];
  readonly damaged: readonly string[];
}

/** What redaction does wrong with a line. */
export function mistakesIn({ text, names, country, hide, keep }: LabelledText): Mistakes {
  const redacted = redact(text, names, country);
  const wanted = hide.length === 0 ? [text] : keep;
  return {
    missed: hide.filter((part) => redacted.includes(part)),
    damaged: wanted.filter((part) => !redacted.includes(part)),
  };
}

const PLACES = 1_000;
const share = (part: number, whole: number) => (whole === 0 ? null : Math.floor((PLACES * part) / whole) / PLACES);
const count = (parts: readonly (readonly string[])[]) => parts.reduce((sum, { length }) => sum + length, 0);

function measured(lines: readonly LabelledText[]): RedactedInAll {
  const mistakes = lines.map(mistakesIn);
  const hidden = count(lines.map(({ hide }) => hide));
  const gone = hidden - count(mistakes.map(({ missed }) => missed));
  const standing = count(lines.map(({ hide, keep, text }) => (hide.length === 0 ? [text] : keep)));
  const damaged = count(mistakes.map((mistake) => mistake.damaged));
  return {
    lines: lines.length,
    recall: share(gone, hidden),
    kept: share(standing - damaged, standing),
    precision: share(gone, gone + damaged),
  };
}

/** How redaction does on the corpus: in all, on the lines that were written before its rules, and by kind. */
export function measureRedaction(lines: readonly LabelledText[]) {
  const kinds = [...new Set(lines.map(({ kind }) => kind))];
  const byKind = kinds.map((kind): [string, Redacted] => {
    const { precision: _, ...figures } = measured(lines.filter((line) => line.kind === kind));
    return [kind, figures];
  });
  return {
    all: measured(lines),
    heldOut: measured(lines.filter(({ heldOut }) => heldOut === true)),
    byKind: Object.fromEntries(byKind),
  };
}
