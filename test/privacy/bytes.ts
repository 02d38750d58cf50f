import { existsSync, readFileSync } from "node:fs";
import { keepTombstones } from "../../adapters/database/tombstones.ts";
import { fileAt, forgottenFileOf } from "../../adapters/database-place.ts";
import type { Bot } from "../../src/bot.ts";
import type { Log, Reader } from "../../src/ports.ts";
import type { Table } from "../../src/rows.ts";
import type { openStore } from "../database/open-store.ts";

type FileStore = Awaited<ReturnType<typeof openStore>>;

/** Has those who are forgotten kept beside the file, as the program does. */
export async function keptBeside(path: string, store: FileStore, bot: Bot, now: () => number, log: Log): Promise<void> {
  await keepTombstones({ file: forgottenFileOf(fileAt(path), ""), store, bot, clock: { now }, log });
}

/** Which of the marks stand in any byte of the file, its log, what is beside it or a fresh copy: by the name of the place. */
export async function marksIn(path: string, store: FileStore, marks: readonly string[]): Promise<string[]> {
  const copy = `${path}.copy`;
  await store.backup(copy);
  const places = [path, `${path}-wal`, forgottenFileOf(fileAt(path), ""), `${path}.marker`, copy].filter((file) =>
    existsSync(file),
  );
  return places.flatMap((file) => {
    const bytes = readFileSync(file).toString("latin1").toLowerCase();
    const found = marks.filter((mark) => bytes.includes(Buffer.from(mark).toString("latin1").toLowerCase()));
    return found.map((mark) => `${mark} in ${file.slice(path.length) || "the file"}`);
  });
}

/** The rows in which a mark stands, for a person who looks for why. */
export async function rowsWith(store: FileStore, desk: string, marks: readonly string[]): Promise<string[]> {
  const tables = [
    "customer",
    "identity",
    "interaction",
    "entry",
    "resolution",
    "survey",
    "response",
    "revision",
    "case",
    "step",
    "post",
    "receipt",
    "cursor",
    "digest",
    "decision",
    "enhancement",
    "telling",
    "promise",
    "greeting",
    "plea",
    "examination",
    "threshold",
    "cord",
    "announcement",
    "told",
    "audit",
    "shift",
    "appointment",
    "sitting",
    "lesson",
    "listener",
    "informed",
    "tombstone",
    "link",
    "session",
  ] as const;
  const found: string[] = [];
  for (const table of tables)
    for (const row of await store.at(desk).list(table, {})) {
      const text = JSON.stringify(row).toLowerCase();
      if (marks.some((mark) => text.includes(mark.toLowerCase()))) found.push(`${table}: ${JSON.stringify(row)}`);
    }
  return found;
}

/** Which column of which table names a row of which other; the sitting of a lesson may be gone. */
const REFERENCES: readonly (readonly [Table, string, Table])[] = [
  ["interaction", "customerId", "customer"],
  ["entry", "interactionId", "interaction"],
  ["resolution", "interactionId", "interaction"],
  ["survey", "resolutionId", "resolution"],
  ["survey", "questionPostId", "post"],
  ["response", "surveyId", "survey"],
  ["response", "commentEntryId", "entry"],
  ["revision", "responseId", "response"],
  ["case", "responseId", "response"],
  ["step", "caseId", "case"],
  ["post", "surveyId", "survey"],
  ["enhancement", "responseId", "response"],
  ["telling", "responseId", "response"],
  ["promise", "responseId", "response"],
  ["greeting", "interactionId", "interaction"],
  ["told", "interactionId", "interaction"],
  ["cord", "responses", "response"],
  ["sitting", "interactionId", "interaction"],
  ["sitting", "appointmentId", "appointment"],
  ["listener", "interactionId", "interaction"],
  ["identity", "customerId", "customer"],
];

/** What is named in a row and is not there. */
export async function danglingIn(store: Reader): Promise<string[]> {
  const found: string[] = [];
  for (const [table, column, target] of REFERENCES)
    for (const row of await store.list(table, {})) {
      const named = [(row as unknown as Record<string, unknown>)[column] ?? []].flat() as string[];
      for (const id of named) if (!(await store.get(target, id))) found.push(`${table}.${column} of ${row.id}: ${id}`);
    }
  return found;
}
