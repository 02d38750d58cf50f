import { Hono } from "hono";
import { createSpeaker } from "../../../../src/digest/say-figures.ts";
import type { PageDesk } from "../../desk.ts";
import { wordsOf } from "../page-words.ts";
import { guestOf } from "../read-page.ts";
import { readerAt, seatedAt } from "../seated.ts";
import { loadFigures, loadLastDigest, loadToDo } from "./figures.ts";
import { lobbyPage } from "./lobby-page.ts";

/** The lobby, where whoever comes in begins. */
export function lobbyRoutes(desk: PageDesk): Hono {
  const app = new Hono();
  app.get("/", async (context) => {
    const [figures, toDo, digest] = await Promise.all([loadFigures(desk), loadToDo(desk), loadLastDigest(desk)]);
    const who = { by: readerAt(context), name: seatedAt(context, "lead")?.name ?? null };
    const guest = guestOf(context.get("visitor"));
    const frame = { ...wordsOf(desk), desk, speaker: createSpeaker(desk), ...who, guest };
    return context.html(lobbyPage({ ...frame, figures, toDo, digest }));
  });
  return app;
}
