import { mayBeOneOf } from "../../../../src/doors/account.ts";
import type { Person } from "../../../../src/interaction/customer.ts";
import type { Interaction, Resolution } from "../../../../src/interaction/interaction.ts";
import type { Entry } from "../../../../src/interaction/transcript.ts";
import { type Reply, readReply } from "../../../../src/survey/read-reply.ts";
import type { Response, Revision } from "../../../../src/survey/response.ts";
import type { Survey } from "../../../../src/survey/survey.ts";
import type { ReadingDesk } from "../../desk.ts";

/** What an agent may see of a conversation in which the customer was asked. */
export interface Discretion {
  /** The words of an entry, or null where they would give the customer's score away. */
  wordsOf(entry: Entry): string | null;
}

function wasAwaited(at: number, { askedAt, endedAt }: Survey): boolean {
  return askedAt !== null && at >= askedAt && (endedAt === null || at <= endedAt);
}

function isScoring(kind: Reply["kind"]): boolean {
  return kind === "score" || kind === "scored-words" || kind === "not-a-score";
}

/** Whether the words are a score or an attempt at one: typed while an answer was awaited, or kept as an answer. */
function isAnswer(entry: Entry, surveys: readonly Survey[], typed: readonly Revision[]): boolean {
  const mayBe = surveys.filter(({ interactionId }) => interactionId === entry.interactionId);
  const isOne = typed.some(({ at }) => at === entry.at) || mayBe.some((survey) => wasAwaited(entry.at, survey));
  return isOne && mayBe.some((survey) => isScoring(readReply(entry.text, survey).kind));
}

/** What tells whose help was rated in a conversation. */
interface Rated {
  readonly interaction: Interaction;
  readonly resolutions: readonly Resolution[];
  readonly responses: readonly Pick<Response, "creditedAgent">[];
}

/** Whether the reader helped in the conversation, or may have, and so is not shown how they were rated. */
export function isOwnScore(
  { settings }: Pick<ReadingDesk, "settings">,
  reader: Person,
  { interaction, resolutions, responses }: Rated,
): boolean {
  const helpers = [interaction, ...resolutions].flatMap(({ agents }) => agents);
  const credited = responses.flatMap(({ creditedAgent }) => creditedAgent ?? []);
  const rated = [...helpers, ...credited].map(({ address }) => address);
  return !settings.recovery.agentsSeeOwnScores && mayBeOneOf(reader, rated);
}

/** How to show the interactions to whoever may see every score. */
export const IN_FULL: Discretion = { wordsOf: (entry) => entry.text };

/** How to show the interactions to an agent: in full only where the settings let agents see their own scores. */
export async function discretionFor(desk: ReadingDesk, interactions: readonly Interaction[]): Promise<Discretion> {
  if (desk.settings.recovery.agentsSeeOwnScores || interactions.length === 0) return IN_FULL;
  const where = { interactionId: interactions.map(({ id }) => id) };
  const [surveys, responses] = await Promise.all([
    desk.store.list("survey", { where }),
    desk.store.list("response", { where }),
  ]);
  const responseId = responses.map(({ id }) => id);
  const typed =
    responseId.length === 0 ? [] : await desk.store.list("revision", { where: { responseId, via: "typed" } });
  return {
    wordsOf: (entry) => (entry.author === "customer" && isAnswer(entry, surveys, typed) ? null : entry.text),
  };
}
