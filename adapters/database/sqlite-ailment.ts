import { type Stats, statfsSync, statSync } from "node:fs";
import type { Clock } from "../../src/ports.ts";
import { reasonOf } from "../finding.ts";
import type { Loss } from "./loss.ts";
import { noteKept } from "./marker.ts";
import type { SqliteEngine } from "./sqlite-engine.ts";

/** Time between two notes of until when the database is kept, milliseconds. */
const NOTED_EVERY = 30_000;
/** Free space under which nothing more can be counted on to be kept, bytes. */
const LEAST_SPACE = 1024 * 1024;

/** What is wrong with where the file is: its place, and its disk. */
function outwardAilment(path: string, opened: Stats): string | null {
  const file = statSync(path, { throwIfNoEntry: false });
  if (file?.ino !== opened.ino || file.dev !== opened.dev) {
    return `${path} is not the file any more that the program works on; stop the program, put the file back and start again.`;
  }
  const { bavail, bsize } = statfsSync(path);
  const free = bavail * bsize;
  if (free >= LEAST_SPACE) return null;
  return `The disk of ${path} is full (${Math.floor(free / 1024)} KiB free), so nothing more can be kept; make room.`;
}

/** Notes beside the database until when it was kept, from time to time, and with the first note what was found to be gone. */
function createNoting(path: string, loss: Loss | null): (until: number) => void {
  let notedAt = Number.NEGATIVE_INFINITY;
  let gone = loss?.isTold === false ? loss : null;
  return (until) => {
    if (until - notedAt < NOTED_EVERY) return;
    notedAt = until;
    noteKept(path, until, gone);
    gone = null;
  };
}

/** Looks whether the log beside the file, which is there once something was written, is still the one that is written to. */
function createLogLook(path: string): () => string | null {
  const log = `${path}-wal`;
  const now = () => statSync(log, { bigint: true, throwIfNoEntry: false })?.ino;
  let first: bigint | undefined;
  return () => {
    first ??= now();
    if (first === undefined || now() === first) return null;
    return `${log} was taken away while the program works. Stop the program in good order now, with Ctrl-C or SIGTERM, by which nothing is lost, and start it again; killed, it loses what was kept last.`;
  };
}

function remedyOf(fault: string): string {
  if (/FULL/.test(fault)) return "Make room on its disk";
  if (/CORRUPT|NOTADB/.test(fault))
    return "Stop the program and put the newest sound backup in its place, with emptychair restore";
  return "Look after its disk, and start again";
}

/** A database file that was just opened. */
export interface OpenedFile {
  readonly path: string;
  readonly engine: SqliteEngine;
  readonly clock: Clock;
  /** What it was found to have lost. */
  readonly loss: Loss | null;
}

/** Gives what looks why the file cannot be read and written, by writing what changes nothing: a sentence, null where it can. Where it can, that is noted beside it. */
export function createAilmentLook({ path, engine, clock, loss }: OpenedFile): () => string | null {
  const opened = statSync(path);
  const note = createNoting(path, loss);
  const lookAtLog = createLogLook(path);
  return () => {
    try {
      const outward = outwardAilment(path, opened);
      if (outward !== null) return outward;
      const until = engine.tryWriting(clock.now());
      if (until !== null) {
        note(until);
        const log = lookAtLog();
        if (log !== null) return log;
      }
    } catch (error) {
      return `${path} cannot be looked at: ${reasonOf(error)}.`;
    }
    const { fault } = engine;
    return fault === null ? null : `${path} cannot be used: ${fault}. ${remedyOf(fault)}.`;
  };
}
