import type { Command } from "commander";
import type { BackupOptions } from "../backup.ts";
import type { RestoreOptions } from "../restore.ts";
import { demoOption } from "./desk-option.ts";
import { example } from "./example.ts";

/** `backup` and `restore`. */
export function addBackups(program: Command): void {
  const backup = program
    .command("backup")
    .description("copy the database to a file and check the copy; may be run while start runs")
    .argument("<FILE>", "where the copy is to be")
    .option("--force", "overwrite a file that is there")
    .addOption(demoOption());
  example(backup, "emptychair backup /mnt/backups/emptychair.backup").action(
    async (file: string, options: BackupOptions) => (await import("../backup.ts")).backup(file, options),
  );

  const restore = program
    .command("restore")
    .description("put a backup in the database's place, which is kept; whoever was forgotten since stays forgotten")
    .argument("<FILE>", "the backup")
    .option("--check", "only say whether it is sound and what it holds")
    .option("--yes", "do not ask before")
    .addOption(demoOption());
  example(
    restore,
    "emptychair restore --check /mnt/backups/emptychair.backup",
    "emptychair restore /mnt/backups/emptychair.backup",
  ).action(async (file: string, options: RestoreOptions) => (await import("../restore.ts")).restore(file, options));
}
