import { execFileSync } from "node:child_process";

/** Compiles the program once, before the tests that run it. Types are checked by `npm run typecheck`. */
export function setup(): void {
  execFileSync(process.execPath, ["node_modules/rolldown/bin/cli.mjs", "-c", ".rolldown.config.mjs"], {
    stdio: ["ignore", "ignore", "inherit"],
  });
}
