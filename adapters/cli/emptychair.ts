#!/usr/bin/env node
import { readFileSync } from "node:fs";
import { packageFile } from "../package-root.ts";
import { reportFailure } from "./failure.ts";
import { createProgram } from "./program.ts";

const { version } = JSON.parse(readFileSync(packageFile("package.json"), "utf8")) as { version: string };

// A reader that went away, as in `emptychair doctor | head`, is no fault.
process.stdout.on("error", () => {});

try {
  await createProgram(version).parseAsync();
} catch (error) {
  process.exitCode = reportFailure(error, process.env.LOG_LEVEL === "debug");
}
