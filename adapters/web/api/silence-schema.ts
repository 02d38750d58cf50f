import { z } from "zod";
import { SILENT_VERDICTS } from "../../../src/digest/silence-figures.ts";
import { FATES } from "../../../src/interaction/interaction.ts";
import { wordsAgainstNumbers } from "./against-schema.ts";

const count = z.int().min(0);
const byReason = z.record(z.string(), count).meta({ description: "How many, by reason" });
const pair = z.tuple([z.number(), z.number()]);

/** What became of the conversations, and what that says of the score, in the digest's document. */
export const aboutSilence = {
  fates: z
    .strictObject({
      resolved: count,
      answered: count,
      silent: count,
      declined: count,
      waiting: count,
      undeliverable: byReason,
      notAsked: byReason,
    })
    .meta({ description: "Everything but resolved sums to resolved" }),
  imported: count.meta({
    description:
      "Answers brought in from another tool; how many said nothing there is not known, so none of them is in fates",
  }),
  mayStillAnswer: count.meta({ description: "Of the waiting, those whom the question has reached" }),
  responseRate: z
    .strictObject({
      invited: count,
      delivered: count,
      answered: count,
      rate: z.number().nullable(),
      provisional: z.boolean(),
    })
    .meta({ description: "Of the conversations resolved in the week, like fates: those asked after, and answered" }),
  sensitivity: z.array(z.strictObject({ silentDifferBy: z.number(), overall: z.number() })),
  turning: z
    .strictObject({
      isAbove: z.boolean().meta({ description: "Whether the score is above zero" }),
      silentAt: z.int().nullable().meta({ description: "Null where no score of the silent could do it" }),
    })
    .nullish()
    .meta({ description: "At which score of the silent everybody's would be on the other side of zero" }),
};

/** What is known of those who said nothing, in the digest's document. */
export const ofTheSilent = {
  silence: z
    .strictObject({
      drawn: count,
      greeted: count,
      reached: count,
      weeks: count,
      answered: z.int().nullable(),
      greetedNps: z.int().nullable(),
      overall: z.number().nullable(),
      interval95: pair.nullable(),
      stillNeeded: count.nullable(),
      keyCustomers: z.array(z.strictObject({ customerId: z.string(), interactionId: z.string() })),
      differs: z
        .strictObject({ verdict: z.enum(SILENT_VERDICTS), points: z.number().nullable(), interval95: pair.nullable() })
        .optional()
        .meta({ description: "The greeted less those who answered; said only where chance would hardly say so" }),
    })
    .meta({ description: "What greeting some of the silent in person tells of everybody, by double sampling" }),
  heardAgain: z.array(
    z.strictObject({
      fate: z.enum(FATES),
      customers: count,
      within: z.array(
        z.strictObject({ days: count, share: z.number().nullable(), interval95: pair.nullable(), atRisk: count }),
      ),
    }),
  ),
  asking: z.strictObject({
    skips: z.array(
      z.strictObject({
        by: z.string(),
        count,
        kinds: z.strictObject({ reopened: count, waited: count, long: count, unsettled: count }),
        reasons: z.array(z.string()).meta({ description: "Redacted" }),
        conversations: z
          .array(z.string())
          .meta({ description: "Interactions of the first customers who were not asked" }),
      }),
    ),
    begging: z.array(
      z.strictObject({ interactionId: z.string(), sentence: z.string().meta({ description: "Redacted" }) }),
    ),
  }),
  wordsAgainstNumbers,
};
