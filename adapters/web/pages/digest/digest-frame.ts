import type { Role } from "../../../../src/interaction/customer.ts";
import type { PageDesk } from "../../desk.ts";
import { readLink } from "../agent/conversation-link.ts";
import { type Markup, NOTHING } from "../markup.ts";
import type { ShownDigest } from "./load-digest.ts";

/** What could not be decided, about which product, and the words typed there. */
export interface BoardNote {
  readonly product: string;
  readonly text: string;
  readonly typed: string;
}

/** A digest, who reads it and what went wrong with their last form. */
export interface DigestPageFrame {
  readonly desk: PageDesk;
  readonly shown: ShownDigest;
  /** Null for a reader without a name, who cannot decide. */
  readonly name: string | null;
  readonly note: BoardNote | null;
  /** The role of whoever came by a link of their own, to read; null with the desk's key. */
  readonly guest: Role | null;
}

function withQuery(address: string, query: Readonly<Record<string, string>>): string {
  const written = new URLSearchParams(query).toString();
  return written === "" ? address : `${address}?${written}`;
}

/** Address of the list of weeks, with the name of whoever reads it. */
export function digestsAddress({ path }: Pick<PageDesk, "path">, name: string | null): string {
  return withQuery(path("/digest"), name === null ? {} : { name });
}

/** Address of a week's page, with the name of whoever reads it. */
export function digestAddress(
  { path }: Pick<PageDesk, "path">,
  week: string,
  name: string | null,
  more: Readonly<Record<string, string>> = {},
): string {
  return withQuery(path(`/digest/${week}`), { ...(name === null ? {} : { name }), ...more });
}

/** A link to the conversation behind a response; nothing where it is gone. */
export function conversationLink(frame: DigestPageFrame, responseId: string): Markup {
  const conversation = frame.shown.conversations.get(responseId);
  return conversation === undefined ? NOTHING : readLink(frame, conversation);
}
