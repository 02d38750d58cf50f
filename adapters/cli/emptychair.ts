#!/usr/bin/env node
import { packageVersion } from "../package-root.ts";
import { reportFailure } from "./failure.ts";
import { createProgram } from "./program.ts";

// A reader that went away, as in `emptychair doctor | head`, is no fault.
process.stdout.on("error", () => {});

try {
  await createProgram(packageVersion()).parseAsync();
} catch (error) {
  process.exitCode = reportFailure(error, process.env.LOG_LEVEL === "debug");
}
