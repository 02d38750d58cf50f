import type { InboundEvent } from "../../src/events.ts";
import { NEEDS_NOTE } from "../../src/recovery/case-acts.ts";
import type { WordingKey } from "../../src/wording.ts";

const WANTED: { readonly [K in InboundEvent["kind"]]?: WordingKey } = {
  "comment-given": "survey.commentEmpty",
  "case-acted": "team.noteNeeded",
  "product-decided": "digest.sentenceNeeded",
  "cord-pulled": "cord.sentenceNeeded",
  "cord-worded": "cord.sentenceNeeded",
  "cord-answered": "cord.sentenceNeeded",
  "telling-wanted": "telling.sentenceNeeded",
};

/** What is said of an empty note in a form that cannot do without; undefined where it can. */
export function wantedNote(event: InboundEvent): WordingKey | undefined {
  const isWordless = event.kind === "case-acted" && !NEEDS_NOTE.includes(event.act);
  return isWordless ? undefined : WANTED[event.kind];
}
