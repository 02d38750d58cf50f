import { z } from "zod";
import { AGAINST_KINDS } from "../../../src/digest/words-against-numbers.ts";

const count = z.int().min(0);

/** Words that disagree with their number, in the document of a digest. */
export const wordsAgainstNumbers = z
  .strictObject({
    words: z.string().meta({ description: "Version of the word lists" }),
    total: count,
    listed: z.array(
      z.strictObject({
        id: z.string(),
        kind: z.enum(AGAINST_KINDS),
        interactionId: z.string(),
        responseId: z.string().nullable().meta({ description: "Null where words disagree with words" }),
        text: z.string().meta({ description: "Redacted" }),
        because: z.string().meta({ description: "The words by which the rule listed it" }),
        said: z.string().nullable().meta({ description: "What was said before; redacted" }),
        days: count.nullable(),
        mayBeUpsideDown: z.boolean(),
      }),
    ),
  })
  .optional()
  .meta({
    description:
      "Words that disagree with their number, for a person to look at; no score changes by it. Absent where words were not read",
  });
