import { Hono } from "hono";
import { currentWeek, findDigest } from "../../../src/digest/find-digest.ts";
import { findRecount } from "../../../src/digest/find-recount.ts";
import { parseWeek, shiftedWeek, WEEK_FORM } from "../../../src/digest/week.ts";
import type { PageDesk } from "../desk.ts";
import { recountAnswer } from "../recount-answer.ts";
import { ApiProblem } from "./problem.ts";
import { readCall } from "./read-call.ts";

function weekIn(desk: PageDesk, given: string | undefined): string {
  if (given === undefined) return shiftedWeek(currentWeek(desk), -1);
  const week = parseWeek(given);
  if (week !== null) return week;
  const message = WEEK_FORM;
  throw new ApiProblem(400, `The week is not ${WEEK_FORM}.`, [{ field: "week", message }]);
}

function toCome(desk: PageDesk, week: string): ApiProblem {
  return new ApiProblem(404, `The week ${week} has not begun yet. Ask for ${currentWeek(desk)} or an earlier one.`);
}

/** Reading the digest of a week: as it was posted, or counted at once where it was not. */
export function digestReadingRoutes(desk: PageDesk): Hono {
  const app = new Hono();
  app.get("/digest", async (context) => {
    const week = weekIn(desk, context.req.query("week"));
    const look = { what: "digest", about: { table: "digest", subject: week }, coversItself: true } as const;
    const found = await readCall(context, desk, look, (reading) => findDigest(reading, week));
    if (!found) throw toCome(desk, week);
    const [own, before] = [found.chain.at(-1), found.chain.at(-2)];
    if (own) context.header("Digest-Hash", own.hash);
    if (before) context.header("Digest-Corrects", before.hash);
    return context.json(found.document);
  });
  app.get("/digest/audit", async (context) => {
    const week = weekIn(desk, context.req.query("week"));
    const look = { what: "audit", about: { table: "digest", subject: week }, coversItself: true } as const;
    const found = await readCall(context, desk, look, (reading) => findRecount(reading, week));
    if (found) return recountAnswer(context, found);
    throw toCome(desk, week);
  });
  return app;
}
