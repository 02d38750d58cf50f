import { createRequire } from "node:module";
import type BetterSqlite from "better-sqlite3";

/** The first Node that the newer driver runs on. */
const NEWER_FROM = 22;

type Driver = typeof BetterSqlite;

/**
 * better-sqlite3, in the version that the running Node bears: 12 ends the process on Node 24.19 and later when a statement is
 * collected, 13 does not run on Node 20. npm installs 13 only where it runs.
 */
function load(): Driver {
  const isNewer = Number(process.versions.node.split(".")[0]) >= NEWER_FROM;
  const name = isNewer ? "better-sqlite3-13" : "better-sqlite3";
  try {
    return createRequire(import.meta.url)(name) as Driver;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`SQLite's driver ${name} cannot be loaded (${reason}); run npm ci again and mend what it reports.`);
  }
}

export const Database: Driver = load();
