import type { Context } from "../context.ts";
import type { EventOf } from "../events.ts";
import { createDraft, type Outcome } from "../outcome.ts";
import { momentText, sayToTeam } from "../team/say-to-team.ts";
import { addBusinessTime } from "./business-time.ts";
import type { Case } from "./case.ts";
import { caseMessage } from "./case-messages.ts";
import { fileOf } from "./work-case.ts";

/** The clock has reached a case nobody has made contact for: first it is overdue, later it is escalated; each once. */
export async function advanceCase(event: EventOf<"case-due">, context: Context): Promise<Outcome> {
  const draft = createDraft();
  const file = await fileOf(context, event.subject);
  if (!file || file.item.dueAt === null || file.item.dueAt > event.at) return draft.outcome();
  const item = file.item.overdueAt === null ? overdue(context, file.item, event.at) : escalated(file.item, event.at);
  draft.put("case", item);
  const key = item.escalatedAt === null ? "team.overdue" : "team.escalated";
  sayToTeam(
    context,
    draft,
    caseMessage(context, { ...file, item }, key, { since: momentText(context, item.openedAt) }),
  );
  return draft.outcome();
}

function overdue(context: Context, item: Case, at: number): Case {
  const { recovery, desk } = context.settings;
  const escalateAt = addBusinessTime(item.openedAt, recovery.escalateAfter, desk);
  return { ...item, overdueAt: at, dueAt: Math.max(escalateAt, at + 1) };
}

function escalated(item: Case, at: number): Case {
  return { ...item, escalatedAt: at, dueAt: null };
}
