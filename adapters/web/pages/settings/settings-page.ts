import { html } from "hono/html";
import type { SettingsFault } from "../../../../src/settings/faults.ts";
import type { ShownSetting } from "../../../../src/settings/settings-keeper.ts";
import type { WordingKey } from "../../../../src/wording.ts";
import type { SettingShape } from "../../../setting-shapes.ts";
import type { ShownConfiguration } from "../../../shown-configuration.ts";
import { formNote, hiddenFields } from "../form.ts";
import { type Markup, NOTHING } from "../markup.ts";
import { controlFor, meaningKey, settingId, shortly } from "./setting-control.ts";
import { controlOf, stampOf } from "./setting-value.ts";
import { type SettingsFrame, settingsShell } from "./settings-shell.ts";

/** Which settings are looked at: those of a group, or those in which something stands. */
export interface Sought {
  readonly group: string;
  readonly words: string;
}

/** What somebody wanted a setting to be, and why it is not. */
export interface FailedChange {
  readonly path: string;
  readonly typed: unknown;
  readonly faults: readonly SettingsFault[];
  /** A sentence about all of it; null where the faults say it. */
  readonly note: string | null;
}

/** What stands on the page. */
export interface SettingsView extends SettingsFrame {
  readonly configuration: ShownConfiguration;
  readonly shown: readonly ShownSetting[];
  readonly sought: Sought;
  readonly failed: FailedChange | null;
  /** What was changed a moment ago, in a sentence. */
  readonly done: string | null;
}

/** The group of a setting: the first part of its path. */
export function groupOf(path: string): string {
  return path.split(".")[0] ?? path;
}

function groupsOf({ shapes }: ShownConfiguration): string[] {
  return [...new Set(shapes.map(({ path }) => groupOf(path)))];
}

function address({ desk }: SettingsView, query: Readonly<Record<string, string>>): string {
  return `${desk.path("/settings")}?${new URLSearchParams(query)}`;
}

function groupName({ words }: SettingsView, group: string): string {
  return words.say(`setting.group.${group}` as WordingKey);
}

function soughtShapes(view: SettingsView): readonly SettingShape[] {
  const { configuration, sought, words } = view;
  const { shapes } = configuration;
  if (sought.words === "") return shapes.filter(({ path }) => groupOf(path) === sought.group);
  const parts = sought.words.toLocaleLowerCase(words.lang).split(/\s+/);
  return shapes.filter(({ path }) => {
    const text = `${path} ${words.say(meaningKey(path))} ${groupName(view, groupOf(path))}`.toLocaleLowerCase(
      words.lang,
    );
    return parts.every((part) => text.includes(part));
  });
}

function faultLines({ words }: SettingsView, { faults }: FailedChange): Markup[] {
  const said = ({ path, found, allowed }: SettingsFault) =>
    html`<li><code>${path}</code>: ${words.say("settings.fault", { found, allowed })}</li>`;
  return [html`<ul class="faults" role="alert">${faults.map(said)}</ul>`];
}

function oneSetting(view: SettingsView, setting: SettingShape): Markup {
  const { desk, words, shown, failed, sought } = view;
  const { say } = words;
  const { path, normal } = setting;
  const id = settingId(path);
  const known = shown.find((one) => one.path === path);
  const fault = failed?.path === path ? failed : null;
  const isSet = known?.source === "file";
  const tag = say(isSet ? "settings.fromFile" : "settings.fromDefault");
  const meaning = say(meaningKey(path));
  const value = fault === null ? known?.value : fault.typed;
  const hidden = hiddenFields(desk.ids, { path, q: sought.words, was: stampOf(known?.value) });
  const isOneField = controlOf(setting.shape) !== "rows";
  const title = isOneField ? html`<label for="${id}-value">${meaning}</label>` : html`<p class="label">${meaning}</p>`;
  const reset = isSet
    ? html`<button class="quiet" name="act" value="reset">${say("settings.reset")}</button>`
    : NOTHING;
  return html`<li><form class="card setting" id="${id}" method="post" action="${desk.path("/settings/change")}">${hidden}
${title}
<p class="hint" id="${id}-about"><code>${path}</code> <span class="tag">${tag}</span>${
    isSet ? html` ${say("settings.default", { value: shortly(normal, say) })}` : ""
  }</p>
${controlFor({ setting, value, say, isFaulty: fault !== null })}
${fault === null ? NOTHING : html`${faultLines(view, fault)}${formNote(fault.note)}`}
<div class="row"><button class="primary" name="act" value="save">${say("settings.save")}</button>${reset}</div></form></li>`;
}

function groupLinks(view: SettingsView): Markup {
  const { configuration, sought, words } = view;
  const link = (group: string) => {
    const isHere = sought.words === "" && group === sought.group;
    return html`<li><a href="${address(view, { group })}"${isHere ? html` aria-current="page"` : ""}>${groupName(view, group)}</a></li>`;
  };
  return html`<nav class="groups" aria-label="${words.say("settings.groups")}"><ul>${groupsOf(configuration).map(link)}</ul></nav>`;
}

function variablesOf({ configuration, words: { say } }: SettingsView): Markup {
  if (configuration.variables.length === 0) return NOTHING;
  const value = ({ isSet, value: text }: ShownConfiguration["variables"][number]) =>
    text === null ? html`<i>${say(isSet ? "settings.hidden" : "settings.unset")}</i>` : html`<code>${text}</code>`;
  const rows = configuration.variables.map(
    (one) => html`<div><dt><code>${one.name}</code></dt><dd>${value(one)}</dd></div>`,
  );
  return html`<details class="card"><summary>${say("settings.variables")}</summary><p class="hint">${say("settings.variablesHint")}</p><dl class="variables">${rows}</dl></details>`;
}

/** The settings of the desk, each with its meaning, its value and a form to change it. */
export function settingsPage(view: SettingsView): Markup {
  const { desk, words, sought, failed, done, configuration } = view;
  const { say } = words;
  const found = soughtShapes(view);
  const heading = sought.words === "" ? groupName(view, sought.group) : say("settings.found", { count: found.length });
  const general = failed !== null && !found.some(({ path }) => path === failed.path) ? failed.note : null;
  return settingsShell(
    view,
    html`<p class="lead">${say("settings.lead", { file: configuration.file })}</p>
<form class="card searching" role="search" aria-label="${say("settings.find")}" method="get" action="${desk.path("/settings")}"><label for="q">${say("settings.find")}</label>
<div class="row"><input id="q" name="q" type="search" maxlength="100" dir="auto" autocomplete="off" value="${sought.words}"><button class="primary">${say("search.go")}</button></div></form>
${done === null ? "" : html`<p class="card done" role="status">${done}</p>`}${formNote(general)}
<div class="set">${groupLinks(view)}
<section aria-labelledby="group"><h2 id="group">${heading}</h2><ul class="settings">${found.map((setting) => oneSetting(view, setting))}</ul>
${variablesOf(view)}</section></div>`,
  );
}
