import { DEFAULT_DESK } from "../../../src/desk.ts";
import { connect } from "../../database/sqlite-connection.ts";
import { openStore } from "./open-store.ts";

/** What a database is filled with for measuring. */
export interface Filling {
  readonly path: string;
  readonly answers: number;
  /** The answers are given at even distances between these, milliseconds since 1970. */
  readonly from: number;
  readonly to: number;
}

/** Two thirds of the customers answer more than once; a fifth of the answers have a comment; four products. */
const STATEMENTS = [
  `CREATE TEMP TABLE n AS WITH RECURSIVE c (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c WHERE i < $answers)
   SELECT i, $from + CAST((i - 1) * ($to - $from) / $answers AS INTEGER) AS at,
     printf('00000000-0000-7000-8000-%012d', i) AS id, printf('00000000-0000-7000-9000-%012d', (i * 7919) % ($answers / 3 + 1)) AS customer,
     CASE i % 4 WHEN 0 THEN 'app' WHEN 1 THEN 'billing' WHEN 2 THEN 'delivery' END AS product,
     CAST(substr('10109910999888877665432', 1 + (i * 31) % 21, 1) AS INTEGER) AS digit FROM c`,
  `INSERT INTO customer (desk_id, id, version, team_member, created_at) SELECT DISTINCT '${DEFAULT_DESK}', customer, 1, 0, $from FROM n`,
  `INSERT INTO interaction (desk_id, id, version, conversation, ask_in, customer_id, state, product, opened_by, opened_at, last_activity_at,
     customer_messages, agent_messages, agents, entry_count, resolution_count, resolution_id)
   SELECT '${DEFAULT_DESK}', id, 1, 'bench:talk:' || i, 'bench:talk:' || i, customer, 'resolved', product, 'customer', at - 600000,
     at, 3, 2, '[]', 0, 1, id FROM n`,
  `INSERT INTO resolution (desk_id, id, version, interaction_id, customer_id, number, at, product, agents, fate, fate_at, imported)
   SELECT '${DEFAULT_DESK}', id, 1, id, customer, 1, at - 300000, product, '[]', 'answered', at, 0 FROM n`,
  `INSERT INTO survey (desk_id, id, version, token, resolution_id, interaction_id, customer_id, state, scheduled_at, asked_at, delivered_at, ended_at,
     ask_in, scale, locale, wording_version, product, purpose)
   SELECT '${DEFAULT_DESK}', id, 1, 'token' || i, id, id, customer, 'answered', at - 300000, at - 200000, at - 200000, at,
     'bench:talk:' || i, '1-10', 'en', '1', product, 'recommend' FROM n`,
  `INSERT INTO response (desk_id, id, version, survey_id, interaction_id, customer_id, score, scale, band, comment, product, answered_at, changed_at,
     revision_count, purpose)
   SELECT '${DEFAULT_DESK}', id, 1, id, id, customer, score, '1-10',
     CASE WHEN score >= 9 THEN 'promoter' WHEN score >= 7 THEN 'passive' ELSE 'detractor' END,
     CASE WHEN i % 5 = 0 THEN 'The answer came quickly, but the invoice was wrong again.' END,
     product, at, at, 1, 'recommend' FROM (SELECT *, CASE WHEN digit <= 1 THEN 10 ELSE digit END AS score FROM n)`,
];

/** Nothing is worth keeping of a filling that was cut short; a gigabyte holds the indexes that grow at random places. */
const PRAGMAS = [
  "foreign_keys = OFF",
  "synchronous = OFF",
  "journal_mode = OFF",
  "temp_store = FILE",
  "cache_size = -1000000",
];

/** Makes a database with everything that a digest reads of so many answers. Nothing of it is believable but its size. */
export async function fillDatabase(
  { path, answers, from, to }: Filling,
  onStep: (share: number) => void,
): Promise<void> {
  await (await openStore(path, { clock: { now: () => to } })).close();
  const connection = connect(path);
  // SQLite keeps a journal in its defensive mode, whatever it is told; the journal of ten million rows is longer than the rows.
  connection.unsafeMode(true);
  for (const pragma of PRAGMAS) connection.pragma(pragma);
  for (const [index, sql] of STATEMENTS.entries()) {
    const named = { answers, from, to };
    const used = Object.fromEntries(Object.entries(named).filter(([name]) => sql.includes(`$${name}`)));
    connection.prepare(sql).run(used);
    onStep((index + 1) / STATEMENTS.length);
  }
  connection.pragma("journal_mode = WAL");
  connection.close();
}
