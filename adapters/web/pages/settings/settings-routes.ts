import { type Context, Hono } from "hono";
import type { Person } from "../../../../src/interaction/customer.ts";
import type { SettingsChange, ShownSetting } from "../../../../src/settings/settings-keeper.ts";
import type { PageDesk } from "../../desk.ts";
import type { FormFields } from "../../read-fields.ts";
import { refusalPage } from "../../refusal-page.ts";
import { readForm } from "../form.ts";
import { wordsOf } from "../page-words.ts";
import { shortly } from "./setting-control.ts";
import { editIn, hasMoved, typedValue } from "./setting-value.ts";
import { type FailedChange, groupOf, type Sought, settingsPage } from "./settings-page.ts";
import type { SettingsFrame, SettingsPage } from "./settings-shell.ts";

/** Whoever runs the desk, by its key: an admin under the name they gave. */
function keeperNamed(name: string | null): Person {
  return { address: "web:desk-key", role: "admin", name };
}

/** Who looks at a page about settings. */
export function settingsFrame(context: Context, desk: PageDesk, at: SettingsPage): SettingsFrame {
  const visitor = context.get("visitor");
  const words = wordsOf(desk);
  if (visitor.kind === "session") return { desk, words, by: visitor.person, name: null, isGuest: true, at };
  return { desk, words, by: keeperNamed(visitor.name), name: visitor.name, isGuest: false, at };
}

function soughtIn(context: Context): Sought {
  const words = (context.req.query("q") ?? "").trim().slice(0, 100);
  return { group: context.req.query("group") ?? "desk", words };
}

/** Where nothing can be set or done. */
export function readOnly(context: Context, desk: PageDesk): Response | Promise<Response> {
  const { lang, say } = wordsOf(desk);
  return refusalPage(context, { status: 404, title: say("settings.title"), text: say("settings.readOnly"), lang });
}

/** Why a change is not made: somebody else made one since the form was opened. Null where nobody did. */
function movedIn(desk: PageDesk, shown: ShownSetting | undefined, text: FormFields): SettingsChange | null {
  if (shown === undefined || !hasMoved(shown, text)) return null;
  const { say } = wordsOf(desk);
  return { kind: "refused", text: say("settings.movedHere", { value: shortly(shown.value, say) }) };
}

/** The pages with the settings of a desk. */
export function settingsRoutes(desk: PageDesk): Hono {
  const app = new Hono();
  const { keeper, configuration } = desk;

  const pageAt = (context: Context, sought: Sought, failed: FailedChange | null, done: string | null) => {
    if (!keeper || !configuration) return readOnly(context, desk);
    const groups = configuration.shapes.map(({ path }) => groupOf(path));
    const group = groups.includes(sought.group) ? sought.group : "desk";
    const shown = keeper.list(desk.deskId);
    const frame = settingsFrame(context, desk, "/settings");
    const page = settingsPage({ ...frame, configuration, shown, sought: { ...sought, group }, failed, done });
    return context.html(page, failed === null ? 200 : 422);
  };

  app.get("/settings", async (context) => {
    await keeper?.look();
    const saved = configuration?.shapes.find(({ path }) => path === context.req.query("saved"))?.path;
    const later = context.req.query("later") !== undefined;
    const { say } = wordsOf(desk);
    const done = saved === undefined ? null : say(later ? "settings.savedLater" : "settings.saved", { path: saved });
    return pageAt(context, soughtIn(context), null, done);
  });

  app.post("/settings/change", async (context) => {
    const { text } = await readForm(context, desk.ids);
    const setting = configuration?.shapes.find(({ path }) => path === text("path"));
    if (!keeper || !setting) return readOnly(context, desk);
    const { path } = setting;
    const sought = { group: groupOf(path), words: text("q").slice(0, 100) };
    const { by } = settingsFrame(context, desk, "/settings");
    const shown = keeper.list(desk.deskId).find((one) => one.path === path);
    const edit = shown ? editIn(setting, shown, text) : null;
    const none: SettingsChange = { kind: "changed", atNextStart: [] };
    const change =
      edit === null
        ? none
        : (movedIn(desk, shown, text) ?? (await keeper.change(desk.deskId, [edit], { by, via: "page" })));
    if (change.kind === "changed") {
      const later: Readonly<Record<string, string>> = change.atNextStart.length > 0 ? { later: "" } : {};
      const query = new URLSearchParams({
        ...(sought.words === "" ? { group: sought.group } : { q: sought.words }),
        saved: path,
        ...later,
      });
      return context.redirect(`${desk.path("/settings")}?${query}`, 303);
    }
    const typed = edit === null ? shown?.value : typedValue(setting, text);
    const faults = change.kind === "faulty" ? change.faults : [];
    return pageAt(context, sought, { path, typed, faults, note: change.kind === "refused" ? change.text : null }, null);
  });
  return app;
}
