import { html } from "hono/html";
import { dateFormat } from "../../../../src/calendar/date-format.ts";
import { nextMomentOf } from "../../../../src/calendar/weekly.ts";
import { headline } from "../../../../src/digest/digest-messages.ts";
import type { Ledger } from "../../../../src/digest/fates.ts";
import { currentWeek } from "../../../../src/digest/find-digest.ts";
import { fateParts } from "../../../../src/digest/ledger-messages.ts";
import { numberOf } from "../../../../src/digest/say-figures.ts";
import { shiftedWeek, weeksUpTo } from "../../../../src/digest/week.ts";
import type { DigestRow } from "../../../../src/rows.ts";
import type { PageDesk } from "../../desk.ts";
import { layout } from "../layout.ts";
import { type Markup, NOTHING } from "../markup.ts";
import { type DigestsFrame, digestAddress, digestsAddress } from "./digest-frame.ts";
import { ledgerByNow } from "./load-digest.ts";
import { sparkline } from "./sparkline.ts";

/** So many weeks stand on a page of the list. */
const WEEKS = 13;

/** One week of the list. */
export interface ListedWeek {
  readonly week: string;
  /** Its digest, with what has become of its conversations by now; null where none was posted. */
  readonly posted: { readonly row: DigestRow; readonly ledger: Ledger } | null;
}

/** A stretch of weeks, the latest first. */
export interface ListedWeeks {
  readonly weeks: readonly ListedWeek[];
  /** The week under way. */
  readonly current: string;
  /** The last week of the page before; null where nothing was posted before. */
  readonly older: string | null;
  /** Whether there are later weeks than these. */
  readonly isPast: boolean;
}

/** The weeks up to the named one, from the first of them that was posted; up to the last finished one where none is named. */
export async function loadWeeks(
  desk: Pick<PageDesk, "deskId" | "store" | "settings" | "clock">,
  until: string | null,
): Promise<ListedWeeks> {
  const current = currentWeek(desk);
  const finished = shiftedWeek(current, -1);
  const last = until !== null && until < finished ? until : finished;
  const labels = weeksUpTo(last, WEEKS + 1);
  const team = desk.deskId;
  const rows = await desk.store.list("digest", { where: { team, week: labels }, orderBy: "week" });
  const first = rows[0]?.week;
  const shown = first === undefined ? [] : labels.slice(1).filter((week) => week >= first);
  const weeks = await Promise.all(
    shown.toReversed().map(async (week) => {
      const row = rows.find((one) => one.week === week);
      return { week, posted: row ? { row, ledger: await ledgerByNow(desk, row.document) } : null };
    }),
  );
  const older = first === labels[0] ? (labels[0] ?? null) : null;
  return { weeks, current, older, isPast: last < finished };
}

/** What happened in the week beside its score, the biggest thing first. */
function happened({ say, speaker }: DigestsFrame, { row, ledger }: NonNullable<ListedWeek["posted"]>): string {
  const { document, isLate, revision } = row;
  const { cords = [], cases } = document;
  const silent = fateParts(speaker, ledger).filter(({ fate }) => fate === "silent");
  return [
    ...(cords.length === 0 ? [] : [say("weeks.cords", { count: cords.length })]),
    ...silent.map(({ text }) => text),
    ...(cases.opened === 0 ? [] : [say("digest.cases.opened", { count: cases.opened })]),
    ...(isLate ? [say("weeks.late")] : []),
    ...(revision > 1 ? [say("weeks.recounted")] : []),
  ].join(" · ");
}

function line(frame: DigestsFrame, { week, posted }: ListedWeek): Markup {
  const { desk, name, say, speaker } = frame;
  const address = digestAddress(desk, week, name);
  if (posted === null)
    return html`<li><a class="week" href="${address}"><b aria-hidden="true">${numberOf(week)}</b>
<span class="says">${speaker.week(week)}</span> <span class="hint">${say("weeks.notPosted")}</span></a></li>`;
  return html`<li><a class="week" href="${address}"><b aria-hidden="true">${numberOf(week)}</b>
<span class="says">${headline(speaker, posted.row.document)}</span> <span class="hint">${happened(frame, posted)}</span></a></li>`;
}

function pages({ desk, name, say }: DigestsFrame, { older, isPast }: ListedWeeks): Markup {
  if (older === null && !isPast) return NOTHING;
  const link = (until: string | null, words: string) =>
    html`<a href="${digestsAddress(desk, name, until === null ? {} : { until })}">${words}</a>`;
  return html`<nav class="neighbours" aria-label="${say("weeks.nav")}">${older === null ? html`<span></span>` : link(older, say("weeks.older"))}
${isPast ? link(null, say("weeks.newer")) : ""}</nav>`;
}

/** When the first digest comes, and by whose clock. */
function firstPost({ desk: { settings }, times: { locale, now } }: DigestsFrame): { when: string; zone: string } {
  const { zone } = settings.desk;
  const style = { weekday: "long", day: "numeric", month: "long", hour: "numeric", minute: "2-digit" } as const;
  const at = nextMomentOf(settings.digest.post, now, zone);
  return { when: dateFormat(locale, { ...style, timeZone: zone }).format(at), zone };
}

/** The list of weeks. */
export function digestListPage(frame: DigestsFrame, listed: ListedWeeks): Markup {
  const { desk, name, guest, lang, say } = frame;
  const title = say("weeks.title");
  const first = html`<p class="card nothing">${say("weeks.first", firstPost(frame))}</p>`;
  const weeks = html`${sparkline(frame, listed.weeks.map(({ posted }) => posted?.row ?? null).toReversed())}<ol class="digests">${listed.weeks.map((week) => line(frame, week))}</ol>`;
  return layout(
    { desk, title, lang, seat: "team", at: "/digest", follows: ["digest"], name, guest, styles: ["weeks.css"] },
    html`<div class="narrow"><h1>${title}</h1><p class="lead">${say("weeks.lead")}</p>
<p><a class="button" href="${digestAddress(desk, listed.current, name)}">${say("weeks.now")}</a></p>
${listed.weeks.length === 0 ? first : weeks}${pages(frame, listed)}</div>`,
  );
}
