import { dateFormat } from "../calendar/date-format.ts";
import type { Context } from "../context.ts";
import { platformOf } from "../interaction/address.ts";
import type { Customer } from "../interaction/customer.ts";
import type { OutboundMessage } from "../messages.ts";
import type { Draft } from "../outcome.ts";
import type { Post } from "../rows.ts";
import type { TeamPost } from "./team-post.ts";

/** A moment on the desk's clock, in the desk's language. */
export function momentText(context: Pick<Context, "settings">, at: number): string {
  const { locale, zone } = context.settings.desk;
  return dateFormat(locale, { dateStyle: "medium", timeStyle: "short", timeZone: zone }).format(at);
}

/** A day on the desk's clock, in the desk's language. */
export function dayText(context: Pick<Context, "settings">, at: number): string {
  const { locale, zone } = context.settings.desk;
  return dateFormat(locale, { day: "numeric", month: "short", timeZone: zone }).format(at);
}

/** A length of time in words, in the desk's language: so many of a unit. */
export function spanText(
  context: Pick<Context, "settings">,
  { unit, count }: { readonly unit: "minute" | "hour" | "day"; readonly count: number },
): string {
  const { locale } = context.settings.desk;
  return new Intl.NumberFormat(locale, { style: "unit", unit, unitDisplay: "long" }).format(count);
}

/** What the team calls the customer. */
export function customerName(context: Pick<Context, "wording" | "settings">, customer: Customer): string {
  const { wording, settings } = context;
  return customer.name ?? wording.say(wording.choose(settings.desk.locale), "team.somebody");
}

/** The message as it calls people in a channel: those whom its platform knows. */
function calledIn(lane: string, { mentions, ...message }: OutboundMessage): OutboundMessage {
  const known = (mentions ?? []).filter((address) => platformOf(address) === platformOf(lane));
  return known.length === 0 ? message : { ...message, mentions: known };
}

/** Says something to every team channel; gives the outbox ids. */
export function sayToTeam(context: Context, draft: Draft, message: OutboundMessage): TeamPost[] {
  return context.teamLanes.map((lane) => {
    const postId = context.ids.next();
    draft.say({ id: postId, to: lane, message: calledIn(lane, message) });
    return { lane, postId };
  });
}

/** So many of the last posts in a channel are looked through for an edit that still waits. */
const LOOKED_BACK = 100;

/** An edit of the post that has not left yet. */
async function waitingEdit({ store }: Context, { lane, postId }: TeamPost): Promise<Post | undefined> {
  const waiting = await store.list("post", { where: { lane, state: "pending" }, descending: true, limit: LOOKED_BACK });
  return waiting.find(({ message }) => message.replaces === postId);
}

async function replaceAt<P extends TeamPost>(
  context: Context,
  draft: Draft,
  standing: P,
  message: OutboundMessage,
): Promise<P> {
  const { lane, postId } = standing;
  const isLost = (await context.store.get("post", postId))?.state === "failed";
  const waiting = isLost ? undefined : await waitingEdit(context, standing);
  if (waiting) {
    draft.put("post", { ...waiting, message: { ...message, replaces: postId } });
    return standing;
  }
  const id = context.ids.next();
  draft.say({ id, to: lane, message: isLost ? message : { ...message, replaces: postId } });
  return isLost ? { ...standing, postId: id } : standing;
}

/**
 * Brings posts to the team up to date where they stand, and says it anew where one never came to stand; an edit that still waits is
 * brought up to date itself. Gives where they stand then.
 */
export function replaceAtTeam<P extends TeamPost>(
  context: Context,
  draft: Draft,
  alerts: readonly P[],
  message: OutboundMessage,
): Promise<P[]> {
  return Promise.all(alerts.map((standing) => replaceAt(context, draft, standing, message)));
}
