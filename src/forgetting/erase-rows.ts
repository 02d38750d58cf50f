import type { Context } from "../context.ts";
import { gatherById } from "../gather-by-id.ts";
import type { Entry } from "../interaction/transcript.ts";
import { PAUSABLE, pauseId } from "../outbox/pause.ts";
import type { Draft } from "../outcome.ts";
import { anonymousRows, nobody } from "./anonymous.ts";
import { eraseConversation } from "./erase-conversation.ts";
import { type FoundTraces, gatherTraces } from "./gather-traces.ts";
import type { Tombstone } from "./tombstone.ts";
import { covered } from "./traces.ts";

/** So many entries, and so many conversations, go in one save. */
const ENTRIES = 400;
const CONVERSATIONS = 10;

/** Keeps the bare counts of a conversation in nobody's name. */
function keepCounts(
  context: Context,
  draft: Draft,
  counted: Parameters<typeof anonymousRows>[0],
  { keptAs, at }: Tombstone,
): string | null {
  const { ids, settings } = context;
  if (!settings.privacy.keepScores || counted.resolutions.length === 0) return keptAs;
  const customerId = keptAs ?? ids.next();
  const zone = settings.desk.zone;
  if (keptAs === null) draft.put("customer", nobody(customerId, at));
  const kept = anonymousRows(counted, { customerId, zone, next: () => ids.next() });
  draft.put("interaction", kept.interaction);
  for (const row of kept.resolutions) draft.put("resolution", row);
  for (const row of kept.surveys) draft.put("survey", row);
  for (const row of kept.responses) draft.put("response", row);
  for (const row of kept.revisions) draft.put("revision", row);
  return customerId;
}

/** What others wrote where the person had a part, without the person's names. */
async function coverElsewhere({ store }: Context, draft: Draft, written: readonly Entry[], traces: FoundTraces) {
  const of = new Set(written.map(({ interactionId }) => interactionId));
  const own = new Set(written.map(({ id }) => id));
  const hide = (text: string) => covered(text, traces);
  for (const entry of await gatherById(of, (interactionId) => store.list("entry", { where: { interactionId } }))) {
    const text = hide(entry.text);
    const history = entry.history.map((earlier) => ({ ...earlier, text: hide(earlier.text) }));
    const isChanged = text !== entry.text || history.some((earlier, at) => earlier.text !== entry.history[at]?.text);
    if (isChanged && !own.has(entry.id)) draft.put("entry", { ...entry, text, history });
  }
}

/** What the person wrote in others' conversations: the places stay, without their words and name. */
async function eraseEntriesElsewhere(context: Context, draft: Draft, customerId: string): Promise<boolean> {
  const { store } = context;
  const traces = await gatherTraces(store, customerId);
  const entries = await store.list("entry", { where: { address: traces.addresses }, limit: ENTRIES });
  await coverElsewhere(context, draft, entries, traces);
  for (const entry of entries)
    draft.put("entry", { ...entry, address: null, name: null, text: "", attachments: [], history: [] });
  return entries.length < ENTRIES;
}

/** Where the person's line was read up to, what they were told, what lets them in, how they are reached, and who they are. */
async function eraseIdentity(
  { store }: Context,
  draft: Draft,
  customerId: string,
  addresses: readonly string[],
): Promise<void> {
  const where = { customerId };
  for (const cursor of await store.list("cursor", { where: { id: addresses } })) draft.remove("cursor", cursor);
  for (const line of addresses)
    for (const held of await store.list("amendment", { startsWith: { id: `${line}/` } }))
      draft.remove("amendment", held);
  const pauses = addresses.flatMap((address) => PAUSABLE.map((what) => pauseId({ what, place: address })));
  for (const pause of await store.list("pause", { where: { id: pauses } })) draft.remove("pause", pause);
  for (const informed of await store.list("informed", { where })) draft.remove("informed", informed);
  const own = { where: { whoAddress: addresses } };
  for (const link of await store.list("link", own)) draft.remove("link", link);
  for (const session of await store.list("session", own)) draft.remove("session", session);
  for (const identity of await store.list("identity", { where })) draft.remove("identity", identity);
  const customer = await store.get("customer", customerId);
  if (customer) draft.remove("customer", customer);
}

/** Takes away the next of a person's conversations; once there are none, what they wrote elsewhere, and in the end who they are. */
export async function eraseRows(
  context: Context,
  draft: Draft,
  tombstone: Tombstone,
  customerId: string,
): Promise<Tombstone> {
  const { store } = context;
  const where = { customerId };
  const interactions = await store.list("interaction", { where, limit: CONVERSATIONS });
  const kept = new Set(tombstone.posts);
  let went = tombstone;
  for (const interaction of interactions) {
    const counted = await eraseConversation(context, draft, interaction, { most: ENTRIES, kept });
    if (counted === null) return went;
    went = { ...went, keptAs: keepCounts(context, draft, counted, went) };
  }
  if (interactions.length > 0) return went;
  const addresses = (await store.list("identity", { where })).map(({ id }) => id);
  if (!(await eraseEntriesElsewhere(context, draft, customerId))) return went;
  await eraseIdentity(context, draft, customerId, addresses);
  return { ...went, stage: "edits", after: "", keptAs: null };
}
