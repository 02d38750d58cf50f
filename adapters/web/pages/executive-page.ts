import { html } from "hono/html";
import type { PageDesk } from "../desk.ts";
import { layout } from "./layout.ts";
import type { Markup } from "./markup.ts";

/** What will stand at the executive's seat. */
export function executivePage(desk: PageDesk): Markup {
  return layout(
    { desk, title: "Executive", lang: "en", seat: "executive", follows: [] },
    html`<div class="narrow"><h1>The executive’s seat</h1>
<p class="lead">Coming soon. Here is what this seat is for.</p>
<section class="card" aria-labelledby="shadowing"><h2 id="shadowing">Sit down with real conversations</h2>
<p>A standing appointment, once a week, half an hour. No averages, no slides: a few whole conversations as they happened, with names and numbers taken out.</p>
<ol class="steps">
<li><b>Read</b> one conversation from the first word to the last.</li>
<li><b>Guess</b> the score the customer gave, before you see it.</li>
<li><b>See</b> the score, and how far off you were.</li>
<li><b>Write</b> one sentence: what you would change.</li>
</ol>
<p class="hint">How far off the guesses are, and the lessons, will stand in the weekly digest.</p></section>
<p>Until then, the <a href="${desk.path("/team")}">team’s feed</a> shows every unhappy answer and what became of it.</p></div>`,
  );
}
