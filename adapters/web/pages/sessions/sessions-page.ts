import { html } from "hono/html";
import type { Session } from "../../../../src/doors/session.ts";
import type { Person } from "../../../../src/interaction/customer.ts";
import { may } from "../../../../src/rights.ts";
import type { SayWords } from "../../../../src/wording.ts";
import type { PageDesk } from "../../desk.ts";
import { formNote, hiddenFields } from "../form.ts";
import { layout } from "../layout.ts";
import type { Markup } from "../markup.ts";
import { timeLocale, writtenTime } from "../times.ts";
import { type Ways, waysCard } from "./ways-card.ts";

/** Who looks at the sessions, and what could not be done. */
export interface SessionsFrame {
  readonly desk: PageDesk;
  readonly by: Person;
  /** The session in which they look; null for the key of the desk. */
  readonly session: Session | null;
  readonly note: string | null;
  /** How they sign in; null where there is nothing to choose. */
  readonly ways: Ways | null;
}

interface SessionWords {
  readonly say: SayWords;
  readonly written: (at: number) => string;
}

function one({ desk, session: own }: SessionsFrame, { say, written }: SessionWords, session: Session): Markup {
  const isThis = session.id === own?.id;
  return html`<li class="card session" id="session-${session.id}"><p><b><bdi>${session.whoName ?? session.whoAddress}</bdi></b>${
    isThis ? html` <span class="tag">${say("sessions.this")}</span>` : ""
  }</p>
<p class="hint">${say("sessions.since", { time: written(session.madeAt) })} · ${say("sessions.seen", { time: written(session.lastSeenAt) })}</p>
<form method="post" data-leads action="${desk.path("/sessions/end")}">${hiddenFields(desk.ids, { subject: session.id })}<button class="quiet">${say(
    isThis ? "door.signOut" : "sessions.end",
  )}</button></form></li>`;
}

/** Where people are signed in, each with a way out. */
export function sessionsPage(frame: SessionsFrame, sessions: readonly Session[]): Markup {
  const { desk, by, session, note, ways } = frame;
  const lang = desk.wording.choose(desk.settings.desk.locale);
  const style = { locale: timeLocale(lang), zone: desk.settings.desk.zone, now: desk.clock.now() };
  const say: SayWords = (key, values = {}) => desk.wording.say(lang, key, values);
  const said = { say, written: (at: number) => writtenTime(at, style) };
  const title = say(may(by.role, "change-settings") ? "sessions.all" : "sessions.title");
  const everywhere = html`<form method="post" data-leads action="${desk.path("/sessions/end")}">${hiddenFields(desk.ids)}<button class="quiet">${say("sessions.endAll")}</button></form>`;
  return layout(
    {
      desk,
      title,
      lang,
      seat: null,
      at: "/sessions",
      follows: null,
      styles: ["executive.css", "door.css"],
      scripts: ["passkey.js"],
      guest: session?.role ?? null,
    },
    html`<div class="narrow"><h1>${title}</h1>
<p class="lead">${say("sessions.lead")}</p>${formNote(note)}
${sessions.length === 0 ? html`<p class="card nothing">${say("sessions.none")}</p>` : html`<ul class="sessions">${sessions.map((each) => one(frame, said, each))}</ul>`}
${session === null ? html`<p class="notice">${say("people.byKey")}</p>` : everywhere}
${ways === null ? "" : waysCard(desk, ways)}</div>`,
  );
}
