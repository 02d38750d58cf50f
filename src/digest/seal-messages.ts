import type { DigestRow } from "../rows.ts";
import type { Speaker } from "./say-figures.ts";
import { shownHashes } from "./seal.ts";

/** By what the figures can be known again; nothing for a digest from before that. */
export function recountLines(speaker: Speaker, { chain }: Pick<DigestRow, "chain">): string[] {
  const shown = shownHashes(chain);
  if (shown === null) return [];
  const { hash, before } = shown;
  return [
    speaker.say(before === null ? "digest.recount.hash" : "digest.recount.corrected", { hash, before: before ?? "" }),
  ];
}
