import type { Context } from "../context.ts";
import { spaceOf } from "../interaction/address.ts";
import type { Customer, Person } from "../interaction/customer.ts";
import type { Interaction, Resolution } from "../interaction/interaction.ts";
import type { Draft } from "../outcome.ts";
import { whyNotAsk } from "./eligibility.ts";
import { afterQuietHours } from "./quiet-hours.ts";
import type { Survey } from "./survey.ts";

/** A resolution that has just been decided and not yet been put. */
export interface Plan {
  readonly interaction: Interaction;
  readonly resolution: Resolution;
  /** Why the person who resolved it would rather not ask. */
  readonly skip: string | undefined;
  readonly by: Person;
  /** The conversation cannot be written in any more. */
  readonly isPlaceGone?: boolean;
}

/** Puts the resolution, and a scheduled survey or the reason why there is none. */
export async function planSurvey(context: Context, draft: Draft, plan: Plan): Promise<void> {
  const { interaction, resolution, skip, by } = plan;
  const { ask, desk } = context.settings;
  const customer = await context.store.get("customer", interaction.customerId);
  if (!customer) throw new Error(`Interaction ${interaction.id} has no customer ${interaction.customerId}`);
  const earlier = await context.store.list("survey", { where: { customerId: customer.id } });
  const askAt = afterQuietHours(resolution.at + ask.delay, ask.quietHours, customer.zone ?? desk.zone);
  const candidate = { customer, interaction, earlier, draw: resolution.id, skipped: skip !== undefined, askAt };
  const reason = whyNotAsk(candidate, ask);
  if (reason === null) {
    draft.put("resolution", resolution);
    draft.put(
      "survey",
      scheduled(context, plan, { locale: customer.locale, askAt, askIn: await placeToAsk(context, plan, customer) }),
    );
    return;
  }
  const detail = reason === "skipped-by-person" ? `${by.name ?? by.address}: ${skip}` : null;
  draft.put("resolution", { ...resolution, fate: "not-asked", fateReason: reason, fateDetail: detail });
}

/** The conversation, or the customer's direct line where the customer has agreed and the desk prefers it or nothing else is left. */
async function placeToAsk(context: Context, { interaction, isPlaceGone }: Plan, customer: Customer): Promise<string> {
  const isDirect = context.settings.ask.where === "dm" || isPlaceGone === true;
  if (!isDirect || customer.directConsentAt === null) return interaction.askIn;
  const identities = await context.store.list("identity", { where: { customerId: customer.id } });
  const direct = identities.find(({ id }) => spaceOf(id) === spaceOf(interaction.conversation));
  return direct?.id ?? interaction.askIn;
}

/** In which language, when and where the question is to be put. */
interface AskTerms {
  readonly locale: string | null;
  readonly askAt: number;
  readonly askIn: string;
}

function scheduled(context: Context, plan: Plan, terms: AskTerms): Survey {
  const { settings, wording, ids } = context;
  const locale = wording.choose(terms.locale, settings.desk.locale);
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
  };
}
