import { type Context, Hono } from "hono";
import { isKeyScope } from "../../../../src/keys/api-key.ts";
import type { PageDesk } from "../../desk.ts";
import { readForm } from "../form.ts";
import { nameFrom } from "../people.ts";
import { type KeysFrame, keysPage } from "./keys-page.ts";
import { settingsFrame } from "./settings-routes.ts";

const AT = "/settings/keys";
/** So many keys are listed, the latest made first. */
const MOST_LISTED = 200;

async function shown(
  context: Context,
  desk: PageDesk,
  { made = null, note = null }: Partial<Pick<KeysFrame, "made" | "note">> = {},
): Promise<Response> {
  const keys = await desk.store.list("key", { orderBy: "madeAt", descending: true, limit: MOST_LISTED });
  const page = keysPage({ ...settingsFrame(context, desk, AT), keys, made, note });
  return context.html(page, note === null ? 200 : 422);
}

/** The page of the help-desk API's keys, and what an admin does there. */
export function keysRoutes(desk: PageDesk): Hono {
  const app = new Hono();
  app.get(AT, (context) => shown(context, desk));
  app.post(`${AT}/make`, async (context) => {
    const { text, eventId } = await readForm(context, desk.ids);
    const { by } = settingsFrame(context, desk, AT);
    const given = text("scope");
    const scope = isKeyScope(given) ? given : "read";
    const name = nameFrom(text("name")) ?? "";
    const wanted = { kind: "key-wanted", id: eventId, at: desk.clock.now(), by, name, scope, via: "page" } as const;
    const { disclosed, refusal } = await desk.bot.handle(wanted);
    if (refusal) return shown(context, desk, { note: refusal.text });
    if (disclosed?.kind !== "key") return context.redirect(desk.path(AT), 303);
    return shown(context, desk, { made: { name, secret: disclosed.secret } });
  });
  app.post(`${AT}/revoke`, async (context) => {
    const { text } = await readForm(context, desk.ids);
    const { by } = settingsFrame(context, desk, AT);
    const revoked = { kind: "key-revoked", id: null, at: desk.clock.now(), by, keyId: text("subject") } as const;
    const { refusal } = await desk.bot.handle({ ...revoked, via: "page" });
    return refusal ? shown(context, desk, { note: refusal.text }) : context.redirect(desk.path(AT), 303);
  });
  return app;
}
