import type { Context } from "../context.ts";
import type { InboundEvent } from "../events.ts";
import type { Draft, RowChange } from "../outcome.ts";
import type { Case } from "../recovery/case.ts";
import type { DigestRow, Rows, Table } from "../rows.ts";
import { isWithdrawn, type Response } from "../survey/response.ts";
import type { Survey } from "../survey/survey.ts";
import { fileOfInteraction } from "./gather-views.ts";
import { caseView, interactionView, responseView, rfc3339 } from "./views.ts";
import { WEBHOOK_EVENTS, type WebhookEvent, type WebhookPayload, webhookLane } from "./webhook.ts";

/** A changed row of any table. */
export type Changed = { [T in Table]: { readonly table: T } & RowChange<T> }[Table];

interface Announcing {
  readonly context: Context;
  readonly draft: Draft;
  readonly at: number;
}

/** What a row's change is told as: the kind, and how to get what is told; null where programs outside would see no difference. */
interface Notice {
  readonly type: WebhookEvent;
  readonly data: () => Promise<WebhookPayload["data"] | null>;
}

/** The row that the outcome adds or changes, or null: what is only drafted is not listed by the store. */
function drafted<T extends Table>(draft: Draft, table: T, isIt: (row: Rows[T]) => boolean): Rows[T][] {
  const changes = draft.outcome().changes.filter((change) => change.table === table && !change.remove);
  return changes.map(({ row }) => row as Rows[T]).filter(isIt);
}

/** The interaction as the API gives it once all of this is saved, as of the survey. */
async function interactionAsOf({ context, draft }: Announcing, survey: Survey): Promise<WebhookPayload["data"] | null> {
  const { store } = context;
  const interaction = await store.get("interaction", survey.interactionId);
  if (!interaction) return null;
  const file = await fileOfInteraction(store, interaction);
  const resolution = await store.get("resolution", survey.resolutionId);
  const [response = null] = drafted(draft, "response", ({ surveyId }) => surveyId === survey.id);
  const [item = null] = drafted(draft, "case", ({ responseId }) => responseId === response?.id);
  const isSame = file.survey?.id === survey.id;
  const known = isSame ? { response: response ?? file.response, item: item ?? file.item } : { response, item };
  return interactionView({ interaction, resolution, survey, ...known }, "");
}

async function caseAsOf({ context, draft, at }: Announcing, item: Case): Promise<WebhookPayload["data"] | null> {
  const { store } = context;
  const response = await store.get("response", item.responseId);
  const customer = await store.get("customer", item.customerId);
  const interaction = await store.get("interaction", item.interactionId);
  if (!response || !customer || !interaction) return null;
  const steps = item.stepCount === 0 ? [] : await store.list("step", { where: { caseId: item.id } });
  const fresh = drafted(draft, "step", (step) => step.caseId === item.id && step.version === 0);
  return caseView({ item, response, customer, interaction }, [...steps, ...fresh], at);
}

function surveyTold(telling: Announcing, { before, after }: RowChange<"survey">): Notice | null {
  const isAsked = after.askedAt !== null && (before === null || before.askedAt === null);
  return isAsked ? { type: "survey.asked", data: () => interactionAsOf(telling, after) } : null;
}

/** The fields of an answer that programs see. */
function seenOfResponse(response: Response): string {
  return JSON.stringify(isWithdrawn(response) ? null : responseView(response));
}

function isUnseen({ before, after }: RowChange<"response">): boolean {
  return before !== null && seenOfResponse(before) === seenOfResponse(after);
}

function responseTold(telling: Announcing, change: RowChange<"response">): Notice | null {
  const { before, after } = change;
  if (isUnseen(change)) return null;
  const data = async () => {
    const survey = await telling.context.store.get("survey", after.surveyId);
    return survey && interactionAsOf(telling, survey);
  };
  return { type: before === null ? "response.created" : "response.changed", data };
}

/** What of a case is its posts' in chat alone, and its version. */
function seenOfCase({ alerts: _, version: __, dueAt: ___, ...seen }: Case): string {
  return JSON.stringify(Object.entries(seen).toSorted());
}

function caseTold(telling: Announcing, { before, after }: RowChange<"case">): Notice | null {
  if (before !== null && seenOfCase(before) === seenOfCase(after)) return null;
  return { type: before === null ? "case.opened" : "case.changed", data: () => caseAsOf(telling, after) };
}

/** The cases that are as they were, yet whose answer has changed: programs see it in them. */
async function casesBehind(telling: Announcing, changes: readonly Changed[]): Promise<Notice[]> {
  const found: Notice[] = [];
  for (const change of changes) {
    if (change.table !== "response" || change.before === null || isUnseen(change)) continue;
    const [item] = await telling.context.store.list("case", { where: { responseId: change.after.id }, limit: 1 });
    const isTold = changes.some(
      (other) => other.table === "case" && other.after.id === item?.id && caseTold(telling, other) !== null,
    );
    if (item && !isTold) found.push({ type: "case.changed", data: () => caseAsOf(telling, item) });
  }
  return found;
}

/** A digest is posted once, and again with each correction. */
function digestTold({ before, after }: { before: DigestRow | null; after: DigestRow }): Notice | null {
  const isNew = after.postedAt !== null && (before?.postedAt == null || before.revision !== after.revision);
  return isNew ? { type: "digest.posted", data: async () => after.document } : null;
}

function toldOf(telling: Announcing, change: Changed): Notice | null {
  switch (change.table) {
    case "survey":
      return surveyTold(telling, change);
    case "response":
      return responseTold(telling, change);
    case "case":
      return caseTold(telling, change);
    case "digest":
      return digestTold(change);
    default:
      return null;
  }
}

function inOrder(one: Notice, other: Notice): number {
  return WEBHOOK_EVENTS.indexOf(one.type) - WEBHOOK_EVENTS.indexOf(other.type);
}

/**
 * Tells the programs outside that the settings name what has changed, once all that follows has followed: each row once, as it is to
 * stand. Answers brought in from elsewhere are told to nobody.
 */
export async function sayToWebhooks(
  context: Context,
  draft: Draft,
  changesOf: () => Promise<readonly Changed[]>,
  { kind, at }: InboundEvent,
): Promise<void> {
  const { webhooks } = context.settings;
  if (webhooks.length === 0 || kind === "answers-imported") return;
  const telling = { context, draft, at };
  const changes = await changesOf();
  const told = changes.map((change) => toldOf(telling, change)).filter((one) => one !== null);
  const all = [...told, ...(await casesBehind(telling, changes))];
  for (const { type, data } of all.toSorted(inOrder)) {
    const listeners = webhooks.filter(({ events }) => events.includes(type));
    const shown = listeners.length === 0 ? null : await data();
    if (shown === null) continue;
    const payload: WebhookPayload = { type, timestamp: rfc3339(at), data: shown };
    for (const { id } of listeners) {
      const message = { kind: "webhook", text: type, actions: [], payload } as const;
      draft.say({ id: context.ids.next(), to: webhookLane(context.deskId, id), message });
    }
  }
}
