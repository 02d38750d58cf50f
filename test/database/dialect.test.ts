import sql, { raw } from "sql-template-tag";
import { expect, it } from "vitest";
import { POSTGRES, SQLITE } from "../../adapters/database/dialect.ts";
import { insertEvent } from "../../adapters/database/queries.ts";

it("binds the same values in the same order in both forms of a statement", () => {
  const statement = insertEvent("ours", "e", 5);
  expect(statement).toMatchObject({
    sql: 'INSERT INTO "inbox" ("desk_id","id","at") VALUES (?,?,?)',
    text: 'INSERT INTO "inbox" ("desk_id","id","at") VALUES ($1,$2,$3)',
    values: ["ours", "e", 5],
  });
});

it("has words of its own for each engine, and advice only for SQLite", () => {
  const said = (dialect: typeof SQLITE) =>
    sql`${dialect.beforeColon(raw("lane"))} FROM post${dialect.indexedBy("i")} ${dialect.joinedInOrder} survey`.sql;
  expect(said(SQLITE)).toBe("substr(lane, 1, instr(lane, ':') - 1) FROM post INDEXED BY i CROSS JOIN survey");
  expect(said(POSTGRES)).toBe("split_part(lane, ':', 1) FROM post JOIN survey");
});
