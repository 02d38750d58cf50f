import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { parse } from "yaml";
import { readDesks } from "../../src/desk-config.ts";
import { editedYaml } from "../edited-yaml.ts";
import { shippedWording } from "../locales.ts";
import { PLATFORMS } from "../platforms.ts";
import { keepSecrets } from "../secrets-file.ts";
import { editsOf } from "../set-up-answers.ts";
import { sectionsOf } from "../settings-file.ts";
import { writeWhole } from "../write-whole.ts";
import type { InitOptions } from "./commands/set-up.ts";
import { Failure } from "./failure.ts";
import { answerByAsking } from "./init/answer-by-asking.ts";
import { answerByFlags, type InitAnswers } from "./init/answer-by-flags.ts";
import { readFlags } from "./init/flags.ts";
import { type FoundBefore, lookAround } from "./init/found.ts";
import { createPrompts, type Terminal } from "./init/prompts.ts";

/** The terminal the command was started on; null where nobody can be asked. */
function ownTerminal(): Terminal | null {
  const { stdin, stdout } = process;
  return stdin.isTTY && stdout.isTTY ? { input: stdin, output: stdout } : null;
}

/** The file's text with the answers in it. Throws every answer that names nothing, and every fault that was in the file before. */
function textWith({ desk, platforms }: InitAnswers, found: FoundBefore): string {
  const result = editsOf(desk, platforms, found.roles);
  if ("faults" in result) throw new Failure(result.faults.map(({ text }) => text));
  const text = editedYaml(found.text ?? "", result.edits);
  const read = readDesks(parse(text), sectionsOf(PLATFORMS));
  if ("desks" in read) return text;
  const { settingsFile } = found;
  throw new Failure(
    read.faults.map((one) => `${one.path} in ${settingsFile}: allowed is ${one.allowed}. Mend it first.`),
  );
}

function summary({ desk, platforms, secrets }: InitAnswers, found: FoundBefore): string[] {
  const { zone, locale } = desk;
  const now = new Intl.DateTimeFormat(locale, { timeZone: zone, timeStyle: "short" }).format(Date.now());
  const asked = platforms.flatMap(({ platform, offered }) =>
    offered === null ? [] : [`${platform.setUp.title}: ${offered.where || "no server yet"}.`, offered.invitation],
  );
  const kept = Object.keys(secrets).length === 0 ? [] : [`Tokens: ${found.secretsFile}, for you alone.`];
  return [
    `Written: ${found.settingsFile}`,
    `The desk's clock says ${now} (${zone}), and it speaks ${locale}.`,
    ...asked,
    ...kept,
    "Next: npx emptychair doctor && npm start",
  ];
}

/** `emptychair init`: asks what matters, tries it, and writes the settings file; on a terminal by questions, else by flags. */
export async function init(options: InitOptions, terminal: Terminal | null = ownTerminal()): Promise<void> {
  const found = lookAround(process.env, process.cwd(), PLATFORMS);
  const flags = readFlags(options, PLATFORMS);
  const wording = shippedWording();
  const force = options.force === true;
  const prompts = terminal === null ? null : await createPrompts(terminal);
  const asking = { flags, found, platforms: PLATFORMS, wording };
  const answered =
    prompts === null
      ? await answerByFlags(flags, found, { ...asking, force })
      : await answerByAsking({ ...asking, prompts }, force);
  const text = textWith(answered, found);
  mkdirSync(dirname(found.settingsFile), { recursive: true, mode: 0o700 });
  writeWhole(found.settingsFile, text);
  if (Object.keys(answered.secrets).length > 0) keepSecrets(found.secretsFile, answered.secrets);
  const lines = summary(answered, found);
  if (prompts === null) process.stdout.write(`${lines.join("\n")}\n`);
  else prompts.end(lines.join("\n   "));
}
