import type { Config } from "../../config.ts";
import { loopFound, loopRemedy } from "../../crash-loop.ts";
import { type Finding, findingsOf } from "../../finding.ts";
import { loopOf, readStarts, startsFileOf } from "../../kept-starts.ts";

const { ok, fault } = findingsOf("starts");

/** Whether the program ends again and again without being told to. Nothing where no start is remembered. */
export function checkStarts({ database, dataFolder }: Pick<Config, "database" | "dataFolder">, now: number): Finding[] {
  const file = startsFileOf(database, dataFolder);
  const last = readStarts(file).at(-1);
  if (last === undefined) return [];
  const loop = loopOf(file, now, database.engine === "postgres");
  if (loop) return [fault(loopFound(loop), loopRemedy(loop))];
  const ended = last.end === "failed" && last.why !== null ? `; it ended by itself: ${last.why}` : "";
  return [ok(`the last was at ${new Date(last.at).toISOString()}${ended}`)];
}
