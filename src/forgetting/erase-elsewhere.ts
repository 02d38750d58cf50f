import type { Context } from "../context.ts";
import { gatherById } from "../gather-by-id.ts";
import type { Draft } from "../outcome.ts";
import { callersId } from "../outside/views.ts";
import type { Cord } from "../recovery/cord.ts";
import type { Receipt } from "../rows.ts";
import { type FoundTraces, gatherTraces } from "./gather-traces.ts";
import type { Tombstone } from "./tombstone.ts";
import { covered, isTraced, without } from "./traces.ts";

/** So many digests, with all their earlier versions, are gone through in one save. */
const DIGESTS = 10;
const CORDS = 500;
const RECEIPTS = 300;

function leftOfCord(cord: Cord, traces: FoundTraces): Cord {
  const { ids } = traces;
  const hide = (text: string | null) => (text === null ? null : covered(text, traces));
  const responses = cord.responses.filter((id) => !ids.has(id));
  const pulls = cord.pulls.map((pull) => {
    const interactionId = ids.has(pull.interactionId) ? "" : pull.interactionId;
    return { ...pull, interactionId, sentence: hide(pull.sentence) };
  });
  return { ...cord, responses, pulls, answer: hide(cord.answer) };
}

async function eraseInCords({ store }: Context, draft: Draft, traces: FoundTraces): Promise<void> {
  for (let after = ""; ; ) {
    const cords = await store.list("cord", { after, limit: CORDS });
    for (const cord of cords) if (isTraced(cord, traces)) draft.put("cord", leftOfCord(cord, traces));
    const last = cords.at(-1);
    if (last === undefined) return;
    after = last.id;
  }
}

/** What leaders learned from the person stays theirs, without the person's name and words. */
async function eraseInLessons({ store }: Context, draft: Draft, traces: FoundTraces): Promise<void> {
  const sittingId = traces.sittings.map(({ id }) => id);
  for (const lesson of await store.list("lesson", { where: { sittingId } })) {
    const [surprised, toFix] = [covered(lesson.surprised, traces), covered(lesson.toFix, traces)];
    draft.put("lesson", { ...lesson, surprised, toFix });
  }
}

/** Takes a person's words out of the next digests and their earlier versions; out of cords and lessons with the last of them. */
export async function eraseInDigests(
  context: Context,
  draft: Draft,
  tombstone: Tombstone,
  customerId: string,
): Promise<Tombstone> {
  const rows = await context.store.list("digest", { after: tombstone.after, limit: DIGESTS });
  const traces = await gatherTraces(context.store, customerId);
  for (const row of rows) {
    const { document, history } = row;
    if (isTraced([document, history], traces))
      draft.put("digest", { ...row, document: without(document, traces), history: without(history, traces) });
  }
  if (rows.length === DIGESTS) return { ...tombstone, after: rows.at(-1)?.id ?? tombstone.after };
  await eraseInCords(context, draft, traces);
  await eraseInLessons(context, draft, traces);
  return { ...tombstone, stage: "receipts", after: "" };
}

function answered({ answer }: Receipt): unknown {
  try {
    return JSON.parse(answer ?? "null");
  } catch {
    return answer;
  }
}

/** What programs are answered with of somebody's conversations, beside their ids and comments. */
interface Answerable {
  readonly texts: ReadonlySet<string>;
  readonly called: readonly string[];
}

/** What was written in the conversations of the person, and by the person elsewhere, and how programs call these conversations. */
async function answerableOf({ store }: Context, { addresses, lanes }: FoundTraces): Promise<Answerable> {
  const talks = await gatherById(lanes, (conversation) => store.list("interaction", { where: { conversation } }));
  const ids = talks.map(({ id }) => id);
  const said = await gatherById(ids, (interactionId) => store.list("entry", { where: { interactionId } }));
  const written = await store.list("entry", { where: { address: addresses } });
  const called = talks.map(({ conversation }) => callersId(conversation)).filter((id) => !lanes.has(id));
  return { texts: new Set([...said, ...written].map(({ text }) => text)), called };
}

/** Whether the answer was about the person: it names one of their conversations, or has what was written there. */
function isAnswerAbout(receipt: Receipt, traces: FoundTraces, { texts, called }: Answerable): boolean {
  const answer = answered(receipt);
  if (isTraced([receipt.id, answer], traces)) return true;
  if (typeof answer !== "object" || answer === null) return false;
  const { id, text, detail } = answer as { readonly id?: unknown; readonly text?: unknown; readonly detail?: unknown };
  const isNamed = typeof detail === "string" && called.some((one) => detail.split(" ").includes(one));
  return isNamed || called.some((one) => one === id) || (typeof text === "string" && text !== "" && texts.has(text));
}

/** Takes away what programs were answered about a person under their own keys, a part at a time. */
export async function eraseReceipts(
  context: Context,
  draft: Draft,
  tombstone: Tombstone,
  customerId: string,
): Promise<Tombstone> {
  const receipts = await context.store.list("receipt", { after: tombstone.after, limit: RECEIPTS });
  const traces = await gatherTraces(context.store, customerId);
  const answerable =
    receipts.length === 0 ? { texts: new Set<string>(), called: [] } : await answerableOf(context, traces);
  for (const receipt of receipts) if (isAnswerAbout(receipt, traces, answerable)) draft.remove("receipt", receipt);
  if (receipts.length === RECEIPTS) return { ...tombstone, after: receipts.at(-1)?.id ?? tombstone.after };
  return { ...tombstone, stage: "rows", after: "" };
}
