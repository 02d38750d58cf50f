import type { Clock } from "../../../src/ports.ts";
import { databaseOf } from "../../compose.ts";
import type { Config } from "../../config.ts";
import type { OpenedStore } from "../../database/database.ts";
import { faultOf } from "../../database/fault-of.ts";
import { lossFound, lossRemedy } from "../../database/loss.ts";
import type { TallyWindow } from "../../database/sealed-queries.ts";
import { shownSeal } from "../../database/tend-seals.ts";
import { shownPlace } from "../../database-place.ts";
import { type Finding, fault, ofDesk, ok, warning } from "../../finding.ts";
import { checkAudit } from "./check-audit.ts";
import { checkStopped } from "./check-webhooks.ts";
import { checkWork, type Moment } from "./check-work.ts";

const MEGABYTE = 1024 * 1024;
/** So many of the sealed tallies that were counted longest ago are counted anew. */
const SEALS_LOOKED_AT = 24;

/** Where the database is, and which desks the settings have. */
type Checked = Pick<Config, "database" | "desks">;

/** Desks whose rows are kept and which the settings do not have: after a desk was given another id, or left out. */
function checkUnserved(kept: readonly string[], desks: Checked["desks"]): Finding[] {
  const remedy = "Give a desk that id again, or leave it: nothing of it is shown or done.";
  return kept
    .filter((id) => !desks.some((desk) => desk.id === id))
    .map((id) => warning("database", `what the desk ${id} did is kept, but the settings have no such desk`, remedy));
}

async function checkStore(store: OpenedStore, { database, desks }: Checked, lock: Finding | null, moment: Moment) {
  const { version, bytes, problems, desks: kept, server } = await store.check();
  const by = server === undefined ? "" : `, ${server}`;
  const found = `${shownPlace(database)}${by}, schema ${version}, ${(bytes / MEGABYTE).toFixed(1)} MB`;
  const findings = [
    ...(problems.length === 0
      ? [ok("database", found)]
      : problems.map((problem) => fault("database", problem, remedyAt(database)))),
    ...checkLoss(store, database),
    ...checkUnserved(kept, desks),
    ...(lock === null ? [] : [lock]),
    ...checkSeals(await store.seals.differing(SEALS_LOOKED_AT)),
  ];
  return [...findings, ...(await checkDesks(store, desks, moment))];
}

function remedyAt({ engine }: Checked["database"]): string {
  return engine === "sqlite"
    ? "Stop the program and put the newest sound backup in its place: emptychair restore FILE."
    : "Mend it on the server; the sentence says what it misses.";
}

/** Rows that are gone: a fault until a start has told of it, as long as no other is written over what may still be put back. */
function checkLoss({ loss }: OpenedStore, database: Checked["database"]): Finding[] {
  if (loss === null) return [];
  const level = loss.isTold ? warning : fault;
  return [level("database", lossFound(shownPlace(database), loss), lossRemedy(loss))];
}

/** What was kept of weeks that are over and is not what the rows say: somebody should know why. */
function checkSeals(differing: readonly TallyWindow[]): Finding[] {
  const remedy = "It is counted anew within a day of running; tell the makers of the program.";
  return differing.map((one) => fault("database", `what was kept is not what its rows say: ${shownSeal(one)}`, remedy));
}

/** What waits for each desk, and whether its audit log is whole. */
async function checkDesks(store: OpenedStore, desks: Checked["desks"], moment: Moment): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const { id, settings } of desks) {
    const work = await checkWork(store.at(id), moment);
    const log = await checkAudit(store.at(id), id);
    findings.push(...ofDesk(id, desks, [...work, ...(await checkStopped(store.at(id), id, settings)), ...log]));
  }
  return findings;
}

/** The same of a store that this program works on; its pages are read elsewhere, for that takes seconds. */
export async function checkInUse(store: OpenedStore, { database, desks }: Checked, now: number): Promise<Finding[]> {
  const ailment = await store.ailment();
  const remedy = "Do as it says; the log tells more.";
  return [
    ailment === null ? ok("database", shownPlace(database)) : fault("database", ailment, remedy),
    ...checkLoss(store, database),
    ...checkSeals(store.seals.found),
    ...(await checkDesks(store, desks, { now, isRunning: true })),
  ];
}

/** The database and what waits in it for each desk. Changes nothing in it, and may be run while the program runs. */
export async function checkDatabase(config: Checked, clock: Clock): Promise<Finding[]> {
  try {
    const database = await databaseOf(config.database);
    const { findings, canOpen, isRunning, lock } = await database.look(clock.now());
    if (!canOpen) return [...findings];
    const store = await database.open({ clock, migrate: false });
    const moment = { now: clock.now(), isRunning };
    return [...findings, ...(await checkStore(store, config, lock, moment).finally(() => store.close()))];
  } catch (error) {
    return [faultOf(error)];
  }
}
