// Tortures the program for so many seconds from a seed: `npm run torture -- --seconds 60 --seed 1`.
import { spawnSync } from "node:child_process";
import { parseArgs } from "node:util";

const options = { seconds: { type: "string", default: "60" }, seed: { type: "string", default: "1" } };
const { seconds, seed } = parseArgs({ options }).values;
const env = { ...process.env, TORTURE_SECONDS: seconds, TORTURE_SEED: seed };
const command = ["vitest", "run", "--config", "test/torture/vitest.config.ts"];
process.exitCode = spawnSync("npx", command, { env, stdio: "inherit" }).status ?? 1;
