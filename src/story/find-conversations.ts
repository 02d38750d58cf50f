import type { Interaction } from "../interaction/interaction.ts";
import type { Reader } from "../ports.ts";

type ByRow = (store: Reader, wanted: string) => Promise<string | null | undefined>;

/** By what row an id may name a conversation. */
const BY_ROW: readonly ByRow[] = [
  async (store, id) => (await store.get("resolution", id))?.interactionId,
  async (store, id) => (await store.get("survey", id))?.interactionId,
  async (store, id) => (await store.get("response", id))?.interactionId,
  async (store, id) => (await store.get("case", id))?.interactionId,
  async (store, id) => (await store.get("entry", id))?.interactionId,
];

/** The conversation that a post is about: its question's, the one it names, that of the case whose card it is, or the one it stands in. */
async function behindPost(store: Reader, id: string): Promise<Interaction[]> {
  const post = await store.get("post", id);
  if (!post) return [];
  const survey = post.surveyId === null ? null : await store.get("survey", post.surveyId);
  const about = survey?.interactionId ?? post.message.about;
  const named = about === undefined ? null : await store.get("interaction", about);
  return named ? [named] : store.list("interaction", { where: { conversation: post.lane } });
}

/** The conversations of a customer, named by id or address, the latest first. */
async function ofPerson(store: Reader, wanted: string): Promise<Interaction[]> {
  const customerId = (await store.get("identity", wanted))?.customerId ?? wanted;
  return store.list("interaction", { where: { customerId }, orderBy: "openedAt", descending: true });
}

/**
 * The conversations that are meant: by the id of one, of its resolution, survey, answer, case, entry or post, by one of the addresses, or by
 * its customer, who may have several. Empty where nothing is known by that. Rejects as the store does.
 */
export async function findConversations(
  store: Reader,
  wanted: string,
  addresses: readonly string[],
): Promise<Interaction[]> {
  const itself = await store.get("interaction", wanted);
  if (itself) return [itself];
  const there = await store.list("interaction", { where: { conversation: addresses } });
  if (there.length > 0) return there;
  for (const find of BY_ROW) {
    const id = await find(store, wanted);
    const found = id ? await store.get("interaction", id) : null;
    if (found) return [found];
  }
  const said = await behindPost(store, wanted);
  return said.length > 0 ? said : ofPerson(store, wanted);
}
