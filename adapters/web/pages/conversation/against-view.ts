import { html } from "hono/html";
import { againstRule } from "../../../../src/digest/against-messages.ts";
import { examinedLine, examineForm } from "../examine-form.ts";
import { type Markup, NOTHING } from "../markup.ts";
import { type AgainstHere, againstIn } from "./load-against-here.ts";
import { mayDo, type StoryFrame } from "./story-frame.ts";

function line(frame: StoryFrame, { words, examination }: AgainstHere): Markup {
  const { desk, say, seated, story } = frame;
  const from = { conversation: story.interaction.id };
  const told =
    examination !== null
      ? examinedLine(frame, examination)
      : mayDo(frame, "work-case")
        ? examineForm({ desk, say, seated, from }, words.id)
        : NOTHING;
  return html`<li><p><b>${say(`against.title.${words.kind}`)}</b></p><p class="hint" dir="auto">${againstRule({ say }, words)}</p>${told}</li>`;
}

/** That words and number disagree here, by which rule, and what somebody found; nothing where they agree. */
export function againstView(frame: StoryFrame): Markup {
  const { say } = frame;
  const found = againstIn(frame.desk, frame.story);
  if (found.length === 0) return NOTHING;
  return html`<section class="card" aria-labelledby="against"><h2 id="against">${say("against.here")}</h2>
<ul class="lines">${found.map((one) => line(frame, one))}</ul><p class="hint">${say("against.hint")}</p></section>`;
}
