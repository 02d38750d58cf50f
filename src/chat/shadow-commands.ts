import type { InboundEvent } from "../events.ts";
import type { ShadowWish } from "../shadowing/wish.ts";
import type { Stamp } from "./button-events.ts";

/** What the wish says has happened; null for what is only looked up. */
export function eventOfShadow(wish: ShadowWish, stamp: Stamp, answerIn?: string): InboundEvent | null {
  const at = answerIn === undefined ? {} : { answerIn };
  switch (wish.kind) {
    case "now": {
      const { filter, count } = wish;
      const drawn = { ...(filter ? { filter } : {}), ...(count === undefined ? {} : { count }) };
      return { kind: "sitting-wanted", ...stamp, ...drawn, ...at };
    }
    case "every":
      return { kind: "shift-set", ...stamp, every: wish.every, ...at };
    case "stop":
      return { kind: "shift-ended", ...stamp, ...at };
    case "live":
      return { kind: "live-wanted", ...stamp, ...at };
    default:
      return null;
  }
}
