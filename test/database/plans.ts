import type { Connection } from "../../adapters/database/sqlite-connection.ts";

/** Tables of which a desk may read all its rows, with the reason. */
const SMALL: Readonly<Record<string, string>> = {
  account: "the people of one company",
  announcement: "written by hand",
  basis: "one row for each change of how is counted",
  cord: "pulled when a product's line is to stop",
  decision: "made by hand, some a quarter",
  digest: "one a week",
  greeting: "a few a week of each colleague",
  key: "made by hand, one for each program",
  link: "a few of each colleague",
  listener: "one for each conversation that an executive follows",
  pause: "swept once they are over",
  session: "a few of each colleague",
  shift: "standing appointments of executives",
  sweep: "one row",
  work: "one row for each kind of work that is done by one alone",
};

/** Statements that may read all rows of a growing table, each with the reason. */
const KNOWN: readonly (readonly [statement: RegExp, reason: string])[] = [
  [
    / FROM "(?:post|receipt)" WHERE desk_id = \? AND .*"(?:created_)?at" <= \?\s+ORDER BY "id" ASC LIMIT/s,
    "the sweep of what is old, beside the work",
  ],
  [/ FROM "post" WHERE desk_id = \? AND "state" = \? AND "created_at" >= \?/, "what doctor looks at when it is asked"],
  [/ FROM "customer" WHERE desk_id = \? AND "email"/, "somebody to be forgotten, named on the command line"],
  [
    / FROM "case" WHERE desk_id = \? AND "state" (?:= \?|IN \([?,]+\))\s.*ORDER BY "id" ASC\s*$/s,
    "the help-desk API's list of cases, which tells all that are asked for",
  ],
  [/^SELECT \(?(?:SELECT )?count\(\*\) .* AS "all"/s, "counts every list of cases, from indexes alone"],
  [
    / FROM enhancement WHERE desk_id = \S+ GROUP BY product, state/,
    "counts every state there is, from one index alone",
  ],
  [
    /^SELECT DISTINCT customer_id AS id FROM response INDEXED BY response_by_time/,
    "ends at a hundred customers, which a band soon has",
  ],
  [
    /^(?:SELECT .*|DELETE) FROM search_(?:waiting|next)\b/s,
    "the rows whose words are soon indexed, a thousand of them at most in one go",
  ],
];

/** Indexes of what is soon over, which hold few rows at a time. */
const PASSING = /\bpost_(?:unsettled|waiting|leased)\b/;

/** Whether it is known why the statement may read through a table. */
export function isKnown(statement: string): boolean {
  return KNOWN.some(([known]) => known.test(statement));
}

/** Whether it reads through nothing but an index of what is soon over. */
export function isPassing(index: string): boolean {
  return PASSING.test(index);
}

const DERIVED = [/\b(\w+)(?: \([^)]*\))? AS (?:MATERIALIZED )?\(/g, /\) AS "?(\w+)/g];
const NAMED = /(?:FROM|JOIN) "?(\w+)"?(?: INDEXED BY \w+)?(?: AS (\w+))?/g;

function namesIn(sql: string, pattern: RegExp): Set<string> {
  return new Set([...sql.matchAll(pattern)].map(([, name = ""]) => name));
}

/** The table that goes by the name in the statement. */
function tableOf(sql: string, name: string): string {
  const found = [...sql.matchAll(NAMED)].find(([, table, alias]) => (alias ?? table) === name);
  return found?.[1] ?? name;
}

/** Whether it reads a table from its beginning or end in the order of an index, and no further than its limit. */
function isPage(sql: string, steps: readonly string[]): boolean {
  return /WHERE desk_id = \?\s+ORDER BY .* LIMIT/s.test(sql) && !steps.includes("USE TEMP B-TREE FOR ORDER BY");
}

function isReadThrough(sql: string, step: string): boolean {
  const [, how, name = ""] = /^(SCAN|SEARCH) (\S+)/.exec(step) ?? [];
  if (how === undefined || name.startsWith("(") || /CONSTANT ROW|VIRTUAL TABLE/.test(step) || isPassing(step))
    return false;
  if (DERIVED.some((pattern) => namesIn(sql, pattern).has(name))) return false;
  const isWhole = how === "SCAN" || /\(desk_id=\?\)/.test(step);
  return isWhole && !Object.hasOwn(SMALL, tableOf(sql, name));
}

/** The steps by which SQLite reads through all rows that a desk has in a growing table, unless it is known why it may. */
export function readsThrough(sql: string, steps: readonly string[]): string[] {
  if (isKnown(sql) || isPage(sql, steps)) return [];
  return steps.filter((step) => isReadThrough(sql, step));
}

/** Statements that may look for rows of whatever desk as a page is opened, each with the reason. */
const ACROSS: readonly (readonly [statement: RegExp, reason: string])[] = [
  [/ AS others$/, "looks for one conversation of another desk"],
];

/** The steps by which SQLite looks for rows of a growing table by something else than their desk first, unless it is known why it may. */
export function readsAcross(sql: string, steps: readonly string[]): string[] {
  if (ACROSS.some(([known]) => known.test(sql))) return [];
  const isAcross = (step: string) => {
    const [, name = "", condition = ""] = /^SEARCH (\w+) .*\(([^)]*)/.exec(step) ?? [];
    const isOwn = /^(?:desk_id=\?|rowid=\?)/.test(condition) || DERIVED.some((own) => namesIn(sql, own).has(name));
    return condition !== "" && !isOwn && !isPassing(step) && !Object.hasOwn(SMALL, tableOf(sql, name));
  };
  return steps.filter(isAcross);
}

/**
 * How SQLite goes about the statement, one step a line. Its planner goes by the statistics that are planted with the schema and by
 * nothing else, so that it goes about it in an empty file as in a full one.
 */
export function stepsOf(connection: Connection, sql: string): string[] {
  const values = Array.from({ length: sql.split("?").length - 1 }, () => null);
  const steps = connection.prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all(values);
  return steps.map(({ detail }) => detail);
}
