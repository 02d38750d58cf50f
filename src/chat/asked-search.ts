import type { DeskBot } from "../bot.ts";
import type { OutboundMessage } from "../messages.ts";
import type { Asking } from "./find-overview.ts";
import { foundMessage, searchFromChat } from "./show-found.ts";

/** What is found of the words that somebody typed, which the audit log tells of; a kind word to whoever may not search. */
export async function giveFound(
  bot: Pick<DeskBot, "handle">,
  typed: string,
  asking: Asking,
): Promise<OutboundMessage | string> {
  const { disclosed, refusal } = await bot.handle(searchFromChat(asking, typed));
  if (disclosed?.kind === "search") return foundMessage(asking, disclosed.found);
  return refusal?.text ?? asking.wording.say(asking.locale, "search.nothing");
}
