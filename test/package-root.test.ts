import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { packageFile } from "../adapters/package-root.ts";

it("finds what ships with the package, wherever it is run from", () => {
  expect(JSON.parse(readFileSync(packageFile("package.json"), "utf8"))).toMatchObject({ name: "emptychair" });
  expect(readFileSync(packageFile("data", "migrations", "0001-the-loop.sql"), "utf8")).toContain("CREATE TABLE");
});

it("is compiled by the compiler that is installed, or by the same one fetched beside, and brings none along", () => {
  const manifest = JSON.parse(readFileSync(packageFile("package.json"), "utf8"));
  const { scripts, dependencies, devDependencies } = manifest;
  const compile = "rolldown -c .rolldown.config.mjs > build.log";
  const fetched = `npm exec --yes --package=rolldown@${devDependencies.rolldown} -- ${compile}`;
  expect(scripts.build).toBe(`${compile} || ${fetched}`);
  for (const name of ["prepare", "prestart", "predemo", "pretest:package"])
    expect(scripts[name]).toBe("npm run --silent build");
  expect(Object.keys(dependencies)).not.toContain("typescript");
  expect(Object.keys(dependencies)).not.toContain("rolldown");
});
