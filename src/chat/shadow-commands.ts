import type { Context } from "../context.ts";
import type { InboundEvent } from "../events.ts";
import type { ShadowWish } from "../shadowing/wish.ts";
import type { Stamp } from "./button-events.ts";

/** What can be asked for, in the words of a platform on which it is typed after the given one. */
export function shadowHelp({ wording }: Pick<Context, "wording">, locale: string, command: string): string {
  const keys = ["shadow.help", "shadow.helpMore", "shadow.helpOnly"] as const;
  return keys.map((key) => wording.say(locale, key, { command: `${command} ` })).join("\n");
}

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
