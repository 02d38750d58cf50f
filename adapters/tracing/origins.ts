import type { Change } from "../../src/outcome.ts";
import type { SpanPlace } from "./telemetry.ts";

/** So many posts are remembered until they are posted, with what they follow from. */
const MOST_REMEMBERED = 5_000;

/** Where a post was saved. */
export interface Origin {
  readonly place: SpanPlace;
  readonly desk: string;
}

/** From which save each post comes that is not posted yet; the oldest are forgotten first. */
export interface Origins {
  /** Remembers whence the posts come that are new among the changes. */
  remember(changes: readonly Change[], origin: Origin): void;
  get(post: string): Origin | undefined;
  forget(post: string): void;
}

export function createOrigins(): Origins {
  const origins = new Map<string, Origin>();
  return {
    remember: (changes, origin) => {
      for (const { table, row } of changes) if (table === "post" && row.version === 0) origins.set(row.id, origin);
      for (const oldest of origins.keys()) {
        if (origins.size <= MOST_REMEMBERED) break;
        origins.delete(oldest);
      }
    },
    get: (post) => origins.get(post),
    forget: (post) => void origins.delete(post),
  };
}
