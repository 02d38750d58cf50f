import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/torture/torture.ts"],
    globalSetup: "test/build.ts",
    testTimeout: 3_600_000,
    hookTimeout: 120_000,
  },
});
