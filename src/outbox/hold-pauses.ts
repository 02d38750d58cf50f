import type { Draft } from "../outcome.ts";
import type { Post, PostMove } from "../rows.ts";
import { type Pause, type PausedPlace, pacedPlace, pauseId, placesAfter } from "./pause.ts";

/** Whether the move is decided by pauses, or begins some. */
export function isAboutPauses(move: PostMove): boolean {
  return move.kind === "sending" || (move.kind === "retry" && move.pause !== undefined);
}

function putPauses(draft: Draft, known: readonly Pause[], places: readonly PausedPlace[], until: number): void {
  for (const id of places.map(pauseId)) {
    const before = known.find((one) => one.id === id);
    if (before === undefined || before.until < until) draft.put("pause", { version: 0, ...before, id, until });
  }
}

/** Keeps in the same save what has to wait because of the move: the channel for its pace, or what the platform wants left alone. Of two that send to one channel at once, one is stale. */
export function holdPlaces(draft: Draft, known: readonly Pause[], post: Post, move: PostMove): void {
  if (move.kind === "sending" && move.pacedUntil !== undefined)
    putPauses(draft, known, [pacedPlace(post)], move.pacedUntil);
  if (move.kind === "retry" && move.pause !== undefined)
    putPauses(draft, known, placesAfter(post, move.pause.reach), move.pause.until);
}
