import type { Context } from "../context.ts";
import { gatherById } from "../gather-by-id.ts";
import { grouped } from "../grouping.ts";
import type { Customer } from "../interaction/customer.ts";
import type { Interaction, Resolution } from "../interaction/interaction.ts";
import type { Case } from "../recovery/case.ts";
import type { Response } from "../survey/response.ts";
import type { Drawable } from "./drawing.ts";

type FromStore = Pick<Context, "store">;

/** Whether it is over, was held here, and there is something to be read. */
function isOver({ state, isTest, resolutionId, customerMessages }: Interaction): boolean {
  return state === "resolved" && !isTest && resolutionId !== null && customerMessages > 0;
}

/** Whether the customer may be read: nobody is who does not want it, and nobody of the team. */
export function mayBeRead(customer: Pick<Customer, "readOptOutAt" | "teamMember"> | null | undefined): boolean {
  return customer != null && customer.readOptOutAt === null && !customer.teamMember;
}

/** Whether the customer of the conversation may be read: they may have said no since it was drawn. Rejects as the store does. */
export async function mayBeReadIn({ store }: FromStore, interactionId: string): Promise<boolean> {
  const interaction = await store.get("interaction", interactionId);
  return mayBeRead(interaction && (await store.get("customer", interaction.customerId)));
}

/** The ids of those of the conversations in which the person has had a part: as one who wrote there, whose case it was, or who was to greet its customer. */
async function gatherOwn({ store }: FromStore, address: string, talks: readonly Interaction[]): Promise<Set<string>> {
  const ids = talks.map(({ id }) => id);
  const wrote = talks.filter(({ agents }) => agents.some((one) => one.address === address));
  const cases = await gatherById(ids, (interactionId) => store.list("case", { where: { interactionId } }));
  const worked = await gatherById(
    cases.map(({ id }) => id),
    (caseId) => store.list("step", { where: { caseId, byAddress: address } }),
  );
  const steps = new Set(worked.map(({ caseId }) => caseId));
  const isTheirs = ({ id, ownerAddress }: Case) => ownerAddress === address || steps.has(id);
  const greeted = await gatherById(ids, (interactionId) => store.list("greeting", { where: { interactionId } }));
  const theirs = [...cases.filter(isTheirs), ...greeted.filter(({ agentAddress }) => agentAddress === address)];
  return new Set([...wrote.map(({ id }) => id), ...theirs.map(({ interactionId }) => interactionId)]);
}

/** The one answer that the conversation was given; null where there is none that counts, undefined where there were several: the earlier would tell. */
function answerAmong(answers: readonly Response[]): Response | null | undefined {
  if (answers.length > 1) return undefined;
  return answers.find(({ excluded }) => excluded === null) ?? null;
}

/** The resolution of each by which it was answered, or else the one in force, by conversation. */
async function resolutionsOf(
  { store }: FromStore,
  talks: readonly Interaction[],
  answers: readonly Response[],
): Promise<Map<string, Resolution>> {
  const surveyIds = answers.map(({ surveyId }) => surveyId);
  const surveys = await gatherById(surveyIds, (id) => store.list("survey", { where: { id } }));
  const answered = new Map(surveys.map(({ interactionId, resolutionId }) => [interactionId, resolutionId]));
  const ids = talks.flatMap(({ id, resolutionId }) => answered.get(id) ?? resolutionId ?? []);
  const found = await gatherById(ids, (id) => store.list("resolution", { where: { id } }));
  return new Map(found.map((one) => [one.interactionId, one]));
}

/**
 * Those of the conversations that somebody may be given to read and learn from: over, held here, of a customer who may be read, in which
 * they had no part, and which they were not given before. In the order in which they are named, each once. Rejects as the store does.
 */
export async function gatherReadable(
  context: FromStore,
  address: string,
  named: readonly { readonly interactionId: string }[],
): Promise<Drawable[]> {
  const { store } = context;
  const ids = [...new Set(named.map(({ interactionId }) => interactionId))];
  if (ids.length === 0) return [];
  const given = await store.list("sitting", { where: { whoAddress: address, interactionId: ids } });
  const read = new Set(given.map(({ interactionId }) => interactionId));
  const fresh = ids.filter((id) => !read.has(id));
  const talks = (await gatherById(fresh, (id) => store.list("interaction", { where: { id } }))).filter(isOver);
  const people = await gatherById(
    talks.map(({ customerId }) => customerId),
    (id) => store.list("customer", { where: { id } }),
  );
  const customers = new Map(people.map((one) => [one.id, one]));
  const own = await gatherOwn(context, address, talks);
  const open = talks.filter(({ id, customerId }) => !own.has(id) && mayBeRead(customers.get(customerId)));
  const responses = await gatherById(
    open.map(({ id }) => id),
    (interactionId) => store.list("response", { where: { interactionId, purpose: "recommend" } }),
  );
  const answers = grouped(responses, ({ interactionId }) => interactionId);
  const resolutions = await resolutionsOf(context, open, responses);
  const drawable = open.flatMap(({ id, customerId }): Drawable[] => {
    const resolution = resolutions.get(id);
    const answer = answerAmong(answers.get(id) ?? []);
    if (resolution === undefined || resolution.imported || answer === undefined) return [];
    const { product, creditedAgent } = resolution;
    const about = { product, agent: creditedAgent?.address ?? null, customerId };
    return [{ interactionId: id, resolutionId: resolution.id, responseId: answer?.id ?? null, ...about }];
  });
  return drawable.toSorted((one, other) => ids.indexOf(one.interactionId) - ids.indexOf(other.interactionId));
}
