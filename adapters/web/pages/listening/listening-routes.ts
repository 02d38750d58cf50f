import { type Context, Hono } from "hono";
import type { PageDesk } from "../../desk.ts";
import { followedOne } from "../../followed.ts";
import type { Live } from "../../live.ts";
import { refusalPage } from "../../refusal-page.ts";
import { welcome } from "../executive/executive-routes.ts";
import { frameFor, seatPath } from "../executive/seat-frame.ts";
import { readForm, textLimit } from "../form.ts";
import { spoken } from "../page-words.ts";
import { type Seated, seatedAt } from "../seated.ts";
import { listeningPage } from "./listening-page.ts";

function nobodyHere(context: Context, desk: PageDesk) {
  const { lang, say } = spoken(desk);
  return refusalPage(context, { status: 404, title: say("heard.title"), text: say("heard.over"), lang });
}

/** What the listener may read now; nothing where the conversation is over for them. */
async function readNow(desk: PageDesk, { by }: Seated, interactionId: string) {
  const wanted = { kind: "transcript", interactionId } as const;
  const asked = {
    kind: "words-wanted",
    id: null,
    at: desk.clock.now(),
    via: "page",
    purpose: "learn",
    wanted,
  } as const;
  const { disclosed } = await desk.bot.handle({ ...asked, by });
  return disclosed?.kind === "transcript" ? disclosed.transcript : null;
}

/** Listening to one conversation while it goes on. */
export function listeningRoutes(desk: PageDesk, live: Live): Hono {
  const app = new Hono();
  app.use("/live/*", textLimit());
  const ownListener = async (id: string, { by }: Seated) => {
    const listener = await desk.store.get("listener", id);
    return listener?.whoAddress === by.address ? listener : null;
  };
  app.get("/live/:id", async (context) => {
    const id = context.req.param("id");
    const seated = seatedAt(context, "executive");
    if (seated === null) return welcome(context, desk, `/live/${encodeURIComponent(id)}`);
    const listener = await ownListener(id, seated);
    if (listener === null) return nobodyHere(context, desk);
    const transcript = listener.state === "listening" ? await readNow(desk, seated, listener.interactionId) : null;
    return context.html(listeningPage(frameFor(desk, seated), listener, transcript));
  });
  app.get("/live/:id/news", async (context) => {
    const listener = await desk.store.get("listener", context.req.param("id"));
    const visitor = context.get("visitor");
    const isTheirs = visitor.kind === "key" || listener?.whoAddress === visitor.person.address;
    if (!listener || !isTheirs) return nobodyHere(context, desk);
    return live.stream(context, followedOne(desk, visitor, listener.interactionId));
  });
  for (const where of ["note", "leave"] as const)
    app.post(`/live/:id/${where}`, async (context) => {
      const form = await readForm(context, desk.ids);
      const seated = seatedAt(context, "executive", form.text("name"));
      if (seated === null) return context.redirect(desk.path("/executive"), 303);
      const listenerId = context.req.param("id");
      const stamp = { id: form.eventId, at: desk.clock.now(), by: seated.by, listenerId };
      const note = form.text("note");
      const { refusal } = await desk.bot.handle(
        where === "note" ? { kind: "live-noted", ...stamp, note } : { kind: "live-left", ...stamp },
      );
      if (refusal) return nobodyHere(context, desk);
      return context.redirect(seatPath({ desk, seated }, `/live/${listenerId}`), 303);
    });
  return app;
}
