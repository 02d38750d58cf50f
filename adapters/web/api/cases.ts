import { type Context, Hono } from "hono";
import type { Person } from "../../../src/interaction/customer.ts";
import type { Agent } from "../../../src/interaction/interaction.ts";
import type { Hindrance } from "../../../src/outcome.ts";
import { findCases } from "../../../src/outside/find-cases.ts";
import { gatherCase, gatherCases } from "../../../src/outside/gather-views.ts";
import { listedCase } from "../../../src/outside/views.ts";
import type { Case } from "../../../src/recovery/case.ts";
import type { PageDesk } from "../desk.ts";
import { namedColleague } from "./address.ts";
import { caseWishOf } from "./case-query.ts";
import { ApiProblem } from "./problem.ts";
import { readBody } from "./read-body.ts";
import { readCall } from "./read-call.ts";
import { receiptOf, usedForAnother } from "./receipt.ts";
import { actSchema, type NewAct } from "./schemas.ts";

function noSuchCase(id: string): ApiProblem {
  return new ApiProblem(
    404,
    `There is no case ${id}. Its id stands in the interaction, under case.id, and in the list.`,
  );
}

async function list(desk: PageDesk, context: Context): Promise<Response> {
  const now = desk.clock.now();
  const wish = caseWishOf(context);
  const { found, page, cases } = await readCall(context, desk, { what: "cases" }, async ({ store }) => {
    const found = await findCases(store, { ...wish, limit: wish.limit + 1 }, now);
    const page = found.slice(0, wish.limit);
    return { found, page, cases: (await gatherCases(store, page)).map((told) => listedCase(told, now)) };
  });
  const next = found.length > wish.limit ? page.at(-1)?.id : undefined;
  return context.json({ cases, ...(next === undefined ? {} : { next }) });
}

async function read(desk: PageDesk, context: Context, id: string): Promise<Response> {
  const look = { what: "case", about: { table: "case", subject: id } };
  const view = await readCall(context, desk, look, async ({ store, clock }) => {
    const item = await store.get("case", id);
    return item && gatherCase(store, item, clock.now());
  });
  if (!view) throw noSuchCase(id);
  return context.json(view);
}

/** Those who have to do with the case already: who helped in its conversation, and who has it. */
async function peopleOf({ store }: PageDesk, { interactionId, ownerAddress, ownerName }: Case): Promise<Agent[]> {
  const helped = (await store.get("interaction", interactionId))?.agents ?? [];
  return ownerAddress === null ? [...helped] : [...helped, { address: ownerAddress, name: ownerName }];
}

/**
 * Whom the caller means: somebody who helps, for the key is the desk's own and says no more of a person. A name that one of those who
 * have to do with the case goes by is theirs, so that nobody is another person by coming in this way.
 */
function colleagueOf(named: NewAct["by"], people: readonly Agent[]): Person {
  if ("address" in named) {
    const { address, name } = named;
    return { address, role: "agent", ...(name === undefined ? {} : { name }) };
  }
  const known = people.find(({ name }) => name?.toLowerCase() === named.name.toLowerCase());
  return known ? { ...known, role: "agent" } : namedColleague(named.name);
}

/** The status with which a refused act is answered. */
export const STATUSES = {
  late: 409,
  conflict: 409,
  unclear: 422,
  unknown: 404,
  "not-yours": 403,
  "not-allowed": 403,
} as const satisfies Record<Hindrance["code"], number>;

async function act(desk: PageDesk, context: Context, id: string): Promise<Response> {
  const { act, by, to, note, outcomeKind, cause } = await readBody(context, actSchema);
  const item = await desk.store.get("case", id);
  if (item === null) throw noSuchCase(id);
  const people = await peopleOf(desk, item);
  const { refusal } = await desk.bot.handle({
    ...{ kind: "case-acted", id: null, at: desk.clock.now(), ...receiptOf(context) },
    ...{ caseId: id, act, by: colleagueOf(by, people) },
    ...(to === undefined ? {} : { to: colleagueOf(to, people) }),
    ...(note === undefined ? {} : { note }),
    ...(outcomeKind === undefined ? {} : { outcomeKind }),
    ...(cause === undefined ? {} : { cause }),
  });
  if (refusal?.code === "conflict") throw usedForAnother();
  if (refusal) throw new ApiProblem(STATUSES[refusal.code], `${refusal.text} Nothing was changed.`);
  return read(desk, context, id);
}

/** Reading the cases, and taking steps in them for a colleague. */
export function caseRoutes(desk: PageDesk): Hono {
  const app = new Hono();
  app.get("/cases", (context) => list(desk, context));
  app.get("/cases/:id", (context) => read(desk, context, context.req.param("id")));
  app.post("/cases/:id/acts", (context) => act(desk, context, context.req.param("id")));
  return app;
}
