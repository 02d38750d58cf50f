import { html } from "hono/html";
import type { Digest } from "../../../../src/digest/document.ts";
import { type Markup, NOTHING } from "../markup.ts";

type Line = readonly [label: string, value: number | string];

function section(id: string, title: string, lines: readonly Line[]): Markup {
  const line = ([label, value]: Line) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`;
  return html`<section class="card" aria-labelledby="${id}"><h2 id="${id}">${title}</h2><dl class="figures-list">${lines.map(line)}</dl></section>`;
}

function cases({ cases: { causes = [], ...cases } }: Digest, nameOf: (cause: string) => string): Markup {
  if (Object.values(cases).every((count) => count === 0) && causes.length === 0) return NOTHING;
  return section("cases", "Following up", [
    ["cases opened", cases.opened],
    ["contacted in time", cases.contactedInTime],
    ["not contacted in time", cases.overdue],
    ["resolved", cases.resolved],
    ["happier now", cases.recovered],
    ...causes.map((one): Line => [nameOf(one.cause), one.cases]),
  ]);
}

/** The share of promises that were kept, or that too few have answered to say. */
function keptShare({ answered, kept, rate }: Digest["wordOfMouth"]["promised"]): string {
  const counts = `${kept} of ${answered}`;
  return rate === null ? `${counts}, too few to tell` : `${counts} (${Math.round(rate * 100)}%)`;
}

function wordOfMouth({ wordOfMouth: { good, bad, none, ears, promised, sent } }: Digest): Markup {
  const told: Line[] = [
    [`something good, to at least ${ears.good}`, good],
    [`something bad, to at least ${ears.bad}`, bad],
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

function shadowing({ shadowing: { due, kept, guessError, lessons } }: Digest): Markup {
  if (due === 0) return NOTHING;
  const figures = section("shadowing", "Executives at the table", [
    ["sittings due", due],
    ["kept", kept],
    ["points off in their guesses", guessError ?? "–"],
  ]);
  return html`${figures}${lessons.length > 0 ? html`<ul class="card lessons">${lessons.map((lesson) => html`<li dir="auto">${lesson}</li>`)}</ul>` : ""}`;
}

/** What was done about the unhappy, what customers told others and what executives learnt; only what there is. */
export function followUpView(digest: Digest, nameOfCause: (cause: string) => string): Markup {
  return html`${cases(digest, nameOfCause)}${wordOfMouth(digest)}${shadowing(digest)}`;
}
