import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["slack-ack", "api", "discord-events", "outbox-backlog", "sample-thresholds", "start"].map(
      (name) => `test/bench/${name}.ts`,
    ),
    globalSetup: "test/build.ts",
    testTimeout: 120_000,
  },
});
