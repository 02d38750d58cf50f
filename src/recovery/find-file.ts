import type { Context } from "../context.ts";
import type { InboundEvent } from "../events.ts";
import { spaceOf } from "../interaction/address.ts";
import type { Customer } from "../interaction/customer.ts";
import { responseTo } from "../survey/find-survey.ts";
import type { Survey } from "../survey/survey.ts";
import type { CaseFile } from "./case-messages.ts";
import { fileFor } from "./find-case.ts";

/** The case that a survey led to or asks about, with the answer that opened it; null where there is none. */
export async function fileAbout(context: Pick<Context, "store">, survey: Survey): Promise<CaseFile | null> {
  const { store } = context;
  const answer = survey.caseId === null ? await responseTo(context, survey) : null;
  const [found] = answer === null ? [] : await store.list("case", { where: { responseId: answer.id }, limit: 1 });
  const item = survey.caseId === null ? (found ?? null) : await store.get("case", survey.caseId);
  return item && fileFor({ store }, item);
}

function actorIn(event: InboundEvent): string | null {
  return "by" in event && typeof event.by === "object" ? event.by.address : null;
}

/** Under which address the customer acts in this event, or is spoken to where they were asked; null where they have none there. */
export async function addressIn(
  { store }: Context,
  event: InboundEvent,
  customer: Customer,
  { askIn }: Survey,
): Promise<string | null> {
  const identities = await store.list("identity", { where: { customerId: customer.id } });
  const own = identities.map(({ id }) => id);
  const acting = event.kind === "message" ? event.author.address : actorIn(event);
  if (acting !== null && own.includes(acting)) return acting;
  return own.find((id) => spaceOf(id) === spaceOf(askIn)) ?? null;
}
