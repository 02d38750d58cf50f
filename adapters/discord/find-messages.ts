import { createHash } from "node:crypto";
import type { Reader } from "../../src/ports.ts";
import type { Post } from "../../src/rows.ts";
import { idAt, readReference } from "./address.ts";
import { CODE, type DiscordApi, type DiscordMessage, isRecord, recordsIn, textIn } from "./api.ts";
import { flattened } from "./components.ts";
import type { Rendered } from "./render.ts";

/** Longest nonce that Discord takes. */
const NONCE_LENGTH = 25;
const PAGE = 100;
/** So far ahead of Discord's our clock may have been as the post was made: by hours, where a machine takes its zone's time for UTC. */
const MOST_AHEAD_MS = 24 * 60 * 60_000;

/** Names a piece of a post to Discord, which gives the message that stands already to a second one of the same name. */
export function nonceOf(postId: string, index: number): string {
  return createHash("sha256").update(`${postId}/${index}`).digest("base64url").slice(0, NONCE_LENGTH);
}

export interface FindConfig {
  readonly api: DiscordApi;
  readonly store: Reader;
  readonly self: () => string | null;
}

/** Every message of a channel since a moment, oldest first. Throws where Discord does not say. */
async function messagesSince(api: DiscordApi, channel: string, moment: number): Promise<DiscordMessage[]> {
  const all: DiscordMessage[] = [];
  for (let after = idAt(moment), isMore = true; isMore; ) {
    const query = { after, limit: String(PAGE) };
    const answer = await api.call("GET", `/channels/${channel}/messages`, { query });
    if (answer.kind === "error" && answer.code === CODE.unknownChannel) return all;
    if (answer.kind !== "ok") throw new Error(`The channel could not be read: ${JSON.stringify(answer)}`);
    if (!Array.isArray(answer.data))
      throw new Error("The channel could not be read: the answer is no list of messages");
    const page = answer.data.filter(isRecord).toReversed();
    all.push(...page);
    after = textIn(page.at(-1), "id") ?? after;
    isMore = page.length === PAGE;
  }
  return all;
}

const TEXT = 10;

/** The text of a message, the texts in its components, and the ids of its buttons, as they are shown. */
function shownIn(message: DiscordMessage | Rendered): string {
  const parts = flattened(recordsIn(message, "components"));
  const texts = parts.filter(({ type }) => type === TEXT).map((part) => textIn(part, "content")?.trim());
  const buttons = parts.map((part) => textIn(part, "custom_id")).filter((id) => id !== null);
  return JSON.stringify([(textIn(message, "content") ?? "").trim(), texts, buttons]);
}

function saysTheSame(message: DiscordMessage, piece: Rendered): boolean {
  return shownIn(message) === shownIn(piece);
}

/** Messages that are known to be those of other posts to the lane. */
async function taken(store: Reader, { id, lane, createdAt }: Post): Promise<Set<string>> {
  const where = { lane, state: "posted" } as const;
  const posts = await store.list("post", { where, atLeast: { postedAt: createdAt - MOST_AHEAD_MS } });
  const others = posts.flatMap((post) => (post.id === id || post.reference === null ? [] : [post.reference]));
  return new Set(others.flatMap((reference) => readReference(reference)?.messages ?? []));
}

/** For each piece of the post the message that it stands in, or null: by its nonce, or else by its words, embeds and buttons. */
export async function findMessages(
  { api, store, self }: FindConfig,
  channel: string,
  post: Post,
  pieces: readonly Rendered[],
): Promise<(string | null)[]> {
  const messages = await messagesSince(api, channel, post.createdAt - MOST_AHEAD_MS);
  const used = await taken(store, post);
  const isUsed = (message: DiscordMessage) => {
    const id = textIn(message, "id");
    return id !== null && used.has(id);
  };
  return pieces.map((piece, index) => {
    const nonce = nonceOf(post.id, index);
    const own = messages.filter((message) => textIn(message, "author", "id") === self());
    const found =
      own.find((message) => message.nonce === nonce) ??
      own.find((message) => !isUsed(message) && saysTheSame(message, piece));
    const id = textIn(found, "id");
    if (id !== null) used.add(id);
    return id;
  });
}
