import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { parseEnv } from "node:util";
import { defaultOf, OWN_VARIABLES } from "./environment.ts";

type Given = Readonly<Record<string, string | undefined>>;

/** Rights of anybody but the owner. */
const OF_OTHERS = 0o077;

/** The file in the data folder in which set-up keeps tokens, if it was asked to; whether it is there or not. */
export function secretsFile(environment: Given, folder: string): string {
  const data = environment.EMPTYCHAIR_DATA || defaultOf(OWN_VARIABLES.EMPTYCHAIR_DATA) || "";
  return join(resolve(folder, data), "secrets.env");
}

function read(file: string): Record<string, string> {
  if (!existsSync(file)) return {};
  const values = parseEnv(readFileSync(file, "utf8"));
  return Object.fromEntries(Object.entries(values).flatMap(([name, value]) => (value ? [[name, value]] : [])));
}

/** What the file holds of variables that are not set otherwise. */
function takenFrom(file: string, environment: Given): readonly [string, string][] {
  return Object.entries(read(file)).filter(([name]) => !environment[name] && !environment[`${name}_FILE`]);
}

/** The variables with those of the file where they are not set otherwise. Throws where the file is there and cannot be read. */
export function withSecrets(environment: Given, folder: string): Given {
  return { ...environment, ...Object.fromEntries(takenFrom(secretsFile(environment, folder), environment)) };
}

/** What is taken from the secrets file. */
export interface TakenSecrets {
  readonly file: string;
  /** The variables that it gives. */
  readonly names: readonly string[];
  /** Whether others on this machine may read it; false on systems that do not tell. */
  readonly isOpen: boolean;
}

/** Which variables the secrets file gives, and whether it is for its owner alone. */
export function takenSecrets(environment: Given, folder: string): TakenSecrets {
  const file = secretsFile(environment, folder);
  const isOpen = process.platform !== "win32" && existsSync(file) && (statSync(file).mode & OF_OTHERS) !== 0;
  return { file, names: takenFrom(file, environment).map(([name]) => name), isOpen };
}

/** The sentence about a file that others may read, and what to do. */
export function openSecretsText({ file }: Pick<TakenSecrets, "file">): {
  readonly found: string;
  readonly remedy: string;
} {
  return { found: `${file} holds secrets, and others on this machine may read it`, remedy: `Run chmod 600 ${file}.` };
}

/** Keeps the values in the file beside what stands there, for its owner alone. A value may hold no line breaks and no apostrophes. */
export function keepSecrets(file: string, values: Readonly<Record<string, string>>): void {
  const all = { ...read(file), ...values };
  mkdirSync(dirname(file), { recursive: true });
  const lines = Object.entries(all).map(([name, value]) => `${name}='${value}'\n`);
  writeFileSync(file, lines.join(""), { mode: 0o600 });
  chmodSync(file, 0o600);
}
