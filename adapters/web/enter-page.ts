import { type Context, Hono } from "hono";
import { html } from "hono/html";
import { type Link, secretHash, stateOf } from "../../src/doors/link.ts";
import { isLive, type Session } from "../../src/doors/session.ts";
import type { Refusal } from "../../src/outcome.ts";
import type { SayWords } from "../../src/wording.ts";
import { keepSession, sessionIn } from "./cookies.ts";
import type { PageDesk } from "./desk.ts";
import type { OwnAddress } from "./own-address.ts";
import { pageShell } from "./page-shell.ts";
import { timeLocale, writtenTime } from "./pages/times.ts";
import { refusalPage } from "./refusal-page.ts";

const HOUR = 3_600_000;
const STATUS_OF: Readonly<Record<Refusal["code"], 403 | 404 | 409 | 410>> = {
  unknown: 404,
  late: 410,
  conflict: 409,
  unclear: 404,
  "not-yours": 403,
  "not-allowed": 403,
};
const WHY_NOT = {
  unknown: { status: 404, key: "door.unknown" },
  used: { status: 409, key: "door.used" },
  expired: { status: 410, key: "door.expired" },
} as const;

export interface EnterConfig {
  readonly address: OwnAddress;
  /** The desk that the link of that hash belongs to; the first one where it is nobody's. */
  readonly deskOf: (hash: string) => Promise<PageDesk>;
}

function sayer({ wording, settings }: PageDesk): { lang: string; say: SayWords } {
  const lang = wording.choose(settings.desk.locale);
  return { lang, say: (key, values = {}) => wording.say(lang, key, values) };
}

async function liveSession(context: Context, desk: PageDesk, address: OwnAddress): Promise<Session | null> {
  const secret = sessionIn(context, address, desk.deskId);
  const session = secret === undefined ? null : await desk.store.get("session", await secretHash(secret));
  return session && isLive(session, desk.clock.now(), desk.settings.doors.idleAfter) ? session : null;
}

function asks(context: Context, desk: PageDesk, link: Link): Response | Promise<Response> {
  const { lang, say } = sayer(desk);
  const { zone } = desk.settings.desk;
  const time = writtenTime(link.expiresAt, { locale: timeLocale(lang), zone, now: desk.clock.now() });
  const hours = Math.max(1, Math.round(desk.settings.doors.idleAfter / HOUR));
  const content = html`<p class="lead">${say("door.for", { name: link.whoName ?? link.whoAddress })}</p>
<form method="post"><button class="primary">${say("door.open")}</button></form>
<p class="hint">${say("door.hint", { time, hours })}</p>`;
  return context.html(pageShell({ lang, title: `${say("door.title")} · ${desk.settings.desk.name}` }, content));
}

function asksToLeave(context: Context, desk: PageDesk, { whoName, whoAddress }: Session) {
  const { lang, say } = sayer(desk);
  const content = html`<p class="notice">${say("door.otherPerson", { name: whoName ?? whoAddress })}</p>
<form method="post" action="${desk.path("/sign-out")}"><button class="primary">${say("door.signOut")}</button></form>`;
  return context.html(pageShell({ lang, title: desk.settings.desk.name }, content), 409);
}

/**
 * Where a one-time link leads. Opening it uses nothing up, whoever does, be it a program that looks where links lead: a person presses
 * its one button, and that is what lets them in.
 */
export function enterRoutes({ address, deskOf }: EnterConfig): Hono {
  const app = new Hono();
  app.get("/enter/:secret", async (context) => {
    const hash = await secretHash(context.req.param("secret"));
    const desk = await deskOf(hash);
    const { lang, say } = sayer(desk);
    const link = await desk.store.get("link", hash);
    const state = link ? stateOf(link, desk.clock.now()) : "unknown";
    if (state !== "open" || !link) {
      const { status, key } = WHY_NOT[state === "open" ? "unknown" : state];
      return refusalPage(context, { status, title: desk.settings.desk.name, text: say(key), lang });
    }
    const held = await liveSession(context, desk, address);
    return held && held.whoAddress !== link.whoAddress ? asksToLeave(context, desk, held) : asks(context, desk, link);
  });
  app.post("/enter/:secret", async (context) => {
    const secret = context.req.param("secret");
    const desk = await deskOf(await secretHash(secret));
    const held = sessionIn(context, address, desk.deskId);
    const at = desk.clock.now();
    const used = { kind: "link-used", id: null, at, secret, ...(held === undefined ? {} : { held }) } as const;
    const { refusal, disclosed } = await desk.bot.handle(used);
    if (disclosed?.kind === "session") {
      const seconds = Math.floor((disclosed.expiresAt - at) / 1000);
      keepSession(context, address, desk.deskId, disclosed.secret, seconds);
      return context.redirect(desk.path(disclosed.path), 303);
    }
    const { lang, say } = sayer(desk);
    const status = STATUS_OF[refusal?.code ?? "unknown"];
    return refusalPage(context, {
      status,
      title: desk.settings.desk.name,
      text: refusal?.text ?? say("door.unknown"),
      lang,
    });
  });
  return app;
}

/** The address with what is secret in it left out, as it may stand in the log. */
export function loggedPath(path: string): string {
  return path.replace(/^(\/(?:enter|join|survey)\/).+$/s, "$1…");
}
