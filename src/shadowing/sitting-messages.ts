import type { Context } from "../context.ts";
import type { Action, OutboundMessage } from "../messages.ts";
import { productName } from "../name-product.ts";
import type { Draft } from "../outcome.ts";
import type { TeamPost } from "../team/team-post.ts";
import type { Appointment, SittingFilter } from "./appointment.ts";
import type { Leader } from "./find-leader.ts";

/** What telling of sittings takes. */
export type SittingWords = Pick<Context, "settings" | "wording" | "themes">;

/** Says it to the leader alone: where they asked, or else on their direct line. */
export function sayPrivately(
  { ids }: Pick<Context, "ids">,
  draft: Draft,
  { address }: Pick<Leader, "address">,
  message: OutboundMessage,
  answerIn: string = address,
): TeamPost {
  const postId = ids.next();
  const aside = answerIn === address ? {} : { privateTo: address };
  draft.say({ id: postId, to: answerIn, message: { ...message, ...aside } });
  return { lane: answerIn, postId };
}

/** What a draw was limited to, in words; null where it was a mixed one. */
export function filteredWords(
  { settings, themes }: SittingWords,
  { say, locale }: Pick<Leader, "say" | "locale">,
  filter: SittingFilter | null,
): string | null {
  if (filter === null) return null;
  const { product, band, week, theme } = filter;
  const parts = [
    ...(product === undefined ? [] : [productName(settings, product)]),
    ...(band === undefined ? [] : [say(`sitting.filter.${band}`)]),
    ...(theme === undefined ? [] : [themes.label(theme, locale)]),
    ...(week === undefined ? [] : [say("sitting.filter.week", { week })]),
  ];
  return say("sitting.filtered", { filters: parts.join(", ") });
}

function lackingWords({ say, locale }: Pick<Leader, "say" | "locale">, { lacking, filter }: Appointment): string[] {
  const kinds = [...new Set(lacking)].filter((kind) => kind !== "random").map((kind) => say(`sitting.kind.${kind}`));
  if (kinds.length === 0 || filter !== null) return [];
  const list = new Intl.ListFormat(locale, { type: "disjunction" });
  return [say("sitting.lacking", { kinds: list.format(kinds) })];
}

/** Conversations that are ready for somebody: new ones, those of before once more, or what is left of a sitting. */
export function offerMessage(
  words: SittingWords,
  leader: Leader,
  offered: { readonly appointment: Appointment; readonly left: number; readonly as: "new" | "again" | "rest" },
): OutboundMessage {
  const { appointment, left, as } = offered;
  const { say } = leader;
  const hint = [filteredWords(words, leader, appointment.filter) ?? [], lackingWords(leader, appointment)].flat();
  return {
    kind: "notice",
    text: say(`sitting.offer.${as}`, { count: left }),
    ...(hint.length === 0 ? {} : { hint: hint.join(" ") }),
    actions: [nextAction(leader, appointment.id, as === "rest")],
  };
}

/** Opens the first conversation of the appointment that is not closed yet. */
export function nextAction({ say }: Pick<Leader, "say">, appointmentId: string, isBegun: boolean): Action {
  return { name: "sit-next", subject: appointmentId, label: say(isBegun ? "sitting.goOn" : "sitting.begin") };
}

/** Words without a button. */
export function plainNotice(text: string): OutboundMessage {
  return { kind: "notice", text, actions: [] };
}
