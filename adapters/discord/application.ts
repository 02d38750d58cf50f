import { shortly } from "../health.ts";
import { type ApiAnswer, type DiscordApi, numberIn, remedyOf, textIn } from "./api.ts";
import { FinalFault } from "./final-fault.ts";

/** Flags of an application that may read the words of messages, with Discord's review and below its threshold. */
const CONTENT_FLAGS = (1 << 18) | (1 << 19);

/** Who we are to Discord, and what the portal lets us do. */
export interface Introduction {
  readonly application: string;
  readonly user: string;
  /** Whether Message Content Intent is switched on in the portal. */
  readonly hasContent: boolean;
}

function whyNot(answer: Exclude<ApiAnswer, { kind: "ok" }>): string {
  if (answer.kind === "unknown" || answer.kind === "unsent") return shortly(answer.reason);
  return answer.kind === "limited" ? "too many calls" : `${answer.status} ${answer.message}`;
}

/** Asks Discord who we are. Throws a FinalFault where the token is refused. */
export async function introduce(api: DiscordApi): Promise<Introduction> {
  const answer = await api.call("GET", "/applications/@me");
  if (answer.kind === "error" && answer.status === 401) throw new FinalFault(remedyOf(answer));
  if (answer.kind !== "ok") throw new Error(whyNot(answer));
  const application = textIn(answer.data, "id");
  if (application === null) throw new Error("its answer names no application");
  return {
    application,
    user: textIn(answer.data, "bot", "id") ?? application,
    hasContent: ((numberIn(answer.data, "flags") ?? 0) & CONTENT_FLAGS) !== 0,
  };
}
