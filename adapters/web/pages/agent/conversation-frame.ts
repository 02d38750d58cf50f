import type { PageDesk } from "../../desk.ts";
import { type PageWords, wordsOf } from "../page-words.ts";
import type { Seated } from "../seated.ts";
import type { Conversation } from "./conversation.ts";

/** What could not be done, with which form, and the words typed there. */
export interface AgentNote {
  readonly where: "reply" | "resolve" | "reopen" | "cord";
  readonly text: string;
  readonly typed: string;
}

/** Whoever sits at the agent's seat, and in which words it is drawn. */
export interface AgentFrame extends PageWords {
  readonly desk: PageDesk;
  readonly seated: Seated;
}

/** A conversation, who answers in it and what went wrong with their last form. */
export interface ConversationFrame extends AgentFrame {
  readonly conversation: Conversation;
  readonly note: AgentNote | null;
}

/** The frame of the seat for whoever sits there. */
export function agentFrame(desk: PageDesk, seated: Seated): AgentFrame {
  return { ...wordsOf(desk), desk, seated };
}
