import { z } from "zod";

const MINUTES = { m: 1, h: 60 } as const;
const SPEAKERS = { C: "customer", A: "agent", B: "second" } as const;
const LINE = /^([CAB])(?: (\d+)([mh]))?: (.+)$/s;

/** Who writes a line: the customer, the agent, or the agent to whom the conversation is handed over. */
export type Teller = (typeof SPEAKERS)[keyof typeof SPEAKERS];

/** A line of a story. `waited`: how long it is in coming where that matters, minutes of the speaker's time; null: as people do. */
export interface StoryLine {
  readonly by: Teller;
  readonly waited: number | null;
  readonly text: string;
}

/** Written as `C: words` or `A 2h: words`; C is the customer, A the agent, B the one who takes over; m and h are minutes and hours. */
const storyLine = z.string().transform((written, context): StoryLine => {
  const [, by, count, unit, text = ""] = LINE.exec(written) ?? [];
  if (by === undefined) {
    context.addIssue("must look like `C: words` or `A 2h: words`");
    return z.NEVER;
  }
  const waited = unit === undefined ? null : Number(count) * MINUTES[unit as keyof typeof MINUTES];
  return { by: SPEAKERS[by as keyof typeof SPEAKERS], waited, text };
});

const words = z.string().min(1);
const ending = z.strictObject({
  lines: z.array(storyLine).min(1),
  /** What its customer may write as the reason for their score. */
  comments: z.array(words).min(1),
  /** What an executive who has read it may write down. */
  surprised: words.optional(),
  fix: words.optional(),
});
const badEnding = ending.extend({
  surprised: words,
  fix: words,
  /** What the team does about the case, in the closer's words, and the id of the cause. */
  outcome: words,
  cause: words,
});

/** A conversation's beginning, and how it may end for a customer of each band. */
export const storySchema = z.strictObject({
  start: z.array(storyLine).min(1),
  ends: z.strictObject({ promoter: ending.optional(), passive: ending.optional(), detractor: badEnding.optional() }),
});

/** A conversation told to its end, for a sample that has only one way to tell it. */
export const calmTaleSchema = ending.extend({ start: z.array(storyLine).min(1) });
export const badTaleSchema = badEnding.extend({ start: z.array(storyLine).min(1) });

export type Story = z.output<typeof storySchema>;
type Ending = z.output<typeof ending>;
type BadEnding = z.output<typeof badEnding>;

/** What is done about a case, in the closer's words, and the id of what was behind it. */
export interface Repair {
  readonly outcome: string;
  readonly cause: string;
}

/** One conversation from its first line to its last, with everything that belongs to it. */
export interface Tale {
  readonly band: keyof Story["ends"];
  readonly lines: readonly StoryLine[];
  /** What its customer writes, if they give a reason. */
  readonly comment: string;
  readonly surprised: string | null;
  readonly fix: string | null;
  /** Null where the customer leaves content. */
  readonly repair: Repair | null;
}

/** A story as it is told with that ending; `turn` says which of its comments is written. */
export function taleOf(start: readonly StoryLine[], band: Tale["band"], end: Ending | BadEnding, turn = 0): Tale {
  const { lines, comments, surprised = null, fix = null } = end;
  const repair = "outcome" in end ? { outcome: end.outcome, cause: end.cause } : null;
  const comment = comments[turn % comments.length] ?? "";
  return { band, lines: [...start, ...lines], comment, surprised, fix, repair };
}
