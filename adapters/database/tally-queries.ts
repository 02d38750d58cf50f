import sql, { join, type Sql } from "sql-template-tag";
import type { Window } from "../../src/digest/week.ts";
import { CONTACTING_ACTS } from "../../src/recovery/case.ts";
import type { Dialect } from "./dialect.ts";
import { selectedColumns } from "./queries.ts";
import { ref, type Statement } from "./statement.ts";

/** A desk's time. */
export interface DeskWindow extends Window {
  readonly desk: string;
}

/** The rows of the desk whose time in the column lies in the window; the column names its table where a query has several. */
export function within(column: string, { desk, from, to }: DeskWindow): Sql {
  const owner = column.replace(/[^.]+$/, "desk_id");
  return sql`${ref(owner)} = ${desk} AND ${ref(column)} >= ${from} AND ${ref(column)} < ${to}`;
}

/** The answers of the window that are not excluded and not given after a case, `place` 1 being the latest of its customer. */
function ranked(columns: Sql, window: DeskWindow): Sql {
  return sql`SELECT ${columns}, row_number() OVER (PARTITION BY customer_id ORDER BY answered_at DESC, id DESC) AS place
    FROM response WHERE ${within("answered_at", window)} AND excluded IS NULL AND purpose = 'recommend'`;
}

/** How often each score stands among the latest answers of the customers. */
export function selectScores(window: DeskWindow): Statement {
  return sql`SELECT scale, product, score, count(*) AS count
    FROM (${ranked(sql`scale, product, score`, window)}) AS answer WHERE place = 1 GROUP BY scale, product, score`;
}

/** How often each score stands among the answers that are not the latest of their customer, excluded or given after a case. */
export function selectAside(window: DeskWindow): Statement {
  const counts = sql`excluded IS NULL AND purpose = 'recommend'`;
  const placed = sql`SELECT scale, product, score, excluded, CASE WHEN excluded IS NOT NULL THEN 'excluded'
      WHEN purpose = 'recovery' THEN 'recovery' ELSE 'superseded' END AS stands,
      row_number() OVER (PARTITION BY customer_id, ${counts} ORDER BY answered_at DESC, id DESC) AS place
    FROM response WHERE ${within("answered_at", window)}`;
  return sql`SELECT stands, excluded AS reason, scale, product, score, count(*) AS count
    FROM (${placed}) AS placed WHERE stands <> 'superseded' OR place > 1 GROUP BY 1, 2, 3, 4, 5`;
}

/** The latest answers of the customers, where they have a comment, by id. */
export function selectCommented(window: DeskWindow): Statement {
  const latest = sql`SELECT id FROM (${ranked(sql`id, comment`, window)}) AS answer WHERE place = 1 AND comment IS NOT NULL`;
  return sql`SELECT ${join(selectedColumns("response"))} FROM response
      WHERE desk_id = ${window.desk} AND id IN (${latest}) ORDER BY id`;
}

/** How many answers there are of how many customers, by the reason for which they are excluded and by what they were asked for. */
export function selectExcluded(window: DeskWindow): Statement {
  return sql`SELECT excluded, purpose, count(*) AS count, count(DISTINCT customer_id) AS customers
    FROM response WHERE ${within("answered_at", window)} GROUP BY excluded, purpose`;
}

/** How many of those who wait have the question before them. */
export function selectReached({ joinedInOrder }: Dialect, window: DeskWindow): Statement {
  return sql`SELECT count(*) AS reached FROM resolution ${joinedInOrder} survey
      ON survey.desk_id = resolution.desk_id AND survey.resolution_id = resolution.id
    WHERE ${within("resolution.at", window)} AND fate = 'waiting'
      AND purpose = 'recommend' AND state IN ('asked', 'reminded') AND delivered_at IS NOT NULL`;
}

/**
 * Of the detractors of the window, those contacted before their next answer and those not: how many there are, how many have answered
 * again by its end, and how many of those in a better band.
 */
export function selectRecovered(window: DeskWindow): Statement {
  const { desk, to } = window;
  const next = sql`SELECT later.id FROM response AS later
    WHERE later.desk_id = ${desk} AND later.customer_id = low.customer_id AND later.excluded IS NULL
      AND later.answered_at > low.answered_at AND later.answered_at < ${to} ORDER BY later.answered_at, later.id LIMIT 1`;
  const followed = sql`SELECT low.id AS low, (${next}) AS next FROM response AS low
    JOIN survey ON survey.desk_id = low.desk_id AND survey.id = low.survey_id
    JOIN resolution ON resolution.desk_id = survey.desk_id AND resolution.id = survey.resolution_id
    WHERE ${within("low.answered_at", window)} AND low.band = 'detractor' AND low.excluded IS NULL
      AND low.purpose = 'recommend' AND resolution.imported = 0`;
  const before = sql`coalesce(answer.answered_at, ${to})`;
  const acts = join(CONTACTING_ACTS.map((act) => sql`${act}`));
  return sql`SELECT contacted, count(*) AS cases, count(band) AS "answeredAgain",
      count(*) FILTER (WHERE band <> 'detractor') AS recovered
    FROM (SELECT answer.band AS band,
        EXISTS (SELECT 1 FROM "case" WHERE "case".desk_id = ${desk} AND response_id = low AND (contacted_at < ${before}
          OR EXISTS (SELECT 1 FROM step WHERE step.desk_id = ${desk} AND case_id = "case".id AND taken_back = 0
            AND act IN (${acts}) AND at < ${before}))) AS contacted
      FROM (${followed}) AS followed LEFT JOIN response AS answer ON answer.desk_id = ${desk} AND answer.id = next) AS counted
    GROUP BY contacted`;
}

/** How many of the cases closed each root cause was behind. */
export function selectCauses(window: DeskWindow): Statement {
  return sql`SELECT cause, count(*) AS cases FROM "case"
    WHERE ${within("closed_at", window)} AND state IN ('resolved', 'closed') AND cause IS NOT NULL GROUP BY cause`;
}

/** What happened to cases. */
export function selectCases(window: DeskWindow, now: number): Statement {
  return sql`SELECT
    (SELECT count(*) FROM "case" WHERE ${within("opened_at", window)}) AS opened,
    (SELECT count(*) FROM "case" WHERE ${within("contacted_at", window)} AND contacted_at <= contact_by) AS "contactedInTime",
    (SELECT count(*) FROM "case" WHERE ${within("contact_by", window)} AND contact_by < ${now}
      AND (contact_wish IS NULL OR contact_wish <> 'no')
      AND (coalesce(contacted_at, closed_at) IS NULL OR coalesce(contacted_at, closed_at) > contact_by)) AS overdue,
    (SELECT count(*) FROM "case" WHERE ${within("closed_at", window)} AND state = 'resolved') AS resolved,
    (SELECT count(DISTINCT "case".customer_id) FROM response
      JOIN "case" ON "case".desk_id = response.desk_id AND "case".customer_id = response.customer_id
      WHERE ${within("response.answered_at", window)} AND excluded IS NULL AND band <> 'detractor'
        AND response_id <> response.id AND opened_at < answered_at) AS recovered`;
}
