import { existsSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { Failure } from "./failure.ts";
import { loadConfig, type PlaceChoice } from "./load-config.ts";
import { checkOutput } from "./output-file.ts";
import { contentsText, fileDatabase } from "./whole-file.ts";

export interface BackupOptions extends PlaceChoice {
  readonly force?: true;
}

/** `emptychair backup`: copies the database to a file, checked; may be run while the program runs. */
export async function backup(name: string, options: BackupOptions): Promise<void> {
  const { config } = loadConfig(options);
  const database = await fileDatabase(config);
  if (!(await database.isThere()))
    throw new Failure([`There is no database ${database.shown} yet; run emptychair start, which makes it.`]);
  const path = resolve(name);
  const force = options.force === true;
  checkOutput({ path, force }, config);
  if (!existsSync(dirname(path))) throw new Failure([`There is no folder ${dirname(path)}; make it first.`], 2);
  const contents = await database.file.backUp(path, force);
  process.stdout.write(
    `${path}: ${contentsText(contents)}. Checked, and sound.\nPeople's words are in it in the clear: keep it as you keep the database.\n`,
  );
}
