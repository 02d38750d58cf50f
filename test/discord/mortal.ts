import type { Bot } from "../../src/bot.ts";
import type { InboundEvent } from "../../src/events.ts";

/** A bot that can be killed: from a chosen event on, before or after it is saved, nothing is saved any more. */
export function mortal() {
  let isDead = false;
  let point: { when: "before" | "after"; at: (event: InboundEvent) => boolean } | null = null;
  const killed = () => new Error("killed");
  return {
    dies(when: "before" | "after", at: (event: InboundEvent) => boolean) {
      point = { when, at };
    },
    get isDead() {
      return isDead;
    },
    between: (bot: Bot): Bot => ({
      ...bot,
      async handle(event) {
        const isIt = point?.at(event) ?? false;
        if (isIt && point?.when === "before") isDead = true;
        if (isDead) throw killed();
        const handled = await bot.handle(event);
        if (isIt) isDead = true;
        if (isDead) throw killed();
        return handled;
      },
    }),
  };
}

/** Whether a post has got so far. */
export const moved = (kind: string) => (event: InboundEvent) => event.kind === "post-moved" && event.move.kind === kind;
