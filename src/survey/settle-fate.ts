import type { Context } from "../context.ts";
import { type FateKind, fated } from "../interaction/interaction.ts";
import type { Draft } from "../outcome.ts";
import type { Survey } from "./survey.ts";

/** Settles what became of the resolution that the survey is about; a question after a case is no part of that. */
export async function settleFate(
  context: Context,
  draft: Draft,
  survey: Survey,
  fate: FateKind,
  at: number,
  reason: string | null = null,
): Promise<void> {
  if (survey.purpose === "recovery") return;
  const resolution = await context.store.get("resolution", survey.resolutionId);
  if (resolution && resolution.fate !== fate) draft.put("resolution", fated(resolution, fate, at, reason));
}
