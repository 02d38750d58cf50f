import type { PageDesk } from "../../desk.ts";
import type { Conversation } from "./conversation.ts";

/** What could not be done, with which form, and the words typed there. */
export interface AgentNote {
  readonly where: "reply" | "resolve" | "reopen" | "cord";
  readonly text: string;
  readonly typed: string;
}

/** A conversation, who reads it and what went wrong with their last form. */
export interface ConversationFrame {
  readonly desk: PageDesk;
  readonly conversation: Conversation;
  readonly name: string;
  readonly note: AgentNote | null;
}
