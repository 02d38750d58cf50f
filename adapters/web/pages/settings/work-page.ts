import { html } from "hono/html";
import { type DeskWorks, GIVEN_OUT, type ImportJob } from "../../../desk-works.ts";
import { formNote, hiddenFields } from "../form.ts";
import { type Markup, NOTHING } from "../markup.ts";
import { writtenTime } from "../times.ts";
import { type SettingsFrame, settingsShell } from "./settings-shell.ts";

/** The largest file that is taken by a page, bytes. */
export const LARGEST_FILE: number = 20 * 1024 * 1024;

/** The parts of the page, each with its note. */
export type WorkPart = "digest" | "export" | "import" | "backups";

/** What stands on the page. */
export interface WorkView extends SettingsFrame {
  readonly works: DeskWorks;
  /** The last week that is over, e.g. `2026-W46`. */
  readonly week: string;
  /** What stood in the way, beside the form it was asked with. */
  readonly fault: { readonly part: WorkPart; readonly text: string } | null;
  /** What was done a moment ago, in a sentence. */
  readonly done: string | null;
}

/** A number of bytes for a person. */
export function sizeText(bytes: number, lang: string): string {
  const unit = bytes < 1024 * 1024 ? "kilobyte" : "megabyte";
  const count = bytes / (unit === "kilobyte" ? 1024 : 1024 * 1024);
  return new Intl.NumberFormat(lang, { style: "unit", unit, maximumFractionDigits: 1 }).format(count);
}

function noteOf({ fault }: WorkView, part: WorkPart): Markup {
  return fault?.part === part ? formNote(fault.text) : NOTHING;
}

function card(view: WorkView, part: WorkPart, title: string, hint: string, content: Markup): Markup {
  return html`<section class="card" id="${part}" aria-labelledby="${part}-title"><h2 id="${part}-title">${title}</h2>
<p class="hint">${hint}</p>${noteOf(view, part)}${content}</section>`;
}

function digestForm(view: WorkView): Markup {
  const { desk, week, words } = view;
  const { say } = words;
  const form = html`<form method="post" action="${desk.path("/settings/work/digest")}">${hiddenFields(desk.ids)}
<div class="fields"><div><label for="week">${say("work.week")}</label><input id="week" name="week" value="${week}" pattern="[0-9]{4}-W[0-9]{2}" autocomplete="off"></div></div>
<button class="primary">${say("work.post")}</button></form>`;
  return card(view, "digest", say("work.digest"), say("work.digestHint"), form);
}

function exportForm(view: WorkView): Markup {
  const { desk, words, name, isGuest } = view;
  const { say } = words;
  const what = GIVEN_OUT.map((one) => html`<option value="${one}">${say(`work.what.${one}`)}</option>`);
  const who =
    name === null && !isGuest
      ? html`<div><label for="export-name">${say("work.rawName")}</label><input id="export-name" name="admin" maxlength="60" autocomplete="name" dir="auto"></div>`
      : NOTHING;
  const form = html`<form method="post" data-leads action="${desk.path("/settings/work/export")}">${hiddenFields(desk.ids)}
<div class="fields"><div><label for="what">${say("work.what")}</label><select id="what" name="what">${what}</select></div>
<div><label for="from">${say("work.from")}</label><input id="from" name="from" type="date"></div>
<div><label for="to">${say("work.to")}</label><input id="to" name="to" type="date"></div>
<div><label for="format">${say("work.format")}</label><select id="format" name="format"><option value="csv">CSV</option><option value="jsonl">JSON Lines</option></select></div>
<div><label for="raw">${say("work.raw")}</label><select id="raw" name="raw"><option value="">${say("settings.no")}</option><option value="true">${say("settings.yes")}</option></select></div>${who}</div>
<button class="primary">${say("work.download")}</button></form>`;
  return card(view, "export", say("work.export"), say("work.exportHint"), form);
}

/** Whether a file is being read or brought in now. */
export function isUnderWay(job: ImportJob | null): boolean {
  return job?.state === "looking" || job?.state === "importing";
}

function jobView({ desk, words: { say } }: WorkView, job: ImportJob): Markup {
  const { state, name, share, fault, refusals, understood, imported, known, refused, unanswered } = job;
  const bar = html`<progress max="1" value="${share}" aria-label="${say("work.job", { state, name })}"></progress><p><a class="button" href="${desk.path("/settings/work")}">${say("work.again")}</a></p>`;
  const bringIn = html`<form method="post" action="${desk.path("/settings/work/bring-in")}">${hiddenFields(desk.ids)}<button class="primary">${say("work.bringIn")}</button></form>`;
  const rows = refusals.map(({ line, reason }) => html`<tr><td>${line}</td><td lang="en">${reason}</td></tr>`);
  return html`<div id="job" role="status"><p><b><bdi>${say("work.job", { state, name })}</bdi></b></p>
${fault === null ? html`<p>${say("work.counts", { imported, known, refused, unanswered })}</p>` : html`<p class="faults" lang="en">${fault}</p>`}
${understood === "" ? "" : html`<pre class="words" lang="en">${understood}</pre>`}
${isUnderWay(job) ? bar : ""}${state === "looked" ? bringIn : ""}
${refusals.length === 0 ? "" : html`<details><summary>${say("work.refusals")}</summary><table>${rows}</table></details>`}</div>`;
}

function importForm(view: WorkView): Markup {
  const { desk, words, works } = view;
  const { say, lang } = words;
  const job = works.job(desk.deskId);
  const dates = (["told", "day-first", "month-first"] as const).map(
    (one) => html`<option value="${one}">${say(`work.dates.${one}`)}</option>`,
  );
  const form = html`<form method="post" data-leads enctype="multipart/form-data" action="${desk.path("/settings/work/import")}">
<div class="fields"><div><label for="file">${say("work.file")}</label><input id="file" name="file" type="file" accept=".csv,text/csv,text/plain"></div>
<div><label for="dates">${say("work.dates")}</label><select id="dates" name="dates">${dates}</select></div>
<div><label for="map">${say("work.map")}</label><input id="map" name="map" maxlength="1000" autocomplete="off" dir="auto"></div>
<div><label for="products">${say("work.products")}</label><input id="products" name="products" maxlength="1000" autocomplete="off" dir="auto"></div></div>
<button class="primary">${say("work.look")}</button></form>`;
  const shown = job === null ? NOTHING : jobView(view, job);
  const hint = say("work.importHint", { size: sizeText(LARGEST_FILE, lang) });
  return card(view, "import", say("work.import"), hint, html`${shown}${isUnderWay(job) ? "" : form}`);
}

function backupsOf(view: WorkView): Markup {
  const { desk, words, works } = view;
  const { say, lang, times } = words;
  const backups = works.backups();
  if (backups === null) return card(view, "backups", say("work.backups"), say("work.backupsByServer"), NOTHING);
  const rows = backups.map(
    ({
      name,
      bytes,
      at,
    }) => html`<tr><td><code>${name}</code><p class="hint">${writtenTime(at, times)} · ${sizeText(bytes, lang)}</p></td>
<td><form method="post" data-leads action="${desk.path("/settings/work/backup")}">${hiddenFields(desk.ids, { subject: name })}<button class="quiet">${say("work.download")}</button></form></td></tr>`,
  );
  const list = rows.length === 0 ? html`<p>${say("work.noBackups")}</p>` : html`<table>${rows}</table>`;
  const make = html`<form method="post" action="${desk.path("/settings/work/make-backup")}">${hiddenFields(desk.ids)}<button class="primary">${say("work.makeBackup")}</button></form>`;
  return card(view, "backups", say("work.backups"), say("work.backupsHint"), html`${list}${make}`);
}

/** What whoever runs the program does with what is kept. */
export function workPage(view: WorkView): Markup {
  const done = view.done === null ? NOTHING : html`<p class="card done" role="status">${view.done}</p>`;
  const parts = [digestForm(view), exportForm(view), importForm(view), backupsOf(view)];
  return settingsShell(view, html`<div class="narrow works">${done}${parts}</div>`);
}
