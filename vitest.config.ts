import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

export default defineConfig(({ mode }) => ({
  test: {
    include: ["test/**/*.test.ts"],
    globalSetup: "test/build.ts",
    provide: { isLong: mode === "long" },
    testTimeout: mode === "long" ? 1_800_000 : 180_000,
    hookTimeout: 180_000,
    expect: { poll: { timeout: 60_000, interval: 10 } },
    // Tests wait for disks, programs and browsers about a third of the time: one more than there are processors keeps those at work.
    maxWorkers: availableParallelism() + 1,
    isolate: false,
  },
}));
