import { html } from "hono/html";
import type { Role } from "../../../../src/interaction/customer.ts";
import type { DeskPlace } from "../../desk.ts";
import { type Markup, NOTHING } from "../markup.ts";

/** Who reads, and at which desk. */
interface LinkFrame {
  readonly desk: Pick<DeskPlace, "path">;
  /** Null for a reader without a name. */
  readonly name: string | null;
  /** The role of whoever came by a link of their own, to whom the agent's seat is not open; none for the desk's key. */
  readonly guest?: Role | null;
}

/** Address of the agent's seat with one conversation open, by its interaction's id. */
export function conversationAddress({ desk, name }: LinkFrame, conversation: string): string {
  const query = new URLSearchParams({ ...(name === null ? {} : { name }), conversation });
  return desk.path(`/agent?${query}`);
}

/** A link that leads there; nothing for whom it would not be open. */
export function readLink(frame: LinkFrame, conversation: string): Markup {
  if (frame.guest) return NOTHING;
  return html`<a href="${conversationAddress(frame, conversation)}">Read the conversation</a>`;
}
