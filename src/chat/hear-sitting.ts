import type { Context } from "../context.ts";
import type { EventOf } from "../events.ts";
import { isColleague } from "../interaction/customer.ts";
import type { OutboundMessage } from "../messages.ts";
import { createDraft, type Outcome } from "../outcome.ts";
import { may } from "../rights.ts";
import { whoMay } from "../say-who-may.ts";
import { beginSitting } from "../shadowing/begin-sitting.ts";
import { endShift, setShift } from "../shadowing/change-shift.ts";
import { followLive } from "../shadowing/follow-live.ts";
import { readShadow, type ShadowWish } from "../shadowing/wish.ts";
import { shadowHelp } from "../shadowing/wish-messages.ts";
import { directSitting } from "../talk/direct-commands.ts";
import { ownLessons } from "./find-lessons.ts";

/** Words on somebody's direct line. */
type DirectWords = EventOf<"message">;

function said(
  { conversation }: DirectWords,
  { ids }: Context,
  answer: OutboundMessage | string,
  begun?: Outcome,
): Outcome {
  const draft = createDraft(begun);
  const message: OutboundMessage = typeof answer === "string" ? { kind: "notice", text: answer, actions: [] } : answer;
  draft.say({ id: ids.next(), to: conversation, message });
  return draft.outcome();
}

/** What comes of a wish; null for what is only told. */
async function decide(
  wish: ShadowWish,
  { id, at, author: by }: DirectWords,
  context: Context,
): Promise<Outcome | null> {
  const stamp = { id, at, by };
  switch (wish.kind) {
    case "now":
      return beginSitting({ ...wish, kind: "sitting-wanted", ...stamp }, context);
    case "every":
      return setShift({ kind: "shift-set", ...stamp, every: wish.every }, context);
    case "stop":
      return endShift({ kind: "shift-ended", ...stamp }, context);
    case "live":
      return followLive({ kind: "live-wanted", ...stamp }, context);
    default:
      return null;
  }
}

/** A colleague asks on their direct line to sit down with conversations, or for what else `shadow` stands for; null where they ask for none of it. Rejects as the store does. */
export async function hearSitting(event: DirectWords, context: Context): Promise<Outcome | null> {
  const { author } = event;
  const { wording, settings } = context;
  const wished = isColleague(author.role) ? directSitting(event.text) : null;
  if (wished === null) return null;
  const locale = wording.choose(author.locale, settings.desk.locale);
  const wish = readShadow(wished, settings);
  if (wish.kind === "lessons") return said(event, context, await ownLessons({ ...context, by: author, locale }));
  if (!may(author.role, "shadow")) return said(event, context, whoMay(context, author, "shadow"));
  const outcome = await decide(wish, event, context);
  if (outcome === null) return said(event, context, shadowHelp(context, locale, "shadow"));
  const { refusal, ...kept } = outcome;
  return refusal && !refusal.told ? said(event, context, refusal.text, kept) : outcome;
}
