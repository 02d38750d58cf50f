import type { Context } from "hono";
import type { CaseOwner, CaseWish } from "../../../src/outside/find-cases.ts";
import { CASE_STATES, type CaseState, OPEN_CASE_STATES } from "../../../src/recovery/case.ts";
import { namedColleague } from "./address.ts";
import { ApiProblem } from "./problem.ts";

/** What may be asked of the list of cases, with what it means. */
export const CASE_QUERY = {
  state: `${CASE_STATES.join(", ")}, several separated by commas, or open for those in which a person must act`,
  owner: "Address or name of whoever has it; none: nobody has",
  overdue: "true: nobody has contacted the customer in time",
  after: "The next of the page before",
  limit: "How many, 1 to 200; 50 if left out",
} as const;

const MOST = 200;
const USUAL = 50;

function refuse(field: string, message: string): never {
  throw new ApiProblem(400, `${field}: ${message}.`, [{ field, message }]);
}

function statesIn(text: string): readonly CaseState[] {
  if (text === "open") return OPEN_CASE_STATES;
  return text.split(",").map((part) => {
    const state = CASE_STATES.find((one) => one === part.trim());
    return state ?? refuse("state", `open, or one or several of ${CASE_STATES.join(", ")}`);
  });
}

function limitIn(text: string | undefined): number {
  const limit = text === undefined ? USUAL : /^[1-9][0-9]{0,2}$/.test(text) ? Number(text) : 0;
  return limit >= 1 && limit <= MOST ? limit : refuse("limit", `a whole number from 1 to ${MOST}`);
}

function ownerNamed(owner: string): CaseOwner {
  const { address, name = null } = namedColleague(owner);
  return name === null ? { address } : { name };
}

/** Which cases a caller wants. Throws a problem that names the field which is not understood. */
export function caseWishOf({ req }: Context): CaseWish & { readonly limit: number } {
  const given = req.query();
  const [unknown] = Object.keys(given).filter((field) => !Object.hasOwn(CASE_QUERY, field));
  if (unknown !== undefined) refuse(unknown, `there is no such field; there are ${Object.keys(CASE_QUERY).join(", ")}`);
  const { state, owner, overdue, after, limit } = given;
  if (overdue !== undefined && overdue !== "true") refuse("overdue", "true, or leave it out");
  return {
    limit: limitIn(limit),
    isOverdue: overdue === "true",
    ...(state === undefined ? {} : { states: statesIn(state) }),
    ...(owner === undefined ? {} : { owner: owner === "none" ? null : ownerNamed(owner) }),
    ...(after === undefined ? {} : { after }),
  };
}
