import { createHash } from "node:crypto";
import type { Reader } from "../../src/ports.ts";
import type { Post } from "../../src/rows.ts";
import { idAt, isLater, momentOf, readReference } from "./address.ts";
import { CODE, type DiscordApi, type DiscordMessage, isRecord, recordsIn, textIn } from "./api.ts";
import { flattened } from "./components.ts";
import { keepLatest } from "./latest-kept.ts";
import type { Rendered } from "./render.ts";

/** Longest nonce that Discord takes. */
const NONCE_LENGTH = 25;
const PAGE = 100;
/** From so long before our time of a post on it is looked for first: there it stands, unless our clock was further ahead of Discord's. */
const NEAR_MS = 120_000;
/** So far ahead our clock may have been as the post was made: by hours, where a machine takes its zone's time for UTC. */
const MOST_AHEAD_MS = 24 * 60 * 60_000;
const OVERLAP_MS = 10_000;
/** So many looks are remembered with how far they have come. */
const MOST_LOOKS = 100;

/** Names a piece of a post to Discord, which gives the message that stands already to a second one of the same name. */
export function nonceOf(postId: string, index: number): string {
  return createHash("sha256").update(`${postId}/${index}`).digest("base64url").slice(0, NONCE_LENGTH);
}

export interface FindConfig {
  /** Waits as long as Discord wants. */
  readonly patient: DiscordApi;
  readonly store: Reader;
  readonly self: () => string | null;
}

/**
 * For each piece of the post the message that it stands in, or null: by its nonce, or else by its words, embeds and buttons. Throws
 * where Discord does not say; the next call goes on where that one was.
 */
export type FindMessages = (channel: string, post: Post, pieces: readonly Rendered[]) => Promise<(string | null)[]>;

/** How far one post has been looked for. */
interface PostLook {
  readonly channel: string;
  /** Nothing of the post can stand before this id. */
  readonly earliest: string;
  /** Everything between these two has been seen. */
  from: string;
  to: string;
  /** Whether that has once been all up to now. */
  isUpToNow: boolean;
  /** Our own messages there, by id. */
  readonly own: Map<string, DiscordMessage>;
  underWay: Promise<void> | null;
}

function lookFor(channel: string, { createdAt }: Post): PostLook {
  const [near, bound] = [createdAt - NEAR_MS, idAt(createdAt - MOST_AHEAD_MS)];
  const earliest = isLater(channel, bound) ? channel : bound;
  return { channel, earliest, from: idAt(near + 1), to: idAt(near), isUpToNow: false, own: new Map(), underWay: null };
}

/** What arrives while a page is read may have been made a little before the last message on it. */
function shortlyBefore(id: string): string {
  return idAt(momentOf(id) - OVERLAP_MS);
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
async function taken(store: Reader, { id, lane, createdAt }: Post): Promise<ReadonlySet<string>> {
  const where = { lane, state: "posted" } as const;
  const posts = await store.list("post", { where, atLeast: { postedAt: createdAt - MOST_AHEAD_MS } });
  const others = posts.flatMap((post) => (post.id === id || post.reference === null ? [] : [post.reference]));
  return new Set(others.flatMap((reference) => readReference(reference)?.messages ?? []));
}

/** What is looked for. */
interface SoughtPost {
  readonly post: Post;
  readonly pieces: readonly Rendered[];
  readonly taken: ReadonlySet<string>;
}

/** For each piece the message that it stands in, of those that were seen. */
function matched({ own }: PostLook, { post, pieces, taken }: SoughtPost): (DiscordMessage | null)[] {
  const all = [...own].toSorted(([one], [other]) => (isLater(one, other) ? 1 : -1));
  const used = new Set(taken);
  return pieces.map((piece, index) => {
    const nonce = nonceOf(post.id, index);
    const [id, message] =
      all.find(([, { nonce: named }]) => named === nonce) ??
      all.find(([id, message]) => !used.has(id) && saysTheSame(message, piece)) ??
      [];
    if (id !== undefined) used.add(id);
    return message ?? null;
  });
}

/** Whether every piece is found, and none in a message that is named as another's. */
function isFound(look: PostLook, sought: SoughtPost): boolean {
  return matched(look, sought).every((message, index) => {
    const name = textIn(message, "nonce");
    return message !== null && (name === null || name === nonceOf(sought.post.id, index));
  });
}

/** Looks near the time of a post first, and a page at a time, as Discord gives out few pages in a second. */
export function createFindMessages({ patient, store, self }: FindConfig): FindMessages {
  const looks = new Map<string, PostLook>();

  /** The messages of a page, oldest first. Throws where Discord does not say. */
  const page = async ({ channel, own }: PostLook, query: Readonly<Record<string, string>>): Promise<string[]> => {
    const path = `/channels/${channel}/messages`;
    const answer = await patient.call("GET", path, { query: { ...query, limit: String(PAGE) } });
    if (answer.kind === "error" && answer.code === CODE.unknownChannel) return [];
    if (answer.kind !== "ok") throw new Error(`The channel could not be read: ${JSON.stringify(answer)}`);
    if (!Array.isArray(answer.data))
      throw new Error("The channel could not be read: the answer is no list of messages");
    const read = answer.data.filter(isRecord).toReversed();
    for (const message of read) {
      const id = textIn(message, "id");
      if (id !== null && textIn(message, "author", "id") === self()) own.set(id, message);
    }
    return read.flatMap((message) => textIn(message, "id") ?? []);
  };

  const readOn = async (look: PostLook, sought: SoughtPost): Promise<void> => {
    for (let isMore = true; isMore && !isFound(look, sought); ) {
      const ids = await page(look, { after: look.to });
      look.to = ids.at(-1) ?? look.to;
      isMore = ids.length === PAGE;
    }
  };

  const readBack = async (look: PostLook, sought: SoughtPost): Promise<void> => {
    while (isLater(look.from, look.earliest) && !isFound(look, sought)) {
      const ids = await page(look, { before: look.from });
      look.from = ids.length === PAGE ? (ids[0] ?? look.earliest) : look.earliest;
    }
  };

  /** From near the time of the post up to now, then back to where nothing can be, then what has come meanwhile. */
  const goOn = async (look: PostLook, sought: SoughtPost): Promise<void> => {
    const isFresh = !look.isUpToNow;
    if (isFresh) await readOn(look, sought);
    look.isUpToNow = true;
    const isBack = !isLater(look.from, look.earliest);
    await readBack(look, sought);
    if (isFresh && isBack) return;
    look.to = shortlyBefore(look.to);
    await readOn(look, sought);
  };

  return async (channel, post, pieces) => {
    if (self() === null) throw new Error("Discord has not said yet who we are");
    const sought = { post, pieces, taken: await taken(store, post) };
    const known = looks.get(post.id);
    const look = known?.channel === channel ? known : lookFor(channel, post);
    keepLatest(looks, post.id, look, MOST_LOOKS);
    look.underWay ??= goOn(look, sought).finally(() => {
      look.underWay = null;
    });
    await look.underWay;
    const found = matched(look, sought).map((message) => textIn(message, "id"));
    if (!found.includes(null)) looks.delete(post.id);
    return found;
  };
}
