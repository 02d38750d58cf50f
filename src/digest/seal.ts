import { canonicalJson } from "../canonical-json.ts";
import { hashOf } from "../hash.ts";
import { type Basis, rowsHash } from "./basis.ts";
import type { Digest } from "./document.ts";
import { figuresOf } from "./figures.ts";

/** One revision of a posted digest in the chain of its corrections. */
export interface SealLink {
  readonly revision: number;
  /** SHA-256, in hexadecimal, of {@link sealText}. */
  readonly hash: string;
  /** See `rowsHash`; null for a revision from before rows were kept. */
  readonly rows: string | null;
}

/** How many digits of a hash are shown: by chance two have the same once in 281 million million. */
const SHOWN = 12;

/** The beginning of the hash that people see. */
function shownHash(hash: string): string {
  return hash.slice(0, SHOWN);
}

/** The hash of the revision that stands and of the one it corrected, as they are shown; null where none is known. */
export function shownHashes(
  chain: readonly SealLink[],
): { readonly hash: string; readonly before: string | null } | null {
  const [own, before] = [chain.at(-1), chain.at(-2)];
  return own ? { hash: shownHash(own.hash), before: before ? shownHash(before.hash) : null } : null;
}

/** What is hashed: the hash of the revision before (null for the first), the document's figures, and the hash of their rows. */
export function sealText(document: Digest, rows: string | null, corrects: string | null): string {
  return canonicalJson({ corrects, document: figuresOf(document), rows });
}

async function linkOf(
  document: Digest,
  rows: string | null,
  corrects: string | null,
  revision: number,
): Promise<SealLink> {
  return { revision, rows, hash: await hashOf(sealText(document, rows, corrects)) };
}

/** The chain of a digest; of one from before there was any it begins with the revision that stands. */
export async function chainOf({
  chain,
  revision,
  document,
}: {
  readonly chain: readonly SealLink[];
  readonly revision: number;
  readonly document: Digest;
}): Promise<readonly SealLink[]> {
  return chain.length > 0 ? chain : [await linkOf(document, null, null, revision)];
}

/** The chain with a revision more, which holds the hash of the one before. */
export async function chained(
  chain: readonly SealLink[],
  revision: number,
  { document, basis }: { readonly document: Digest; readonly basis: Basis | null },
): Promise<SealLink[]> {
  const rows = basis && (await rowsHash(basis.rows));
  return [...chain, await linkOf(document, rows, chain.at(-1)?.hash ?? null, revision)];
}
