import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { packageFile } from "../adapters/package-root.ts";

it("finds what ships with the package, wherever it is run from", () => {
  expect(JSON.parse(readFileSync(packageFile("package.json"), "utf8"))).toMatchObject({ name: "emptychair" });
  expect(readFileSync(packageFile("data", "migrations", "0001-the-loop.sql"), "utf8")).toContain("CREATE TABLE");
});

it("is compiled by programs that are installed where only what runs is", () => {
  const { scripts, dependencies } = JSON.parse(readFileSync(packageFile("package.json"), "utf8"));
  const compiler = JSON.parse(readFileSync(packageFile("node_modules", "typescript", "package.json"), "utf8"));
  expect(Object.keys(compiler.bin)).toContain("tsc");
  for (const name of ["prepare", "prestart", "predemo"]) expect(scripts[name]).toMatch(/^tsc /);
  expect(Object.keys(dependencies)).toContain("typescript");
});
