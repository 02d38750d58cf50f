import { z } from "zod";

const week = z.string().meta({ examples: ["2026-W46"] });
const pair = z.tuple([z.number(), z.number()]);
const declaredChange = {
  since: week.meta({ description: "First week at the new level" }),
  declared: week.meta({ description: "The week whose digest said so first" }),
  direction: z.enum(["rising", "falling"]),
  before: z.number().meta({ description: "Score of the baseline before, points" }),
  after: z.number().meta({ description: "Score since, as of the week that declared it, points" }),
  size: z.number(),
  interval95: pair,
  means: pair.meta({ description: "Mean answers before and since" }),
  against: week.meta({ description: "First of the weeks that it is held against" }),
};

/** The last declared change and what it was judged by; all of it is absent in a digest of before this was told. */
export const aboutChange = {
  ...z.strictObject(declaredChange).partial().shape,
  threshold: z.number().nullable().optional().meta({ description: "Null where it was not known in time" }),
  from: week.optional().meta({ description: "First week of the baseline" }),
  unusual: z.enum(["higher", "lower", "as-usual", "not-enough-data"]).optional().meta({
    description: "Whether this week alone was unusual",
  }),
  blindSpot: z.number().nullable().optional().meta({
    description:
      "Points by which the score must fall to be seen within eight weeks four times in five; null: no fall is",
  }),
  products: z
    .array(z.strictObject({ product: z.string(), ...declaredChange }))
    .optional()
    .meta({ description: "The last declared change of each product" }),
};
