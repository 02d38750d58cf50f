import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { systemClock } from "../../../src/clock.ts";
import { DEFAULT_DESK } from "../../../src/desk.ts";
import { settingsSchema } from "../../../src/settings.ts";
import { botOver, openStore, webAlone } from "../../compose.ts";
import { readMapping } from "../../csv/mapping.ts";
import { understandFile } from "../../csv/understand-file.ts";
import { applyPragmas, type Connection, connect } from "../../database/sqlite-connection.ts";
import { createIds } from "../../ids.ts";
import { emptyReport, importAnswers } from "../../work/import-answers.ts";
import { type Measured, timed } from "./measured.ts";

const QUIET = { info: () => {}, warn: () => {}, fault: () => {} };
const TABLES = ["customer", "identity", "interaction", "resolution", "survey", "response", "revision"];
/** Rows in a transaction: as many as 500 imported answers come to. */
const BATCH = 3_250;
const HOUR = 3_600_000;

function* lines(rows: number, now: number): Generator<string> {
  yield "id,customer,score,answered_at,comment,product\n";
  for (let row = 1; row <= rows; row += 1) {
    const at = new Date(now - ((rows - row) * HOUR) / 24).toISOString();
    const comment = row % 5 === 0 ? `"The answer came quickly, but the invoice was wrong again (${row})."` : "";
    yield `${row},customer-${(row * 7919) % rows},${(row % 10) + 1},${at},${comment},${row % 3 === 0 ? "app" : "billing"}\n`;
  }
}

/** Writes a CSV of so many answers; two thirds of the customers are there once. */
export async function writeAnswers(file: string, rows: number): Promise<void> {
  await pipeline(Readable.from(lines(rows, systemClock.now() - HOUR)), createWriteStream(file));
}

/** The CSV imported into a new database, as `emptychair import` does it. */
export async function importRows(file = "", path = ""): Promise<Measured> {
  const store = await openStore(path);
  const settings = settingsSchema.parse({});
  const surroundings = { log: QUIET, ids: createIds(), clock: systemClock };
  const bot = botOver(webAlone(settings), store, surroundings);
  const { signal } = new AbortController();
  const given = { file, signal, onProgress: () => {} };
  const { scale } = settings.question;
  try {
    return await timed(1, async () => {
      const asked = { mapping: readMapping([]), dates: null, encoding: null, scale, zone: settings.desk.zone };
      const understanding = await understandFile({ ...given, ...asked });
      if (understanding === null) return 0;
      const report = emptyReport();
      const products = { products: settings.products, renamed: new Map<string, string>() };
      const into = { store: store.at(DEFAULT_DESK), products, now: systemClock.now(), bot };
      await importAnswers({ ...given, ...into, understanding, report, onRefused: () => {} });
      return report.imported;
    });
  } finally {
    await store.close();
  }
}

function copyTable(from: Connection, to: Connection, table: string): void {
  const width = from.prepare(`SELECT * FROM ${table} LIMIT 0`).columns().length;
  const insert = to.prepare(`INSERT INTO ${table} VALUES (${Array(width).fill("?").join(", ")})`);
  const begin = to.prepare("BEGIN IMMEDIATE");
  const commit = to.prepare("COMMIT");
  let count = 0;
  for (const row of from.prepare(`SELECT * FROM ${table} ORDER BY id`).raw().iterate()) {
    if (count % BATCH === 0) begin.run();
    insert.run(row);
    count += 1;
    if (count % BATCH === 0) commit.run();
  }
  if (count % BATCH !== 0) commit.run();
}

/** The rows of the one database inserted into another new one by bare prepared statements, as durably and in as many transactions. */
export async function copyAnswers(path = "", copy = ""): Promise<Measured> {
  await (await openStore(copy)).close();
  const from = connect(path);
  const to = connect(copy);
  applyPragmas(to);
  to.pragma("foreign_keys = OFF");
  const answers = from.prepare<[], number>("SELECT count(*) FROM response").pluck();
  const measured = await timed(1, () => {
    for (const table of TABLES) copyTable(from, to, table);
    return answers.get() ?? 0;
  });
  from.close();
  to.close();
  return measured;
}
