import { html } from "hono/html";
import type { SayWords, WordingKey } from "../../../../src/wording.ts";
import type { SettingShape, Shape } from "../../../setting-shapes.ts";
import { type Markup, NOTHING } from "../markup.ts";
import { controlOf, partName } from "./setting-value.ts";

/** What a control is drawn with. */
export interface Control {
  readonly setting: SettingShape;
  /** As it stands in the settings file, or as it was typed. */
  readonly value: unknown;
  readonly say: SayWords;
  /** Whether a fault stands beside it. */
  readonly isFaulty: boolean;
}

/** The id of a setting's form, and the beginning of those of its fields. */
export function settingId(path: string): string {
  return `setting-${path.replaceAll(".", "-")}`;
}

/** The sentence that says what a setting means. */
export function meaningKey(path: string): WordingKey {
  return `setting.${path}` as WordingKey;
}

function asText(value: unknown): string {
  return value === undefined || value === null ? "" : typeof value === "object" ? JSON.stringify(value) : String(value);
}

function linesOf(value: unknown): string {
  return Array.isArray(value) ? value.map(asText).join("\n") : asText(value);
}

function themesOf(value: unknown): string {
  const themes = typeof value === "object" && value !== null ? Object.entries(value) : [];
  return themes
    .map(([theme, words]) => `${theme}: ${Array.isArray(words) ? words.join(", ") : asText(words)}`)
    .join("\n");
}

/** A value in one line for a person. */
export function shortly(value: unknown, say: SayWords): string {
  if (typeof value === "boolean") return say(value ? "settings.yes" : "settings.no");
  if (Array.isArray(value) && value.every((item) => typeof item !== "object"))
    return value.join(", ") || say("settings.none");
  if (value === undefined || value === "") return say("settings.none");
  return typeof value === "object" && Object.keys(value ?? {}).length === 0 ? say("settings.none") : asText(value);
}

function option(value: string, label: string, chosen: boolean): Markup {
  return html`<option value="${value}"${chosen ? html` selected` : ""}>${label}</option>`;
}

function flagOf(id: string, name: string, value: unknown, say: SayWords, about: Markup): Markup {
  const options = [true, false].map((one) =>
    option(String(one), say(one ? "settings.yes" : "settings.no"), String(value ?? false) === String(one)),
  );
  return html`<select id="${id}" name="${name}"${about}>${options}</select>`;
}

function partField(row: number, part: string, shape: Shape, value: unknown, { setting, say }: Control): Markup {
  const id = `${settingId(setting.path)}-${row}-${part}`;
  const name = partName(row, part);
  const label = say(`setting.part.${part}` as WordingKey);
  const field =
    shape.type === "boolean"
      ? flagOf(id, name, value, say, NOTHING)
      : html`<input id="${id}" name="${name}" value="${Array.isArray(value) ? value.join(", ") : asText(value)}" autocomplete="off" dir="auto"${shape.default === undefined ? "" : html` placeholder="${Array.isArray(shape.default) ? shape.default.join(", ") : asText(shape.default)}"`}>`;
  return html`<div><label for="${id}">${label}</label>${field}</div>`;
}

function rows(control: Control): Markup {
  const { setting, value, say } = control;
  const entries: readonly unknown[] = [...(Array.isArray(value) ? value : []), {}];
  const parts = Object.entries(setting.shape.items?.properties ?? {});
  const partOf = (entry: unknown, part: string) => (entry as Readonly<Record<string, unknown>> | null)?.[part];
  const drawn = entries.map(
    (entry, row) =>
      html`<li class="fields">${parts.map(([part, shape]) => partField(row, part, shape, partOf(entry, part), control))}</li>`,
  );
  return html`<input type="hidden" name="rows" value="${entries.length}"><ul class="entries">${drawn}</ul><p class="hint">${say("settings.rowsHint")}</p>`;
}

/** The field or fields with which a setting is changed; what describes them has the id of the setting and `-about`. */
export function controlFor(control: Control): Markup {
  const { setting, value, say, isFaulty } = control;
  const { path, shape } = setting;
  const id = `${settingId(path)}-value`;
  const about = html` aria-describedby="${settingId(path)}-about"${isFaulty ? html` aria-invalid="true"` : ""}`;
  switch (controlOf(shape)) {
    case "flag":
      return flagOf(id, "value", value, say, about);
    case "choice":
      return html`<select id="${id}" name="value"${about}>${(shape.enum ?? []).map((word) => option(word, word, word === value))}</select>`;
    case "number":
      return html`<input id="${id}" name="value" inputmode="numeric" value="${asText(value)}" autocomplete="off"${about}>`;
    case "lines":
      return html`<textarea id="${id}" name="value" rows="2" spellcheck="false"${about}>${linesOf(value)}</textarea><p class="hint">${say("settings.linesHint")}</p>`;
    case "themes":
    case "pairs": {
      const hint = say(controlOf(shape) === "themes" ? "settings.themesHint" : "settings.pairsHint");
      return html`<textarea id="${id}" name="value" rows="2" spellcheck="false"${about}>${themesOf(value)}</textarea><p class="hint">${hint}</p>`;
    }
    case "rows":
      return rows(control);
    default:
      return html`<input id="${id}" name="value" value="${asText(value)}" autocomplete="off" dir="auto"${about}>`;
  }
}
