import { dateFormat } from "../calendar/date-format.ts";
import type { Context } from "../context.ts";
import { enhancementOf } from "../enhance/open-enhancement.ts";
import type { Customer } from "../interaction/customer.ts";
import type { Action, OutboundMessage } from "../messages.ts";
import type { Case } from "../recovery/case.ts";
import { may } from "../rights.ts";
import { isChangeable } from "../survey/record-response.ts";
import { isWithdrawn, type Response } from "../survey/response.ts";
import type { SayWords } from "../wording.ts";
import type { Asking } from "./find-overview.ts";

/** So many answers are told of, and of so many it is offered to do something about them: the latest. */
const MOST_TOLD = 20;
const MOST_OFFERED = 5;

/** In which words a receipt is put. */
export interface ReceiptWords extends Pick<Context, "store"> {
  readonly say: SayWords;
  readonly day: (at: number) => string;
}

function ofCase({ say, day }: ReceiptWords, item: Case): string[] {
  const { state, closedAt, contactedAt, ownerName } = item;
  if (state === "withdrawn") return [];
  if (state === "resolved") return [say("receipt.case.resolved", { on: day(closedAt ?? item.openedAt) })];
  if (state === "closed") return [say("receipt.case.closed", { on: day(closedAt ?? item.openedAt) })];
  if (contactedAt !== null && ownerName !== null) return [say("receipt.case.contacted", { owner: ownerName })];
  return [say(state === "new" ? "receipt.case.waiting" : "receipt.case.underway")];
}

async function ofDetractor(words: ReceiptWords, { id }: Response): Promise<string[]> {
  const [item] = await words.store.list("case", { where: { responseId: id }, limit: 1 });
  return item ? ofCase(words, item) : [];
}

/** What was answered after a case belongs to that case. */
async function ofRecovery(words: ReceiptWords, { surveyId }: Response): Promise<string[]> {
  const caseId = (await words.store.get("survey", surveyId))?.caseId ?? null;
  const item = caseId === null ? null : await words.store.get("case", caseId);
  return item ? ofCase(words, item) : [];
}

async function ofPassive(words: ReceiptWords, response: Response): Promise<string[]> {
  const item = await enhancementOf(words, response.id);
  if (!item || item.state === "withdrawn") return [];
  if (item.state === "open") return item.hasWords ? [words.say("receipt.enhance.open")] : [];
  if (item.state === "planned") return [words.say("receipt.enhance.planned")];
  return [words.say("receipt.enhance.done", { on: words.day(item.changedAt) })];
}

/** Praise reaches the people who helped, unless it was brought in from elsewhere, where it is not known who they were. */
async function ofPromoter({ store, say }: ReceiptWords, { interactionId, comment }: Response): Promise<string[]> {
  const interaction = comment === null ? null : await store.get("interaction", interactionId);
  const isHeard = interaction !== null && interaction.agents.length > 0 && interaction.entryCount > 0;
  return isHeard ? [say("receipt.praised")] : [];
}

/** What became of an answer, in a few words of its customer's; colleagues are not named but whoever has made contact. */
export async function becameOf(words: ReceiptWords, response: Response): Promise<string> {
  if (isWithdrawn(response)) return words.say("receipt.withdrawn");
  const became = {
    detractor: () => ofDetractor(words, response),
    passive: () => ofPassive(words, response),
    promoter: () => ofPromoter(words, response),
  };
  const quoted = response.quoteConsentAt === null ? [] : [words.say("receipt.quoted")];
  const isAfterCase = response.purpose === "recovery";
  return [...(await (isAfterCase ? ofRecovery(words, response) : became[response.band]())), ...quoted].join(" ");
}

/** An answer with what became of it, in a line. */
export async function answerLine(words: ReceiptWords, response: Response): Promise<string> {
  const { answeredAt, score, comment } = response;
  const given = `${words.day(answeredAt)}: ${score}${comment === null ? "" : ` – ${comment}`}`;
  const became = await becameOf(words, response);
  return became === "" ? given : `${given} · ${became}`;
}

/** What is known of the person beside what they wrote. */
function aboutLine({ say }: ReceiptWords, { name, email, locale, zone }: Customer, language: string): string[] {
  const spoken = locale === null ? null : (new Intl.DisplayNames(language, { type: "language" }).of(locale) ?? locale);
  const facts = [name, email, spoken, zone].filter((fact) => fact !== null);
  if (facts.length === 0) return [];
  return [say("receipt.about", { facts: new Intl.ListFormat(language, { type: "unit" }).format(facts) })];
}

function offersFor(asking: Asking, { say, day }: ReceiptWords, response: Response, index: number): Action[] {
  if (isWithdrawn(response)) return [];
  const on = day(response.answeredAt);
  const about = { subject: response.surveyId, value: String(index) };
  const isOpen = isChangeable(asking, response, asking.clock.now());
  return [
    ...(isOpen ? [{ name: "change" as const, ...about, label: say("receipt.changeOf", { on }) }] : []),
    ...(response.quoteConsentAt === null
      ? []
      : [{ name: "quote-no" as const, ...about, label: say("receipt.unquote", { on }) }]),
    { name: "withdraw", ...about, label: say("receipt.withdrawOf", { on }) },
  ];
}

/** What they may decide about all of it. */
function wishesOf({ readOptOutAt }: Customer, say: SayWords): Action[] {
  const reading: Action =
    readOptOutAt === null
      ? { name: "read-no", subject: "me", label: say("privacy.dontRead") }
      : { name: "read-yes", subject: "me", label: say("privacy.mayRead") };
  return [reading, { name: "forget", subject: "me", label: say("command.forget") }];
}

/** The receipt of whoever asks: what is kept about them, what they answered, what became of it, and buttons to correct it or take it back; nothing for an automaton. */
export async function ownData(asking: Asking): Promise<OutboundMessage | string> {
  const { store, wording, locale, by, settings } = asking;
  const say: SayWords = (key, values) => wording.say(locale, key, values);
  if (!may(by.role, "read-own-data", true)) return say("command.noData");
  const identity = await store.get("identity", by.address);
  const customer = identity && (await store.get("customer", identity.customerId));
  if (!customer) return say("command.noData");
  const timeZone = customer.zone ?? settings.desk.zone;
  const format = dateFormat(locale, { dateStyle: "medium", timeZone });
  const words: ReceiptWords = { store, say, day: (at) => format.format(at) };
  const where = { customerId: customer.id };
  const interactions = await store.list("interaction", { where });
  const responses = await store.list("response", { where, orderBy: "answeredAt" });
  const told = responses.slice(-MOST_TOLD);
  const messages = interactions.reduce((sum, { customerMessages }) => sum + customerMessages, 0);
  const counts = { conversations: interactions.length, messages, answers: responses.length };
  const lines = [
    say("command.data", counts),
    ...aboutLine(words, customer, locale),
    ...(responses.length > told.length ? [say("home.more", { count: responses.length - told.length })] : []),
    ...(await Promise.all(told.map((response) => answerLine(words, response)))),
  ];
  const offers = told.slice(-MOST_OFFERED).flatMap((one, index) => offersFor(asking, words, one, index));
  const actions = [...offers, ...wishesOf(customer, say)];
  return { kind: "notice", text: lines.join("\n"), actions };
}
