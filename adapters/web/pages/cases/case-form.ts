import { html } from "hono/html";
import type { Choice } from "../../../../src/chat/form-fields.ts";
import { type ChatForm, type FormName, formOf, isForm, MORE_ACTS } from "../../../../src/chat/forms.ts";
import { type CaseAct, isCaseOpen } from "../../../../src/recovery/case.ts";
import type { Colleague } from "../colleagues.ts";
import { formNote, hiddenFields, option } from "../form.ts";
import type { Markup } from "../markup.ts";
import { nameField } from "../seated.ts";
import { casesAddress, queryFields } from "./case-address.ts";
import { actsOf, type CaseFrame, type Typed } from "./case-frame.ts";
import type { CaseSeen } from "./load-cases.ts";

/** Where acts on cases are sent. */
export const ACT_PATH = "/cases/act";

/** Which forms and presses the acts are taken by. */
const BY_NAME: Readonly<Partial<Record<CaseAct, string>>> = {
  claim: "case-claim",
  assign: "case-assign",
  contact: "case-contact",
  resolve: "case-resolve",
  reopen: "case-reopen",
};

/** How one can go on with a case: by a press, or by a form; `more` holds what is left. */
export interface WayOn {
  readonly name: string;
  readonly label: "claim" | "assign" | "contact" | "resolve" | "reopen" | "more";
  readonly isForm: boolean;
}

/** The ways on that apply now, the next step first. */
export function waysOn(acts: readonly CaseAct[]): WayOn[] {
  const direct = (["claim", "contact", "resolve", "reopen", "assign"] as const).filter((act) => acts.includes(act));
  const named = direct.map((label) => ({ label, name: BY_NAME[label] ?? "", isForm: isForm(BY_NAME[label] ?? "") }));
  const rest = MORE_ACTS.some((act) => acts.includes(act));
  return rest ? [...named, { label: "more", name: "case-more", isForm: true }] : named;
}

/** The fields that lead back to the list, or to the case. */
export function wayBack({ seated, query }: CaseFrame, page: "list" | "case"): Record<string, string> {
  const back = new URLSearchParams();
  for (const [key, value] of Object.entries(queryFields(query))) if (value !== null) back.set(key, value);
  return { ...(seated === null ? {} : nameField(seated)), back: String(back), page };
}

function menu(id: string, { field, label, isOptional, options }: Choice, typed: Typed): Markup {
  const chosen = field === "outcome" || field === "cause" || field === "step" ? typed[field] : undefined;
  return html`<p class="field"><label for="${field}-${id}">${label}</label>
<select id="${field}-${id}" name="${field}">${isOptional ? option("", "", chosen) : ""}${options.map((one) => option(one.value, one.label, chosen))}</select></p>`;
}

/** Those to whom the case can be given: nobody who was rated, where the desk keeps that from them. */
function takers({ desk, colleagues }: CaseFrame, { rated }: CaseSeen): readonly Colleague[] {
  if (desk.settings.recovery.agentsSeeOwnScores) return colleagues;
  return colleagues.filter(({ address }) => !rated.includes(address));
}

function personMenu(id: string, label: string, people: readonly Colleague[], typed: Typed): Markup {
  return html`<p class="field"><label for="person-${id}">${label}</label>
<select id="person-${id}" name="person" required>${people.map(({ address, name }) => option(address, name, typed.person))}</select></p>`;
}

/** Of what else there is, only what applies. */
function narrowed(choice: Choice, acts: readonly CaseAct[]): Choice {
  if (choice.field !== "step") return choice;
  return { ...choice, options: choice.options.filter(({ value }) => acts.some((act) => act === value)) };
}

function fieldsOf(frame: CaseFrame, seen: CaseSeen, id: string, form: ChatForm, typed: Typed): Markup {
  const acts = actsOf(frame, seen);
  const { person, choices, note } = form;
  return html`${person === undefined ? "" : personMenu(id, person, takers(frame, seen), typed)}${choices.map((choice) => menu(id, narrowed(choice, acts), typed))}
<p class="field wide"><label for="note-${id}">${note.label}</label>
<textarea id="note-${id}" name="note" rows="2"${note.isOptional ? "" : html` required`} maxlength="4000" dir="auto">${typed.note ?? ""}</textarea></p>`;
}

/** The form as it is put in chat, in the desk's words. */
function chatForm({ desk, lang }: CaseFrame, name: FormName, caseId: string): ChatForm {
  return formOf(name, caseId, { wording: desk.wording, settings: desk.settings, locale: lang });
}

/** Why the act does not apply any more, where it was not sent yet. */
function hindrance({ say }: CaseFrame, { item }: CaseSeen): string {
  return say(isCaseOpen(item) ? "team.caseTaken" : "team.caseClosed");
}

/** The form with which an act on the case is taken; where that does not apply any more, what was typed can be kept as a note. */
export function caseForm(frame: CaseFrame, seen: CaseSeen, name: FormName, page: "list" | "case"): Markup {
  const { desk, seated, query, say, form: open } = frame;
  const { id } = seen.item;
  const acts = actsOf(frame, seen);
  const isOffered = waysOn(acts).some((way) => way.name === name);
  const isOpen = open?.caseId === id && open.act === name;
  const form = chatForm(frame, name, id);
  const place = `${name}-${id}`;
  const fields = hiddenFields(desk.ids, { ...wayBack(frame, page), act: name, subject: id });
  const cancel = html`<a class="cancel" data-cancel href="${casesAddress(desk, seated, query)}#case-${id}">${say("cases.cancel")}</a>`;
  const send = isOffered
    ? html`<button class="primary">${name === "case-more" ? say("cases.save") : form.title}</button>`
    : "";
  const keep = html`<button class="primary" name="keep" value="note">${say("cases.keep")}</button>`;
  return html`<form id="form-${place}" class="case-form" method="post" action="${desk.path(ACT_PATH)}" data-then="case-${id}">${fields}
${formNote(isOpen ? (open.refused ?? (isOffered ? null : hindrance(frame, seen))) : null)}
<div class="fields">${fieldsOf(frame, seen, place, form, isOpen ? open.typed : {})}</div>
<div class="row">${send}${!isOffered && acts.includes("note") ? keep : ""}${page === "case" ? "" : cancel}</div></form>`;
}
