import { html } from "hono/html";
import type { Person } from "../../../../src/interaction/customer.ts";
import type { WordingKey } from "../../../../src/wording.ts";
import type { PageDesk } from "../../desk.ts";
import { layout } from "../layout.ts";
import type { Markup } from "../markup.ts";
import type { PageWords } from "../page-words.ts";

/** The pages about settings and the work on what is kept. */
export const SETTINGS_PAGES = [
  { path: "/settings", key: "settings.title" },
  { path: "/settings/work", key: "work.title" },
  { path: "/settings/keys", key: "keys.title" },
  { path: "/settings/doctor", key: "doctor.title" },
] as const satisfies readonly { path: string; key: WordingKey }[];
export type SettingsPage = (typeof SETTINGS_PAGES)[number]["path"];

/** Who looks at a page about settings, and where. */
export interface SettingsFrame {
  readonly desk: PageDesk;
  readonly words: PageWords;
  readonly by: Person;
  /** The name that whoever has the key goes by. */
  readonly name: string | null;
  readonly isGuest: boolean;
  readonly at: SettingsPage;
}

function pageLinks({ desk, words, at }: SettingsFrame): Markup {
  const link = ({ path, key }: (typeof SETTINGS_PAGES)[number]) =>
    html`<li><a href="${desk.path(path)}"${path === at ? html` aria-current="page"` : ""}>${words.say(key)}</a></li>`;
  return html`<nav class="within" aria-label="${words.say("settings.title")}"><ul>${SETTINGS_PAGES.map(link)}</ul></nav>`;
}

/** A page about settings around its content. */
export function settingsShell(frame: SettingsFrame, content: Markup): Markup {
  const { desk, words, by, name, isGuest, at } = frame;
  const title = words.say(SETTINGS_PAGES.find(({ path }) => path === at)?.key ?? "settings.title");
  const styles = ["settings.css"];
  return layout(
    {
      desk,
      title,
      lang: words.lang,
      seat: null,
      at: "/settings",
      follows: null,
      name,
      guest: isGuest ? by.role : null,
      styles,
    },
    html`<div class="page-head"><h1>${title}</h1></div>${pageLinks(frame)}${content}`,
  );
}
