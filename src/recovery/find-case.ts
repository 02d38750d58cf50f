import type { Context } from "../context.ts";
import { isWithdrawn, type Response } from "../survey/response.ts";
import type { Case } from "./case.ts";
import type { CaseFile } from "./case-messages.ts";

/** So many earlier answers of the customer are shown. */
const MOST_EARLIER = 5;

/** Those whose help was rated: who is credited with it, and everybody who had helped when it was resolved. */
async function ratedIn({ store }: Pick<Context, "store">, response: Response): Promise<string[]> {
  const survey = await store.get("survey", response.surveyId);
  const resolution = survey && (await store.get("resolution", survey.resolutionId));
  const helpers = [response.creditedAgent, ...(resolution?.agents ?? [])];
  return [...new Set(helpers.flatMap((agent) => (agent ? [agent.address] : [])))];
}

/** The score before the customer changed it; null where it is as it was given first. */
async function scoreBefore({ store }: Pick<Context, "store">, { id, revisionCount, score }: Response) {
  if (revisionCount < 2) return null;
  const where = { responseId: id };
  const revisions = await store.list("revision", { where, orderBy: "number", descending: true, limit: MOST_EARLIER });
  return revisions.find((revision) => revision.score !== score)?.score ?? null;
}

/** The cases with these ids, in their order; one that is gone is left out. */
export async function casesInOrder({ store }: Pick<Context, "store">, ids: readonly string[]): Promise<Case[]> {
  const cases = new Map((await store.list("case", { where: { id: ids } })).map((item) => [item.id, item]));
  return ids.flatMap((id) => cases.get(id) ?? []);
}

/** The case with what it is about. Throws where that is not kept, which the schema rules out. */
export async function fileFor({ store }: Pick<Context, "store">, item: Case): Promise<CaseFile> {
  const response = await store.get("response", item.responseId);
  const customer = await store.get("customer", item.customerId);
  if (!response || !customer) throw new Error(`Case ${item.id} has lost what it is about`);
  const where = { customerId: item.customerId };
  const answers = await store.list("response", {
    where,
    orderBy: "answeredAt",
    descending: true,
    limit: MOST_EARLIER + 1,
  });
  const isEarlier = ({ id, answeredAt }: Response) => id !== response.id && answeredAt <= response.answeredAt;
  const earlier = answers.filter((answer) => isEarlier(answer) && !isWithdrawn(answer));
  const rated = await ratedIn({ store }, response);
  return { item, response, customer, rated, earlier, before: await scoreBefore({ store }, response) };
}

/** The case of that id with what it is about, or null. */
export async function fileOf(context: Pick<Context, "store">, caseId: string): Promise<CaseFile | null> {
  const item = await context.store.get("case", caseId);
  return item && fileFor(context, item);
}
