import type { Log } from "../../src/ports.ts";
import type { Config } from "../config.ts";
import { reasonOf } from "../finding.ts";
import { createIds } from "../ids.ts";
import { noteEnd, startsFileOf } from "../kept-starts.ts";
import { secretsOf, withoutSecrets } from "../log.ts";
import { type Running, startProgram } from "../main.ts";
import { reportFailure } from "./failure.ts";
import { surroundingsOf } from "./open-bot.ts";

/** npm passes on a SIGINT that the terminal has sent to the program already: within this time it is the same one, milliseconds. */
const SAME_SIGNAL = 500;
const STOP_SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Settles at the first signal to stop; a second one ends the process at once. */
function stopAsked(): Promise<NodeJS.Signals> {
  let askedAt: number | null = null;
  return new Promise((resolve) => {
    const onSignal = (signal: NodeJS.Signals) => {
      if (askedAt !== null && performance.now() - askedAt > SAME_SIGNAL) process.exit(1);
      askedAt ??= performance.now();
      resolve(signal);
    };
    for (const signal of STOP_SIGNALS) process.on(signal, onSignal);
  });
}

function endOnUnexpected(log: Log, config: Config): void {
  const starts = startsFileOf(config.database, config.dataFolder);
  const end = (error: unknown) => {
    log.fault("Unexpected fault; the program ends. What was accepted is kept: start it again.", { error });
    noteEnd(starts, withoutSecrets(reasonOf(error), secretsOf(config)));
    process.exit(1);
  };
  process.on("uncaughtException", end);
  process.on("unhandledRejection", end);
}

const TRIAL = "the key of the local trial: whoever has it may do everything";
const FIXED = "sign in there, or open it with ?key= and the key in EMPTYCHAIR_DESK_KEY behind it";
const FIRST = "makes the first admin, once; for daily work, sign in as one and invite the others";

/** A key that somebody chose is known to whom it should be; printed, it would stand in whatever keeps the output. */
function announce({ url, firstAdmins, database }: Running, isKeyFixed: boolean): void {
  const address = isKeyFixed ? new URL(url).origin : url;
  const many = firstAdmins.length > 1;
  const links = firstAdmins.map((link) => `  Join  ${link.url}\n        ${many ? `${link.desk}: ` : ""}${FIRST}\n`);
  process.stdout.write(
    `Empty Chair is ready.\n\n  Open  ${address}\n        ${isKeyFixed ? FIXED : TRIAL}\n${links.join("")}  Data  ${database}\n  Stop  Ctrl-C\n\n`,
  );
}

/** Runs the program until it is told to stop, then drains it and ends the process. */
export async function runUntilStopped(given: Config, warnings: readonly string[]): Promise<void> {
  const asked = stopAsked();
  const config = { ...given, deskKey: given.deskKey ?? createIds().secret() };
  const surroundings = await surroundingsOf(config);
  const { log } = surroundings;
  endOnUnexpected(log, config);
  for (const warning of warnings) log.warn(warning);
  const running = await startProgram(config, surroundings);
  announce(running, given.deskKey !== null);
  log.info(`${await asked} received: finishing what was accepted`);
  try {
    await running.stop();
  } catch (error) {
    process.exit(reportFailure(error, config.logLevel === "debug"));
  }
  log.info("Stopped");
  process.exit(0);
}
