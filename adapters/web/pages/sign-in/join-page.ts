import { html } from "hono/html";
import { PASSWORD } from "../../../../src/doors/account.ts";
import type { Link } from "../../../../src/doors/link.ts";
import type { WordingKey } from "../../../../src/wording.ts";
import type { Voucher } from "../../../sign-in.ts";
import type { PageDesk } from "../../desk.ts";
import { pageShell } from "../../page-shell.ts";
import { formNote } from "../form.ts";
import type { Markup } from "../markup.ts";
import { wordsOf } from "../page-words.ts";
import { writtenTime } from "../times.ts";
import { voucherPath } from "./sign-in-page.ts";

/** What the page of an invitation shows. */
export interface JoinFrame {
  readonly desk: PageDesk;
  readonly vouchers: readonly Voucher[];
  readonly secret: string;
  readonly link: Link;
  /** Whether the person has an account already and gets a new way in. */
  readonly isBack: boolean;
  readonly name: string;
  readonly email: string;
  /** Why it did not work; null the first time. */
  readonly note: string | null;
}

function leadOf({ link, isBack, desk }: JoinFrame): string {
  const { say } = wordsOf(desk);
  if (isBack) return say("join.back");
  if (link.whoName === null) return say("join.first");
  return say("join.lead", { role: say(`role.${link.role}` as WordingKey) });
}

function form({ desk, secret, name, email, note }: JoinFrame): Markup {
  const { say } = wordsOf(desk);
  const { least, most } = PASSWORD;
  const at = `/join/${secret}`;
  return html`<form class="card door" method="post" action="${at}" data-passkey="new" data-ask="${at}/ask" data-denied="${say("signIn.noDevice")}">${formNote(note)}
<input type="hidden" name="answer">
<label for="name">${say("join.name")}</label>
<input id="name" name="name" value="${name}" autocomplete="name" required maxlength="60" dir="auto">
<label for="email">${say("join.email")}</label>
<input id="email" name="email" type="email" value="${email}" autocomplete="username" maxlength="254" dir="auto">
<label for="password">${say("join.password", { least })}</label>
<input id="password" name="password" type="password" autocomplete="new-password" required minlength="${least}" maxlength="${most}">
<button class="primary">${say("join.byPassword")}</button>
<button type="button" data-key hidden>${say("join.byPasskey")}</button></form>`;
}

/** Where an invitation leads: a person says what they are called and chooses how they will sign in. */
export function joinPage(frame: JoinFrame): Markup {
  const { desk, vouchers, secret, link } = frame;
  const { lang, say, times } = wordsOf(desk);
  const title = say("join.title", { desk: desk.settings.desk.name });
  const company = vouchers.find(({ kind }) => kind === "company");
  return pageShell(
    { lang, title, styles: ["executive.css", "door.css"], scripts: ["passkey.js"] },
    html`<p class="lead">${leadOf(frame)}</p>
${form(frame)}
${company === undefined ? "" : html`<div class="ways"><a class="button" href="${voucherPath(desk, company, { join: secret })}">${say("join.byCompany")}</a></div>`}
<p class="hint">${say("join.hint", { time: writtenTime(link.expiresAt, times) })}</p>`,
  );
}
