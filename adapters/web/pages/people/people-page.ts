import { html } from "hono/html";
import type { Account } from "../../../../src/doors/account.ts";
import type { Link } from "../../../../src/doors/link.ts";
import { type Role, TEAM_ROLES } from "../../../../src/interaction/customer.ts";
import type { WordingKey } from "../../../../src/wording.ts";
import type { PageDesk } from "../../desk.ts";
import { formNote, hiddenFields } from "../form.ts";
import { layout } from "../layout.ts";
import type { Looking } from "../looking.ts";
import { type Markup, NOTHING } from "../markup.ts";
import { type PageWords, wordsOf } from "../page-words.ts";
import { writtenTime } from "../times.ts";

/** Somebody with an account, and in how many browsers they are signed in. */
export interface ShownAccount {
  readonly account: Account;
  readonly sessions: number;
}

/** An invitation that was just made. */
export interface ShownLink {
  readonly address: string;
  readonly name: string;
  readonly expiresAt: number;
}

/** What the page shows. */
export interface PeopleFrame extends Looking {
  readonly desk: PageDesk;
  readonly people: readonly ShownAccount[];
  /** Invitations that were not used yet. */
  readonly waiting: readonly Link[];
  /** Shown once, to whoever made it. */
  readonly made: ShownLink | null;
  /** What could not be done. */
  readonly note: string | null;
}

/** An address as it may look, for whoever types one. */
const EXAMPLE = "chat:T0123:U0456";

function roleName({ say }: PageWords, role: Role): string {
  return say(`role.${role}` as WordingKey);
}

function roleField(words: PageWords, id: string, chosen: Role): Markup {
  const option = (role: Role) =>
    html`<option value="${role}"${role === chosen ? html` selected` : ""}>${roleName(words, role)}</option>`;
  return html`<label for="${id}">${words.say("people.role")}<select id="${id}" name="role">${TEAM_ROLES.map(option)}</select></label>`;
}

function act({ desk }: PeopleFrame, { id }: Account, what: string, fields: Markup): Markup {
  const hidden = hiddenFields(desk.ids, { subject: id, act: what });
  return html`<form method="post" data-leads action="${desk.path("/people/act")}">${hidden}${fields}</form>`;
}

function acts(frame: PeopleFrame, account: Account, words: PageWords): Markup {
  const { say } = words;
  const { id, disabledAt, role, chatAddress, roleBy } = account;
  const press = (what: string, label: string) =>
    act(frame, account, what, html`<button class="quiet">${label}</button>`);
  if (disabledAt !== null) return html`<div class="acts">${press("enable", say("people.enable"))}</div>`;
  const chat = html`<label for="chat-${id}">${say("people.chat")}<input id="chat-${id}" name="chat" value="${chatAddress ?? ""}" maxlength="200" autocapitalize="none" spellcheck="false"></label><button class="quiet">${say("people.tie")}</button>`;
  return html`<details id="acts-${id}"><summary>${say("people.manage")}</summary><div class="acts">
${act(frame, account, "role", html`${roleField(words, `role-${id}`, role)}<button class="quiet">${say("people.setRole")}</button>`)}
${act(frame, account, "tie", chat)}
${roleBy === "company" ? "" : press("link", say("people.newLink"))}
${press("disable", say("people.disable"))}</div>
<p class="hint">${say("people.chatHint", { example: EXAMPLE })}</p></details>`;
}

function person(frame: PeopleFrame, { account, sessions }: ShownAccount, words: PageWords): Markup {
  const { say } = words;
  const { id, name, email, role, roleBy, disabledAt, chatAddress } = account;
  const tags = [
    roleName(words, role),
    ...(roleBy === "company" ? [say("people.byCompany")] : []),
    ...(disabledAt === null ? [] : [say("people.shut")]),
  ];
  const known = [email, chatAddress].filter((one) => one !== null);
  return html`<li class="card person" id="person-${id}"><p><b><bdi>${name}</bdi></b>${tags.map((tag) => html` <span class="tag">${tag}</span>`)}</p>
<p class="hint">${known.map((one) => html`<bdi>${one}</bdi> · `)}${say("people.signedIn", { count: sessions })}</p>
${acts(frame, account, words)}</li>`;
}

function invited({ desk, waiting }: PeopleFrame, words: PageWords): Markup {
  if (waiting.length === 0) return NOTHING;
  const { say, times } = words;
  const one = ({ id, whoName, role, expiresAt }: Link) => {
    const label = say("people.withdrawOf", { name: whoName ?? say("people.firstAdmin") });
    return html`<li class="card person" id="link-${id}"><p><b><bdi>${whoName ?? say("people.firstAdmin")}</bdi></b> <span class="tag">${roleName(words, role)}</span></p>
<p class="hint">${say("people.until", { time: writtenTime(expiresAt, times) })}</p>
<form method="post" data-leads action="${desk.path("/people/withdraw")}">${hiddenFields(desk.ids, { subject: id })}<button class="quiet" aria-label="${label}">${say("people.withdraw")}</button></form></li>`;
  };
  return html`<section><h2>${say("people.waiting")}</h2><ul class="people">${waiting.map(one)}</ul></section>`;
}

function madeLink({ made }: PeopleFrame, { say, times }: PageWords): Markup {
  if (made === null) return NOTHING;
  const { name, address, expiresAt } = made;
  const text = say("people.linkFor", { name, time: writtenTime(expiresAt, times) });
  return html`<section class="card" role="status"><p><label for="one-time">${text}</label></p>
<input class="one-time" id="one-time" readonly value="${address}"></section>`;
}

function invite(words: PageWords, { desk }: PeopleFrame): Markup {
  const { say } = words;
  return html`<section><h2>${say("people.invite")}</h2><form class="card door" method="post" data-leads action="${desk.path("/people/invite")}">${hiddenFields(desk.ids)}
<label for="invite-name">${say("people.name")}</label><input id="invite-name" name="name" required maxlength="60" autocomplete="off" dir="auto">
${roleField(words, "invite-role", "agent")}
<button class="primary">${say("people.makeLink")}</button></form></section>`;
}

/** Who may come in to the desk's pages, and what an admin may change of that. */
export function peoplePage(frame: PeopleFrame): Markup {
  const { desk, session, people, note } = frame;
  const words = wordsOf(desk);
  const { say, lang } = words;
  const list = html`<ul class="people">${people.map((one) => person(frame, one, words))}</ul>`;
  return layout(
    {
      ...{ desk, title: say("people.title"), lang, seat: null, at: "/people", follows: null },
      ...{ styles: ["executive.css", "door.css"], guest: session?.role ?? null },
    },
    html`<div class="narrow"><h1>${say("people.title")}</h1><p class="lead">${say("people.lead")}</p>
${session === null ? html`<p class="notice">${say("people.byKey")}</p>` : ""}${formNote(note)}
${madeLink(frame, words)}
${people.length === 0 ? html`<p class="card nothing">${say("people.none")}</p>` : list}
${invited(frame, words)}
${invite(words, frame)}</div>`,
  );
}
