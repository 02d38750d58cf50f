import { DEFAULT_DESK } from "../../../src/desk.ts";
import { connect } from "../../database/sqlite-connection.ts";
import { openStore } from "./open-store.ts";

/** Every second conversation is asked about and answered, a tenth of the answers has a comment; six products, four languages, five channels. */
const STATEMENTS = [
  `CREATE TEMP TABLE n AS WITH RECURSIVE c (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c WHERE i < $conversations)
   SELECT i, $from + CAST((i - 1) * ($to - $from) / $conversations AS INTEGER) AS at,
     printf('00000000-0000-7000-8000-%012d', i) AS id, printf('00000000-0000-7000-9000-%012d', (i * 7919) % ($conversations / 3 + 1)) AS customer,
     'p' || (i % 6) AS product, CASE i % 4 WHEN 0 THEN 'answered' WHEN 1 THEN 'answered' WHEN 2 THEN 'silent' ELSE 'not-asked' END AS fate,
     json_object('address', 'bench:agent:' || (i * 13 % 30), 'name', NULL) AS agent, substr('endeesfr', 1 + 2 * (i / 4 % 4), 2) AS locale,
     CAST(substr('10109910999888877665432', 1 + (i * 31) % 21, 1) AS INTEGER) AS digit FROM c`,
  `INSERT INTO customer (desk_id, id, version, team_member, created_at) SELECT DISTINCT '${DEFAULT_DESK}', customer, 1, 0, $from FROM n`,
  `INSERT INTO interaction (desk_id, id, version, conversation, ask_in, customer_id, state, product, opened_by, opened_at, last_activity_at,
     customer_messages, agent_messages, agents, entry_count, resolution_count, resolution_id)
   SELECT '${DEFAULT_DESK}', id, 1, 'bench:talk:c' || (i % 5) || ':' || i, 'bench:talk:c' || (i % 5) || ':' || i, customer, 'resolved', product,
     'customer', at - 600000, at, 3, 2, '[]', 0, 1, id FROM n`,
  `INSERT INTO resolution (desk_id, id, version, interaction_id, customer_id, number, at, product, agents, credited_agent, fate, fate_reason, fate_at, imported)
   SELECT '${DEFAULT_DESK}', id, 1, id, customer, 1, at - 300000, product, '[]', agent, fate, CASE fate WHEN 'not-asked' THEN 'cooldown' END, at, 0 FROM n`,
  `INSERT INTO survey (desk_id, id, version, token, resolution_id, interaction_id, customer_id, state, scheduled_at, asked_at, delivered_at, ended_at,
     ask_in, scale, locale, wording_version, product, credited_agent, purpose)
   SELECT '${DEFAULT_DESK}', id, 1, 'token' || i, id, id, customer, CASE fate WHEN 'answered' THEN 'answered' ELSE 'expired' END, at - 300000,
     at - 200000, at - 200000, at, 'bench:talk:' || i, '1-10', locale, '1', product, agent, 'recommend' FROM n WHERE fate <> 'not-asked'`,
  `INSERT INTO response (desk_id, id, version, survey_id, interaction_id, customer_id, score, scale, band, comment, product, credited_agent,
     answered_at, changed_at, revision_count, purpose)
   SELECT '${DEFAULT_DESK}', id, 1, id, id, customer, score, '1-10',
     CASE WHEN score >= 9 THEN 'promoter' WHEN score >= 7 THEN 'passive' ELSE 'detractor' END,
     CASE WHEN i % 5 = 0 THEN 'The answer came quickly, but the invoice was wrong again.' END, product, agent, at, at, 1, 'recommend'
   FROM (SELECT *, CASE WHEN digit <= 1 THEN 10 ELSE digit END AS score FROM n WHERE fate = 'answered')`,
  `INSERT INTO "case" (desk_id, id, version, response_id, interaction_id, customer_id, state, opened_at, contact_by, contacted_at, closed_at, outcome, alerts)
   SELECT desk_id, id, 1, id, interaction_id, customer_id, 'resolved', answered_at, answered_at + 86400000, answered_at + 40000000,
     answered_at + 90000000, 'Done.', '[]' FROM response WHERE band = 'detractor'`,
];

/** Fills an empty database with so many conversations between two times, milliseconds since 1970. */
export async function fillExplore(path: string, conversations: number, from: number, to: number): Promise<void> {
  await (await openStore(path, { clock: { now: () => to } })).close();
  const connection = connect(path);
  connection.pragma("foreign_keys = OFF");
  connection.pragma("synchronous = OFF");
  for (const sql of STATEMENTS) {
    const used = Object.entries({ conversations, from, to }).filter(([name]) => sql.includes(`$${name}`));
    connection.prepare(sql).run(Object.fromEntries(used));
  }
  connection.close();
}
