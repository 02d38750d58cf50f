import type { InboundEvent } from "./events.ts";
import type { Change } from "./outcome.ts";
import type { Reader } from "./ports.ts";
import type { Post, Rows } from "./rows.ts";

/** One line for whoever follows a conversation in the log: what happened, and the ids of what it happened to. Never anybody's words. */
export interface Happening {
  readonly what: "Asked" | "Answered" | "Answer changed" | "Posted" | "Resolved" | "Reopened" | "Case opened";
  readonly ids: Readonly<Record<string, string>>;
}

/** What is brought in or counted by the hundred is no conversation. */
const BULK: ReadonlySet<InboundEvent["kind"]> = new Set(["answers-imported", "tombstone-due", "sweep-due"]);

async function beforeOf<T extends "interaction" | "survey" | "post">(store: Reader, table: T, row: Rows[T]) {
  return row.version === 0 ? null : store.get(table, row.id);
}

/** The conversation that a post is about: its question's, the one it names, or the one it stands in. */
async function conversationOf(store: Reader, { surveyId, message, lane }: Post): Promise<Record<string, string>> {
  const survey = surveyId === null ? null : await store.get("survey", surveyId);
  if (survey) return { interaction: survey.interactionId, survey: survey.id };
  if (message.about !== undefined) return { interaction: message.about };
  const [inIt] = await store.list("interaction", { where: { conversation: lane }, limit: 1 });
  if (inIt) return { interaction: inIt.id };
  const latest = { where: { askIn: lane }, orderBy: "askedAt", descending: true, limit: 1 } as const;
  const [asked] = await store.list("survey", latest);
  return asked ? { interaction: asked.interactionId } : {};
}

async function happeningOf(store: Reader, { table, row }: Change): Promise<Happening | null> {
  if (table === "resolution" && row.version === 0)
    return { what: "Resolved", ids: { interaction: row.interactionId, resolution: row.id } };
  if (table === "response") {
    const ids = { interaction: row.interactionId, survey: row.surveyId, response: row.id };
    return { what: row.version === 0 ? "Answered" : "Answer changed", ids };
  }
  if (table === "case" && row.version === 0)
    return { what: "Case opened", ids: { interaction: row.interactionId, response: row.responseId, case: row.id } };
  if (table === "interaction" && row.state === "open" && row.resolutionCount > 0) {
    const before = await beforeOf(store, table, row);
    return before?.state === "resolved" ? { what: "Reopened", ids: { interaction: row.id } } : null;
  }
  if (table === "survey" && row.state === "asked") {
    const before = await beforeOf(store, table, row);
    const ids = { interaction: row.interactionId, survey: row.id, to: row.askIn };
    return before?.state === "asked" ? null : { what: "Asked", ids };
  }
  if (table !== "post" || row.state !== "posted") return null;
  const before = await beforeOf(store, table, row);
  if (before?.state === "posted") return null;
  return { what: "Posted", ids: { ...(await conversationOf(store, row)), post: row.id, to: row.lane } };
}

/** What the changes come to, in their order; to be asked for before they are saved, and said once they are. */
export async function sayWhatHappened(
  store: Reader,
  event: InboundEvent,
  changes: readonly Change[],
): Promise<Happening[]> {
  if (BULK.has(event.kind)) return [];
  const found: Happening[] = [];
  for (const change of changes) {
    const happening = change.remove ? null : await happeningOf(store, change);
    if (happening) found.push(happening);
  }
  return found;
}
