import { existsSync, readFileSync } from "node:fs";
import { writeWhole } from "../write-whole.ts";
import { lookAtFile } from "./look-at-file.ts";

const NOTE =
  "An Empty Chair database stands beside this file. Where it is gone or empty, the program refuses to begin anew; remove this file to allow it.";

/** The file beside a database that remembers that there is one. */
export function markerOf(path: string): string {
  return `${path}.marker.json`;
}

/** What the marker says. Times are ISO 8601. */
interface Marked {
  readonly note: string;
  readonly since?: string;
  /** The database was written then, and must know of it. */
  readonly keptUntil?: string;
  /** What was found to be gone, the last time. */
  readonly lost?: { readonly from: string | null; readonly to: string; readonly found: string };
}

function readMarker(path: string): Partial<Record<keyof Marked, unknown>> {
  try {
    const found: unknown = JSON.parse(readFileSync(markerOf(path), "utf8"));
    return typeof found === "object" && found !== null ? found : {};
  } catch {
    return {};
  }
}

function momentIn(told: unknown): number | null {
  const at = typeof told === "string" ? Date.parse(told) : Number.NaN;
  return Number.isNaN(at) ? null : at;
}

/** What was found to be gone the last time, and when that was found; milliseconds since 1970. */
export interface KnownLoss {
  readonly from: number | null;
  readonly to: number;
  readonly found: number;
}

function lossIn(told: unknown): KnownLoss | null {
  const { from, to, found } = (told ?? {}) as Record<string, unknown>;
  const times = { to: momentIn(to), found: momentIn(found) };
  return times.to === null || times.found === null ? null : { from: momentIn(from), to: times.to, found: times.found };
}

/** What is known beside a database of it; null for what is not. Times in milliseconds since 1970. */
export interface KnownBeside {
  /** Since when there is one. */
  readonly since: number | null;
  /** When it was written for all that is known. */
  readonly until: number | null;
  readonly loss: KnownLoss | null;
}

export function knownBeside(path: string): KnownBeside {
  const { since, keptUntil, lost } = readMarker(path);
  return { since: momentIn(since), until: momentIn(keptUntil), loss: lossIn(lost) };
}

function write(path: string, content: object): void {
  writeWhole(markerOf(path), `${JSON.stringify(content, null, 2)}\n`);
}

function iso(at: number): string {
  return new Date(at).toISOString();
}

/** Notes that the database was written at `at`, and what was found to be gone by then. Nothing without a marker, and none that cannot be written. */
export function noteKept(
  path: string,
  at: number,
  gone: { readonly from: number | null; readonly to: number } | null,
): void {
  if (!existsSync(markerOf(path))) return;
  const lost = gone && { from: gone.from === null ? null : iso(gone.from), to: iso(gone.to), found: iso(at) };
  const content = { note: NOTE, ...readMarker(path), keptUntil: iso(at), ...(lost ? { lost } : {}) };
  try {
    write(path, content);
  } catch {
    // What is known stays older than what is kept, by which nothing is missed.
  }
}

/** Forgets until when the database was written: another one takes its place. */
export function forgetKept(path: string): void {
  if (!existsSync(markerOf(path))) return;
  const { keptUntil: _, lost: __, ...content } = readMarker(path);
  write(path, { note: NOTE, ...content });
}

/** Whether the path holds nothing of a database yet. */
export function isNew(path: string): boolean {
  return ["missing", "empty"].includes(lookAtFile(path));
}

/** Throws a sentence where there was a database under the path and is none now. */
export function refuseVanished(path: string): void {
  if (!isNew(path) || !existsSync(markerOf(path))) return;
  const what = lookAtFile(path) === "empty" ? "is empty" : "is gone";
  const time = knownBeside(path).since;
  const since = time === null ? "" : ` since ${iso(time)}`;
  const remedy = `Mount its volume or put a backup in its place; to begin anew without it, remove ${markerOf(path)}.`;
  throw new Error(`${path} ${what}, but there was a database here${since}. ${remedy}`);
}

/** Remembers that there is a database under the path, from `now` on where that was not known. */
export function putMarker(path: string, now: number): void {
  if (existsSync(markerOf(path))) return;
  write(path, { note: NOTE, since: iso(now) });
}
