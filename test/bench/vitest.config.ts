import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/bench/slack-ack.ts", "test/bench/discord-events.ts"],
    globalSetup: "test/build.ts",
    testTimeout: 120_000,
  },
});
