import { html } from "hono/html";
import { type ApiKey, isOpen, KEY_SCOPES, type KeyScope } from "../../../../src/keys/api-key.ts";
import { formNote, hiddenFields } from "../form.ts";
import { type Markup, NOTHING } from "../markup.ts";
import { writtenTime } from "../times.ts";
import { type SettingsFrame, settingsShell } from "./settings-shell.ts";

/** A key that was just made. */
export interface MadeKey {
  readonly name: string;
  readonly secret: string;
}

/** What the page of the keys shows. */
export interface KeysFrame extends SettingsFrame {
  /** The latest made first. */
  readonly keys: readonly ApiKey[];
  /** Shown once, to whoever made it. */
  readonly made: MadeKey | null;
  /** What could not be done. */
  readonly note: string | null;
}

function scopeName({ words: { say } }: KeysFrame, scope: KeyScope): string {
  return say(scope === "read" ? "keys.read" : "keys.write");
}

function timesOf({ words }: KeysFrame, key: ApiKey): Markup {
  const { say, times } = words;
  const written = (at: number) => writtenTime(at, times);
  const by = key.madeByName ?? say("keys.byDeskKey");
  const made = say("keys.madeBy", { name: by, time: written(key.madeAt) });
  const used = key.lastUsedAt === null ? say("keys.neverUsed") : say("keys.used", { time: written(key.lastUsedAt) });
  const revoked = key.revokedAt === null ? "" : ` · ${say("keys.revoked", { time: written(key.revokedAt) })}`;
  return html`<p class="hint">${made} · ${used}${revoked}</p>`;
}

function revoking({ desk, words: { say } }: KeysFrame, { id, name }: ApiKey): Markup {
  const label = say("keys.revokeOf", { name });
  return html`<form method="post" data-leads action="${desk.path("/settings/keys/revoke")}">${hiddenFields(desk.ids, { subject: id })}<button class="quiet" aria-label="${label}">${say("keys.revoke")}</button></form>`;
}

function one(frame: KeysFrame, key: ApiKey): Markup {
  return html`<li class="card api-key" id="key-${key.id}"><div><p><b><bdi>${key.name}</bdi></b> <span class="tag">${scopeName(frame, key.scope)}</span></p>
${timesOf(frame, key)}</div>${isOpen(key) ? revoking(frame, key) : ""}</li>`;
}

function listed(frame: KeysFrame, keys: readonly ApiKey[]): Markup {
  return html`<ul class="api-keys">${keys.map((key) => one(frame, key))}</ul>`;
}

function justMade({ made, words: { say } }: KeysFrame): Markup {
  if (made === null) return NOTHING;
  return html`<section class="card done" role="status"><p><label for="one-time">${say("keys.made", { name: made.name })}</label></p>
<input class="one-time" id="one-time" readonly autocomplete="off" spellcheck="false" value="${made.secret}"></section>`;
}

function making(frame: KeysFrame): Markup {
  const { desk, words } = frame;
  const { say } = words;
  const option = (scope: KeyScope) => html`<option value="${scope}">${scopeName(frame, scope)}</option>`;
  return html`<section class="card"><h2>${say("keys.make")}</h2>
<form method="post" data-leads action="${desk.path("/settings/keys/make")}">${hiddenFields(desk.ids)}
<div class="fields"><div><label for="key-name">${say("keys.name")}</label><input id="key-name" name="name" required maxlength="60" autocomplete="off" dir="auto"></div>
<div><label for="key-scope">${say("keys.scope")}</label><select id="key-scope" name="scope">${KEY_SCOPES.map(option)}</select></div></div>
<button class="primary">${say("keys.makeIt")}</button>${formNote(frame.note)}</form></section>`;
}

/** The keys by which programs call the help-desk API at the desk. */
export function keysPage(frame: KeysFrame): Markup {
  const { keys, words } = frame;
  const { say } = words;
  const open = keys.filter(isOpen);
  const ended = keys.filter((key) => !isOpen(key));
  const revoked = html`<section><h2>${say("keys.ended")}</h2>${listed(frame, ended)}</section>`;
  return settingsShell(
    frame,
    html`<div class="narrow works"><p class="lead">${say("keys.lead")}</p>${justMade(frame)}
${open.length === 0 ? html`<p class="card nothing">${say("keys.none")}</p>` : listed(frame, open)}
${making(frame)}
${ended.length === 0 ? "" : revoked}</div>`,
  );
}
