import { dateFormat } from "../calendar/date-format.ts";
import type { Context } from "../context.ts";
import { platformOf } from "../interaction/address.ts";
import type { Customer } from "../interaction/customer.ts";
import type { Action, OutboundMessage } from "../messages.ts";
import type { Response } from "../survey/response.ts";
import type { Survey } from "../survey/survey.ts";
import { notice, questionMessage, questionText } from "../survey/survey-messages.ts";
import type { Values, WordingKey } from "../wording.ts";
import { type Case, isContactDue } from "./case.ts";

/** A customer who is spoken to: where they were asked, and under which address. */
export interface Spoken {
  readonly survey: Survey;
  readonly customer: Customer;
  /** Their address there: nobody else is to see it. */
  readonly to: string;
}

function say(context: Context, { locale }: Survey, key: WordingKey, values: Values = {}): string {
  return context.wording.say(locale, key, { brand: context.settings.desk.brand, ...values });
}

function button(context: Context, survey: Survey, name: Action["name"], key: WordingKey): Action {
  return { name, subject: survey.id, label: say(context, survey, key) };
}

/** A moment on the customer's own clock, in their language, its zone named; on the desk's clock where theirs is not known. */
export function customersMoment(
  { settings }: Pick<Context, "settings">,
  { survey, customer }: Pick<Spoken, "survey" | "customer">,
  at: number,
): string {
  const day = { weekday: "long", day: "numeric", month: "long" } as const;
  const time = { hour: "numeric", minute: "2-digit", timeZoneName: "short" } as const;
  const timeZone = customer.zone ?? settings.desk.zone;
  return dateFormat(survey.locale, { ...day, ...time, timeZone }).format(at);
}

/** What telling a customer a time takes. */
type Promising = Pick<Context, "settings" | "teamLanes" | "clock">;

/** Whether anybody sees the case: on the customer's platform, or anywhere besides the desk's own page. */
function isSeen({ teamLanes }: Promising, { askIn }: Survey): boolean {
  return teamLanes.length > 1 || teamLanes.some((lane) => platformOf(lane) === platformOf(askIn));
}

/** By when somebody will be in touch, in the customer's words; null where nothing can be promised: nobody sees the case, nobody has to, or the time is over. */
export function promisedBy(
  context: Promising,
  to: Pick<Spoken, "survey" | "customer">,
  item: Case | null,
): string | null {
  if (item === null || !isSeen(context, to.survey) || !isContactDue(item)) return null;
  if (item.contactBy <= context.clock.now()) return null;
  return customersMoment(context, to, item.contactBy);
}

function contactButtons(context: Context, survey: Survey): Action[] {
  return [
    button(context, survey, "contact-how", "survey.contactHow"),
    button(context, survey, "contact-no", "survey.contactNo"),
  ];
}

/** To somebody unhappy, at once: sorry, thank you, who will be in touch by when, whether they want that, and a way to tell us privately. */
export function sorryMessage(
  context: Context,
  to: Spoken,
  item: Case | null,
  response: Pick<Response, "comment">,
): OutboundMessage {
  const { survey } = to;
  const by = promisedBy(context, to, item);
  const isAsking = response.comment === null;
  const sorry = survey.purpose === "recovery" ? "survey.sorryAgain" : "survey.thanks.detractor";
  const lines = [
    say(context, survey, sorry),
    ...(by === null ? [] : [say(context, survey, "survey.contactBy", { by })]),
  ];
  return {
    kind: "thanks",
    text: lines.join(" "),
    ...(isAsking ? { hint: say(context, survey, "survey.tellHint") } : {}),
    actions: [
      ...(isAsking ? [button(context, survey, "comment", "survey.tellPrivately")] : []),
      ...(by === null ? [] : contactButtons(context, survey)),
      button(context, survey, "change", "survey.change"),
    ],
    privateTo: to.to,
  };
}

/** Confirms whether and how somebody wants to be contacted; whoever does not may think again. */
export function wishMessage(context: Context, to: Spoken, item: Case): OutboundMessage {
  const { survey } = to;
  if (item.contactWish === "no") {
    const again = button(context, survey, "contact-how", "survey.contactAfterAll");
    return notice(context, survey, "survey.contactUnwanted", to.to, [again]);
  }
  const by = promisedBy(context, to, item);
  const text = say(context, survey, by === null ? "survey.contactNoted" : "survey.contactWanted", { by: by ?? "" });
  return {
    kind: "notice",
    text,
    actions: [button(context, survey, "contact-no", "survey.contactNo")],
    privateTo: to.to,
  };
}

/** Asks whether it has been put right, and the question again: one message, to be answered with two taps. */
export function askAgainMessage(context: Context, survey: Survey, reader: string | null): OutboundMessage {
  const question = questionMessage(context, survey, reader);
  const answers = [
    button(context, survey, "put-right", "survey.putRightYes"),
    button(context, survey, "not-right", "survey.putRightNo"),
  ];
  return {
    ...question,
    text: `${say(context, survey, "survey.putRight")} ${question.text}`,
    actions: [...answers, ...question.actions],
  };
}

/** Thanks for saying whether it has been put right; the question comes with it while it has not been answered. */
export function putRightMessage(context: Context, to: Spoken, item: Case, isAnswered: boolean): OutboundMessage {
  const { survey } = to;
  const isRight = item.putRight === "yes";
  const by = isRight ? null : promisedBy(context, to, item);
  const thanks = isRight ? say(context, survey, "survey.putRightThanks") : say(context, survey, "survey.sorryAgain");
  const scores = questionMessage(context, survey).actions.filter(({ name }) => name === "score");
  const reply = by === null ? thanks : `${thanks} ${say(context, survey, "survey.contactBy", { by })}`;
  return {
    kind: "notice",
    text: isAnswered ? reply : `${reply}\n${questionText(context, survey)}`,
    actions: [
      ...(isAnswered ? [] : scores),
      ...(isRight ? [] : [button(context, survey, "comment", "survey.tellPrivately")]),
      ...(by === null ? [] : contactButtons(context, survey)),
    ],
    privateTo: to.to,
  };
}
