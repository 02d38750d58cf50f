import type { Context } from "../context.ts";
import type { EventOf } from "../events.ts";
import { createDraft, type Draft, type Outcome } from "../outcome.ts";
import { refuseWith } from "../say-who-may.ts";
import { HIGHEST, isScore, lowest, type Scale } from "../survey/score.ts";
import { answerOf, becameOf } from "./became-messages.ts";
import { type Leader, leaderOf } from "./find-leader.ts";
import { denySitting, ownSitting, type Sitter, type SittingFile } from "./find-sitting.ts";
import { mayBeReadIn } from "./gather-readable.ts";
import type { Sitting } from "./sitting.ts";

/** The guess as a whole number on the scale; null for anything else. */
function guessedIn(given: unknown, scale: Scale): number | null {
  const guess = typeof given === "string" && /^\s*\d{1,2}\s*$/.test(given) ? Number(given) : given;
  return isScore(guess, scale) ? guess : null;
}

/** Shows score, reason and what became of the customer, and tells the audit log of it. */
async function reveal(context: Context, draft: Draft, leader: Leader, sitter: Sitter, sitting: Sitting): Promise<void> {
  const { by, via } = sitter;
  const facts = { purpose: "learn", sitting: sitting.id, reveal: true };
  draft.audit({ by, act: "read", table: "interaction", subject: sitting.interactionId, via, facts });
  const { id: sittingId, appointmentId, guess } = sitting;
  draft.disclose({ kind: "reveal", sittingId, appointmentId, guess, reveal: await becameOf(context, leader, sitting) });
}

async function guess(
  context: Context,
  draft: Draft,
  { sitting }: SittingFile,
  event: EventOf<"score-guessed">,
): Promise<void> {
  const leader = await leaderOf(context, event.by);
  const response = await answerOf(context, sitting);
  const scale = response?.scale ?? context.settings.question.scale;
  const guessed = guessedIn(event.guess, scale);
  if (guessed === null) {
    const text = leader.say("sitting.guessUnclear", { low: lowest(scale), high: HIGHEST });
    return draft.refuse({ code: "unclear", text });
  }
  const known = { responseId: response?.id ?? null, score: response?.score ?? null };
  const after: Sitting = { ...sitting, ...known, state: "guessed", guess: guessed, guessedAt: event.at };
  draft.put("sitting", after);
  await reveal(context, draft, leader, event, after);
}

/** Somebody guesses the score of a conversation that they have read: only then it is shown. The first guess counts; a later one shows it again. Rejects as the store does. */
export async function guessScore(event: EventOf<"score-guessed">, context: Context): Promise<Outcome> {
  const draft = createDraft();
  const file = await ownSitting(context, draft, event, event.sittingId);
  if (file === null) return draft.outcome();
  const { state } = file.sitting;
  if (!(await mayBeReadIn(context, file.sitting.interactionId)))
    denySitting(context, draft, event, {
      subject: file.sitting.id,
      code: "not-allowed",
      key: "refused.notToBeRead",
    });
  else if (state === "drawn") refuseWith(context, draft, event.by, { code: "late", key: "sitting.readFirst" });
  else if (state === "opened") await guess(context, draft, file, event);
  else await reveal(context, draft, await leaderOf(context, event.by), event, file.sitting);
  return draft.outcome();
}
