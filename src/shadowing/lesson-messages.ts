import type { Context } from "../context.ts";
import type { OutboundMessage } from "../messages.ts";
import type { Leader } from "./find-leader.ts";
import type { Lesson } from "./lesson.ts";
import { nextAction, plainNotice } from "./sitting-messages.ts";

/** Thanks for a lesson, and what is left of the sitting. */
export function keptMessage(leader: Leader, appointmentId: string, left: number): OutboundMessage {
  const text = leader.say("lesson.thanks", { left });
  return left === 0 ? plainNotice(text) : { kind: "notice", text, actions: [nextAction(leader, appointmentId, true)] };
}

/** The lesson as it is told to whoever is to see to it: what is to be mended, and nothing of the conversation behind it. */
export function ownedMessage(
  { wording, settings }: Pick<Context, "wording" | "settings">,
  lesson: Lesson,
): OutboundMessage {
  const locale = wording.choose(settings.desk.locale);
  const { id, whoName, toFix, surprised, dueOn } = lesson;
  return {
    kind: "notice",
    text: wording.say(locale, "lesson.owned", { who: whoName ?? "none", on: dueOn ?? "none" }),
    quote: { text: toFix === "" ? surprised : toFix, by: whoName },
    actions: [{ name: "lesson-done", subject: id, label: wording.say(locale, "lesson.done") }],
  };
}
