import type { Chat, Store } from "../../src/ports.ts";
import type { Between } from "./ground.ts";

/** A program's acts that outlast it, counted: each save and each post. At one of them something happens. */
export interface Peril extends Between {
  /** How many there were. */
  count(): number;
}

/** What happens at one of the acts. */
export interface At {
  /** The number of the act, from 0. */
  readonly act: number;
  /** Dies before it, or in the midst of it another does something. */
  readonly what: "dies" | (() => Promise<unknown>);
}

/** The program dies before a save or after a post, or somebody slips in there; nothing happens where `at` is not given. `over` is what lies below. */
export function peril(at: At | null, over: Between = {}): Peril {
  let acts = 0;
  let isDead = false;
  /** Counts the act; whoever slips in does so before it is done. Gives whether the program is to die of it. */
  const next = async (): Promise<boolean> => {
    const isHere = at?.act === acts;
    acts += 1;
    if (isHere && typeof at.what === "function") await at.what();
    return isHere && at.what === "dies";
  };
  const die = (): void => {
    isDead = true;
    live();
  };
  const live = (): void => {
    if (isDead) throw new Error("killed");
  };
  return {
    count: () => acts,
    store: (below) => {
      const store: Store = over.store?.(below) ?? below;
      return {
        ...store,
        async save(...given) {
          live();
          if (await next()) die();
          return store.save(...given);
        },
        async heads(...given) {
          live();
          return store.heads(...given);
        },
        async due(...given) {
          live();
          return store.due(...given);
        },
      };
    },
    post: (below) => {
      const post: Chat["post"] = over.post?.(below) ?? below;
      return async (outgoing) => {
        live();
        const isLast = await next();
        const result = await post(outgoing);
        if (isLast) die();
        live();
        return result;
      };
    },
    ...(over.find ? { find: over.find } : {}),
  };
}
