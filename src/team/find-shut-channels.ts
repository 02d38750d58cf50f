import type { Reader } from "../ports.ts";
import { namesOf, placeOf, SHUT } from "./shut-channel.ts";

/** A team channel that takes nothing until a person changes that. */
export interface ShutChannel {
  readonly platform: string;
  readonly channel: string;
  /** The platform's word for why. */
  readonly reason: string;
  /** When that was first met, milliseconds since 1970. */
  readonly since: number;
  /** How many posts wait for it, up to {@link MOST_COUNTED}. */
  readonly waiting: number;
}

/** So many waiting posts of a platform are looked at. */
export const MOST_COUNTED = 1_000;

/** The desk's team channels that take nothing, and for which something waits. */
export async function findShutChannels(store: Reader): Promise<ShutChannel[]> {
  const found: ShutChannel[] = [];
  for (const { id, position: reason, at: since } of await store.list("cursor", { startsWith: { id: SHUT } })) {
    const place = id.slice(SHUT.length);
    const [platform = ""] = place.split(":");
    const unsent = { where: { state: ["pending", "sending"] as const }, startsWith: { lane: `${platform}:` } };
    const waiting = (await store.list("post", { ...unsent, limit: MOST_COUNTED })).filter(
      ({ lane }) => placeOf(lane) === place,
    );
    if (waiting.length > 0) found.push({ ...namesOf(place), reason, since, waiting: waiting.length });
  }
  return found;
}
