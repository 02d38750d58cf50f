import type { Bot, Handled } from "../src/bot.ts";

/** What became of an event, as whoever watches the program is told: `saved`, `seen`, or `refused` where its person was told why not. */
export function outcomeOf({ status, refusal }: Handled): "saved" | "seen" | "refused" {
  return status === "saved" && refusal !== undefined ? "refused" : status;
}

/** The bot with another way to handle events, at each of its desks too. */
export function handledBy(bot: Bot, handle: Bot["handle"]): Bot {
  const at: Bot["at"] = (desk) => ({
    ...bot.at(desk),
    handle: (event, answering) => handle({ ...event, desk }, answering),
  });
  return { ...bot, handle, at };
}
