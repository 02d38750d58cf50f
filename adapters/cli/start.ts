import { loadConfig, type PlaceChoice, withPlaces } from "./load-config.ts";
import { runUntilStopped } from "./run.ts";

/** `emptychair start`: runs the program until it is told to stop; on the demo it is the demo. */
export async function start(options: PlaceChoice & { readonly port?: number }): Promise<void> {
  if (options.demo) return (await import("./demo.ts")).demo(options);
  const { config, warnings } = loadConfig(options);
  await runUntilStopped(await withPlaces(config), warnings);
}
