import { html } from "hono/html";
import { type Account, PASSWORD, type Passkey } from "../../../../src/doors/account.ts";
import type { PageDesk } from "../../desk.ts";
import { formNote, hiddenFields } from "../form.ts";
import type { Markup } from "../markup.ts";
import { type PageWords, wordsOf } from "../page-words.ts";
import { writtenTime } from "../times.ts";

/** How somebody signs in, as they may change it themself. */
export interface Ways {
  readonly account: Account;
  readonly passkeys: readonly Passkey[];
  /** What was said about the last change; null for nothing. */
  readonly note: string | null;
}

function passkeyLine(desk: PageDesk, { id, name, madeAt, usedAt }: Passkey, { say, times }: PageWords): Markup {
  const written = (at: number) => writtenTime(at, times);
  const used = usedAt === null ? "" : ` · ${say("account.keyUsed", { time: written(usedAt) })}`;
  return html`<li id="key-${id}"><form method="post" data-leads action="${desk.path("/sessions/passkey/end")}">${hiddenFields(desk.ids, { subject: id })}
<p><bdi>${name}</bdi> <span class="hint">${say("account.keySince", { time: written(madeAt) })}${used}</span></p>
<button class="quiet">${say("account.removeKey")}</button></form></li>`;
}

function passkeyForm(desk: PageDesk, { say }: PageWords): Markup {
  return html`<form class="door" method="post" data-leads action="${desk.path("/sessions/passkey")}" data-passkey="new" data-ask="${desk.path("/sessions/passkey/ask")}" data-denied="${say("signIn.noDevice")}" hidden>
<input type="hidden" name="answer"><label for="key-name">${say("account.keyName")}</label>
<input id="key-name" name="name" required maxlength="60" autocomplete="off" dir="auto">
<button type="button" data-key>${say("account.addKey")}</button>${formNote(null)}</form>`;
}

function passwordForm(desk: PageDesk, { passwordHash }: Account, { say }: PageWords): Markup {
  const { least, most } = PASSWORD;
  const old = html`<label for="old">${say("account.oldPassword")}</label>
<input id="old" name="old" type="password" autocomplete="current-password" required maxlength="${most}">`;
  return html`<h3>${say("account.password")}</h3><form class="door" method="post" data-leads action="${desk.path("/sessions/password")}">${hiddenFields(desk.ids)}
${passwordHash === null ? "" : old}<label for="new">${say("account.newPassword", { least })}</label>
<input id="new" name="new" type="password" autocomplete="new-password" required minlength="${least}" maxlength="${most}">
<button>${say("account.setPassword")}</button></form>`;
}

/** How one signs in: passkeys and password; nothing to set where the company does so. */
export function waysCard(desk: PageDesk, { account, passkeys, note }: Ways): Markup {
  const words = wordsOf(desk);
  const { say } = words;
  const head = html`<h2>${say("account.title")}</h2>${note === null ? "" : html`<p class="notice" role="status">${note}</p>`}`;
  if (account.roleBy === "company")
    return html`<section class="card" id="ways">${head}<p>${say("account.byCompany")}</p></section>`;
  const keys = passkeys.map((passkey) => passkeyLine(desk, passkey, words));
  return html`<section class="card" id="ways">${head}<h3>${say("account.passkeys")}</h3>
${keys.length === 0 ? html`<p class="hint">${say("account.noKeys")}</p>` : html`<ul>${keys}</ul>`}
${passkeyForm(desk, words)}
${passwordForm(desk, account, words)}</section>`;
}
