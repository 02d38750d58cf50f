import { type Reply, readReply } from "./read-reply.ts";

/** Where a score may be parted from the words with it. */
const PARTINGS = /[-–—:,.;!)\n。、！：]+\s*|\s+/gu;
/** No score alone has more letters. */
const LONGEST_SCORE = 60;
const LETTERS = /\p{L}/u;

type At = Parameters<typeof readReply>[1];

function isScoreAlone(text: string, at: At): boolean {
  return text.length <= LONGEST_SCORE && readReply(text, at).kind === "score";
}

/** The words that come with a score, without the score where it can be parted from them: `9 - great support` gives `great support`. */
export function reasonIn(text: string, at: At): string {
  const whole = text.trim();
  const partings = [...whole.slice(0, LONGEST_SCORE).matchAll(PARTINGS)];
  const marked = [
    ...partings.filter(([mark]) => mark.trim() !== ""),
    ...partings.filter(([mark]) => mark.trim() === ""),
  ];
  for (const { 0: mark, index } of marked) {
    const rest = whole.slice(index + mark.length).trim();
    if (LETTERS.test(rest) && isScoreAlone(whole.slice(0, index), at)) return rest;
  }
  const last = [...whole.slice(-LONGEST_SCORE).matchAll(PARTINGS)].filter(([mark]) => mark.trim() !== "");
  for (const { 0: mark, index } of last) {
    const from = Math.max(0, whole.length - LONGEST_SCORE) + index;
    if (LETTERS.test(whole.slice(0, from)) && isScoreAlone(whole.slice(from + mark.length), at))
      return whole.slice(0, from).trim();
  }
  return whole;
}

/** The score and the reason of a reply that gives a score, for its answer; the reason is null where it has no words. */
export function answerIn(
  reply: Extract<Reply, { readonly score: number }>,
  entry: { readonly id: string; readonly text: string },
  at: At,
): { readonly score: number; readonly comment: string | null; readonly commentEntryId?: string } {
  if (reply.kind === "score") return { score: reply.score, comment: null };
  return { score: reply.score, comment: reasonIn(entry.text, at), commentEntryId: entry.id };
}
