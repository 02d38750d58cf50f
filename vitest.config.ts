import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

export default defineConfig(({ mode }) => ({
  test: {
    include: ["test/**/*.test.ts"],
    globalSetup: ["test/files-in-memory.ts", "test/build.ts", "test/explain-statements.ts", "test/postgres.ts"],
    setupFiles: "test/record-statements.ts",
    provide: { isLong: mode === "long" },
    testTimeout: mode === "long" ? 1_800_000 : 180_000,
    hookTimeout: 180_000,
    expect: { poll: { timeout: 60_000, interval: 10 } },
    // One more than there are processors: tests wait for clocks, browsers and programs that they started.
    maxWorkers: availableParallelism() + 1,
    isolate: false,
  },
}));
