import type { Context } from "./context.ts";
import { readOver } from "./decision.ts";
import { hearPlea } from "./digest/hear-plea.ts";
import { markAnswers, markDecision } from "./digest/recount-digest.ts";
import { settleDigestPost } from "./digest/settle-digest-post.ts";
import { followEnhancement } from "./enhance/open-enhancement.ts";
import type { InboundEvent } from "./events.ts";
import { type Change, createDraft, type Draft, type Outcome, type RowChange } from "./outcome.ts";
import { type Changed, sayToWebhooks } from "./outside/say-webhooks.ts";
import type { Reader } from "./ports.ts";
import { settlePromise } from "./promise/hold-promise.ts";
import { followPromise } from "./promise/open-promise.ts";
import { hearWords } from "./recovery/hear-put-right.ts";
import { followUp } from "./recovery/open-case.ts";
import { cancelAsking, planAsking } from "./recovery/plan-asking.ts";
import { followCord } from "./recovery/pull-cord.ts";
import { sayCase } from "./recovery/say-case.ts";
import { saySorry } from "./recovery/say-sorry.ts";
import { settleTold } from "./recovery/say-told.ts";
import { settleCard } from "./recovery/settle-card.ts";
import { settleRecovery } from "./recovery/settle-recovery.ts";
import { offerTelling } from "./recovery/tell-customers.ts";
import type { Rows, Table } from "./rows.ts";
import { dismissListeners, hushListeners, tellListeners } from "./shadowing/hold-listeners.ts";
import { tellWait } from "./shadowing/open-waiting-room.ts";
import { amendReason } from "./survey/amend-reason.ts";
import { cancelReopened } from "./survey/cancel-survey.ts";
import { hearEdit } from "./survey/hear-edit.ts";
import { hearReply } from "./survey/hear-reply.ts";
import { planSurvey } from "./survey/plan-survey.ts";
import { sayResolved } from "./survey/say-resolved.ts";
import { settleConsent, settleConsents } from "./survey/settle-consent.ts";
import { settleQuestion } from "./survey/settle-question.ts";
import { settleRevisions } from "./survey/settle-revisions.ts";
import { withdrawPraise } from "./survey/withdraw-praise.ts";
import { sayPraise } from "./team/say-praise.ts";
import { sayReturned } from "./team/say-returned.ts";
import { sayShutChannel } from "./team/say-shut-channel.ts";

type Heard<T extends Table> = readonly RowChange<T>[];
/** What follows when rows of a table have changed. It reads what other reactions may have changed from the context, not from the change. */
type Reaction<T extends Table> = (
  context: Context,
  draft: Draft,
  changes: Heard<T>,
  event: InboundEvent,
) => Promise<void> | void;

/** What follows each change of a row by itself. */
function each<T extends Table>(
  react: (context: Context, draft: Draft, change: RowChange<T>, event: InboundEvent) => Promise<void> | void,
): Reaction<T> {
  return async (context, draft, changes, event) => {
    for (const change of changes) await react(context, draft, change, event);
  };
}

/** What follows by table when a row is new or has changed, in this order. */
export type Reactions = { readonly [T in Table]?: readonly Reaction<T>[] };

const REACTIONS: Reactions = {
  entry: [each(hearWords), each(hearReply), each(amendReason), each(hearEdit), each(hearPlea), each(tellListeners)],
  interaction: [each(cancelReopened), each(sayReturned), each(tellWait), each(dismissListeners)],
  resolution: [each(planSurvey), each(sayResolved)],
  post: [
    each(settleQuestion),
    each(settlePromise),
    each(settleDigestPost),
    each(settleCard),
    each(settleTold),
    each(sayShutChannel),
  ],
  customer: [each(settleConsents), each(hushListeners)],
  response: [
    each(followUp),
    each(settleRecovery),
    each(saySorry),
    each(followCord),
    each(followEnhancement),
    each(followPromise),
    each(settleConsent),
    each(sayPraise),
    each(withdrawPraise),
    markAnswers,
    each(settleRevisions),
  ],
  case: [each(sayCase), each(planAsking), each(cancelAsking)],
  decision: [markDecision, each(offerTelling)],
};

/** What is taken away is no news to anybody: nothing follows it. */
const UNHEARD: readonly InboundEvent["kind"][] = ["tombstone-due", "sweep-due"];

/** Reactions to reactions come to rest long before so many rounds. */
const MOST_ROUNDS = 10;

function isSame(before: Rows[Table] | null, after: Rows[Table]): boolean {
  if (before === null || before === after) return before === after;
  const earlier = before as unknown as Readonly<Record<string, unknown>>;
  return Object.entries(after).every(
    ([column, value]) => earlier[column] === value || JSON.stringify(earlier[column]) === JSON.stringify(value),
  );
}

/** How each row stood when it was last heard of: at first as the store has it. */
type Known = Map<string, Rows[Table] | null>;

/** The changes by table that have not been heard of yet; from now on they have. */
async function unheard(store: Reader, known: Known, changes: readonly Change[]): Promise<Map<Table, Heard<Table>>> {
  const found = new Map<Table, RowChange<Table>[]>();
  for (const { table, row: after } of changes) {
    const key = `${table} ${after.id}`;
    const before = known.get(key) ?? (after.version === 0 ? null : await store.get(table, after.id));
    known.set(key, after);
    if (!isSame(before, after)) found.set(table, [...(found.get(table) ?? []), { before, after }]);
  }
  return found;
}

/** The changes as they are to be saved, each against the row that the store has. */
async function settled(store: Reader, changes: readonly Change[]): Promise<Changed[]> {
  const found: Changed[] = [];
  for (const { table, row: after, remove } of changes) {
    const before = remove || after.version === 0 ? null : await store.get(table, after.id);
    if (!remove && !isSame(before, after)) found.push({ table, before, after } as Changed);
  }
  return found;
}

/**
 * The outcome with what follows from it, to be saved together. In rounds: each reaction hears of the rows that changed in the round
 * before, until none has; then programs outside are told of it, as it is to stand. A row that was put to guard its version has not changed, and of one that is
 * to be gone nothing hears. Throws where the rounds do not come to rest.
 */
export async function withReactions(
  outcome: Outcome,
  event: InboundEvent,
  context: Context,
  reactions: Reactions = REACTIONS,
): Promise<Outcome> {
  if (UNHEARD.includes(event.kind)) return outcome;
  const draft = createDraft(outcome);
  const over = { ...context, store: readOver(context.store, draft) };
  const known: Known = new Map();
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const followed = draft.outcome().changes.filter(({ table, remove }) => reactions[table] && !remove);
    const changed = await unheard(context.store, known, followed);
    if (changed.size === 0) {
      await sayToWebhooks(over, draft, () => settled(context.store, draft.outcome().changes), event);
      return draft.outcome();
    }
    for (const [table, ofTable] of Object.entries(reactions)) {
      const changes = changed.get(table as Table);
      if (changes === undefined) continue;
      for (const react of ofTable as readonly Reaction<Table>[]) await react(over, draft, changes, event);
    }
  }
  throw new Error(`What follows ${event.kind} did not come to rest in ${MOST_ROUNDS} rounds`);
}
