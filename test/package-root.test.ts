import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { packageFile } from "../adapters/package-root.ts";

it("finds what ships with the package, wherever it is run from", () => {
  expect(JSON.parse(readFileSync(packageFile("package.json"), "utf8"))).toMatchObject({ name: "emptychair" });
  expect(readFileSync(packageFile("data", "migrations", "0001-the-loop.sql"), "utf8")).toContain("CREATE TABLE");
});
