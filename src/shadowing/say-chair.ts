import type { Context } from "../context.ts";
import { drawOf } from "../draw.ts";
import type { EventOf } from "../events.ts";
import { gatherById } from "../gather-by-id.ts";
import { coverOf } from "../interaction/gather-cover.ts";
import { createDraft, type Draft, type Outcome } from "../outcome.ts";
import { may } from "../rights.ts";
import { refuseWith, refuseWithout } from "../say-who-may.ts";
import { chairSentence } from "./chair-sentence.ts";
import { startOf } from "./drawing.ts";
import { mayBeRead } from "./gather-readable.ts";

/** The customers' words are of so many days, milliseconds. */
const SPOKEN_WITHIN_MS = 56 * 86_400_000;
/** So many answers or conversations are looked through for a sentence, and so many posts so that none is said again soon. */
const LOOKED_THROUGH = 100;
const RECENT_POSTS = 50;

/** What a customer wrote, and where it stands. */
interface CustomerWords {
  readonly id: string;
  readonly table: "response" | "entry";
  readonly interactionId: string;
  readonly customerId: string;
  readonly words: string;
}

/** Reasons that customers gave, of whatever score: from a moment of chance on, then from the beginning. */
async function reasons({ store, deskId }: Context, { at, place }: EventOf<"chair-wanted">): Promise<CustomerWords[]> {
  const window = { from: at - SPOKEN_WITHIN_MS, to: at };
  const start = startOf(window, `${deskId}|${place}|${at}`);
  const where = { purpose: "recommend", excluded: null } as const;
  const order = { orderBy: "answeredAt", limit: LOOKED_THROUGH } as const;
  const later = await store.list("response", { where, atLeast: { answeredAt: start }, ...order });
  const earlier = { atLeast: { answeredAt: window.from }, atMost: { answeredAt: start - 1 } };
  const rest = later.length < LOOKED_THROUGH ? await store.list("response", { where, ...earlier, ...order }) : [];
  return [...later, ...rest].flatMap(({ id, interactionId, customerId, comment }) =>
    comment?.trim() ? [{ id, table: "response" as const, interactionId, customerId, words: comment }] : [],
  );
}

/** What customers wrote in the conversations that were resolved last, before they were: what they said afterwards may be a score. */
async function entries({ store }: Context, { at }: EventOf<"chair-wanted">): Promise<CustomerWords[]> {
  const lately = {
    atLeast: { at: at - SPOKEN_WITHIN_MS },
    orderBy: "at",
    descending: true,
    limit: LOOKED_THROUGH,
  } as const;
  const resolved = await store.list("resolution", { where: { imported: false }, ...lately });
  const talks = new Map(resolved.map((one) => [one.interactionId, one]));
  const written = await gatherById(talks.keys(), (interactionId) =>
    store.list("entry", { where: { interactionId, author: "customer", deletedAt: null } }),
  );
  return written.flatMap(({ id, interactionId, text, at: writtenAt }) => {
    const talk = talks.get(interactionId);
    if (talk === undefined || writtenAt > talk.at) return [];
    return [{ id, table: "entry" as const, interactionId, customerId: talk.customerId, words: text }];
  });
}

async function readableOf({ store }: Context, spoken: readonly CustomerWords[]): Promise<CustomerWords[]> {
  const ids = spoken.map(({ customerId }) => customerId);
  const people = await gatherById(ids, (id) => store.list("customer", { where: { id } }));
  const readable = new Set(people.filter(mayBeRead).map(({ id }) => id));
  return spoken.filter(({ customerId }) => readable.has(customerId));
}

async function sentenceAmong(
  context: Context,
  spoken: readonly CustomerWords[],
  { at, place }: EventOf<"chair-wanted">,
): Promise<{ readonly sentence: string; readonly from: CustomerWords } | null> {
  const { store, deskId } = context;
  const latest = await store.list("post", { where: { lane: place }, descending: true, limit: RECENT_POSTS });
  const said = new Set(latest.map(({ message }) => message.quote?.text));
  const seed = `${deskId}|${place}|${at}`;
  const readable = await readableOf(context, spoken);
  const shuffled = readable.toSorted((a, b) => drawOf(`${seed}|${a.id}`) - drawOf(`${seed}|${b.id}`));
  for (const from of shuffled) {
    if (chairSentence(from.words, seed) === null) continue;
    const cover = await coverOf(context, [from.interactionId]);
    const sentence = chairSentence(cover(from.words, from.interactionId), `${seed}|${from.id}`);
    if (sentence !== null && !said.has(sentence)) return { sentence, from };
  }
  return null;
}

/** Whether customers write there: the chair is for those who serve them. */
async function isCustomers({ store }: Context, place: string): Promise<boolean> {
  const [there] = await store.list("interaction", { where: { conversation: place }, limit: 1 });
  const [under] = await store.list("interaction", { startsWith: { conversation: `${place}:` }, limit: 1 });
  return there !== undefined || under !== undefined;
}

async function speak(context: Context, draft: Draft, event: EventOf<"chair-wanted">): Promise<void> {
  const { by, place } = event;
  const found =
    (await sentenceAmong(context, await reasons(context, event), event)) ??
    (await sentenceAmong(context, await entries(context, event), event));
  if (found === null) return refuseWith(context, draft, by, { code: "unknown", key: "chair.nothing" });
  const { sentence, from } = found;
  const facts = { purpose: "learn", chair: true, place };
  draft.audit({ by, act: "read", table: from.table, subject: from.id, via: "chat", facts });
  const { wording, settings, ids } = context;
  const text = wording.say(wording.choose(settings.desk.locale), "chair.speaks");
  draft.say({
    id: ids.next(),
    to: place,
    message: { kind: "notice", text, quote: { text: sentence, by: null }, actions: [], wordsOf: from.interactionId },
  });
}

/** Somebody wants a customer heard before anybody else speaks: one sentence of theirs, without names, is said where it was asked for. Rejects as the store does. */
export async function sayChair(event: EventOf<"chair-wanted">, context: Context): Promise<Outcome> {
  const draft = createDraft();
  const { by, place } = event;
  if (!may(by.role, "shadow")) {
    const facts = { purpose: "learn", chair: true, why: "role" };
    draft.audit({ by, act: "read-denied", table: "response", subject: null, via: "chat", facts });
    refuseWithout(context, draft, by, "shadow");
  } else if (await isCustomers(context, place))
    refuseWith(context, draft, by, { code: "not-allowed", key: "chair.notHere" });
  else await speak(context, draft, event);
  return draft.outcome();
}
