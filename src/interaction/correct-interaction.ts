import type { Context } from "../context.ts";
import type { EventOf } from "../events.ts";
import { gatherById } from "../gather-by-id.ts";
import { createDraft, type Draft, type Outcome } from "../outcome.ts";
import { may } from "../rights.ts";
import { refuseWith } from "../say-who-may.ts";
import type { Agent, Interaction, Resolution } from "./interaction.ts";

type Corrected = EventOf<"interaction-corrected">;

/** Why it may not be done; null where it may. Whose work an answer scores is decided above those whose work is scored. */
function whyNot({ by, product, agents }: Corrected) {
  if (agents !== undefined && !may(by.role, "exclude-answer")) return "refused.correctAgents" as const;
  return product !== undefined && !may(by.role, "work-case") ? ("refused.correctProduct" as const) : null;
}

function agentsOf({ agents }: Corrected): readonly Agent[] | undefined {
  return agents?.map(({ address, name }) => ({ address, name: name ?? null }));
}

function isCredited(credited: Agent | null, by: Interaction): boolean {
  return credited?.address === by.agents.at(-1)?.address;
}

/** What is to stand in a row in which the wrong product, or the wrong one of the team, stands. */
function righted(
  row: Pick<Resolution, "product" | "creditedAgent">,
  before: Interaction,
  after: Interaction,
): Pick<Resolution, "product" | "creditedAgent"> {
  const product = row.product === before.product ? after.product : row.product;
  const isTheirs = isCredited(row.creditedAgent, before);
  return { product, creditedAgent: isTheirs ? (after.agents.at(-1) ?? null) : row.creditedAgent };
}

/** Everything that was counted by the wrong product or agent stands by the right one: resolutions, surveys and answers. */
async function rightRows(context: Context, draft: Draft, before: Interaction, after: Interaction): Promise<void> {
  const { store } = context;
  const where = { interactionId: before.id };
  const resolutions = await store.list("resolution", { where });
  for (const resolution of resolutions) {
    const isTheirs = isCredited(resolution.creditedAgent, before);
    const agents = isTheirs ? after.agents : resolution.agents;
    draft.put("resolution", { ...resolution, ...righted(resolution, before, after), agents });
  }
  const surveys = await store.list("survey", { where });
  for (const survey of surveys) draft.put("survey", { ...survey, ...righted(survey, before, after) });
  const ids = surveys.map(({ id }) => id);
  const answers = await gatherById(ids, (surveyId) => store.list("response", { where: { surveyId } }));
  for (const answer of answers) draft.put("response", { ...answer, ...righted(answer, before, after) });
}

function isSame(one: Interaction, other: Interaction): boolean {
  const key = ({ product, agents }: Interaction) => JSON.stringify([product, agents]);
  return key(one) === key(other);
}

/** Somebody of the team sets right what a conversation was about or whose it was; all that was counted by it follows, and the audit log tells of it. */
export async function correctInteraction(event: Corrected, context: Context): Promise<Outcome> {
  const draft = createDraft();
  const { by, interactionId, via = "chat" } = event;
  const refused = whyNot(event);
  const before = await context.store.get("interaction", interactionId);
  if (refused !== null) refuseWith(context, draft, by, { code: "not-allowed", key: refused });
  else if (before === null) refuseWith(context, draft, by, { code: "unknown", key: "refused.noWords" });
  if (refused !== null || before === null) return draft.outcome();
  const { products } = context.settings;
  const isKnown = event.product == null || products.some(({ id }) => id === event.product);
  if (!isKnown) {
    refuseWith(context, draft, by, { code: "unclear", key: "digest.noProduct" });
    return draft.outcome();
  }
  const after: Interaction = {
    ...before,
    product: event.product === undefined ? before.product : event.product,
    agents: agentsOf(event) ?? before.agents,
  };
  if (isSame(before, after)) return draft.outcome();
  draft.put("interaction", after);
  await rightRows(context, draft, before, after);
  const facts = {
    ...(before.product === after.product ? {} : { product: after.product, before: before.product }),
    ...(event.agents === undefined ? {} : { agents: after.agents.map(({ address }) => address).join(" ") }),
  };
  draft.audit({ by, act: "corrected", table: "interaction", subject: interactionId, via, facts });
  return draft.outcome();
}
