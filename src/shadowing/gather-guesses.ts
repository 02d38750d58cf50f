import type { Context } from "../context.ts";

/** One guess of somebody's at a score that was given. */
export interface GuessError {
  readonly sittingId: string;
  /** When they guessed, milliseconds since 1970. */
  readonly at: number;
  readonly guess: number;
  readonly score: number;
  /** Points between them. */
  readonly error: number;
}

/** A leader's own guesses, oldest first: how far they are from customers, over time. For nobody but themself. Rejects as the store does. */
export async function guessErrors({ store }: Pick<Context, "store">, whoAddress: string): Promise<GuessError[]> {
  const sittings = await store.list("sitting", {
    where: { whoAddress },
    atLeast: { guessedAt: 0 },
    orderBy: "guessedAt",
  });
  return sittings.flatMap(({ id, guess, guessedAt, score }) =>
    guess === null || guessedAt === null || score === null
      ? []
      : [{ sittingId: id, at: guessedAt, guess, score, error: Math.abs(guess - score) }],
  );
}
