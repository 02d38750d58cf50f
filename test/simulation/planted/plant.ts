/** What goes wrong in a planted fault; the kinds were named before any fault was planted. */
export const KINDS = [
  "drop",
  "double",
  "reorder",
  "stale",
  "off by an hour",
  "wrong desk",
  "wrong lane",
  "lease ignored",
  "lost update",
  "acknowledged too early",
  "forgotten withdrawal",
  "wrong fate",
  "quiet hours ignored",
  "cooldown ignored",
  "opt-out ignored",
  "dedupe forgotten",
  "digest twice, never or wrong",
  "case not opened or closed",
  "card not as the case",
  "edit lost",
  "retry given up",
  "pause ignored",
  "time missed",
  "words shown to others",
] as const;
export type Kind = (typeof KINDS)[number];

/** One place of the product's source as it is, and as it is with a fault in it. */
export interface Patch {
  /** The source file, from the top. */
  readonly file: string;
  /** Stands there exactly once. */
  readonly find: string;
  readonly replace: string;
}

/** A fault put into the product's source on purpose, for the checkers to find. */
export interface Plant extends Patch {
  /** What the program then does wrong. */
  readonly name: string;
  readonly kind: Kind;
  /** Where the product defends itself twice on purpose: what takes the other defence away too. */
  readonly further?: readonly Patch[];
}

/** All places in which the fault is planted. */
export function patchesOf({ file, find, replace, further = [] }: Plant): readonly Patch[] {
  return [{ file, find, replace }, ...further];
}
