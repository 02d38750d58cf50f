import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Reply, readReply } from "../../../src/survey/read-reply.ts";

/** A line of the corpus: what somebody wrote, and what it is. */
export interface LabelledReply {
  readonly locale: string;
  readonly kind: Reply["kind"];
  readonly text: string;
  readonly score?: number;
}

/** Of the lines of a kind, the share that is read as that kind, and with the right score; to three places, rounded down. */
export interface Recall {
  readonly lines: number;
  readonly recall: number;
}

/** The corpus of replies in a folder of `.jsonl` files, one language each. */
export function labelledReplies(folder: string): LabelledReply[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(".jsonl"))
    .flatMap((file) => readFileSync(join(folder, file), "utf8").trim().split("\n"))
    .map((line): LabelledReply => JSON.parse(line));
}

/** Whether a reply is read as it is labelled. */
export function isReadAsLabelled({ text, locale, kind, score }: LabelledReply): boolean {
  const read = readReply(text, { scale: "1-10", locale });
  return read.kind === kind && (!("score" in read) || read.score === score);
}

const PLACES = 1_000;

/** How many of the labelled replies of each kind are read right. */
export function recallByKind(replies: readonly LabelledReply[]): Record<string, Recall> {
  const kinds = [...new Set(replies.map(({ kind }) => kind))];
  return Object.fromEntries(
    kinds.map((kind) => {
      const lines = replies.filter((reply) => reply.kind === kind);
      const right = lines.filter(isReadAsLabelled).length;
      return [kind, { lines: lines.length, recall: Math.floor((PLACES * right) / lines.length) / PLACES }];
    }),
  );
}
