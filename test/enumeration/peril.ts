import type { Chat, Store } from "../../src/ports.ts";
import type { Between } from "./ground.ts";

/** A program's moments, counted: before each save, before each post and after it. At one of them something happens. */
export interface Peril extends Between {
  /** How many there were. */
  count(): number;
}

/** What happens at one of the moments. */
export interface At {
  /** The number of the moment, from 0. */
  readonly moment: number;
  /** The program dies, or in the midst of what it does another does something. */
  readonly what: "dies" | (() => Promise<unknown>);
}

/** What takes more moments than this goes round in circles. */
const MOST_MOMENTS = 300;

/** The program dies at that moment, or somebody slips in there; nothing happens where `at` is not given. `over` is what lies below. */
export function peril(at: At | null, over: Between = {}): Peril {
  let moments = 0;
  let isDead = false;
  const live = (): void => {
    if (isDead) throw new Error("killed");
  };
  const pass = async (): Promise<void> => {
    live();
    const isHere = at?.moment === moments;
    moments += 1;
    if (moments > MOST_MOMENTS) throw new Error("It goes round in circles");
    if (!isHere) return;
    if (typeof at.what === "function") await at.what();
    else isDead = true;
    live();
  };
  return {
    count: () => moments,
    store: (below) => {
      const store: Store = over.store?.(below) ?? below;
      return {
        ...store,
        async save(...given) {
          await pass();
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
        await pass();
        const result = await post(outgoing);
        await pass();
        return result;
      };
    },
    ...(over.find ? { find: over.find } : {}),
  };
}
