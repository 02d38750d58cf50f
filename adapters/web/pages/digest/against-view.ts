import { html } from "hono/html";
import { againstRule } from "../../../../src/digest/against-messages.ts";
import { examinedLine, examineForm } from "../examine-form.ts";
import { type Markup, NOTHING } from "../markup.ts";
import { type DigestPageFrame, mayLookInto, readLink } from "./digest-frame.ts";
import type { AgainstSeen } from "./load-against.ts";

/** One of them: the words, by which rule and words it is listed, and what somebody found or the form that asks for it. */
function item(frame: DigestPageFrame, { words, examination }: AgainstSeen): Markup {
  const { desk, say, name, guest, shown } = frame;
  const from = { week: shown.document.id.week };
  const mayTell = mayLookInto(frame, "work-case") && (name !== null || guest !== null) && examination === null;
  return html`<li id="against-${words.id}"><figure class="quote"><figcaption>${say(`against.title.${words.kind}`)}</figcaption>
<blockquote class="words" dir="auto">${words.text}</blockquote></figure>
<p class="hint" dir="auto">${againstRule(frame, words)} ${readLink(frame, words.interactionId)}</p>
${examination === null ? NOTHING : examinedLine(frame, examination)}${mayTell ? examineForm({ desk, say, seated: { name }, from }, words.id) : NOTHING}</li>`;
}

/** Whose words disagree with their number, what nobody has looked at first; nothing where there is none. */
export function againstView(frame: DigestPageFrame): Markup {
  const { say, shown } = frame;
  if (shown.against.length === 0) return NOTHING;
  const order = shown.against.toSorted((a, b) => Number(a.examination !== null) - Number(b.examination !== null));
  const { total = 0, listed = [] } = shown.document.wordsAgainstNumbers ?? {};
  const more = total - listed.length;
  return html`<p class="hint">${say("against.hint")}</p><ol class="against">${order.map((one) => item(frame, one))}</ol>
${more > 0 ? html`<p class="hint">${say("against.beyond", { count: more })}</p>` : NOTHING}`;
}
