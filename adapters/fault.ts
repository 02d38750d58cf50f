/** One thing wrong in the environment or the settings file, and how to mend it. */
export interface ConfigFault {
  /** Variable or setting, with its file where it stands in one. */
  readonly where: string;
  /** What stands there; never the value of a secret. */
  readonly found: string;
  readonly allowed: string;
  readonly remedy: string;
  /** The whole line, where it is said in other words than these. */
  readonly line?: string;
}

/** Stands for a value that must not be shown. */
export const HIDDEN = "a value that is not shown here";

const SECRET_NAME = /token|secret|passw|key|credential/i;
const SECRET_VALUE = /passw|xox[a-z]-|xapp-|:\/\/[^/\s"]*@|[A-Za-z0-9_-]{23,}\.[A-Za-z0-9_-]{6}\.[A-Za-z0-9_-]{27,}/i;
const LONGEST = 80;

/** What was found, cut to a readable length; hidden where its name or its look says that it is a secret. */
export function shownSafely(name: string, found: string): string {
  if (SECRET_NAME.test(name) || SECRET_VALUE.test(found)) return HIDDEN;
  return found.length > LONGEST ? `${found.slice(0, LONGEST)}...` : found;
}

/** The fault as one line for a person. */
export function faultLine(fault: ConfigFault): string {
  return fault.line ?? `${fault.where}: found ${fault.found}; allowed is ${fault.allowed}. ${fault.remedy}`;
}
