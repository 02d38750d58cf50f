import { html } from "hono/html";
import type { Desk } from "../../desk.ts";
import type { Markup } from "../markup.ts";
import type { ShownDigest } from "./load-digest.ts";

/** What could not be decided, about which product, and the words typed there. */
export interface BoardNote {
  readonly product: string;
  readonly text: string;
  readonly typed: string;
}

/** A digest, who reads it and what went wrong with their last form. */
export interface DigestPageFrame {
  readonly desk: Desk;
  readonly shown: ShownDigest;
  /** Null for a reader without a name, who cannot decide. */
  readonly name: string | null;
  readonly note: BoardNote | null;
}

/** Address of a week's page, with the name of whoever reads it. */
export function digestAddress(week: string, name: string | null, more: Readonly<Record<string, string>> = {}): string {
  const query = new URLSearchParams({ ...(name === null ? {} : { name }), ...more }).toString();
  return `/digest/${week}${query === "" ? "" : `?${query}`}`;
}

/** A link to the conversation behind a response; nothing where it is gone. */
export function conversationLink({ shown, name }: DigestPageFrame, responseId: string): Markup {
  const conversation = shown.conversations.get(responseId);
  if (conversation === undefined) return html``;
  const query = new URLSearchParams({ ...(name === null ? {} : { name }), conversation });
  return html`<a href="/agent?${query.toString()}">Read the conversation</a>`;
}
