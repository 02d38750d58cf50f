import type { Context } from "../context.ts";
import type { Action, OutboundMessage } from "../messages.ts";
import { filledIn, ownWording } from "../trial.ts";
import type { Values, WordingKey } from "../wording.ts";
import { bandOf, lowest, scores } from "./score.ts";
import type { Survey } from "./survey.ts";

const HIGH = 10;

/** In whose words a question is put. */
type QuestionWords = Pick<Context, "settings" | "wording">;

function say(context: QuestionWords, survey: Survey, key: WordingKey, values: Values = {}): string {
  const { brand } = context.settings.desk;
  return context.wording.say(survey.locale, key, { brand, low: lowest(survey.scale), high: HIGH, ...values });
}

function button(context: Context, survey: Survey, name: Action["name"], key: WordingKey): Action {
  return { name, subject: survey.id, label: say(context, survey, key) };
}

function scoreButtons(context: Context, survey: Survey): Action[] {
  return scores(survey.scale).map((score) => ({
    name: "score",
    subject: survey.id,
    value: String(score),
    label: String(score),
    description: say(context, survey, "survey.score", { score }),
  }));
}

/** What the ends of the scale mean, to stand at them. */
export function endsOf(context: Context, survey: Survey): { readonly low: string; readonly high: string } {
  return { low: say(context, survey, "survey.endLow"), high: say(context, survey, "survey.endHigh") };
}

/** The recommend question by itself, about the product where the desk asks so and the product is known; in the words on trial for whom they were drawn. */
export function questionText(context: QuestionWords, survey: Survey): string {
  const { settings } = context;
  const product = settings.question.aboutProduct
    ? settings.products.find(({ id }) => id === survey.product)?.name
    : undefined;
  const own = survey.purpose === "recommend" ? ownWording(survey.trialArm) : null;
  if (own !== null) {
    const { brand } = settings.desk;
    const about = product ?? (brand === "us" ? say(context, survey, "trial.us") : brand);
    return filledIn(own, { brand: about, low: lowest(survey.scale), high: HIGH });
  }
  if (product === undefined) return say(context, survey, "survey.question");
  return say(context, survey, "survey.questionProduct", { product });
}

/** The question with its buttons, which calls its reader, if named. The score buttons are equal in every respect. */
export function questionMessage(context: Context, survey: Survey, reader: string | null = null): OutboundMessage {
  const decline = [
    button(context, survey, "not-now", "survey.notNow"),
    button(context, survey, "never", "survey.never"),
  ];
  return {
    kind: "question",
    text: questionText(context, survey),
    hint: say(context, survey, "survey.tap"),
    ends: endsOf(context, survey),
    actions: [...scoreButtons(context, survey), ...decline],
    ...(reader === null ? {} : { mentions: [reader] }),
  };
}

/** A message that also tells that conversations are kept and may be read, and how to say no. */
export function informing(context: Context, survey: Survey, message: OutboundMessage): OutboundMessage {
  return { ...message, notice: say(context, survey, "survey.notice") };
}

/** The question on the customer's direct line, with a sentence why it comes there. */
export function directlyPut(context: Context, survey: Survey, question: OutboundMessage): OutboundMessage {
  const { mentions: _, ...unmentioned } = question;
  return { ...unmentioned, text: `${say(context, survey, "survey.directly")} ${question.text}` };
}

/** The one reminder: the question again, with a word before it. */
export function reminderMessage(context: Context, survey: Survey, reader: string | null): OutboundMessage {
  const question = questionMessage(context, survey, reader);
  return { ...question, kind: "reminder", text: `${say(context, survey, "survey.reminder")} ${question.text}` };
}

/** A word to the asked person alone, in the survey's language. */
export function notice(
  context: Context,
  survey: Survey,
  key: WordingKey,
  to: string,
  actions: readonly Action[] = [],
): OutboundMessage {
  return { kind: "notice", text: say(context, survey, key), actions, privateTo: to };
}

/** What stands in place of a question that is over: nothing to answer it with, and nothing that betrays the answer. */
export function closedMessage(
  context: Context,
  survey: Survey,
  key: WordingKey,
  actions: readonly Action[] = [],
): OutboundMessage {
  return { kind: "notice", text: say(context, survey, key), actions };
}

/** "I could not read that": how to answer, with the buttons again. */
export function unclearMessage(context: Context, survey: Survey, to: string): OutboundMessage {
  const { actions } = questionMessage(context, survey);
  const ends = endsOf(context, survey);
  return { kind: "notice", text: say(context, survey, "survey.unclear"), ends, actions, privateTo: to };
}

/** "I cannot read what is written here": the buttons that stand for an answer, for its reason, and for a new question. */
export function unreadableMessage(context: Context, survey: Survey, to: string, answered: boolean): OutboundMessage {
  const answers = answered ? [button(context, survey, "comment", "survey.comment")] : scoreButtons(context, survey);
  const actions = [...answers, button(context, survey, "new-question", "survey.newQuestion")];
  return notice(context, survey, "survey.unreadable", to, actions);
}

/** "We have noted that": words that ask for nothing are kept, and one tap says that they did. */
export function notedMessage(context: Context, survey: Survey, to: string): OutboundMessage {
  return notice(context, survey, "survey.noted", to, [button(context, survey, "new-question", "survey.newQuestion")]);
}

/** The buttons once more, for another answer. */
export function changeMessage(context: Context, survey: Survey, to: string): OutboundMessage {
  return {
    kind: "notice",
    text: say(context, survey, "survey.changeAgain"),
    ends: endsOf(context, survey),
    actions: scoreButtons(context, survey),
    privateTo: to,
  };
}

/** The button that opens the form for the reason. */
export function commentButton(context: Context, survey: Survey): Action {
  return button(context, survey, "comment", "survey.comment");
}

/** The button by which an answer is taken back: the first asks whether they are sure, the second does it. */
export function withdrawButton(context: Context, survey: Survey, name: "withdraw" | "withdraw-sure"): Action {
  return button(context, survey, name, name === "withdraw" ? "survey.withdraw" : "survey.withdraw.sure");
}

/** Thanks that fit the band, and the question why. */
export function thanksMessage(context: Context, survey: Survey, score: number, to: string): OutboundMessage {
  return {
    kind: "thanks",
    text: say(context, survey, `survey.thanks.${bandOf(score)}`, { score }),
    hint: say(context, survey, "survey.thanks.hint"),
    actions: [commentButton(context, survey), button(context, survey, "change", "survey.change")],
    privateTo: to,
  };
}

/** Thanks for an answer that was asked for after a case, and the question why, where no reason came with it. */
export function againMessage(context: Context, survey: Survey, to: string, isAskingWhy: boolean): OutboundMessage {
  const why = isAskingWhy ? [button(context, survey, "comment", "survey.comment")] : [];
  return notice(context, survey, "survey.again", to, [...why, button(context, survey, "change", "survey.change")]);
}

/** Thanks for the reason; a reason that was typed may turn out to be a new question. */
export function commentedMessage(
  context: Context,
  survey: Survey,
  score: number,
  to: string,
  typed: boolean,
): OutboundMessage {
  const actions = typed ? [button(context, survey, "new-question", "survey.newQuestion")] : [];
  return notice(context, survey, `survey.commented.${bandOf(score)}`, to, actions);
}

/** The button by which somebody who asked never to be asked takes it back. */
export function optInButton(context: Context, survey: Survey): Action {
  return button(context, survey, "opt-in", "survey.optIn");
}

/** "We won't ask again", to that person alone, with the way back. */
export function optedOutMessage(context: Context, survey: Survey, to: string): OutboundMessage {
  return notice(context, survey, "survey.optedOut", to, [optInButton(context, survey)]);
}
