import type Database from "better-sqlite3";
import { createCache } from "./cache.ts";
import type { Encoded } from "./codec.ts";
import type { Connection } from "./sqlite-connection.ts";

/** Most statements kept prepared; lists of many lengths would otherwise pile up. */
const KEPT = 256;

/** Prepares a statement by its text, each once. */
export type Preparing = (text: string) => Database.Statement<unknown[], Encoded>;

/** What prepares statements of the connection. */
export function createPreparing(connection: Connection): Preparing {
  const kept = createCache<ReturnType<Preparing>>(KEPT);
  const compile: Preparing = (text) => connection.prepare<unknown[], Encoded>(text);
  return (text) => kept.get(text, compile);
}
