import { execFileSync } from "node:child_process";

/** Compiles the program once, before the tests that run it. Types are checked by `npm run typecheck`. */
export function setup(): void {
  const compiler = ["node_modules/typescript/bin/tsc", "-p", "tsconfig.build.json", "--noCheck"];
  execFileSync(process.execPath, compiler, { stdio: "inherit" });
}
