import { html } from "hono/html";
import type { Voucher } from "../../../sign-in.ts";
import type { PageDesk } from "../../desk.ts";
import { pageShell } from "../../page-shell.ts";
import { formNote } from "../form.ts";
import type { Markup } from "../markup.ts";
import { wordsOf } from "../page-words.ts";

/** What the page of signing in shows. */
export interface SignInFrame {
  readonly desk: PageDesk;
  readonly vouchers: readonly Voucher[];
  /** The page to go on to; the empty text: the first of one's role. */
  readonly to: string;
  /** What was typed as one's name or e-mail address. */
  readonly login: string;
  /** Why it did not work; null the first time. */
  readonly note: string | null;
}

/** Where to sign in by somebody who vouches, with more for the way back. */
export function voucherPath({ path }: PageDesk, { id }: Voucher, more: Readonly<Record<string, string>>): string {
  const query = new URLSearchParams(Object.entries(more).filter(([, value]) => value !== ""));
  return path(`/sign-in/with/${id}${query.size > 0 ? `?${query}` : ""}`);
}

function otherWays({ desk, vouchers, to }: SignInFrame): Markup {
  const { say } = wordsOf(desk);
  const one = (voucher: Voucher) =>
    html`<a class="button" href="${voucherPath(desk, voucher, { to })}">${
      voucher.kind === "company" ? say("signIn.company") : say("signIn.with", { platform: voucher.title })
    }</a>`;
  return html`<div class="ways">${vouchers.map(one)}
<form method="post" action="${desk.path("/sign-in/passkey")}" data-passkey="proof" data-ask="${desk.path("/sign-in/passkey/ask")}" data-denied="${say("signIn.noDevice")}" hidden>
<input type="hidden" name="to" value="${to}"><input type="hidden" name="answer">
<button type="button">${say("signIn.passkey")}</button>${formNote(null)}</form></div>`;
}

/** Where people sign in: by password, by a passkey of their device, or by whoever vouches for them. */
export function signInPage(frame: SignInFrame): Markup {
  const { desk, to, login, note } = frame;
  const { lang, say } = wordsOf(desk);
  const title = `${say("signIn.title")} · ${desk.settings.desk.name}`;
  return pageShell(
    { lang, title, styles: ["executive.css", "door.css"], scripts: ["passkey.js"] },
    html`<form class="card door" method="post" action="${desk.path("/sign-in")}">${formNote(note)}
<input type="hidden" name="to" value="${to}">
<label for="login">${say("signIn.login")}</label>
<input id="login" name="login" value="${login}" autocomplete="username webauthn" autocapitalize="none" spellcheck="false" required maxlength="254" dir="auto">
<label for="password">${say("signIn.password")}</label>
<input id="password" name="password" type="password" autocomplete="current-password" required maxlength="200">
<button class="primary">${say("signIn.enter")}</button></form>
${otherWays(frame)}
<p class="hint">${say("signIn.hint")}</p>`,
  );
}
