import { html } from "hono/html";
import type { WordingKey } from "../../../../src/wording.ts";
import { type Markup, NOTHING } from "../markup.ts";
import { timeOf, writtenTime } from "../times.ts";
import type { ToldPerson } from "./load-person.ts";
import type { PersonFrame } from "./person-frame.ts";

function card(id: string, title: string, lines: readonly (Markup | string)[]): Markup {
  if (lines.length === 0) return NOTHING;
  return html`<section class="card" aria-labelledby="${id}"><h2 id="${id}">${title}</h2>
<ul class="lines">${lines.map((line) => html`<li>${line}</li>`)}</ul></section>`;
}

/** Who they are, where they are reached and since when. */
export function aboutView({ say, times, lang, person }: PersonFrame): Markup {
  const { name: _, email, locale, zone, createdAt, isKey, teamMember } = person.customer;
  const spokenIn = locale === null ? null : (new Intl.DisplayNames(lang, { type: "language" }).of(locale) ?? locale);
  const fact = (label: string, value: Markup | string | null) =>
    value === null ? NOTHING : html`<div><dt>${label}</dt><dd><bdi>${value}</bdi></dd></div>`;
  const addresses = html`${person.addresses.map((address) => html`<code>${address}</code> `)}`;
  return html`<section class="card" aria-labelledby="about"><h2 id="about">${say("person.about")}</h2>
<dl class="facts">${fact(say("card.since"), timeOf(createdAt, times))}${fact(say("person.email"), email)}${fact(say("person.language"), spokenIn)}${fact(say("person.zone"), zone)}${person.addresses.length === 0 ? "" : fact(say("person.addresses"), addresses)}</dl>
${isKey ? html`<p>${say("person.key")}</p>` : ""}${teamMember ? html`<p>${say("person.team")}</p>` : ""}</section>`;
}

/** What they decided about being asked, read and written to, and what they put right. */
export function wishesView({ say, times, person }: PersonFrame): Markup {
  const { optedOutAt, readOptOutAt, directConsentAt, correctedAt } = person.customer;
  const since = (key: WordingKey, at: number) => say(key, { at: writtenTime(at, times) });
  return card("wishes", say("person.wishes"), [
    optedOutAt === null ? say("person.mayAsk") : since("person.mayNotAsk", optedOutAt),
    readOptOutAt === null ? say("person.mayRead") : since("person.mayNotRead", readOptOutAt),
    ...(directConsentAt === null ? [] : [since("person.directly", directConsentAt)]),
    ...(correctedAt === null ? [] : [since("person.corrected", correctedAt)]),
  ]);
}

/** What they said they would do, and whether they were asked about it. */
export function promisesView({ say, times, person }: PersonFrame): Markup {
  const at = (key: WordingKey, moment: number) => say(key, { at: writtenTime(moment, times) });
  return card(
    "promises",
    say("person.promises"),
    person.promises.map(({ madeAt, dueAt, askedAt }) => {
      const asked = askedAt === null ? [] : [at("person.promiseAsked", askedAt)];
      const due = askedAt === null && dueAt !== null ? [at("person.promiseDue", dueAt)] : [];
      return [at("person.promised", madeAt), ...asked, ...due].join("; ");
    }),
  );
}

/** Whom they told, and how they came. */
export function tellingsView({ say, times, person }: PersonFrame): Markup {
  const line = ({ kind, people, at }: PersonFrame["person"]["tellings"][number]) =>
    html`${say(`person.telling.${kind}`)}${people === null ? "" : html` (${people})`}, ${timeOf(at, times)}`;
  return card("tellings", say("person.tellings"), person.tellings.map(line));
}

function toldWords({ say }: PersonFrame, { told: { state, reason } }: ToldPerson): string {
  if (state === "left-out" && reason !== null) return say(`telling.leftOut.${reason}`);
  return say(state === "said" ? "person.toldSaid" : "person.toldWaiting");
}

/** What they were told became of what they had raised. */
export function toldView(frame: PersonFrame): Markup {
  const { say, person } = frame;
  const line = (one: ToldPerson) =>
    html`${one.sentence === null ? "" : html`<q dir="auto">${one.sentence}</q> `}<span class="hint">${toldWords(frame, one)}</span>`;
  return card("told", say("person.told"), person.told.map(line));
}
