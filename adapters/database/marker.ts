import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { lookAtFile } from "./look-at-file.ts";

const NOTE =
  "An Empty Chair database stands beside this file. Where it is gone or empty, the program refuses to begin anew; remove this file to allow it.";

/** The file beside a database that remembers that there is one. */
export function markerOf(path: string): string {
  return `${path}.marker.json`;
}

/** Since when there is a database under the path, as ISO 8601; null where that is not known. */
export function knownSince(path: string): string | null {
  try {
    const { since: time } = JSON.parse(readFileSync(markerOf(path), "utf8")) as { readonly since?: unknown };
    return typeof time === "string" ? time : null;
  } catch {
    return null;
  }
}

/** Whether the path holds nothing of a database yet. */
export function isNew(path: string): boolean {
  return ["missing", "empty"].includes(lookAtFile(path));
}

/** Throws a sentence where there was a database under the path and is none now. */
export function refuseVanished(path: string): void {
  if (!isNew(path) || !existsSync(markerOf(path))) return;
  const what = lookAtFile(path) === "empty" ? "is empty" : "is gone";
  const time = knownSince(path);
  const since = time === null ? "" : ` since ${time}`;
  const remedy = `Mount its volume or put a backup in its place; to begin anew without it, remove ${markerOf(path)}.`;
  throw new Error(`${path} ${what}, but there was a database here${since}. ${remedy}`);
}

/** Remembers that there is a database under the path, from `now` on where that was not known. */
export function putMarker(path: string, now: number): void {
  if (existsSync(markerOf(path))) return;
  const content = { note: NOTE, since: new Date(now).toISOString() };
  const unfinished = `${markerOf(path)}.unfinished`;
  writeFileSync(unfinished, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 });
  renameSync(unfinished, markerOf(path));
}
