import { html } from "hono/html";
import { nameOfReason } from "../../../../src/recovery/name-reasons.ts";
import { teamTimes } from "../agent/conversation-view.ts";
import { layout } from "../layout.ts";
import { type Markup, NOTHING } from "../markup.ts";
import { nameForm } from "../name-form.ts";
import { timeOf } from "../times.ts";
import { boardView } from "./board-view.ts";
import { type DigestPageFrame, digestAddress, digestsAddress } from "./digest-frame.ts";
import { daysOf, shortWeek, weekName } from "./digest-words.ts";
import { followUpView } from "./follow-up-view.ts";
import { ledgerView } from "./ledger-view.ts";
import { digestPicture } from "./picture.ts";
import { scoresTable, scoreView, weeksTable } from "./score-view.ts";
import { silenceView } from "./silence-view.ts";
import { chairView, themesView, voicesView } from "./voices-view.ts";

function neighbours({ desk, shown, name }: DigestPageFrame): Markup {
  const { earlier, later } = shown;
  const link = (week: string, words: string, rel: string) =>
    html`<a rel="${rel}" href="${digestAddress(desk, week, name)}">${words}</a>`;
  return html`<nav class="neighbours" aria-label="Weeks">${earlier ? link(earlier, `earlier: ${shortWeek(earlier)}`, "prev") : html`<span></span>`}
<a href="${digestsAddress(desk, name)}">all weeks</a>${later ? link(later, `later: ${shortWeek(later)}`, "next") : html`<span></span>`}</nav>`;
}

function state(frame: DigestPageFrame): Markup {
  const { desk, shown, name } = frame;
  const { row, revision, document } = shown;
  if (!row)
    return html`${shown.isOpen ? "This week is not over, so everything here may change." : "Not posted. Counted just now."}`;
  const posted = row.postedAt === null ? "Not posted" : html`Posted ${timeOf(row.postedAt, teamTimes(desk))}`;
  const late = row.isLate ? ", late, because the bot wasn’t running when it was due" : "";
  if (revision < row.revision) {
    return html`${posted}${late}. This is how it stood before the recount. <a href="${digestAddress(desk, document.id.week, name)}">See it now</a>.`;
  }
  if (row.revision === 1) return html`${posted}${late}.`;
  const before = digestAddress(desk, document.id.week, name, { revision: String(row.revision - 1) });
  return html`${posted}${late}. Recounted ${timeOf(row.computedAt, teamTimes(desk))}, because something in it had changed. <a href="${before}">See it before the recount</a>.`;
}

function head(frame: DigestPageFrame): Markup {
  const { desk, shown, name } = frame;
  const { document } = shown;
  const me = html`<p class="me">You are <b><bdi>${name}</bdi></b>. <a href="${digestAddress(desk, document.id.week, null)}">Change</a></p>`;
  return html`<header class="digest-head"><div class="page-head"><h1>${weekName(document.id.week)}</h1>${name === null ? "" : me}</div>
<p class="lead">${daysOf(document)} <span class="hint">${document.id.zone}</span></p>
<p class="hint">${state(frame)}</p></header>`;
}

/** How to read it, in one line. */
function reading(): Markup {
  return html`<p class="hint reading">How to read it: the score is the share of promoters less the share of detractors, from −100 to 100; the range says how far chance alone may have moved it; and those who didn’t answer may think otherwise.</p>`;
}

/** The picture beside its tables; nothing where there is not one answer in all its weeks. */
function inNumbers({ desk, shown, name }: DigestPageFrame): Markup {
  const { document } = shown;
  if (document.nps.answers === 0 && document.weeks.every(({ nps }) => nps.answers === 0)) return NOTHING;
  return html`<section class="card" aria-labelledby="picture"><h2 id="picture">Charts and tables</h2>
<div class="beside">${digestPicture(desk, document)}
<div class="tables">${scoresTable(document)}${weeksTable(document, (week) => digestAddress(desk, week, name))}</div></div></section>`;
}

/** The page of one week. */
export function digestPage(frame: DigestPageFrame): Markup {
  const { desk, shown, name, guest } = frame;
  const { document } = shown;
  const canDecide = guest === null && shown.isLatest && document.board.length > 0;
  return layout(
    {
      desk,
      title: weekName(document.id.week),
      lang: "en",
      seat: "team",
      at: "/digest",
      follows: ["digest"],
      name,
      guest,
    },
    html`<div class="digest">${head(frame)}${neighbours(frame)}${chairView(frame)}
<div class="two">${scoreView(document)}${ledgerView(document, shown.ledger)}</div>
${inNumbers(frame)}
${boardView(frame)}${canDecide && name === null ? nameForm(digestAddress(desk, document.id.week, null)) : ""}
<div class="many">${voicesView(frame)}${themesView(frame)}${followUpView(document, (cause) => nameOfReason(frame.desk, "causes", cause) ?? cause)}${silenceView(frame)}</div>
${reading()}</div>`,
  );
}
