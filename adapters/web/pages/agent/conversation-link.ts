import { html } from "hono/html";
import type { Role } from "../../../../src/interaction/customer.ts";
import { may } from "../../../../src/rights.ts";
import type { PageDesk } from "../../desk.ts";
import { type Markup, NOTHING } from "../markup.ts";
import { spoken } from "../page-words.ts";
import { pagePath } from "../seated.ts";

/** Who reads, and at which desk. */
interface LinkFrame {
  readonly desk: Pick<PageDesk, "path" | "wording" | "settings">;
  /** Null for a reader without a name. */
  readonly name: string | null;
  /** The role of whoever came by a link of their own; none for the desk's key. */
  readonly guest?: Role | null;
}

/** Address of the agent's seat with one conversation open, by its interaction's id. */
export function conversationAddress(
  { desk, name }: Pick<LinkFrame, "name"> & { readonly desk: Pick<PageDesk, "path"> },
  conversation: string,
): string {
  return pagePath(desk, { name }, "/agent", { conversation });
}

/** Address of the conversation's own page, where the team reads it with all that came of it. */
export function storyAddress(
  { desk, name }: Pick<LinkFrame, "name"> & { readonly desk: Pick<PageDesk, "path"> },
  conversation: string,
): string {
  return pagePath(desk, { name }, `/conversations/${encodeURIComponent(conversation)}`);
}

/** A link to that page; nothing for whom it would not be open. */
export function readLink(frame: LinkFrame, conversation: string): Markup {
  if (frame.guest && !may(frame.guest, "work-case")) return NOTHING;
  return html`<a href="${storyAddress(frame, conversation)}">${spoken(frame.desk).say("search.read")}</a>`;
}
