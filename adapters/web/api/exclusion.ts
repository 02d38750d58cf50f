import { type Context, Hono } from "hono";
import type { Person } from "../../../src/interaction/customer.ts";
import type { PageDesk } from "../desk.ts";
import { namedColleague } from "./address.ts";
import { STATUSES } from "./cases.ts";
import { ApiProblem } from "./problem.ts";
import { readBody } from "./read-body.ts";
import { receiptOf, usedForAnother } from "./receipt.ts";
import { exclusionSchema } from "./schemas.ts";
import { viewOf } from "./view.ts";

/** Whoever the caller names: the key is the desk's own, and its holder answers for it that they lead there. */
function leadOf(
  named: { readonly address: string; readonly name?: string | undefined } | { readonly name: string },
): Person {
  if (!("address" in named)) return { ...namedColleague(named.name), role: "lead" };
  return { address: named.address, role: "lead", name: named.name ?? null };
}

async function settle(
  desk: PageDesk,
  context: Context,
  { by, reason }: { readonly by: Person; readonly reason: string | null },
): Promise<Response> {
  const responseId = context.req.param("id") ?? "";
  const response = await desk.store.get("response", responseId);
  const interaction = response && (await desk.store.get("interaction", response.interactionId));
  if (!interaction)
    throw new ApiProblem(404, `There is no answer ${responseId}. Its id stands in the interaction, under response.id.`);
  const { refusal } = await desk.bot.handle({
    ...{ kind: "answer-excluded", id: null, at: desk.clock.now(), ...receiptOf(context) },
    ...{ responseId, by, reason, via: "api" },
  });
  if (refusal?.code === "conflict") throw usedForAnother();
  if (refusal) throw new ApiProblem(STATUSES[refusal.code], `${refusal.text} Nothing was changed.`);
  return context.json(await viewOf(context, desk, interaction));
}

async function exclude(desk: PageDesk, context: Context): Promise<Response> {
  const { reason, by } = await readBody(context, exclusionSchema);
  return settle(desk, context, { reason, by: leadOf(by) });
}

async function include(desk: PageDesk, context: Context): Promise<Response> {
  const by = context.req.query("by")?.trim() ?? "";
  const message = "who decides it, by name or address";
  if (by === "") throw new ApiProblem(400, `by: ${message}. Nothing was changed.`, [{ field: "by", message }]);
  return settle(desk, context, { reason: null, by: leadOf({ name: by }) });
}

/** Leaving an answer out of the score, and counting it again. */
export function exclusionRoutes(desk: PageDesk): Hono {
  const app = new Hono();
  app.post("/responses/:id/exclusion", (context) => exclude(desk, context));
  app.delete("/responses/:id/exclusion", (context) => include(desk, context));
  return app;
}
