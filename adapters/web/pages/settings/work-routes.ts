import { Readable } from "node:stream";
import { type Context, Hono } from "hono";
import { Temporal } from "temporal-polyfill";
import { lastFinishedWeek } from "../../../../src/digest/week.ts";
import { type DeskWorks, type ExportWish, GIVEN_OUT, type GivenFile } from "../../../desk-works.ts";
import type { PageDesk } from "../../desk.ts";
import { parseForm } from "../../read-fields.ts";
import { sizeLimit } from "../../size-limit.ts";
import { readForm } from "../form.ts";
import { nameFrom } from "../people.ts";
import { doctorPage } from "./doctor-page.ts";
import { readOnly, settingsFrame } from "./settings-routes.ts";
import { isUnderWay, LARGEST_FILE, sizeText, type WorkPart, workPage } from "./work-page.ts";

/** A form around a file may be so much larger than the file, bytes. */
const AROUND = 64 * 1024;
/** What a page waits for before it shows how far a file is, milliseconds. */
const PATIENCE = 1_500;
const REFRESH_S = "2";

/** What was written in a field of a form with a file; nothing where it is empty. */
function textsIn(field: unknown): string[] {
  return typeof field === "string" && field.trim() !== "" ? [field] : [];
}

/** The first moment of a day on the desk's clock; null for none, undefined for what is no day. */
function startOf(day: string, zone: string, days: number): number | null | undefined {
  if (day === "") return null;
  try {
    const date = Temporal.PlainDate.from(day).add({ days });
    return date.toZonedDateTime({ timeZone: zone }).epochMilliseconds;
  } catch {
    return undefined;
  }
}

function attachment(context: Context, { name, pieces }: GivenFile): Response {
  const type = name.endsWith(".csv") ? "text/csv; charset=utf-8" : "application/octet-stream";
  context.header("Content-Type", type);
  context.header("Content-Disposition", `attachment; filename="${name.replace(/[^\w.-]/g, "_")}"`);
  context.header("Cache-Control", "no-store");
  return context.body(Readable.toWeb(Readable.from(pieces)) as ReadableStream);
}

async function settled(works: DeskWorks, desk: string): Promise<void> {
  const until = performance.now() + PATIENCE;
  while (isUnderWay(works.job(desk)) && performance.now() < until)
    await new Promise((resolve) => setTimeout(resolve, 20));
}

/** The pages on which digests are posted, rows exported and imported, backups made, and everything is looked at. */
export function workRoutes(desk: PageDesk): Hono {
  const app = new Hono();
  const { works, deskId } = desk;
  if (!works) {
    app.all("/settings/work", (context) => readOnly(context, desk));
    app.all("/settings/doctor", (context) => readOnly(context, desk));
    return app;
  }

  const shown = (context: Context, fault: { part: WorkPart; text: string } | null, done: string | null = null) => {
    const frame = settingsFrame(context, desk, "/settings/work");
    const week = lastFinishedWeek(desk.clock.now(), desk.settings.desk.zone);
    if (isUnderWay(works.job(deskId))) context.header("Refresh", REFRESH_S);
    return context.html(workPage({ ...frame, works, week, fault, done }), fault === null ? 200 : 422);
  };

  app.get("/settings/work", (context) => {
    const { say } = settingsFrame(context, desk, "/settings/work").words;
    const [week, made] = [context.req.query("posted"), context.req.query("made")];
    const isMade = works.backups()?.some(({ name }) => name === made) ?? false;
    const done = /^\d{4}-W\d{2}$/.test(week ?? "") ? say("work.posted", { week: week ?? "" }) : null;
    return shown(context, null, isMade ? say("work.made", { name: made ?? "" }) : done);
  });

  app.post("/settings/work/digest", async (context) => {
    const { text } = await readForm(context, desk.ids);
    const week = text("week");
    const { refusal } = await desk.bot.handle({ kind: "digest-wanted", id: null, at: desk.clock.now(), week });
    if (refusal) return shown(context, { part: "digest", text: refusal.text });
    return context.redirect(`${desk.path("/settings/work")}?posted=${week}`, 303);
  });

  app.post("/settings/work/export", async (context) => {
    const { text } = await readForm(context, desk.ids);
    const { by, words } = settingsFrame(context, desk, "/settings/work");
    const { zone } = desk.settings.desk;
    const [from, to] = [startOf(text("from"), zone, 0), startOf(text("to"), zone, 1)];
    const what = GIVEN_OUT.find((one) => one === text("what")) ?? "responses";
    const isRaw = text("raw") === "true";
    const named = { ...by, name: by.name ?? nameFrom(text("admin")) };
    const refuse = (sentence: string) => shown(context, { part: "export", text: sentence });
    if (from === undefined || to === undefined || (from !== null && to !== null && from >= to))
      return refuse(words.say("work.badDay"));
    if (isRaw && !named.name) return refuse(words.say("work.needName"));
    const format: ExportWish["format"] = text("format") === "jsonl" ? "jsonl" : "csv";
    const given = await works.give(deskId, { what, format, from, to, isRaw, by: named });
    return "refusal" in given ? refuse(given.refusal) : attachment(context, given);
  });

  const tooLarge = (context: Context) => {
    const { lang, say } = settingsFrame(context, desk, "/settings/work").words;
    return shown(context, { part: "import", text: say("work.tooLarge", { size: sizeText(LARGEST_FILE, lang) }) });
  };

  app.post("/settings/work/import", sizeLimit(tooLarge, LARGEST_FILE + AROUND), async (context) => {
    const form = await parseForm(context);
    const { say } = settingsFrame(context, desk, "/settings/work").words;
    const { file, dates, map, products } = form;
    if (!(file instanceof File) || file.size === 0) return shown(context, { part: "import", text: say("work.noFile") });
    if (file.size > LARGEST_FILE) return tooLarge(context);
    works.look(deskId, {
      name: nameFrom(file.name) ?? "csv",
      bytes: new Uint8Array(await file.arrayBuffer()),
      dates: dates === "day-first" || dates === "month-first" ? dates : null,
      map: textsIn(map),
      products: textsIn(products),
    });
    await settled(works, deskId);
    return context.redirect(`${desk.path("/settings/work")}#import`, 303);
  });

  app.post("/settings/work/bring-in", async (context) => {
    works.bringIn(deskId);
    await settled(works, deskId);
    return context.redirect(`${desk.path("/settings/work")}#import`, 303);
  });

  app.post("/settings/work/make-backup", async (context) => {
    const made = await works.makeBackup();
    const told = made === null ? "" : `?made=${encodeURIComponent(made.name)}`;
    return context.redirect(`${desk.path("/settings/work")}${told}#backups`, 303);
  });

  app.post("/settings/work/backup", async (context) => {
    const { text } = await readForm(context, desk.ids);
    const { by, isGuest, words } = settingsFrame(context, desk, "/settings/work");
    // A backup holds every desk, and whoever is signed in is of one.
    if (isGuest && desk.places.length > 1)
      return shown(context, { part: "backups", text: words.say("work.backupOfAll") });
    const given = await works.giveBackup(deskId, text("subject"), by);
    if (given === null) return context.notFound();
    return "refusal" in given ? shown(context, { part: "backups", text: given.refusal }) : attachment(context, given);
  });

  app.get("/settings/doctor", async (context) => {
    const frame = settingsFrame(context, desk, "/settings/doctor");
    return context.html(doctorPage(frame, null));
  });
  app.post("/settings/doctor", async (context) => {
    const frame = settingsFrame(context, desk, "/settings/doctor");
    return context.html(doctorPage(frame, await works.doctor()));
  });
  return app;
}
