import type { Bot } from "../../src/bot.ts";
import type { Chat } from "../../src/ports.ts";

/** A process that stops in the middle of its work: nothing of it comes back, until it is thawed. */
export interface Freezer {
  readonly isFrozen: boolean;
  /** Freezes it at whatever it does next. */
  freeze(): void;
  thaw(): void;
  /** Its bot: it may freeze before or after each save. */
  bot(bot: Bot): Bot;
  /** Its way to a platform: it may freeze before or after each call. A request that it had not sent by then is never sent. */
  chat(chat: Chat): Chat;
}

/** A process that freezes at its step of that number. */
export function freezer(at = Number.POSITIVE_INFINITY): Freezer {
  let [left, isThawed, isFrozen] = [at, false, false];
  let release = () => {};
  const thawed = new Promise<void>((resolve) => {
    release = resolve;
  });
  /** Whether it froze here. */
  const step = async (): Promise<boolean> => {
    left -= 1;
    if (left > 0 || isThawed) return false;
    isFrozen = true;
    await thawed;
    return true;
  };
  return {
    get isFrozen() {
      return isFrozen && !isThawed;
    },
    freeze: () => {
      left = 0;
    },
    thaw: () => {
      isThawed = true;
      release();
    },
    bot: (bot) => ({
      ...bot,
      async handle(event) {
        await step();
        const handled = await bot.handle(event);
        await step();
        return handled;
      },
    }),
    chat: (chat) => ({
      ...chat,
      async post(outgoing) {
        if (await step()) throw new Error("The connection was closed.");
        const result = await chat.post(outgoing);
        await step();
        return result;
      },
      async find(outgoing) {
        await step();
        return chat.find(outgoing);
      },
    }),
  };
}
