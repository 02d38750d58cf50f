import type { Context } from "../context.ts";
import type { Customer } from "../interaction/customer.ts";
import type { OutboundMessage } from "../messages.ts";
import type { Draft } from "../outcome.ts";
import type { TeamPost } from "./team-post.ts";

/** A moment on the desk's clock, in the desk's language. */
export function momentText(context: Context, at: number): string {
  const { locale, zone } = context.settings.desk;
  return new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short", timeZone: zone }).format(at);
}

/** What the team calls the customer. */
export function customerName(context: Context, customer: Customer): string {
  const { wording, settings } = context;
  return customer.name ?? wording.say(wording.choose(settings.desk.locale), "team.somebody");
}

/** Says something to the team channels, to every one unless they are named; gives the outbox ids. */
export function sayToTeam(
  context: Context,
  draft: Draft,
  message: OutboundMessage,
  lanes: readonly string[] = context.teamLanes,
): TeamPost[] {
  return lanes.map((lane) => {
    const postId = context.ids.next();
    draft.say({ id: postId, to: lane, message });
    return { lane, postId };
  });
}

/** Brings posts to the team up to date where they stand, and says it anew where one never came to stand; gives where they stand then. */
export function replaceAtTeam(
  context: Context,
  draft: Draft,
  alerts: readonly TeamPost[],
  message: OutboundMessage,
): Promise<TeamPost[]> {
  return Promise.all(
    alerts.map(async ({ lane, postId }) => {
      const isLost = (await context.store.get("post", postId))?.state === "failed";
      const id = context.ids.next();
      draft.say({ id, to: lane, message: isLost ? message : { ...message, replaces: postId } });
      return { lane, postId: isLost ? id : postId };
    }),
  );
}
