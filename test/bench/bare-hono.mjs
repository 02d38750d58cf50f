// A help desk's API of a few lines, in a process of its own: the measure for ours. One insert a request, and one commit for all that come together.
import { mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serve } from "@hono/node-server";
import { Hono } from "hono";

const isNewer = Number(process.versions.node.split(".")[0]) >= 22;
const Database = createRequire(import.meta.url)(isNewer ? "better-sqlite3-13" : "better-sqlite3");
const folder = mkdtempSync(join(tmpdir(), "bare-hono-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
process.on("SIGTERM", () => process.exit(0));

const database = new Database(join(folder, "bare.db"));
for (const pragma of ["journal_mode = wal", "synchronous = full"]) database.pragma(pragma);
database.exec(`CREATE TABLE talk (id TEXT PRIMARY KEY, status TEXT NOT NULL, opened_at TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE entry (id TEXT PRIMARY KEY, talk_id TEXT NOT NULL, author TEXT NOT NULL, text TEXT NOT NULL, at TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE receipt (id TEXT PRIMARY KEY, answer TEXT NOT NULL) STRICT, WITHOUT ROWID`);
const putTalk = database.prepare("INSERT OR REPLACE INTO talk VALUES (?, 'open', ?)");
const putEntry = database.prepare("INSERT INTO entry VALUES (?, ?, ?, ?, ?)");
const putReceipt = database.prepare("INSERT INTO receipt VALUES (?, ?)");
const getTalk = database.prepare("SELECT * FROM talk WHERE id = ?");
const getReceipt = database.prepare("SELECT answer FROM receipt WHERE id = ?").pluck();

let waiting = [];
const commit = database.transaction((batch) => {
  for (const { write } of batch) write();
});
const flush = () => {
  const batch = waiting;
  waiting = [];
  commit.immediate(batch);
  for (const { resolve } of batch) resolve();
};
const save = (write) =>
  new Promise((resolve) => {
    if (waiting.push({ write, resolve }) === 1) setImmediate(flush);
  });

const app = new Hono().basePath("/api/v1");
app.use(async (context, next) =>
  context.req.header("authorization") === "Bearer bench-key-bench-key" ? next() : context.text("", 401),
);
app.post("/interactions", async (context) => {
  const { id } = await context.req.json();
  const openedAt = new Date().toISOString();
  await save(() => putTalk.run(id, openedAt));
  return context.json({ id, status: "open", openedAt }, 201);
});
app.post("/interactions/:id/entries", async (context) => {
  const key = context.req.header("idempotency-key");
  const earlier = key === undefined ? undefined : getReceipt.get(key);
  if (earlier !== undefined) return context.body(earlier, 201, { "content-type": "application/json" });
  const { id, author, text } = await context.req.json();
  const entry = { id, author, text, at: new Date().toISOString() };
  await save(() => {
    putEntry.run(id, context.req.param("id"), author, text, entry.at);
    if (key !== undefined) putReceipt.run(key, JSON.stringify(entry));
  });
  return context.json(entry, 201);
});
app.get("/interactions/:id", (context) => {
  const { id, status } = getTalk.get(context.req.param("id"));
  return context.json({ id, status, fate: { kind: "none" } });
});
serve({ fetch: app.fetch, port: 0, hostname: "127.0.0.1" }, ({ port }) =>
  process.stdout.write(`http://127.0.0.1:${port}\n`),
);
