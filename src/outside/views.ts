import type { Customer } from "../interaction/customer.ts";
import type { Agent, Interaction, Resolution } from "../interaction/interaction.ts";
import { type Case, type CaseStep, isContactDue } from "../recovery/case.ts";
import { isWithdrawn, type Response } from "../survey/response.ts";
import type { Survey } from "../survey/survey.ts";
import type { CaseView, InteractionView, ListedCase } from "./shapes.ts";

/** Milliseconds since 1970 as RFC 3339. */
export function rfc3339(at: number): string {
  return new Date(at).toISOString();
}

/** The caller's id of the interaction in a conversation; the conversation itself where it is none of the API's. */
export function callersId(conversation: string): string {
  const part = /^web:api:(.+)$/u.exec(conversation)?.[1];
  return part === undefined ? conversation : decodeURIComponent(part);
}

/** The fields that hold something. */
function told<Fields extends Record<string, unknown>>(fields: Fields) {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null)) as {
    [Name in keyof Fields]?: Exclude<Fields[Name], null>;
  };
}

function moment(at: number | null): string | null {
  return at === null ? null : rfc3339(at);
}

function colleagueView({ address, name }: Agent) {
  return { address, ...told({ name }) };
}

function ownerOf({ ownerAddress, ownerName }: Case) {
  return ownerAddress === null ? null : colleagueView({ address: ownerAddress, name: ownerName });
}

/** Told only of what was asked after a case, so that nobody counts it in a score. */
function purposeView({ purpose }: Pick<Response, "purpose">) {
  return purpose === "recovery" ? { purpose } : {};
}

function surveyView(survey: Survey, publicUrl: string): InteractionView["survey"] {
  const { id, state, askedAt, askIn, token } = survey;
  const view = { id, state, ...purposeView(survey) };
  if (askedAt === null) return view;
  const url = `${publicUrl}/survey/${token}`;
  return { ...view, askedAt: rfc3339(askedAt), ...(askIn.startsWith("web:") ? { url } : {}) };
}

/** An answer as programs see it. */
export function responseView(response: Response) {
  const { id, score, scale, band, comment, answeredAt, excluded } = response;
  const said = { id, score, scale, band, ...told({ comment }), answeredAt: rfc3339(answeredAt) };
  return { ...said, ...told({ excluded }), ...purposeView(response) };
}

function briefCase(item: Case): InteractionView["case"] {
  const { id, state, contactBy, outcomeKind, cause } = item;
  return { id, state, dueAt: rfc3339(contactBy), ...told({ owner: ownerOf(item), outcomeKind, cause }) };
}

/** What an interaction is told by: its latest resolution and what followed from that; nulls where there is none. */
export interface InteractionFile {
  readonly interaction: Interaction;
  readonly resolution: Resolution | null;
  readonly survey: Survey | null;
  readonly response: Response | null;
  readonly item: Case | null;
}

/** The interaction as programs see it; `publicUrl` is how people reach the web server, without a trailing slash. */
export function interactionView(file: InteractionFile, publicUrl: string): InteractionView {
  const { interaction, resolution, survey, response, item } = file;
  const view = { id: callersId(interaction.conversation), status: interaction.state };
  if (!resolution) return { ...view, fate: { kind: "waiting" } };
  const { fate, fateReason } = resolution;
  const answer = response && !isWithdrawn(response) ? response : null;
  return {
    ...view,
    fate: { kind: fate, ...told({ reason: fateReason }) },
    ...(survey ? { survey: surveyView(survey, publicUrl) } : {}),
    ...(answer ? { response: responseView(answer) } : {}),
    ...(answer && item ? { case: briefCase(item) } : {}),
  };
}

/** Whether the time to contact the customer is over and nobody has. One who wants none is not waited for. */
export function isLate(item: Case, now: number): boolean {
  return isContactDue(item) && item.contactBy <= now;
}

/** What a case is told by. */
export interface ToldCase {
  readonly item: Case;
  readonly response: Response;
  readonly customer: Customer;
  readonly interaction: Interaction;
}

/** The case as programs see it in a list. */
export function listedCase({ item, response, customer, interaction }: ToldCase, now: number): ListedCase {
  const { outcome, outcomeKind, cause, contactWish, contactHow, putRight } = item;
  const { product, creditedAgent } = response;
  return {
    ...{ id: item.id, state: item.state, openedAt: rfc3339(item.openedAt), dueAt: rfc3339(item.contactBy) },
    overdue: isLate(item, now),
    ...told({ remindedAt: moment(item.remindedAt), overdueAt: moment(item.overdueAt) }),
    ...told({ escalatedAt: moment(item.escalatedAt), contactedAt: moment(item.contactedAt) }),
    ...told({ closedAt: moment(item.closedAt), owner: ownerOf(item), outcome, outcomeKind, cause }),
    ...told({ contactWish, contactHow, putRight }),
    interaction: callersId(interaction.conversation),
    customer: { id: customer.id, ...told({ name: customer.name }) },
    ...told({ product, agent: creditedAgent && colleagueView(creditedAgent) }),
    ...(isWithdrawn(response) ? {} : { response: responseView(response) }),
  };
}

function stepView(step: CaseStep): CaseView["steps"][number] {
  const { number, act, byAddress, byName, at, note, takenBack, facts } = step;
  const { to = null, before = null, score = null } = facts;
  const by = byAddress === null ? null : colleagueView({ address: byAddress, name: byName });
  return { number, act, at: rfc3339(at), takenBack, ...told({ by, note, to, before, score }) };
}

/** The case with its steps, oldest first. */
export function caseView(told: ToldCase, steps: readonly CaseStep[], now: number): CaseView {
  const inOrder = steps.toSorted((one, other) => one.number - other.number);
  return { ...listedCase(told, now), steps: inOrder.map(stepView) };
}
