import { html } from "hono/html";
import type { ActionName } from "../../../../src/messages.ts";
import type { SayWords, WordingKey } from "../../../../src/wording.ts";
import { formNote, hiddenFields, LONGEST_TEXT } from "../form.ts";
import { layout, type Shell } from "../layout.ts";
import type { Markup } from "../markup.ts";
import { type ChatFrame, chatLog } from "./chat-view.ts";

/** Who speaks to the customer: the brand, or the desk's name where it has none. */
function brandOf({ settings: { desk } }: ChatFrame["desk"]): string {
  return desk.brand === "us" ? desk.name : desk.brand;
}

function languageName(locale: string): string {
  return new Intl.DisplayNames(locale, { type: "language" }).of(locale) ?? locale;
}

function languageLinks({ desk, seat, chat, locale }: ChatFrame, say: SayWords): Markup {
  const page = seat.page(chat);
  const link = (one: string) =>
    html`<li><a href="${page}${page.includes("?") ? "&" : "?"}lang=${one}" lang="${one}" hreflang="${one}"${
      one === locale ? html` aria-current="true"` : ""
    }>${languageName(one)}</a></li>`;
  return html`<nav class="languages" aria-label="${say("chat.language")}"><ul>${desk.wording.locales.map(link)}</ul></nav>`;
}

function productPicker({ desk }: ChatFrame, say: SayWords): Markup {
  const { products } = desk.settings;
  if (products.length === 0) return html``;
  return html`<p class="field"><label for="product">${say("chat.product")}</label>
<select id="product" name="product"><option value="">${say("chat.productAny")}</option>
${products.map(({ id, name }) => html`<option value="${id}">${name}</option>`)}</select></p>`;
}

function introduction(frame: ChatFrame, say: SayWords): Markup {
  const known = frame.chat.customer?.name;
  const name = html`<p class="field"><label for="name">${say("chat.name")}</label>
<input id="name" name="name" autocomplete="name" maxlength="60" dir="auto" value="${known ?? ""}"></p>`;
  return html`<div class="fields">${known ? "" : name}${productPicker(frame, say)}</div>`;
}

function composer(frame: ChatFrame, say: SayWords): Markup {
  const { desk, seat, chat, locale, note } = frame;
  const own = note?.where === "message" ? note : null;
  return html`<form class="composer" id="composer" method="post" action="${seat.message}">
${hiddenFields(desk.ids, { ...seat.fields(chat), locale })}<input type="hidden" name="zone" data-zone>
${chat.interaction ? "" : introduction(frame, say)}
<div class="writing"><label for="text">${say("chat.message")}</label>
<textarea id="text" name="text" rows="2" placeholder="${say("chat.message")}" required maxlength="${LONGEST_TEXT}" dir="auto" data-draft="${chat.chat}" data-enter>${own?.typed ?? ""}</textarea>
<button class="primary">${say("chat.send")}</button></div>
${formNote(own?.text ?? null)}
</form>`;
}

/** That conversations are kept and may be read, and what the customer can decide about it. */
function privacyNote({ desk, seat, chat, locale }: ChatFrame, say: SayWords): Markup {
  if (!desk.settings.privacy.notice) return html``;
  const isUnread = chat.customer !== null && chat.customer.readOptOutAt !== null;
  const press = (act: ActionName, key: WordingKey) =>
    html`<form method="post" action="${seat.act}">${hiddenFields(desk.ids, { ...seat.fields(chat), locale, act, subject: "me" })}
<button class="quiet">${say(key)}</button></form>`;
  const reading = isUnread ? press("read-yes", "privacy.mayRead") : press("read-no", "privacy.dontRead");
  return html`<details class="privacy"><summary>${say(isUnread ? "privacy.notRead" : "privacy.pageNotice")}</summary>
<div class="choices">${reading}${chat.customer ? press("forget", "command.forget") : ""}</div></details>`;
}

/** The chat of one customer, as it would stand on the company's own site. */
export function customerPage(frame: ChatFrame, freshChat: string): Markup {
  const { desk, seat, chat, locale } = frame;
  const say: SayWords = (key) => desk.wording.say(locale, key);
  const title = desk.wording.say(locale, "chat.title", { brand: desk.settings.desk.brand });
  const aside = chat.interaction
    ? html`<a class="new" href="${seat.fresh({ me: chat.me, chat: freshChat })}">${say("chat.new")}</a>`
    : chat.customer?.locale
      ? ""
      : languageLinks(frame, say);
  const shell: Shell = {
    desk,
    title,
    lang: locale,
    seat: "customer",
    styles: ["customer.css"],
    brand: { name: brandOf(desk), href: seat.home, isAlone: seat.isPublic },
    follows: ["conversation"],
    feed: seat.feed,
    offline: say("chat.offline"),
    failed: say("chat.failed"),
  };
  return layout(
    shell,
    html`<section class="chat card" aria-labelledby="chat-title">
<header class="chat-head"><h1 id="chat-title">${title}</h1>${aside}</header>
${chatLog(frame)}
${composer(frame, say)}
${privacyNote(frame, say)}
</section>`,
  );
}
