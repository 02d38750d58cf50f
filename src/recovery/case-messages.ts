import { dateFormat } from "../calendar/date-format.ts";
import type { Context } from "../context.ts";
import type { Customer } from "../interaction/customer.ts";
import type { Action, Fact, OutboundMessage } from "../messages.ts";
import { productName } from "../name-product.ts";
import { isWithdrawn, type Response } from "../survey/response.ts";
import { customerName, momentText } from "../team/say-to-team.ts";
import type { Values, WordingKey } from "../wording.ts";
import { type Case, isCaseOpen, isContactDue } from "./case.ts";
import { nameOfReason } from "./name-reasons.ts";

/** A case with what it is about, and all that its card says. */
export interface CaseFile {
  readonly item: Case;
  readonly response: Response;
  readonly customer: Customer;
  /** Addresses of those whose help was rated. */
  readonly rated: readonly string[];
  /** Other answers that the customer gave before, latest first. */
  readonly earlier: readonly Pick<Response, "score" | "answeredAt">[];
  /** The score that the customer gave before they changed it; null where they did not. */
  readonly before: number | null;
}

/** What telling of a case takes. */
export type CaseTelling = Pick<Context, "settings" | "wording">;

/** The sentence in the desk's language. */
export function sayOfCase({ wording, settings }: CaseTelling, key: WordingKey, values: Values = {}): string {
  return wording.say(wording.choose(settings.desk.locale), key, values);
}

const LABELS = {
  "case-claim": "team.claim",
  "case-assign": "card.assign",
  "case-contact": "team.contact",
  "case-resolve": "team.resolve",
  "case-more": "card.more",
  "case-reopen": "card.reopen",
  "case-take-back": "card.takeBack",
  "case-score": "card.showScore",
} as const satisfies { readonly [K in Action["name"]]?: WordingKey };
type CaseAction = keyof typeof LABELS;

/** What can be done about the case now, the next step first. */
function namesOf({ state, ownerAddress, contactedAt }: Case): CaseAction[] {
  switch (state) {
    case "new":
      return ["case-claim", "case-assign", "case-more"];
    case "claimed":
      return ["case-contact", "case-resolve", "case-assign", "case-more"];
    case "contacted":
    case "waiting":
      return ["case-resolve", "case-assign", "case-more"];
    case "escalated": {
      const next = contactedAt === null ? "case-contact" : "case-resolve";
      return [ownerAddress === null ? "case-claim" : next, "case-assign", "case-more"];
    }
    case "resolved":
    case "closed":
    case "withdrawn":
      return ["case-reopen", "case-take-back"];
  }
}

/** The buttons that apply now, the next step first. */
export function caseActions(context: CaseTelling, item: Case): Action[] {
  return namesOf(item).map((name) => actionOf(context, item, name));
}

function actionOf(context: CaseTelling, item: Case, name: CaseAction): Action {
  return { name, subject: item.id, label: sayOfCase(context, LABELS[name]) };
}

/** The sentence in which the case stands. */
function stateKey({ state, contactedAt, overdueAt, contactWish }: Case): WordingKey {
  const isWaitedFor = (state === "new" || state === "claimed") && contactedAt === null;
  if (isWaitedFor && contactWish === "no") return "card.noContact";
  if (isWaitedFor && overdueAt !== null) return "card.overdue";
  return `card.${state}`;
}

/** The fact, then how things stand; `isWithheld` keeps the score from it. */
function headline(context: CaseTelling, file: CaseFile, isWithheld: boolean): string {
  const { item, response, customer } = file;
  const name = customerName(context, customer);
  const fact = sayOfCase(context, isWithheld ? "card.unseen" : "card.fact", { customer: name, score: response.score });
  const owner = item.ownerName ?? item.ownerAddress ?? sayOfCase(context, "card.somebody");
  return sayOfCase(context, stateKey(item), { fact, owner, by: momentText(context, item.contactBy) });
}

function day({ settings }: CaseTelling, at: number): string {
  const { locale, zone: timeZone } = settings.desk;
  return dateFormat(locale, { dateStyle: "medium", timeZone }).format(at);
}

/** What only those may read who were not rated. */
function scoreFacts(context: CaseTelling, { response, before, earlier }: CaseFile): Fact[] {
  const score = `${response.score}/10`;
  const value = before === null ? score : sayOfCase(context, "card.scoreBefore", { score, before: `${before}/10` });
  const past = earlier.map((one) => `${one.score} (${day(context, one.answeredAt)})`).join(", ");
  return [
    { label: sayOfCase(context, "team.score"), value },
    ...(past === "" ? [] : [{ label: sayOfCase(context, "card.earlier"), value: past }]),
  ];
}

/** By when, whose it is and how far it has got. */
function urgentFacts(context: CaseTelling, { item }: CaseFile): Fact[] {
  const { contactBy, ownerAddress, ownerName } = item;
  const by = `${momentText(context, contactBy)} (${context.settings.desk.zone})`;
  const due = { label: sayOfCase(context, "team.contactBy"), value: by, moment: contactBy };
  const label = sayOfCase(context, "team.owner");
  const owner =
    ownerAddress === null
      ? { label, value: sayOfCase(context, "team.noOwner") }
      : { label, value: ownerName ?? ownerAddress, person: ownerAddress };
  const state = { label: sayOfCase(context, "card.state"), value: sayOfCase(context, `case.${item.state}`) };
  return [...(isContactDue(item) ? [due] : []), owner, state];
}

function wishOf(context: CaseTelling, { contactWish, contactHow }: Case): string | null {
  if (contactWish === null) return null;
  return contactWish === "yes" && contactHow !== null ? contactHow : sayOfCase(context, `card.wish.${contactWish}`);
}

function knownFacts(context: CaseTelling, { item, response, customer }: CaseFile): Fact[] {
  const product = response.product === null ? null : productName(context.settings, response.product);
  const lines: [WordingKey, string | null][] = [
    ["team.product", product],
    ["team.agent", response.creditedAgent?.name ?? null],
    ["card.since", day(context, customer.createdAt)],
    ["card.wish", wishOf(context, item)],
    ["team.outcome", isCaseOpen(item) ? null : item.outcome],
    ["team.putRightLabel", item.putRight && sayOfCase(context, `team.putRightLabel.${item.putRight}`)],
    ["card.outcomeKind", isCaseOpen(item) ? null : nameOfReason(context, "outcomes", item.outcomeKind)],
    ["card.cause", nameOfReason(context, "causes", item.cause)],
  ];
  return lines.flatMap(([key, value]) => (value === null ? [] : [{ label: sayOfCase(context, key), value }]));
}

/** The card of a case whose customer has taken the answer back: nothing of it, and nothing to be done. */
function cardOfNothing(context: CaseTelling, file: CaseFile): OutboundMessage {
  const { interactionId: about, id: caseId } = file.item;
  const facts = [...urgentFacts(context, file), ...knownFacts(context, file)];
  return { kind: "alert", text: headline(context, file, true), facts, actions: [], about, caseId };
}

/** The one card of a case: the fact first, the customer's words, then what can be done. Those who were rated are not to read the score. */
export function caseCard(context: CaseTelling, file: CaseFile): OutboundMessage {
  const { item, response, customer, rated } = file;
  if (isWithdrawn(response)) return cardOfNothing(context, file);
  const facts = [...urgentFacts(context, file), ...knownFacts(context, file)];
  const actions = caseActions(context, item);
  const showing = actionOf(context, item, "case-score");
  const withheld = { from: rated, text: headline(context, file, true), facts, actions: [...actions, showing] };
  const isWithheld = rated.length > 0 && !context.settings.recovery.agentsSeeOwnScores;
  return {
    kind: "alert",
    text: headline(context, file, false),
    ...(response.comment === null ? {} : { quote: { text: response.comment, by: customerName(context, customer) } }),
    facts: [...scoreFacts(context, file), ...facts],
    actions,
    about: item.interactionId,
    caseId: item.id,
    ...(isWithheld ? { withheld } : {}),
  };
}
