import { BusyError } from "../../src/ports.ts";
import { type Finding, fault, reasonOf } from "../finding.ts";

const BUSY = "Find out which one (a copy, a browser of databases), end it where it does not end, and run doctor again.";
const OTHER = "Fix what it names, or put a backup in the database's place.";

/** Why a database could not be looked at, as a finding. */
export function faultOf(error: unknown): Finding {
  return fault("database", reasonOf(error), error instanceof BusyError ? BUSY : OTHER);
}
