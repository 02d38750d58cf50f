import type { Context } from "../context.ts";
import type { EventOf } from "../events.ts";
import { type Customer, isColleague } from "../interaction/customer.ts";
import { customerAt } from "../interaction/identify-person.ts";
import { createDraft, type Draft, type Outcome } from "../outcome.ts";
import { forgetQuestion, privacyNotice } from "../privacy/privacy-messages.ts";
import { may } from "../rights.ts";
import { addressHash, isBegun, SURE_WITHIN, type Tombstone } from "./tombstone.ts";

type ForgettingWanted = EventOf<"forget-wanted">;

function beginning(id: string, salt: string, at: number): Tombstone {
  const empty = { version: 0, customerId: null, hashes: [], edits: {}, posts: [], after: "", keptAs: null } as const;
  return { id, ...empty, salt, at, stage: "posts", dueAt: null };
}

/** The salt of this desk's earlier tombstones, so that an address is hashed once for all of them. */
async function saltOf({ store, ids }: Context): Promise<string> {
  const [latest] = await store.list("tombstone", { descending: true, limit: 1 });
  return latest?.salt ?? ids.secret();
}

async function askedBefore({ store }: Context, customerId: string): Promise<Tombstone | undefined> {
  return (await store.list("tombstone", { where: { customerId } }))[0];
}

/** From now on nobody is given their words to learn from, though it takes a while until all of them are gone. */
function hide(draft: Draft, customer: Customer, at: number): void {
  draft.put("customer", { ...customer, readOptOutAt: customer.readOptOutAt ?? at });
}

async function begin(context: Context, draft: Draft, customer: Customer, event: ForgettingWanted): Promise<Tombstone> {
  const { store, ids } = context;
  const asked = await askedBefore(context, customer.id);
  const tombstone = asked ?? beginning(ids.next(), await saltOf(context), event.at);
  const identities = await store.list("identity", { where: { customerId: customer.id } });
  const hashes = await Promise.all(identities.map(({ id }) => addressHash(tombstone.salt, id)));
  const confirmation = event.answerIn === undefined ? null : ids.next();
  const posts = confirmation === null ? [] : [confirmation];
  const begun = { customerId: customer.id, hashes, posts, stage: "posts", at: event.at, dueAt: event.at } as const;
  draft.put("tombstone", { ...tombstone, ...begun });
  hide(draft, customer, event.at);
  if (confirmation !== null && event.answerIn !== undefined)
    draft.say({ id: confirmation, to: event.answerIn, message: privacyNotice(context, event.by, "privacy.forgotten") });
  return tombstone;
}

async function ask(context: Context, draft: Draft, customer: Customer, event: ForgettingWanted): Promise<void> {
  const { ids } = context;
  const known = await askedBefore(context, customer.id);
  if (known && isBegun(known)) return;
  const asked = known ?? { ...beginning(ids.next(), await saltOf(context), event.at), customerId: customer.id };
  draft.put("tombstone", { ...asked, stage: "asked", at: event.at, dueAt: null });
  if (event.answerIn !== undefined)
    draft.say({ id: ids.next(), to: event.answerIn, message: forgetQuestion(context, event.by) });
}

/** So many posts on the line of somebody who is not known go when they ask. */
const SAID = 300;

/** Of whom nothing is kept is told so; what was said to them goes too. */
async function sayNothingKept(context: Context, draft: Draft, event: ForgettingWanted): Promise<void> {
  const where = { lane: event.by.address, state: ["posted", "failed", "withdrawn"] as const };
  const isOwn = event.customerId === undefined && !(await customerAt(context, event.by.address));
  if (isOwn) for (const post of await context.store.list("post", { where, limit: SAID })) draft.remove("post", post);
  const message = privacyNotice(context, event.by, "command.noData");
  draft.refuse({ code: "unknown", text: message.text }, event.answerIn !== undefined);
  if (event.answerIn !== undefined) draft.say({ id: context.ids.next(), to: event.answerIn, message });
}

/**
 * Somebody wants everything gone that is kept about them, or an admin about a customer. Whoever is not sure yet is asked; whoever is, is
 * forgotten from now on by the clock. Of whom nothing is kept is told so, so that a second press is harmless.
 */
export async function forgetCustomer(event: ForgettingWanted, context: Context): Promise<Outcome> {
  const draft = createDraft();
  const { by, customerId, isSure } = event;
  if (event.ifAsked && !(await awaitsSure(context, by.address, event.at))) return draft.outcome();
  const own = await customerAt(context, by.address);
  const customer = customerId === undefined ? own : await context.store.get("customer", customerId);
  if (!may(by.role, "forget", customerId === undefined || customer?.id === own?.id)) {
    const text = privacyNotice(context, by, "privacy.forgetOwn").text;
    draft.refuse({ code: "not-allowed", text });
    return draft.outcome();
  }
  const known = customer && (await askedBefore(context, customer.id));
  if (!customer || (known && isBegun(known))) await sayNothingKept(context, draft, event);
  else if (isSure) {
    const { id } = await begin(context, draft, customer, event);
    const isTeam = isColleague(by.role) && customerId !== undefined;
    const facts = { asked: isTeam ? "team" : "customer" };
    draft.audit({ by: isTeam ? by : null, act: "forget-asked", table: "tombstone", subject: id, via: "chat", facts });
  } else await ask(context, draft, customer, event);
  return draft.outcome();
}

/** Whether the person was asked a moment ago whether they are sure, and has not said so yet. */
export async function awaitsSure(context: Context, address: string, at: number): Promise<boolean> {
  const customer = await customerAt(context, address);
  const asked = customer && (await askedBefore(context, customer.id));
  return asked?.stage === "asked" && at < asked.at + SURE_WITHIN;
}

/** A tombstone from beside the database that an earlier copy of it does not have: whoever it stands for is forgotten again, unless they came back after it. */
export async function forgetAgain(event: EventOf<"tombstone-found">, context: Context): Promise<Outcome> {
  const draft = createDraft();
  const { tombstoneId, salt, hashes, forgottenAt, customerId } = event;
  const known = await context.store.get("tombstone", tombstoneId);
  if (known && isBegun(known)) return draft.outcome();
  const customer = customerId === null ? null : await context.store.get("customer", customerId);
  const isOlder = customer !== null && customer.createdAt <= forgottenAt;
  const found = { ...beginning(tombstoneId, salt, forgottenAt), version: known?.version ?? 0, hashes };
  const again = { customerId, dueAt: event.at } as const;
  if (isOlder) hide(draft, customer, event.at);
  draft.put("tombstone", isOlder ? { ...found, ...again } : { ...found, stage: "done" });
  return draft.outcome();
}
