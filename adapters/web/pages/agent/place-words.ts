import { platformOf } from "../../../../src/interaction/address.ts";
import type { PageWords } from "../page-words.ts";

/** Where a conversation takes place that is not this desk's own chat, as people call it. */
export function placeWords({ say }: Pick<PageWords, "say">, conversation: string): string {
  const platform = platformOf(conversation);
  if (platform === "web" || platform === "api") return say("conv.helpDesk");
  return `${platform.charAt(0).toUpperCase()}${platform.slice(1)}`;
}
