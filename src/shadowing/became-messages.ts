import type { Context } from "../context.ts";
import { coverOf } from "../interaction/gather-cover.ts";
import type { Resolution } from "../interaction/interaction.ts";
import type { Reveal } from "../privacy/disclosure.ts";
import { type Case, isCaseOpen } from "../recovery/case.ts";
import type { Response } from "../survey/response.ts";
import type { WordingKey } from "../wording.ts";
import type { Leader } from "./find-leader.ts";
import type { Sitting } from "./sitting.ts";
import { spanWords } from "./wait-messages.ts";

type FileContext = Pick<Context, "store" | "settings">;

const FATES: Readonly<Record<Resolution["fate"], WordingKey | null>> = {
  answered: null,
  silent: "became.silent",
  declined: "became.declined",
  waiting: "became.waiting",
  "not-asked": "became.notAsked",
  undeliverable: "became.undeliverable",
};

/** The answer that counts; null where there is none, or the customer or the team has taken it out. */
export async function answerOf({ store }: FileContext, { interactionId }: Pick<Sitting, "interactionId">) {
  const found = await store.list("response", { where: { interactionId, purpose: "recommend", excluded: null } });
  return found[0] ?? null;
}

/** What became of the case, from first contact to its end. */
function caseWords(leader: Leader, { changedAt }: Response, item: Case): string[] {
  const { say } = leader;
  const { contactedAt, overdueAt, state, putRight } = item;
  const contact =
    contactedAt === null
      ? say(overdueAt === null ? "became.uncontacted" : "became.overdue")
      : say("became.contacted", { span: spanWords(leader, Math.max(0, contactedAt - changedAt)) });
  const end = isCaseOpen(item) ? "open" : state;
  const ended = end === "resolved" || end === "closed" || end === "withdrawn" ? [say(`became.${end}`)] : [];
  const said = putRight === null ? [] : [say(`became.putRight.${putRight}`)];
  return [...(state === "withdrawn" ? [] : [contact]), ...ended, ...said];
}

async function afterAnswer(context: FileContext, leader: Leader, response: Response): Promise<string[]> {
  const { store } = context;
  const [item] = await store.list("case", { where: { interactionId: response.interactionId } });
  const { interactionId } = response;
  const again = await store.list("response", { where: { interactionId, purpose: "recovery", excluded: null } });
  const asked = again.map(({ score }) => leader.say("became.again", { score }));
  return [...(item ? caseWords(leader, response, item) : []), ...asked];
}

/** What is shown once the score of the sitting was guessed: the score, the reason without names, and what became of the customer. */
export async function becameOf(context: FileContext, leader: Leader, sitting: Sitting): Promise<Reveal> {
  const response = await answerOf(context, sitting);
  const resolution = await context.store.get("resolution", sitting.resolutionId);
  const scale = response?.scale ?? context.settings.question.scale;
  if (response === null) {
    const key = resolution === null ? null : FATES[resolution.fate];
    const became = key === null ? [leader.say("became.takenBack")] : [leader.say(key)];
    return { score: null, scale, comment: null, error: null, became };
  }
  const cover = await coverOf(context, [response.interactionId]);
  const comment = response.comment?.trim() ? cover(response.comment, response.interactionId) : null;
  const error = sitting.guess === null ? null : Math.abs(sitting.guess - response.score);
  return { score: response.score, scale, comment, error, became: await afterAnswer(context, leader, response) };
}
