import { DEFAULT_DESK } from "../../src/desk.ts";
import type { Person } from "../../src/interaction/customer.ts";
import type { Interaction } from "../../src/interaction/interaction.ts";
import type { Change } from "../../src/outcome.ts";
import { tap } from "../conversations/talk.ts";
import { sampleRows } from "../database/sample-rows.ts";
import { agent, createWorld, MINUTE, settingsOf, type World, type WorldOptions } from "../world.ts";

/** A word that stands wherever people's words are kept at a marked desk, and nowhere else. It names nobody, so that it is never redacted. */
export const MARK = "quagmire";

/** Asks at once, and everybody. */
export const MARKED_SETTINGS = {
  ask: { delay: "0s", quietHours: "", cooldownAnswered: "0s", cooldownUnanswered: "0s" },
  digest: { minAnswers: 1 },
  products: [{ id: "app", name: "Mobile app" }],
};

/** Whoever greets at a marked desk. */
export const GREETER = { address: "web:agent:ash", name: "Agent Ash" };

/** What a walk needs to know of a marked desk. */
export interface Marked {
  readonly world: World;
  /** The unhappy customer's conversation, which has a case. */
  readonly interactionId: string;
  readonly surveyId: string;
  readonly token: string;
  readonly caseId: string;
  readonly responseId: string;
  readonly enhancementId: string;
  readonly customerId: string;
}

async function answered(world: World, by: Person, where: string, score: number): Promise<string> {
  await world.writes(by, `The ${MARK} is wrong.`, where);
  await world.writes(agent, `I see the ${MARK}.`, where);
  await world.resolves(agent, { where, product: "app" });
  await world.settle();
  const { id } = await world.interaction(where);
  const [survey] = await world.store.list("survey", { where: { interactionId: id } });
  const surveyId = survey?.id ?? "";
  await world.handle({ ...tap(surveyId, score, by), comment: `An earlier ${MARK}.`, via: "form" } as never);
  await world.handle({ kind: "comment-given", surveyId, by, comment: `It was a ${MARK}.`, via: "form" });
  await world.pass(MINUTE);
  return surveyId;
}

/** A greeting in which somebody wrote down what a silent customer said. */
async function greeted(world: World, { id: interactionId, customerId, resolutionId }: Interaction): Promise<void> {
  const about = { interactionId, customerId, resolutionId: resolutionId ?? "" };
  const { address, name } = GREETER;
  const who = {
    agentAddress: address,
    agentName: name,
    words: `They said ${MARK}.`,
    state: "unreached",
    score: null,
  } as const;
  const row = { ...sampleRows().greeting, ...about, ...who, id: "greeting", posts: [] };
  const change = { table: "greeting", row } as Change;
  await world.allDesks.save(DEFAULT_DESK, { id: null, at: world.now() }, [change]);
}

/** A desk whose entries, comments, revisions, cases, steps and greetings all have the word in them. */
export async function markedDesk(options: WorldOptions = {}): Promise<Marked> {
  const world = createWorld({ settings: settingsOf(MARKED_SETTINGS), ...options });
  const unhappy: Person = { address: "web:customer:unhappy", role: "customer", name: "Customer One" };
  const passive: Person = { address: "web:customer:passive", role: "customer", name: "Customer Two" };
  const surveyId = await answered(world, unhappy, "web:chat:unhappy", 3);
  await answered(world, passive, "web:chat:passive", 8);
  await world.handle({ kind: "contact-wished", surveyId, by: unhappy, wish: "yes", how: `By ${MARK}.` });
  const [item] = await world.store.list("case", {});
  const caseId = item?.id ?? "";
  const by = { address: "web:agent:birch", role: "agent", name: "Agent Birch" } as const;
  await world.handle({ kind: "case-acted", caseId, by, act: "note", note: `We saw the ${MARK}.` });
  await world.writes(passive, `Another ${MARK}.`, "web:chat:open");
  const interaction = await world.interaction("web:chat:passive");
  await greeted(world, interaction);
  await world.pass(MINUTE);
  const [survey] = await world.store.list("survey", { where: { id: surveyId } });
  const [response] = await world.store.list("response", { where: { surveyId } });
  const [enhancement] = await world.store.list("enhancement", {});
  return {
    ...{ world, surveyId, caseId, token: survey?.token ?? "", interactionId: survey?.interactionId ?? "" },
    ...{ responseId: response?.id ?? "", customerId: survey?.customerId ?? "", enhancementId: enhancement?.id ?? "" },
  };
}
