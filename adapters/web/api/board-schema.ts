import { z } from "zod";
import { AIM_MEASURES } from "../../../src/digest/aim.ts";
import { DECISION_VERDICTS } from "../../../src/digest/decision.ts";

const verdict = z.enum(["keep", "enhance", "discard", "too-few"]);

const decision = z.strictObject({
  verdict: z.enum(DECISION_VERDICTS),
  by: z.string(),
  sentence: z.string(),
  at: z.int().meta({ description: "Milliseconds since 1970" }),
});

/** The row of a product on the board, with the figures of its answers. */
export function boardRowSchema<Figures extends z.ZodType>(nps: Figures) {
  return z.strictObject({
    product: z.string(),
    name: z.string(),
    owner: z.string().nullable(),
    verdict,
    weeks: z.int().min(1),
    median: z.int().nullable(),
    nps: nps.nullable().meta({ description: "Null where it would speak of too few answers" }),
    since: z
      .string()
      .nullable()
      .meta({ examples: ["2026-W46"] }),
    lastQuarter: verdict,
    decision: decision.nullable(),
    sure: z.number().min(0).max(1).nullable().optional().meta({
      description:
        "Probability, given the answers of these weeks, that the median lies in the verdict's band; null where their counts are not shown",
    }),
    was: z.enum(["keep", "enhance", "discard"]).nullable().optional().meta({
      description: "The band of these weeks' own median where it is another than the verdict that stands",
    }),
  });
}

/** The decisions that a digest judges. */
export const aims = z
  .array(
    z.strictObject({
      decision: z.string(),
      product: z.string(),
      decided: z.string().meta({ description: "ISO week", examples: ["2026-W46"] }),
      measure: z.enum(AIM_MEASURES),
      to: z.int().meta({ description: "Points of the score, at least; or percent with 6 or less, at most" }),
      on: z.string().meta({ description: "Day", examples: ["2026-12-31"] }),
      before: z.int().nullable(),
      now: z.int().nullable(),
      interval95: z.tuple([z.number(), z.number()]).nullable().meta({ description: "Of the change, in points" }),
      outcome: z.enum(["moved", "not-moved", "cannot-tell"]),
    }),
  )
  .optional()
  .meta({ description: "Decisions whose day fell into the week; absent where the digest is older than they are" });
