import type { Logger } from "@slack/bolt";
import type { Log } from "../../src/ports.ts";
import { requirePackage } from "../require-package.ts";

const { LogLevel } = requirePackage("@slack/bolt") as typeof import("@slack/bolt");

/** The libraries' logger: warnings and errors reach our log, and whole payloads never do. */
export function quietLogger(log: Log): Logger {
  const written = (parts: unknown[]) => parts.map(String).join(" ");
  return {
    debug: () => {},
    info: () => {},
    warn: (...parts) => log.warn("Slack's library warns", { detail: written(parts) }),
    error: (...parts) => log.warn("Slack's library reports an error", { detail: written(parts) }),
    setLevel: () => {},
    getLevel: () => LogLevel.WARN,
    setName: () => {},
  };
}
