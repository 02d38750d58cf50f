import { html } from "hono/html";
import type { Digest, LessonFigure } from "../../../../src/digest/document.ts";
import type { Recovery } from "../../../../src/digest/recovered.ts";
import { type Markup, NOTHING } from "../markup.ts";

type Line = readonly [label: string, value: number | string];

function list(look: "figures-list" | "lines", lines: readonly Line[]): Markup {
  const line = ([label, value]: Line) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`;
  return html`<dl class="${look}">${lines.map(line)}</dl>`;
}

function card(id: string, title: string, inner: Markup): Markup {
  return html`<section class="card" aria-labelledby="${id}"><h2 id="${id}">${title}</h2>${inner}</section>`;
}

function section(id: string, title: string, lines: readonly Line[]): Markup {
  return card(id, title, list("figures-list", lines));
}

function cases({ cases: { causes = [], ...cases } }: Digest, nameOf: (cause: string) => string): Markup {
  if (Object.values(cases).every((count) => count === 0) && causes.length === 0) return NOTHING;
  return section("cases", "Following up", [
    ["cases opened", cases.opened],
    ["contacted in time", cases.contactedInTime],
    ["not contacted in time", cases.overdue],
    ["resolved", cases.resolved],
    ["happier now", cases.recovered],
    ...causes.map((one): Line => [`closed, root cause: ${nameOf(one.cause)}`, one.cases]),
  ]);
}

const PERCENT = new Intl.NumberFormat("en", { style: "percent", maximumFractionDigits: 0 });

function shareText({ share, interval95, answeredAgain, recovered, cases }: Recovery["contacted"]): string {
  if (answeredAgain === 0) return `none of ${cases} has answered again`;
  const counts = `${recovered} of ${answeredAgain} who answered again, of ${cases}`;
  if (share === null || interval95 === null) return counts;
  const [low, high] = interval95;
  return `${PERCENT.format(share)} (${PERCENT.format(low)} to ${PERCENT.format(high)}): ${counts}`;
}

/** The two figures side by side, and what to beware of. */
function recovered({ recovery }: Digest): Markup {
  if (recovery === undefined || recovery.contacted.cases + recovery.uncontacted.cases === 0) return NOTHING;
  const isShown = recovery.contacted.share !== null;
  const figures = list("lines", [
    ["of unhappy customers somebody contacted", shareText(recovery.contacted)],
    ["of those nobody contacted", shareText(recovery.uncontacted)],
  ]);
  const few = isShown ? "" : "Too few to tell yet. ";
  const beware = html`<p class="hint">${few}After a very low answer the next one tends to be higher whatever was done, so compare the two figures; neither says much by itself.</p>`;
  return card("recovered", `Recovered, over ${recovery.weeks} weeks`, html`${figures}${beware}`);
}

/** The cords of the week: what stands, and what was answered. */
function cords({ cords = [] }: Digest): Markup {
  if (cords.length === 0) return NOTHING;
  const standing = cords.filter(({ answeredAt }) => answeredAt === null).length;
  return section("cords", "The cord", [
    ["pulled by several unhappy customers", cords.filter(({ by }) => by === "rule").length],
    ["pulled by the team", cords.filter(({ by }) => by === "person").length],
    ["answered", cords.length - standing],
    ["still pulled", standing],
  ]);
}

/** The share of promises that were kept, or that too few have answered to say. */
function keptShare({ answered, kept, rate }: Digest["wordOfMouth"]["promised"]): string {
  const counts = `${kept} of ${answered}`;
  return rate === null ? `${counts}, too few to tell` : `${counts} (${Math.round(rate * 100)}%)`;
}

function atLeast(ears: number): string {
  return ears === 0 ? "" : `, to at least ${ears}`;
}

function wordOfMouth({ wordOfMouth: { good, bad, none, ears, promised, sent } }: Digest): Markup {
  const told: Line[] = [
    [`something good${atLeast(ears.good)}`, good],
    [`something bad${atLeast(ears.bad)}`, bad],
    ["nothing yet", none],
  ];
  const later: Line[] = [
    ["asked later about their promise", promised.asked],
    ["had kept it", keptShare(promised)],
    ["had warned somebody", promised.warned],
  ];
  const lines = [
    ...(good + bad + none === 0 ? [] : told),
    ...(promised.asked + promised.answered === 0 ? [] : later),
    ...(sent.yes + sent.no === 0 ? [] : [["were sent by somebody", `${sent.yes} of ${sent.yes + sent.no}`] as const]),
  ];
  return lines.length === 0 ? NOTHING : section("word-of-mouth", "What they told others", lines);
}

function lessonItem({ surprised, toFix, by, owner, dueOn, state }: LessonFigure): Markup {
  const told = [
    ...(by === null ? [] : [`learned by ${by}`]),
    ...(owner === null ? [] : [`looked after by ${owner}`]),
    ...(dueOn === null ? [] : [`by ${dueOn}`]),
    state,
  ];
  const both = toFix === "" || surprised === "" ? "" : html`<br><span class="hint" dir="auto">${surprised}</span>`;
  return html`<li><span dir="auto">${toFix === "" ? surprised : toFix}</span>${both}<br><span class="hint">${told.join(", ")}</span></li>`;
}

function lessonsCard({ lessons, openLessons, doneLessons = 0 }: Digest["shadowing"]): Markup {
  if (lessons.length === 0) return NOTHING;
  const counts = openLessons === undefined ? "" : html`<p>${openLessons} open, ${doneLessons} done this week.</p>`;
  const fewer = (openLessons ?? 0) + doneLessons > lessons.length ? ` The newest ${lessons.length}:` : "";
  return card(
    "lessons",
    "What leaders learned",
    html`${counts}${fewer === "" ? "" : html`<p class="hint">${fewer}</p>`}<ul class="lessons">${lessons.map(lessonItem)}</ul>`,
  );
}

function keptText({ due, kept, missed }: { readonly due: number; readonly kept: number; readonly missed: number }) {
  return `kept ${kept} of ${due}${missed > 0 ? `, missed ${missed}` : ""}`;
}

function shadowing({ shadowing: figures }: Digest): Markup {
  const { due, kept, missed = 0, guessError, guesses = 0, people = [], lessons } = figures;
  if (due + guesses + lessons.length === 0) return NOTHING;
  const sittings: Line[] = people.map((one) => [one.name ?? "somebody", keptText(one)]);
  const all: Line[] = due === 0 || people.length === 1 ? [] : [["together", keptText({ due, kept, missed })]];
  const points = guessError === 1 ? "1 point" : `${guessError} points`;
  const off: Line[] = guessError === null ? [] : [["how far off they guessed", `${points} on average, n = ${guesses}`]];
  const lines = [...sittings, ...all, ...off];
  const counted =
    lines.length === 0 ? NOTHING : card("shadowing", "Leaders at the customers’ table", list("lines", lines));
  return html`${counted}${lessonsCard(figures)}`;
}

/** What was done about the unhappy, what customers told others and what executives learned; only what there is. */
export function followUpView(digest: Digest, nameOfCause: (cause: string) => string): Markup {
  return html`${cases(digest, nameOfCause)}${recovered(digest)}${cords(digest)}${wordOfMouth(digest)}${shadowing(digest)}`;
}
