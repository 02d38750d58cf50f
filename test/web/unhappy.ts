import type { Person } from "../../src/interaction/customer.ts";
import { agent, MINUTE, type World } from "../world.ts";

/** How somebody came to be unhappy. */
export interface Low {
  readonly score?: number;
  readonly product?: string;
  readonly comment?: string;
  readonly helper?: Person;
}

/** Helps a customer of that name, who then gives a low score; gives the id of the case. */
export async function unhappy(world: World, name: string, low: Low = {}): Promise<string> {
  const { score = 3, product, comment, helper = agent } = low;
  const by: Person = { address: `web:customer:${name}`, role: "customer", name: `Customer ${name}` };
  const where = `web:chat:${name}${product ?? ""}`;
  await world.writes(by, "Where is my parcel?", where);
  await world.writes(helper, "It comes tomorrow.", where);
  await world.pass(5 * MINUTE, 5 * MINUTE);
  await world.writes(by, "Thank you.", where);
  await world.resolves(helper, { where, ...(product ? { product } : {}) });
  await world.settle();
  const { id: interactionId } = await world.interaction(where);
  const [survey] = await world.store.list("survey", { where: { interactionId } });
  const surveyId = survey?.id ?? "";
  await world.handle({ kind: "score-given", surveyId, by, score, via: "tap" });
  if (comment) await world.handle({ kind: "comment-given", surveyId, by, comment, via: "form" });
  await world.settle();
  const [item] = await world.store.list("case", { where: { interactionId } });
  return item?.id ?? "";
}
