import type { Context } from "../context.ts";
import type { Customer } from "../interaction/customer.ts";
import type { Action, Fact, OutboundMessage } from "../messages.ts";
import type { Draft } from "../outcome.ts";
import type { Response } from "../survey/response.ts";
import { customerName, momentText, replaceAtTeam } from "../team/say-to-team.ts";
import type { Values, WordingKey } from "../wording.ts";
import { type Case, isCaseOpen } from "./case.ts";

/** A case with the response and the customer it is about. */
export interface CaseFile {
  readonly item: Case;
  readonly response: Response;
  readonly customer: Customer;
}

function say(context: Context, key: WordingKey, values: Values = {}): string {
  const { wording, settings } = context;
  return wording.say(wording.choose(settings.desk.locale), key, values);
}

function buttons(context: Context, item: Case): Action[] {
  if (!isCaseOpen(item)) return [];
  const button = (name: Action["name"], key: WordingKey): Action => ({
    name,
    subject: item.id,
    label: say(context, key),
  });
  const claim = item.state === "new" ? [button("case-claim", "team.claim")] : [];
  const contact = item.contactedAt === null ? [button("case-contact", "team.contact")] : [];
  return [...claim, ...contact, button("case-resolve", "team.resolve"), button("case-unreachable", "team.giveUp")];
}

/** What is asked of somebody first: how bad it is, by when, and whose it is. */
function urgent(context: Context, { item, response }: CaseFile): Fact[] {
  const { contactBy, contactedAt, ownerAddress, ownerName } = item;
  const score = { label: say(context, "team.score"), value: `${response.score}/10` };
  const due = { label: say(context, "team.contactBy"), value: momentText(context, contactBy), moment: contactBy };
  const label = say(context, "team.owner");
  const owner =
    ownerAddress === null
      ? { label, value: say(context, "team.noOwner") }
      : { label, value: ownerName ?? ownerAddress, person: ownerAddress };
  return [score, ...(isCaseOpen(item) && contactedAt === null ? [due] : []), owner];
}

function factsOf(context: Context, file: CaseFile): Fact[] {
  const { item, response } = file;
  const product = context.settings.products.find(({ id }) => id === response.product)?.name ?? response.product;
  const lines: [WordingKey, string | null][] = [
    ["team.product", product],
    ["team.agent", response.creditedAgent?.name ?? null],
    ["team.outcome", item.outcome],
  ];
  const known = lines.flatMap(([key, value]) => (value === null ? [] : [{ label: say(context, key), value }]));
  return [...urgent(context, file), ...known];
}

/** A post about the case: the fact first, the customer's words, then what can be done. */
export function caseMessage(context: Context, file: CaseFile, key: WordingKey, values: Values = {}): OutboundMessage {
  const { item, response, customer } = file;
  const name = customerName(context, customer);
  const all = { customer: name, score: response.score, by: momentText(context, item.contactBy), ...values };
  return {
    kind: "alert",
    text: say(context, key, all),
    ...(response.comment === null ? {} : { quote: { text: response.comment, by: name } }),
    facts: factsOf(context, file),
    actions: buttons(context, item),
    about: item.interactionId,
  };
}

/** Brings the alert of the case up to date, and puts the case. */
export async function updateAlerts(
  context: Context,
  draft: Draft,
  item: Case,
  message: OutboundMessage,
): Promise<void> {
  draft.put("case", { ...item, alerts: await replaceAtTeam(context, draft, item.alerts, message) });
}
