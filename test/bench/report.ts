import { writeFileSync } from "node:fs";
import { join } from "node:path";

/** Prints what a bench found as JSON, and leaves it under its name in the folder `BENCH_INTO`, where `npm run bench` gathers what it shows. */
export function report(name: string, found: object): void {
  const written = `${JSON.stringify(found, null, 2)}\n`;
  process.stdout.write(written);
  const { BENCH_INTO } = process.env;
  if (BENCH_INTO !== undefined) writeFileSync(join(BENCH_INTO, `${name}.json`), written);
}
