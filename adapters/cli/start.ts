import { loadConfig } from "./load-config.ts";
import { runUntilStopped } from "./run.ts";

/** `emptychair start`: runs the program until it is told to stop. */
export async function start(options: { readonly port?: number }): Promise<void> {
  const { config, warnings } = loadConfig(options);
  await runUntilStopped(config, warnings);
}
