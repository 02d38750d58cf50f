import type { Person } from "../../../src/interaction/customer.ts";

const LONGEST_NAME = 60;
const SHORT_ID = /^[A-Za-z0-9_-]{4,64}$/;

/** The text as a name fit to show: one line, trimmed, at most 60 characters; null if nothing is left. */
export function nameFrom(text: string | undefined): string | null {
  const line = (text ?? "").replace(/[\s\p{Cc}]+/gu, " ").trim();
  return [...line].slice(0, LONGEST_NAME).join("") || null;
}

/** Whether the text can be the id of a customer or a conversation in an address of ours. */
export function isShortId(text: string | undefined): text is string {
  return text !== undefined && SHORT_ID.test(text);
}

/** Where the customer of a browser tab is reached. */
export function customerAddress(me: string): string {
  return `web:customer:${me}`;
}

/** Where a conversation of the local desk takes place. */
export function chatAddress(chat: string): string {
  return `web:chat:${chat}`;
}

/** The id of a conversation of the local desk; null for a conversation that takes place elsewhere. */
export function chatIdOf(conversation: string): string | null {
  return conversation.startsWith("web:chat:") ? conversation.slice("web:chat:".length) : null;
}

/** Whoever goes by that name at the agent's seat of the local desk. */
export function agentNamed(name: string): Person {
  const slug = name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s:]+/gu, "-");
  return { address: `web:agent:${slug}`, role: "agent", name };
}

/** The same person at the executive's seat. */
export function executiveNamed(name: string): Person {
  return { ...agentNamed(name), role: "executive" };
}

/** The same person at the team's seat, who acts as a lead: there is nobody above them at the local desk. */
export function leadNamed(name: string): Person {
  return { ...agentNamed(name), role: "lead" };
}
