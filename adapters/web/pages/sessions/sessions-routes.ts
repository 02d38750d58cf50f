import { type Context, Hono } from "hono";
import { html } from "hono/html";
import { isLive, personOf, type Session } from "../../../../src/doors/session.ts";
import { may } from "../../../../src/rights.ts";
import { dropCookie } from "../../cookies.ts";
import type { PageDesk } from "../../desk.ts";
import type { OwnAddress } from "../../own-address.ts";
import { refusalPage } from "../../refusal-page.ts";
import { readForm } from "../form.ts";
import { type Looking, lookingAt } from "../looking.ts";
import { sessionsPage } from "./sessions-page.ts";
import { type WaysParts, waysOf, waysRoutes } from "./ways-routes.ts";

/** What is said about the last act: about the sessions, or about how one signs in. */
interface Notes {
  readonly note: string;
  readonly ways: string;
}

/** The sessions that last, the latest used first: one's own, for an admin everybody's. */
async function lastingSessions({ store, clock, settings }: PageDesk, { by }: Looking): Promise<Session[]> {
  const whose = may(by.role, "change-settings") ? {} : { where: { whoAddress: by.address } };
  const sessions = await store.list("session", { ...whose, orderBy: "lastSeenAt", descending: true });
  return sessions.filter((session) => isLive(session, clock.now(), settings.doors.idleAfter));
}

/** Where people are signed in, signing out, and ending what they do not know. */
export function sessionsRoutes(desk: PageDesk, address: OwnAddress, door: Omit<WaysParts, "shown">): Hono {
  const app = new Hono();
  const shown = async (context: Context, about: Partial<Notes>, status: 200 | 422 = 200) => {
    const looking = lookingAt(context);
    const ways = await waysOf(context, desk, about.ways ?? null);
    const frame = { desk, ...looking, ways, note: about.note ?? null };
    return context.html(sessionsPage(frame, await lastingSessions(desk, looking)), status);
  };
  app.route("/", waysRoutes(desk, { ...door, shown: (context, ways, status) => shown(context, { ways }, status) }));
  const signedOut = (context: Context) => {
    const lang = desk.wording.choose(desk.settings.desk.locale);
    const say = (key: "door.signedOut" | "signIn.title") => desk.wording.say(lang, key);
    const text = html`${say("door.signedOut")} <a href="${desk.path("/sign-in")}">${say("signIn.title")}</a>`;
    return refusalPage(context, { status: 200, title: desk.settings.desk.name, text, lang });
  };
  app.get("/sessions", (context) => shown(context, {}));
  app.post("/sessions/end", async (context) => {
    const looking = lookingAt(context);
    const form = await readForm(context, desk.ids);
    const sessionId = form.text("subject");
    const whose = sessionId === "" ? {} : { sessionId };
    const ended = { kind: "session-ended", id: null, at: desk.clock.now(), by: looking.by, ...whose } as const;
    const { refusal } = await desk.bot.handle(ended);
    const isOwn = sessionId === "" ? looking.session !== null : sessionId === looking.session?.id;
    if (isOwn && !refusal) dropCookie(context, address, { deskId: desk.deskId });
    if (isOwn && !refusal) return signedOut(context);
    if (!refusal) return context.redirect(desk.path("/sessions"), 303);
    return shown(context, { note: refusal.text }, 422);
  });
  app.post("/sign-out", async (context) => {
    const visitor = context.get("visitor");
    if (visitor.kind === "session") {
      const { session } = visitor;
      const ended = { kind: "session-ended", id: null, at: desk.clock.now(), sessionId: session.id } as const;
      await desk.bot.handle({ ...ended, by: personOf(session) });
    }
    dropCookie(context, address, visitor.kind === "key" ? "key" : { deskId: desk.deskId });
    return signedOut(context);
  });
  return app;
}
