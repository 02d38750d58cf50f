import type { Context } from "../context.ts";
import type { Draft } from "../outcome.ts";
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

/** Takes away what programs were answered about a person under their own keys, a part at a time. */
export async function eraseReceipts(
  context: Context,
  draft: Draft,
  tombstone: Tombstone,
  customerId: string,
): Promise<Tombstone> {
  const receipts = await context.store.list("receipt", { after: tombstone.after, limit: RECEIPTS });
  const traces = await gatherTraces(context.store, customerId);
  for (const receipt of receipts)
    if (isTraced([receipt.id, answered(receipt)], traces)) draft.remove("receipt", receipt);
  if (receipts.length === RECEIPTS) return { ...tombstone, after: receipts.at(-1)?.id ?? tombstone.after };
  return { ...tombstone, stage: "rows", after: "" };
}
