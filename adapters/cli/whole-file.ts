import { databaseOf } from "../compose.ts";
import type { Config } from "../config.ts";
import type { CopyContents, Database, WholeFile } from "../database/database.ts";
import { Failure } from "./failure.ts";

const MEGABYTE = 1024 * 1024;

function counted(count: number, one: string, many: string): string {
  return `${count.toLocaleString("en")} ${count === 1 ? one : many}`;
}

/** What a copy holds, in words. */
export function contentsText({ version, bytes, desks, conversations, answers }: CopyContents): string {
  const size = `${(bytes / MEGABYTE).toFixed(1)} MB`;
  const held = [
    counted(desks, "desk", "desks"),
    counted(conversations, "conversation", "conversations"),
    counted(answers, "answer", "answers"),
  ];
  return `${size}, schema ${version}: ${held.join(", ")}`;
}

/** The database of the configuration with its file. Throws a sentence where a server keeps it. */
export async function fileDatabase(config: Config): Promise<Database & { readonly file: WholeFile }> {
  const database = await databaseOf(config.database);
  const { file } = database;
  if (file !== null) return { ...database, file };
  const tools =
    "pg_dump and pg_restore, or your server's own backups, with which a moment of any second can be had again";
  throw new Failure([
    `A Postgres server keeps ${database.shown}, and copies it better than a command here: use ${tools}.`,
  ]);
}
