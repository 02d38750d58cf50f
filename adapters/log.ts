import { type DestinationStream, destination, type Level, pino } from "pino";
import type { Log } from "../src/ports.ts";
import type { Config } from "./config.ts";
import { HIDDEN } from "./fault.ts";

const LEAST_SECRET = 8;

export interface LogConfig {
  readonly level: Config["logLevel"];
  readonly format: Config["logFormat"];
  /** Words that must never be written, wherever they turn up; those under eight characters are not looked for. */
  readonly secrets: readonly string[];
  /** Standard error unless named. */
  readonly output?: DestinationStream;
}

/** Every secret a configuration holds. */
export function secretsOf({ secrets, deskKey }: Config): string[] {
  return deskKey === null ? [...secrets] : [...secrets, deskKey];
}

/** The text without any of the secrets; those under eight characters are not looked for. */
export function withoutSecrets(text: string, secrets: readonly string[]): string {
  const hidden = secrets.filter((secret) => secret.length >= LEAST_SECRET);
  return hidden.reduce((rest, secret) => rest.replaceAll(secret, HIDDEN), text);
}

/** Errors among the facts as their sentence, with the stack only where `debug` asks for it. */
function readable(facts: Record<string, unknown>, withStack: boolean): Record<string, unknown> {
  const words = (fact: unknown) => (fact instanceof Error ? (withStack ? fact.stack : fact.message) : fact);
  return Object.fromEntries(Object.entries(facts).map(([name, fact]) => [name, words(fact)]));
}

async function prettyOutput(output: DestinationStream): Promise<DestinationStream> {
  const { prettyFactory } = await import("pino-pretty");
  const pretty = prettyFactory({
    colorize: process.stderr.isTTY,
    ignore: "pid,hostname",
    translateTime: "SYS:HH:MM:ss",
  });
  return { write: (line) => void output.write(pretty(line)) };
}

/** The program's log, written at once so that nothing is lost when it ends. */
export async function createLog(config: LogConfig): Promise<Log> {
  const { level, format, secrets } = config;
  const plain = config.output ?? destination({ dest: 2, sync: true });
  const output = format === "pretty" ? await prettyOutput(plain) : plain;
  const streamWrite = (line: string) => withoutSecrets(line, secrets);
  const logger = pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      hooks: { streamWrite },
    },
    output,
  );
  const withStack = logger.isLevelEnabled("debug");
  const write = (as: Level) => (message: string, facts?: Record<string, unknown>) =>
    logger[as](readable(facts ?? {}, withStack), message);
  return { info: write("info"), warn: write("warn"), fault: write("error") };
}
