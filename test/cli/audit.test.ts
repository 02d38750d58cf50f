import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, expect, it } from "vitest";
import { openSqliteStore } from "../../adapters/database/sqlite.ts";
import { packageFile } from "../../adapters/package-root.ts";
import { systemClock } from "../../src/clock.ts";
import { DEFAULT_DESK } from "../../src/desk.ts";
import type { Store } from "../../src/ports.ts";
import type { ImportedAnswer } from "../../src/survey/imported-answer.ts";
import { createWorld } from "../world.ts";
import { eachInFolder } from "./folder.ts";
import { run } from "./program.ts";

const folder = eachInFolder();
const command = (...given: string[]) => run(given, { EMPTYCHAIR_DATA: folder.path });

async function onStore<R>(work: (store: Store) => Promise<R>): Promise<R> {
  const path = join(folder.path, "emptychair.db");
  const store = await openSqliteStore({ path, migrations: packageFile("data", "migrations"), clock: systemClock });
  return work(store).finally(() => store.close());
}

const ANSWERS = [9, 10, 7, 3, 6, 9].map(
  (score, index): ImportedAnswer => ({
    ...{ conversation: `import:csv:${index}`, customer: { address: `api:walrus-${index}`, role: "customer" } },
    ...{
      score,
      scale: "1-10",
      comment: "Ask Zebulon on +1 202 555 0143.",
      product: null,
      agent: { address: "web:agent:quagga", name: "Quagga" },
    },
    answeredAt: Date.UTC(2026, 0, 12 + index),
  }),
);

beforeEach(() =>
  onStore((store) => createWorld({ store }).handle({ kind: "answers-imported", id: null, answers: ANSWERS })),
);

it("gives the rows behind a week to a file that was not there, without a person, and tells the audit log", async () => {
  const file = join(folder.path, "w03.jsonl");
  expect(await command("audit", "--week", "2026-W03", "--out", file)).toEqual({ code: 0, out: "", err: "" });
  const text = readFileSync(file, "utf8");
  for (const secret of ["Zebulon", "555 0143", "Quagga", "walrus", "import:csv"]) expect(text).not.toContain(secret);
  const [head, seal, ...rows] = text
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(head).toMatchObject({ kind: "head", format: 1, desk: "default", week: "2026-W03", zone: "UTC", revision: 1 });
  expect(seal).toMatchObject({ corrects: null, document: { nps: { answers: 6, promoters: 3, detractors: 2 } } });
  expect(rows.filter(({ kind }) => kind === "answer")).toHaveLength(6);
  expect(rows.filter(({ kind, imported }) => kind === "fate" && imported)).toHaveLength(6);
  expect(await command("audit", "--week", "2026-W03", "--out", file)).toMatchObject({ code: 2, out: "" });
  const log = await onStore((store) => store.at(DEFAULT_DESK).list("audit", { orderBy: "number" }));
  expect(log).toMatchObject([
    { act: "exported", subjectTable: "digest", subject: "2026-W03", via: "command", facts: { what: "audit" } },
    { act: "read", subject: "2026-W03", facts: { what: "audit" } },
  ]);
});
