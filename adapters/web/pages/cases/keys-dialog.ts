import { html } from "hono/html";
import type { Markup } from "../markup.ts";
import type { PageWords } from "../page-words.ts";

/** The keys of the lists, in a window that a script opens; the button for it is shown by the script as well. */
export function keysDialog({ say }: Pick<PageWords, "say">): Markup {
  const keys: readonly (readonly [string, string])[] = [
    ["j k", say("cases.keys.move")],
    ["o ↵", say("cases.keys.open")],
    ["u", say("cases.keys.back")],
    ["c", say("team.claim")],
    ["a", say("card.assign")],
    ["m", say("team.contact")],
    ["e", say("team.resolve")],
    ["n", say("card.more")],
    ["r", say("card.reopen")],
    ["/", say("cases.keys.filter")],
    ["?", say("cases.keys.help")],
  ];
  const line = ([key, text]: readonly [string, string]) =>
    html`<div><dt>${key.split(" ").map((one) => html`<kbd>${one}</kbd> `)}</dt><dd>${text}</dd></div>`;
  return html`<button type="button" class="quiet keys-open" id="keys-open" hidden>${say("cases.keys")} <kbd>?</kbd></button>
<dialog id="keys" class="keys-help" aria-labelledby="keys-title"><h2 id="keys-title">${say("cases.keys")}</h2>
<dl>${keys.map(line)}</dl><form method="dialog"><button class="primary">${say("cases.keys.close")}</button></form></dialog>`;
}
