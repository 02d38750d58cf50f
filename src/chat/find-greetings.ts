import { ownGreetingsMessage } from "../digest/greeting-messages.ts";
import type { OutboundMessage } from "../messages.ts";
import { may } from "../rights.ts";
import { whoMay } from "../say-who-may.ts";
import type { Asking } from "./find-overview.ts";

/** Whom the person is still to greet, the longest waiting first; a sentence where that is nobody, or to those without the right to look after customers. */
export async function ownGreetings(asking: Asking): Promise<OutboundMessage | string> {
  const { store, wording, locale, by } = asking;
  if (!may(by.role, "work-case")) return whoMay(asking, by, "work-case");
  const where = { agentAddress: by.address, state: ["assigned", "unreached"] as const };
  const open = await store.list("greeting", { where, orderBy: "assignedAt" });
  return open.length === 0 ? wording.say(locale, "greet.none") : ownGreetingsMessage(asking, open, locale);
}
