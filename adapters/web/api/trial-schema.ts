import { z } from "zod";
import type { Nps } from "../../../src/digest/nps.ts";
import { ARMS, TRIAL_KINDS } from "../../../src/trial.ts";

const count = z.int().min(0);

const judgement = z.strictObject({
  evidence: z.number().meta({ description: "The highest e-value so far; 20 decides" }),
  more: z.enum(ARMS).nullable().meta({ description: "Null where it cannot be told yet" }),
  decidedAt: z.iso.datetime({ offset: true }).nullable(),
});

/** The part of the digest about a trial, with the schema of a score's figures. */
export function trialSchema(nps: z.ZodType<Nps>) {
  const way = z.strictObject({
    given: z.string().meta({ description: "As the settings had it" }),
    asked: count,
    answered: count,
    wrote: count,
    nps: nps.nullable().meta({ description: "Null where either way has too few answers; it decides nothing" }),
  });
  return z
    .strictObject({
      id: z.string(),
      of: z.enum(TRIAL_KINDS),
      arms: z.strictObject({ a: way, b: way }),
      answered: judgement,
      wrote: judgement,
      scoresDiffer: z.boolean().meta({ description: "Scores must not be compared across the two ways" }),
      waiting: count.meta({ description: "Drawn, and not counted yet" }),
    })
    .optional()
    .meta({ description: "Two ways of asking, drawn by person; absent where none were on trial" });
}
