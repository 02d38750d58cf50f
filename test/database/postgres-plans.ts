import { columnsOf } from "../../adapters/database/codec.ts";
import type { Connections } from "../../adapters/database/postgres-connection.ts";
import { columnName } from "../../adapters/database/queries.ts";
import type { Statement } from "../../adapters/database/statement.ts";
import { TABLES } from "../../adapters/database/tables.ts";
import type { Table } from "../../src/rows.ts";
import { isKnown, isPassing } from "./plans.ts";
import { DESK } from "./sample-rows.ts";

/** Rows of each table. */
const ROWS = 1_500;

const VALUES: Readonly<Record<string, string>> = { text: "'v' || i", integer: "i", flag: "i % 2", json: "'{}'" };

function fill(table: Table): string {
  const columns = columnsOf(table);
  const names = columns.map(([property]) => `"${columnName(property)}"`);
  const values = columns.map(([, codec]) => VALUES[codec.replace("?", "")]);
  return `INSERT INTO "${table}" (desk_id, ${names.join(", ")})
    SELECT '${DESK}', ${values.join(", ")} FROM generate_series(1, ${ROWS}) AS i;`;
}

/** Fills a database of the newest schema with rows that keep to no rule, and has Postgres look at them. */
export function fillPostgres(): string {
  return `SET session_replication_role = replica;
    DO $$ DECLARE held RECORD; BEGIN
      FOR held IN SELECT conrelid::regclass AS of_table, conname FROM pg_constraint WHERE contype = 'c' AND conrelid <> 0 LOOP
        EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', held.of_table, held.conname);
      END LOOP;
    END $$;
    ${TABLES.map(fill).join("\n")}
    INSERT INTO explored (desk_id, what, kind, at, id, until, commented)
      SELECT '${DESK}', 'answer', '["0-10",' || i % 11 || ',null]', i, 'v' || i, 9, i % 2 FROM generate_series(1, ${ROWS}) AS i;
    INSERT INTO search_document (desk_id, kind, row_id, number, interaction_id, words, lexemes)
      SELECT '${DESK}', 'entry', 'v' || i, i, 'v' || i, '', array_to_tsvector(ARRAY['said:${DESK}', 'v' || i])
        FROM generate_series(1, ${ROWS}) AS i;
    SET session_replication_role = origin;
    ANALYZE;`;
}

interface Plan {
  readonly "Node Type": string;
  readonly "Relation Name"?: string;
  readonly "Index Name"?: string;
  readonly "Index Cond"?: string;
  readonly Plans?: readonly Plan[];
}

function nodesOf(plan: Plan): Plan[] {
  return [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];
}

/** Whether it reads a table, or all that a desk has in one. */
function isReadThrough(node: Plan): boolean {
  const { "Node Type": type, "Index Cond": condition = "", "Index Name": index = "" } = node;
  if (type === "Seq Scan") return true;
  if (isPassing(index)) return false;
  return /^(?:Index|Bitmap Index)/.test(type) && /^(?:\(desk_id = \S+\))?$/.test(condition);
}

/** The tables that Postgres reads through to answer the statement, though it is to go by an index and from row to row, as it does where there are many. Throws where it does not take the statement. */
export async function pathsOf(connections: Connections, { text, values }: Statement): Promise<string[]> {
  const session = await connections.session();
  try {
    await session.run("SET enable_seqscan = off; SET enable_hashjoin = off; SET enable_mergejoin = off");
    const { rows } = await session.ask({ text: `EXPLAIN (FORMAT JSON) ${text}`, values, isPlannedAnew: true });
    const plans = JSON.parse(String(rows[0]?.["QUERY PLAN"])) as { readonly Plan: Plan }[];
    if (isKnown(text)) return [];
    return plans
      .flatMap(({ Plan }) => nodesOf(Plan))
      .filter(isReadThrough)
      .map((node) => `${node["Relation Name"] ?? ""} ${node["Index Name"] ?? ""}`.trim());
  } finally {
    session.release(false);
  }
}
