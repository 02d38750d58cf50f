import { z } from "zod";

const count = z.int().min(0);

/** What a digest tells of leaders who sat down with conversations. */
export const shadowing = z
  .strictObject({
    due: count,
    kept: count,
    missed: count.optional(),
    guessError: z.number().nullable().meta({ description: "Mean distance of guess and score, points" }),
    guesses: count.optional().meta({ description: "So many guesses that is the mean of" }),
    people: z.array(z.strictObject({ name: z.string().nullable(), due: count, kept: count, missed: count })).optional(),
    openLessons: count.optional(),
    doneLessons: count.optional(),
    lessons: z.array(
      z.strictObject({
        id: z.string(),
        surprised: z.string(),
        toFix: z.string(),
        by: z.string().nullable(),
        owner: z.string().nullable(),
        dueOn: z.string().nullable(),
        state: z.enum(["open", "done"]),
      }),
    ),
  })
  .meta({
    description: "How leaders sat down with conversations; what is optional is absent where there was nothing",
  });
