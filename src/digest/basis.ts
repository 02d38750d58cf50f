import { canonicalJson } from "../canonical-json.ts";
import { hashOf } from "../hash.ts";
import type { Scale } from "../survey/score.ts";

/** What was counted: an answer, a fate, or a tally of what is people's own; never a person, their words or a time of day. */
export type BasisRow = { readonly kind: string } & Readonly<Record<string, unknown>>;

/** How often the same row stands there. */
export type CountedRow = readonly [count: number, row: BasisRow];

/** By which rules a digest was counted. */
export interface BasisRules {
  readonly scale: Scale;
  readonly minAnswers: number;
  readonly smallBelow: number;
  /** Ids of the products that the settings name, in order. */
  readonly products: readonly string[];
  /** What had to be exceeded before a change was told, and the fall that may pass unseen: found by simulation, so given here; null where not known. */
  readonly threshold: number | null;
  readonly blindSpot: number | null;
  /** First week of the level that earlier digests told of; null where none had told. */
  readonly levelFrom: string | null;
}

/** Rules and rows from which every figure of a digest follows. */
export interface Basis {
  readonly rules: BasisRules;
  /** Each different row once, in the order of its canonical JSON, so that the order tells nothing. */
  readonly rows: readonly CountedRow[];
}

/** The basis of a posted digest, as of its last revision; under the digest's id. */
export interface BasisOfDigest extends Basis {
  readonly id: string;
  readonly version: number;
}

/** So many of the same row. */
export function times(count: number, row: BasisRow): CountedRow[] {
  return count > 0 ? [[count, row]] : [];
}

/** The rows in their order, each different one once. */
export function inOrder(rows: Iterable<CountedRow>): CountedRow[] {
  const byText = new Map<string, CountedRow>();
  for (const [count, row] of rows) {
    const text = canonicalJson(row);
    byText.set(text, [count + (byText.get(text)?.[0] ?? 0), row]);
  }
  return [...byText].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, counted]) => counted);
}

/** SHA-256 in hexadecimal over each different row: how often it stands there, a blank, its canonical JSON and a line feed. */
export function rowsHash(rows: readonly CountedRow[]): Promise<string> {
  return hashOf(rows.map(([count, row]) => `${count} ${canonicalJson(row)}\n`).join(""));
}
