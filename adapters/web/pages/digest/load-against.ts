import type { Digest } from "../../../../src/digest/document.ts";
import type { Examination } from "../../../../src/digest/examination.ts";
import type { AgainstWords } from "../../../../src/digest/words-against-numbers.ts";
import { gatherById } from "../../../../src/gather-by-id.ts";
import type { Person } from "../../../../src/interaction/customer.ts";
import type { ReadingDesk } from "../../desk.ts";
import { isOwnScore } from "../agent/hidden-score.ts";

/** Words against a number as the page lists them. */
export interface AgainstSeen {
  readonly words: AgainstWords;
  /** What somebody found; null while nobody has looked. */
  readonly examination: Examination | null;
}

/** What the reader may see of the list: of conversations in which they were rated none whose rule tells of the score. Rejects as the store does. */
export async function loadAgainst(
  desk: ReadingDesk,
  { wordsAgainstNumbers }: Digest,
  reader: Person,
): Promise<readonly AgainstSeen[]> {
  const listed = wordsAgainstNumbers?.listed ?? [];
  if (listed.length === 0) return [];
  const { store } = desk;
  const ids = listed.map(({ interactionId }) => interactionId);
  const [talks, resolutions, responses, examinations] = await Promise.all([
    gatherById(ids, (id) => store.list("interaction", { where: { id } })),
    gatherById(ids, (interactionId) => store.list("resolution", { where: { interactionId } })),
    gatherById(ids, (interactionId) => store.list("response", { where: { interactionId } })),
    store.list("examination", { where: { id: listed.map(({ id }) => id) } }),
  ]);
  const hidden = talks.filter((interaction) => {
    const isIn = (one: { readonly interactionId: string }) => one.interactionId === interaction.id;
    const rated = { resolutions: resolutions.filter(isIn), responses: responses.filter(isIn) };
    return isOwnScore(desk, reader, { interaction, ...rated });
  });
  const isHidden = ({ responseId, interactionId }: AgainstWords) =>
    responseId !== null && hidden.some(({ id }) => id === interactionId);
  return listed
    .filter((words) => !isHidden(words))
    .map((words) => ({ words, examination: examinations.find(({ id }) => id === words.id) ?? null }));
}
