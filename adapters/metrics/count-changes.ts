import { platformOf } from "../../src/interaction/address.ts";
import type { Change } from "../../src/outcome.ts";
import type { Rows, Table } from "../../src/rows.ts";
import type { LabelledCounter } from "./instruments.ts";

/** What is counted of what is saved. */
export interface SavedCounters {
  readonly asks: LabelledCounter;
  readonly answers: LabelledCounter;
  readonly notAsked: LabelledCounter;
}

function rowsOf<T extends Table>(changes: readonly Change[], table: T): Rows[T][] {
  return changes.flatMap((change) => (change.table === table && !change.remove ? [change.row as Rows[T]] : []));
}

/** Counts questions, answers and what was not asked, each when it first stands so. What was brought in from elsewhere happened elsewhere. */
export function countChanges({ asks, answers, notAsked }: SavedCounters, changes: readonly Change[], desk: string) {
  const resolutions = rowsOf(changes, "resolution");
  if (resolutions.some(({ imported }) => imported)) return;
  const surveys = rowsOf(changes, "survey");
  const newPosts = new Set(rowsOf(changes, "post").flatMap(({ id, version }) => (version === 0 ? [id] : [])));
  for (const { questionPostId, askIn, purpose } of surveys)
    if (questionPostId !== null && newPosts.has(questionPostId))
      asks.add({ desk, platform: platformOf(askIn), kind: purpose });
  const placeOf = new Map(surveys.map(({ id, askIn }) => [id, platformOf(askIn)]));
  for (const { version, band, surveyId } of rowsOf(changes, "response"))
    if (version === 0) answers.add({ desk, platform: placeOf.get(surveyId) ?? "", band });
  const endedNow = new Set(surveys.map(({ resolutionId, endedAt }) => `${resolutionId} ${endedAt}`));
  for (const { id, version, fate, fateReason, fateAt } of resolutions)
    if (fate === "not-asked" && (version === 0 || endedNow.has(`${id} ${fateAt}`)))
      notAsked.add({ desk, reason: fateReason ?? "" });
}
