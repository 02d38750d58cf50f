import { html } from "hono/html";
import type { GivenAim } from "../../../../src/digest/aim.ts";
import type { Speaker } from "../../../../src/digest/say-figures.ts";
import type { Person, Role } from "../../../../src/interaction/customer.ts";
import { may, type Right } from "../../../../src/rights.ts";
import type { PageDesk } from "../../desk.ts";
import { type Markup, NOTHING } from "../markup.ts";
import type { PageWords } from "../page-words.ts";
import { pagePath } from "../seated.ts";
import type { ShownDigest } from "./load-digest.ts";

/** What could not be decided, about which product, and the words typed there. */
export interface BoardNote {
  readonly product: string;
  readonly text: string;
  readonly typed: string;
  readonly aim: GivenAim;
}

/** What every page of digests is drawn with. */
export interface DigestsFrame extends PageWords {
  readonly desk: PageDesk;
  readonly speaker: Speaker;
  /** Who reads: with the desk's key and no name whoever holds it. */
  readonly by: Person;
  /** The name given with the desk's key; null for somebody without one, and for whoever is signed in. */
  readonly name: string | null;
  /** The role of whoever is signed in; null with the desk's key. */
  readonly guest: Role | null;
}

/** A digest, who reads it and what went wrong with their last form. */
export interface DigestPageFrame extends DigestsFrame {
  readonly shown: ShownDigest;
  readonly note: BoardNote | null;
}

/** Whether whoever reads may do that, and so is led there. */
export function mayLookInto({ by }: Pick<DigestsFrame, "by">, right: Right): boolean {
  return may(by.role, right);
}

/** Whether whoever reads may decide on the board: they have a name, and the right to. */
export function mayDecide({ by, name, guest }: DigestsFrame): boolean {
  return (name !== null || guest !== null) && may(by.role, "decide-product");
}

function withQuery(address: string, query: Readonly<Record<string, string>>): string {
  const written = new URLSearchParams(query).toString();
  return written === "" ? address : `${address}?${written}`;
}

/** Address of the list of weeks, with the name of whoever reads it. */
export function digestsAddress(
  { path }: Pick<PageDesk, "path">,
  name: string | null,
  more: Readonly<Record<string, string>> = {},
): string {
  return withQuery(path("/digest"), { ...(name === null ? {} : { name }), ...more });
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

/** A link to a conversation; nothing for those who may read none. */
export function readLink(frame: DigestsFrame, conversation: string): Markup {
  if (!mayLookInto(frame, "work-case")) return NOTHING;
  const address = pagePath(frame.desk, frame, `/conversations/${conversation}`);
  return html`<a href="${address}">${frame.say("team.readConversation")}</a>`;
}

/** A link to the conversation behind a response; nothing where it is gone. */
export function conversationLink(frame: DigestPageFrame, responseId: string): Markup {
  const conversation = frame.shown.conversations.get(responseId);
  return conversation === undefined ? NOTHING : readLink(frame, conversation);
}
