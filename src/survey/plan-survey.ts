import type { Context } from "../context.ts";
import type { InboundEvent } from "../events.ts";
import type { Customer } from "../interaction/customer.ts";
import type { Interaction, Resolution } from "../interaction/interaction.ts";
import type { Draft, RowChange } from "../outcome.ts";
import { may } from "../rights.ts";
import { hourOfAsking, type TrialDraw, type UNDRAWN } from "../trial.ts";
import { whyNotAsk } from "./eligibility.ts";
import { directLine } from "./find-direct-line.ts";
import { giveArm } from "./give-arm.ts";
import { quietUntil } from "./quiet-hours.ts";
import type { Survey } from "./survey.ts";

/** A resolution with what it is about. */
export interface Concluded {
  readonly interaction: Interaction;
  readonly resolution: Resolution;
  readonly customer: Customer;
}

interface Plan extends Concluded {
  /** Why the person who resolved it would rather not ask; null where they said nothing. */
  readonly skip: string | null;
  /** The customer cannot be reached in the conversation any more. */
  readonly isPlaceGone: boolean;
  /** They soon cannot: what is to be asked there is asked at once. */
  readonly isClosing: boolean;
}

/** Has the customer asked about it at a moment, or at the end of quiet hours. */
export async function scheduleSurvey(context: Context, draft: Draft, resolved: Concluded, at: number): Promise<void> {
  const { customer } = resolved;
  const askAt = quietUntil(at, context.settings, customer);
  const earlier = await context.store.list("survey", { where: { customerId: customer.id } });
  const drawn = giveArm(context, { customer, earlier, at, isAtOnce: true });
  const plan = { ...resolved, skip: null, isPlaceGone: false, isClosing: false };
  draft.put("survey", scheduled(context, plan, { askAt, drawn, askIn: await placeToAsk(context, plan) }));
}

async function planFor(context: Context, resolution: Resolution, event: InboundEvent): Promise<Plan> {
  const interaction = await context.store.get("interaction", resolution.interactionId);
  const customer = await context.store.get("customer", resolution.customerId);
  if (!interaction || !customer) throw new Error(`Resolution ${resolution.id} has lost its interaction`);
  const asked = { interaction, resolution, customer };
  if (event.kind !== "resolved") return { ...asked, skip: null, isPlaceGone: false, isClosing: false };
  const { by, skip, isPlaceGone = false, isClosing = false } = event;
  const reason = may(by.role, "skip-question") ? skip?.trim() : undefined;
  return { ...asked, skip: reason ? `${by.name ?? by.address}: ${reason}` : null, isPlaceGone, isClosing };
}

/** An interaction was resolved: a survey is scheduled, or the resolution says why there is none. */
export async function planSurvey(
  context: Context,
  draft: Draft,
  { before, after: resolution }: RowChange<"resolution">,
  event: InboundEvent,
): Promise<void> {
  if (before !== null || resolution.fate !== "waiting") return;
  const plan = await planFor(context, resolution, event);
  const { interaction, customer, skip } = plan;
  const { ask } = context.settings;
  const earlier = await context.store.list("survey", { where: { customerId: customer.id } });
  const delay = plan.isClosing ? 0 : ask.delay;
  const askAt = quietUntil(resolution.at + delay, context.settings, customer);
  const candidate = { customer, interaction, earlier, draw: resolution.id, skipped: skip !== null, askAt };
  const reason = whyNotAsk(candidate, ask);
  if (reason !== null) {
    const detail = reason === "skipped-by-person" ? skip : null;
    return draft.put("resolution", { ...resolution, fate: "not-asked", fateReason: reason, fateDetail: detail });
  }
  const drawn = giveArm(context, { customer, earlier, at: resolution.at, isAtOnce: plan.isClosing });
  const terms = { askAt: askAtHour(context, customer, drawn, askAt), drawn, askIn: await placeToAsk(context, plan) };
  draft.put("survey", scheduled(context, plan, terms));
}

/** When the question is to be put: at the hour of the person's arm where one is on trial, and never in quiet hours. */
function askAtHour({ settings }: Context, customer: Customer, { trialArm }: AskTerms["drawn"], at: number): number {
  return quietUntil(hourOfAsking(trialArm, at, customer.zone ?? settings.desk.zone), settings, customer);
}

/**
 * The conversation; or the customer's direct line, where the conversation is out of their reach, or the desk prefers it and they have
 * agreed.
 */
async function placeToAsk(context: Context, { interaction, customer, isPlaceGone }: Plan): Promise<string> {
  const isPreferred = context.settings.ask.where === "dm" && customer.directConsentAt !== null;
  const direct = isPlaceGone || isPreferred ? await directLine(context, interaction) : null;
  return direct ?? interaction.askIn;
}

/** When, where and in which way of a trial the question is to be put. */
interface AskTerms {
  readonly askAt: number;
  readonly drawn: TrialDraw | typeof UNDRAWN;
  readonly askIn: string;
}

function scheduled(context: Context, plan: Plan, terms: AskTerms): Survey {
  const { settings, wording, ids } = context;
  const locale = wording.choose(plan.customer.locale, settings.desk.locale);
  return {
    id: ids.next(),
    version: 0,
    token: ids.secret(),
    resolutionId: plan.resolution.id,
    interactionId: plan.interaction.id,
    customerId: plan.interaction.customerId,
    state: "scheduled",
    dueAt: terms.askAt,
    scheduledAt: plan.resolution.at,
    askedAt: null,
    deliveredAt: null,
    remindedAt: null,
    endedAt: null,
    askIn: terms.askIn,
    scale: settings.question.scale,
    locale,
    wordingVersion: wording.version(locale),
    product: plan.resolution.product,
    creditedAgent: plan.resolution.creditedAgent,
    questionPostId: null,
    purpose: "recommend",
    caseId: null,
    ...terms.drawn,
  };
}
