import { html } from "hono/html";
import type { Digest } from "../../../../src/digest/document.ts";
import { currentWeek } from "../../../../src/digest/find-digest.ts";
import { shiftedWeek } from "../../../../src/digest/week.ts";
import type { Role } from "../../../../src/interaction/customer.ts";
import type { PageDesk } from "../../desk.ts";
import { layout } from "../layout.ts";
import type { Markup } from "../markup.ts";
import { digestAddress } from "./digest-frame.ts";
import { counted, daysOf, scoreWords, silentCount, TREND_WORDS, weekName } from "./digest-words.ts";

const MOST_LISTED = 60;

/** The documents of the posted digests, latest first. */
export async function loadDigests(desk: Pick<PageDesk, "deskId" | "store">, limit = MOST_LISTED): Promise<Digest[]> {
  const rows = await desk.store.list("digest", {
    where: { team: desk.deskId },
    orderBy: "week",
    descending: true,
    limit,
  });
  return rows.map(({ document }) => document);
}

function line(desk: PageDesk, digest: Digest, name: string | null): Markup {
  const { id, nps, imported, mayStillAnswer, trend } = digest;
  const trendWords = trend.verdict === "not-enough-data" ? "" : ` Trend: ${TREND_WORDS[trend.verdict]}.`;
  const nothing = `${counted(silentCount(digest), "customer")} ${mayStillAnswer > 0 ? "had said nothing by then" : "said nothing"}`;
  const elsewhere = imported > 0 ? ` ${counted(imported, "answer")} came from another tool.` : "";
  const silence = `${counted(nps.answers, "customer")} answered, ${nothing}.${elsewhere}`;
  return html`<li><a class="card week" href="${digestAddress(desk, id.week, name)}"><b>${weekName(id.week)}</b> <span class="hint">${daysOf(digest)}</span>
<span class="says">Score: ${scoreWords(nps)}.${trendWords}</span> <span>${silence}</span></a></li>`;
}

/** The list of weeks. */
export function digestListPage(
  desk: PageDesk,
  digests: readonly Digest[],
  name: string | null,
  guest: Role | null,
): Markup {
  const current = currentWeek(desk);
  const last = shiftedWeek(current, -1);
  const isMissing = !digests.some(({ id }) => id.week === last);
  const other = (week: string, words: string) => html`<a href="${digestAddress(desk, week, name)}">${words}</a>`;
  const nothing = html`<p class="card nothing">No digest has been posted yet. The first one comes ${desk.settings.digest.post}, at the clock of ${desk.settings.desk.zone}.</p>`;
  return layout(
    { desk, title: "Weekly digests", lang: "en", seat: "team", at: "/digest", follows: ["digest"], name, guest },
    html`<div class="narrow"><h1>Weekly digests</h1>
<p class="lead">What customers said each week, and how many said nothing.</p>
<p>${other(current, "This week so far")}${isMissing ? html` · ${other(last, "last week, not posted")}` : ""}</p>
${digests.length === 0 ? nothing : html`<ol class="digests">${digests.map((digest) => line(desk, digest, name))}</ol>`}</div>`,
  );
}
