import { type Context, Hono } from "hono";
import type { Person } from "../../../../src/interaction/customer.ts";
import { type AnswerFault, type AskedChat, byRole, editsOf, type PlatformAnswers } from "../../../set-up-answers.ts";
import type { PageDesk } from "../../desk.ts";
import type { FormFields } from "../../read-fields.ts";
import { refusalPage } from "../../refusal-page.ts";
import { readForm } from "../form.ts";
import { wordsOf } from "../page-words.ts";
import { fieldName, type WelcomeFrame, welcomePage } from "./welcome-page.ts";

/** Whoever is signed in; with the desk's key, which is for whoever runs the desk, an admin under the name they gave. */
function settlerAt(context: Context): Person {
  const visitor = context.get("visitor");
  return visitor.kind === "session"
    ? visitor.person
    : { address: "web:desk-key", role: "admin", name: visitor.name ?? null };
}

function listIn(text: FormFields, name: string): string[] {
  return text(name)
    .split(",")
    .map((one) => one.trim())
    .filter((one) => one !== "");
}

/** What a form says about a chat. */
function answersIn(text: FormFields, { platform: { name } }: AskedChat): PlatformAnswers {
  return {
    teamChannel: text(fieldName(name, "team")).trim() || null,
    supportChannels: listIn(text, fieldName(name, "support")),
    ticketCategories: listIn(text, fieldName(name, "tickets")),
    roles: byRole((role) => listIn(text, fieldName(name, role))),
  };
}

/** The names of what stands in the settings about a chat. */
function standing(desk: PageDesk, { platform, offered }: AskedChat): PlatformAnswers {
  const shown = new Map((desk.keeper?.list(desk.deskId) ?? []).map(({ path, value }) => [path, value]));
  const named = (value: string) =>
    [
      ...(offered?.channels ?? []),
      ...(offered?.categories ?? []),
      ...(offered?.groups ?? []),
      ...(offered?.people ?? []),
    ].find((one) => one.value === value)?.name ?? value;
  const list = (path: string): string[] => {
    const value = shown.get(path);
    return Array.isArray(value) ? value.map(String) : [];
  };
  const own = (role: string) => list(`roles.${role}`).filter((address) => address.startsWith(`${platform.name}:`));
  const team = shown.get(`${platform.name}.teamChannel`);
  return {
    teamChannel: typeof team === "string" ? named(team) : null,
    supportChannels: list(`${platform.name}.supportChannels`).map(named),
    ticketCategories: list(`${platform.name}.ticketCategories`).map(named),
    roles: byRole((role) => own(role).map(named)),
  };
}

/** The first questions about a desk, for whoever holds its key or is its admin. */
export function welcomeRoutes(desk: PageDesk): Hono {
  const app = new Hono();
  const { keeper, firstRun, settings } = desk;

  const readOnly = (context: Context) => {
    const { say } = wordsOf(desk);
    return refusalPage(context, { status: 404, title: say("setUp.title"), text: say("setUp.fixed") });
  };

  const said = ({ written, near }: AnswerFault): string =>
    wordsOf(desk).say("setUp.welcome.unknown", { name: written, instead: near.join(", ") || "–" });

  app.get("/welcome", async (context) => {
    if (!keeper || !firstRun) return readOnly(context);
    const chats = (await firstRun.chats()).map((chat) => ({ ...chat, answers: standing(desk, chat) }));
    const zone = firstRun.isNew() ? Intl.DateTimeFormat().resolvedOptions().timeZone : settings.desk.zone;
    const answers = { ...settings.desk, zone };
    return context.html(welcomePage({ desk, answers, chats, unset: firstRun.unset, faults: new Map() }));
  });

  app.post("/welcome", async (context) => {
    const { text } = await readForm(context, desk.ids);
    if (!keeper || !firstRun) return readOnly(context);
    const { say } = wordsOf(desk);
    const answers = {
      ...{ brand: text("brand").trim(), name: text("deskName").trim() },
      ...{ zone: text("zone").trim(), locale: text("locale") },
    };
    const asked = await firstRun.chats();
    const chats = asked.map((chat) => ({ ...chat, answers: answersIn(text, chat) }));
    const again = (faults: WelcomeFrame["faults"]) =>
      context.html(welcomePage({ desk, answers, chats, unset: firstRun.unset, faults }), 422);
    const empty = (["brand", "name"] as const).filter((key) => answers[key] === "");
    if (empty.length > 0) return again(new Map(empty.map((key) => [`desk.${key}`, say("setUp.welcome.needed")])));
    const told = editsOf(
      answers,
      chats.filter(({ offered }) => offered !== null),
      settings.roles,
    );
    if ("faults" in told) return again(new Map(told.faults.map((fault) => [fault.path, said(fault)])));
    const change = await keeper.change(desk.deskId, told.edits, { by: settlerAt(context), via: "page" });
    if (change.kind === "changed") return context.redirect(desk.path("/"), 303);
    if (change.kind === "refused") return again(new Map([["", change.text]]));
    const faulty = change.faults.map(
      ({ path, found, allowed }) => [path, say("setUp.fault", { found, allowed })] as const,
    );
    return again(new Map([...faulty, ["", faulty[0]?.[1] ?? ""]]));
  });
  return app;
}
