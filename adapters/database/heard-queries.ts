import sql from "sql-template-tag";
import { LONGEST_DAYS, ROUND_OF_MINUTES, SCATTER } from "../../src/digest/heard-again.ts";
import { lit, type Statement } from "./statement.ts";
import { type DeskWindow, within } from "./tally-queries.ts";

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** How many of the window's conversations were answered, and how many had no answer. */
export function selectSettled(window: DeskWindow): Statement {
  return sql`SELECT count(*) FILTER (WHERE fate = 'answered') AS answered, count(*) FILTER (WHERE fate = 'silent') AS silent
    FROM resolution WHERE ${within("at", window)} AND imported = 0`;
}

/** How many conversations were resolved in the window. */
export function selectFollowable(window: DeskWindow): Statement {
  return sql`SELECT count(*) AS count FROM resolution WHERE ${within("at", window)}`;
}

/** When a conversation tells of its customer after the one followed: as it was opened, or the followed one itself by a later resolution, or else by being open again. */
function momentOf(desk: string) {
  const again = sql`SELECT min(again.at) FROM resolution AS again WHERE again.desk_id = ${desk}
      AND again.interaction_id = followed.interaction_id AND again.number > followed.number AND again.at > followed.at`;
  return sql`CASE WHEN id <> followed.interaction_id THEN CASE WHEN opened_by = 'customer' AND opened_at > followed.at THEN opened_at END
      ELSE coalesce(CASE WHEN resolution_count > followed.number THEN (${again}) END, CASE WHEN state = 'open' THEN last_activity_at END) END`;
}

/** Of each customer the first conversation of each fate, those of the minutes followed; and when the customer was next heard from. */
function followed(window: DeskWindow, minutes: number) {
  const { desk } = window;
  const all = sql`SELECT fate, customer_id, interaction_id, number, at,
      row_number() OVER (PARTITION BY fate, customer_id ORDER BY at, id) AS place
    FROM resolution WHERE ${within("at", window)} AND imported = 0 AND fate <> 'waiting'
      AND coalesce(fate_reason, '') <> 'reopened' AND at / ${lit(MINUTE_MS)} * ${lit(SCATTER)} % ${lit(ROUND_OF_MINUTES)} < ${minutes}`;
  return sql`SELECT fate, at, (SELECT min(${momentOf(desk)}) FROM interaction
      WHERE desk_id = ${desk} AND customer_id = followed.customer_id AND last_activity_at > followed.at) AS heard_at
    FROM (${all}) AS followed WHERE place = 1`;
}

/** How many customers of each fate were heard from again after so many days, or watched for so many without a word. */
export function selectHeardAgain(window: DeskWindow, minutes: number): Statement {
  const day = lit(DAY_MS);
  const longest = lit(LONGEST_DAYS);
  const observed = sql`SELECT fate, coalesce(heard_at < ${window.to}, FALSE) AS is_heard,
      CASE WHEN heard_at < ${window.to} THEN (heard_at - at + ${day} - 1) / ${day} ELSE (CAST(${window.to} AS BIGINT) - at) / ${day} END AS days
    FROM heard`;
  // Looked up once for each: SQLite would otherwise look again wherever it is named.
  return sql`WITH heard AS MATERIALIZED (${followed(window, minutes)})
    SELECT fate, CASE WHEN days > ${longest} THEN ${longest} + 1 ELSE days END AS days,
      CASE WHEN is_heard AND days <= ${longest} THEN 1 ELSE 0 END AS "isHeard", count(*) AS count
    FROM (${observed}) AS observed GROUP BY 1, 2, 3`;
}
