import { createMemoryStore } from "../../adapters/database/memory.ts";
import { isLater } from "../../adapters/discord/address.ts";
import type { DiscordApi } from "../../adapters/discord/api.ts";
import { createFindMessages, nonceOf } from "../../adapters/discord/find-messages.ts";
import type { Rendered } from "../../adapters/discord/render.ts";
import type { Post } from "../../src/rows.ts";
import type { Ground } from "./ground.ts";

const SELF = "1";
/** Each message is found by its nonce, so that no rows of others are asked for. */
const NO_ROWS = createMemoryStore().at("north");

function idOf({ reference }: { readonly reference: string }): string {
  return reference.split("/")[1] ?? "";
}

/** What stands in the lane as Discord lists it, the latest first: the first that were made after an id, or the last that were before one. */
function listing(ground: Ground, lane: string): DiscordApi {
  return {
    async call(_method, _path, { query = {} } = {}) {
      const { before, after = "0" } = query;
      const wanted = ground.in(lane).filter((standing) => {
        if (standing.goneSince !== undefined) return false;
        const id = idOf(standing);
        return before === undefined ? isLater(id, after) : isLater(before, id);
      });
      const limit = Number(query.limit);
      const messages = wanted.map((standing) => ({
        ...{ id: idOf(standing), author: { id: SELF }, nonce: nonceOf(standing.postId ?? "", 0) },
      }));
      const page = before === undefined ? messages.slice(0, limit) : messages.slice(-limit);
      return { kind: "ok", data: page.toReversed() };
    },
  };
}

/** Looks for a post as the real adapter does; gives its reference, null where it stands nowhere that is looked. */
export async function findStanding(ground: Ground, post: Post, pieces: readonly Rendered[]): Promise<string | null> {
  const api = listing(ground, post.lane);
  const findMessages = createFindMessages({ patient: api, store: NO_ROWS, self: () => SELF });
  const [id] = await findMessages("-", post, pieces.slice(0, 1));
  return ground.in(post.lane).find((standing) => idOf(standing) === id)?.reference ?? null;
}
