import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/bench/slack-ack.ts", "test/bench/discord-events.ts", "test/bench/outbox-backlog.ts"],
    globalSetup: "test/build.ts",
    testTimeout: 120_000,
  },
});
