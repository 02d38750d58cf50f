import { html } from "hono/html";
import {
  ASKED_ROLES,
  type AskedChat,
  type AskedRole,
  type DeskAnswers,
  type PlatformAnswers,
} from "../../../set-up-answers.ts";
import type { PageDesk } from "../../desk.ts";
import { formNote, hiddenFields } from "../form.ts";
import { layout } from "../layout.ts";
import { type Markup, NOTHING } from "../markup.ts";
import { wordsOf } from "../page-words.ts";

/** A chat with the answers that are given about it so far. */
export interface AnsweredChat extends AskedChat {
  readonly answers: PlatformAnswers;
}

/** What the page of the first questions shows. */
export interface WelcomeFrame {
  readonly desk: PageDesk;
  readonly answers: DeskAnswers;
  readonly chats: readonly AnsweredChat[];
  /** Variables that would connect further chats. */
  readonly unset: readonly string[];
  /** What cannot be taken, by the setting it is for; what is for none of them under the empty text. */
  readonly faults: ReadonlyMap<string, string>;
}

/** The name of a field about a chat. */
export function fieldName(chat: string, what: "support" | "tickets" | "team" | AskedRole): string {
  return `${chat}-${what}`;
}

interface Field {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  /** What may be chosen, by name. */
  readonly known?: readonly string[];
  readonly fault?: string | undefined;
  readonly hint?: string;
  readonly isRequired?: boolean;
}

function input({ name, label, value, known = [], fault, hint, isRequired = false }: Field): Markup {
  const list =
    known.length === 0
      ? NOTHING
      : html`<datalist id="known-${name}">${known.map((one) => html`<option value="${one}"></option>`)}</datalist>`;
  const about = [...(hint === undefined ? [] : [`hint-${name}`]), ...(fault === undefined ? [] : [`fault-${name}`])];
  return html`<label for="${name}">${label}</label>
${hint === undefined ? NOTHING : html`<p class="hint" id="hint-${name}">${hint}</p>`}
<input id="${name}" name="${name}" value="${value}" maxlength="500" autocomplete="off"${known.length === 0 ? "" : html` list="known-${name}"`}${isRequired ? html` required` : ""}${about.length === 0 ? "" : html` aria-describedby="${about.join(" ")}"`}${fault === undefined ? "" : html` aria-invalid="true"`}>
${list}${fault === undefined ? NOTHING : html`<p class="form-note" id="fault-${name}" role="alert">${fault}</p>`}`;
}

function chatFields({ desk, faults }: WelcomeFrame, { platform, offered, fault, answers }: AnsweredChat): Markup {
  const { say } = wordsOf(desk);
  const { title, hasCategories } = platform.setUp;
  if (offered === null)
    return html`<section class="card"><h2>${title}</h2><p>${say("setUp.welcome.unreached", { platform: title, reason: fault ?? "" })}</p></section>`;
  const names = say("setUp.welcome.names");
  const people = [...offered.groups, ...offered.people].map(({ name }) => name);
  const channels = offered.channels.map(({ name }) => name);
  const at = (key: string) => faults.get(`${platform.name}.${key}`);
  const tickets = {
    ...{ name: fieldName(platform.name, "tickets"), label: say("setUp.tickets"), fault: at("ticketCategories") },
    ...{ value: answers.ticketCategories.join(", "), known: offered.categories.map(({ name }) => name) },
  };
  return html`<section class="card"><h2>${title}</h2><p class="hint">${say("setUp.welcome.connected", { platform: title, where: offered.where })}</p>
${input({ name: fieldName(platform.name, "support"), label: say("setUp.support"), value: answers.supportChannels.join(", "), known: channels, fault: at("supportChannels"), hint: names })}
${hasCategories ? input(tickets) : NOTHING}
${input({ name: fieldName(platform.name, "team"), label: say("setUp.team"), value: answers.teamChannel ?? "", known: channels, fault: at("teamChannel") })}
${ASKED_ROLES.map((role) => input({ name: fieldName(platform.name, role), label: say(`setUp.${role}`), value: answers.roles[role].join(", "), known: people, fault: faults.get(`roles.${role}`) }))}
</section>`;
}

function languageField({ desk, answers }: WelcomeFrame): Markup {
  const { say } = wordsOf(desk);
  const option = (locale: string) =>
    html`<option value="${locale}" lang="${locale}"${locale === answers.locale ? html` selected` : ""}>${new Intl.DisplayNames([locale], { type: "language" }).of(locale) ?? locale}</option>`;
  return html`<label for="locale">${say("setUp.locale")}</label>
<select id="locale" name="locale">${desk.wording.locales.map(option)}</select>`;
}

/** The first questions about a desk, with what stands in the settings so far. */
export function welcomePage(frame: WelcomeFrame): Markup {
  const { desk, answers, chats, unset, faults } = frame;
  const { lang, say } = wordsOf(desk);
  const { brand, name, zone } = answers;
  const zones = Intl.supportedValuesOf("timeZone");
  const alone = html`<p class="card">${say("setUp.welcome.alone", { variables: unset.join(", ") })}</p>`;
  return layout(
    { desk, title: say("setUp.title"), lang, seat: null, follows: null, styles: ["door.css"] },
    html`<div class="narrow"><h1>${say("setUp.welcome")}</h1><p class="lead">${say("setUp.welcome.lead")}</p>
<form class="set-up" method="post" action="${desk.path("/welcome")}">${hiddenFields(desk.ids)}${formNote(faults.get("") ?? null)}
<section class="card">
${input({ name: "brand", label: say("setUp.brand"), value: brand === "us" ? "" : brand, fault: faults.get("desk.brand"), isRequired: true })}
${input({ name: "deskName", label: say("setUp.name"), value: name, fault: faults.get("desk.name"), isRequired: true })}
${input({ name: "zone", label: say("setUp.zone"), value: zone, known: zones, fault: faults.get("desk.zone"), isRequired: true })}
${languageField(frame)}</section>
${chats.length === 0 ? alone : chats.map((chat) => chatFields(frame, chat))}
<p><button class="primary">${say("setUp.save")}</button></p></form></div>`,
  );
}
