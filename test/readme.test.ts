import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { HOLDERS } from "../src/rights.ts";
import { UNHEEDED } from "../src/settings/unheeded.ts";
import {
  commands,
  decisionIn,
  decisions,
  documented,
  packages,
  rights,
  scripts,
  settings,
  variables,
} from "./readme.ts";

const README = readFileSync("README.md", "utf8");

/** What the README documents and what the code has, both sorted so that a difference reads as missing and surplus lines. */
function compare(found: readonly string[], wanted: readonly string[]): void {
  expect([...found].sort()).toEqual([...wanted].sort());
}

describe("README", () => {
  it("has every command with its options, and no other", () => {
    compare(documented(README, ["command", "does"], ["command"]), commands());
  });

  it("has every environment variable with its default, and no other", () => {
    compare(documented(README, ["variable", "meaning", "default"], ["variable", "default"]), variables());
  });

  it("has every setting with its default, and no other", () => {
    compare(documented(README, ["setting", "default", "meaning"], ["setting", "default"]), settings());
  });

  it("says of each setting whether anything heeds it yet", () => {
    const rows = documented(README, ["setting", "default", "meaning"], ["setting", "meaning"]);
    const unheeded = rows.filter((row) => row.endsWith("not heeded yet")).map((row) => row.split(" = ")[0]);
    const withEntries = (path: string) => rows.map((row) => row.split(" = ")[0]).filter((row) => row?.startsWith(path));
    expect(unheeded.toSorted()).toEqual(UNHEEDED.flatMap(withEntries).toSorted());
  });

  it("has every script that a person runs, and no other", () => {
    compare(documented(README, ["script", "does"], ["script"]), scripts());
  });

  it("has every right and who holds it, and no other", () => {
    compare(documented(README, ["right", "lets them", ...HOLDERS], ["right", ...HOLDERS]), rights());
  });

  it("has every package with the reason for it, and no other", () => {
    compare(documented(README, ["package", "why"], ["package"]), packages());
    expect(documented(README, ["package", "why"], ["why"])).not.toContain("");
  });

  it("names for each threat a test that is there", () => {
    const held = documented(README, ["threat", "defence", "held by"], ["held by"]);
    const files = held.map((cell) => [...cell.matchAll(/test\/[\w/.-]+/g)].map(([file]) => file));
    expect(files.filter((named) => named.length === 0 || !named.every((file) => existsSync(file)))).toEqual([]);
  });

  it("lists every decision by its number and title, and no other", () => {
    const listed = documented(README, ["no.", "decision"], ["no.", "decision"]);
    expect(listed).toEqual(decisions().map((decision) => decision.listed));
  });
});

describe("A decision", () => {
  it.each(decisions())("says in three paragraphs what it decides, numbered without a gap: $file", (decision) => {
    expect(decision.file).toMatch(/^\d{3}-[a-z0-9-]+\.md$/);
    expect(decision.listed).toContain(`[${decision.file.slice(0, 3)}]`);
    expect(decision.paragraphs).toEqual(["Context", "Decision", "Rejected"]);
  });

  it("is noticed where its number leaves a gap or a paragraph is missing", () => {
    const { listed, paragraphs } = decisionIn("003-name.md", "# Title\n\n**Context.** Text.\n\nMore text.\n", 1);
    expect(listed).toBe("[002](data/decisions/003-name.md) = Title");
    expect(paragraphs).toEqual(["Context", "More text."]);
  });
});

describe("A table of a README", () => {
  const table = "Text\n\n| command | does |\n|---|---|\n| `go [--to a\\|b]` | goes |\n\nText\n";

  it("is found by its headings and read cell by cell", () => {
    expect(documented(table, ["command", "does"], ["command", "does"])).toEqual(["go [--to a|b] = goes"]);
  });

  it("is missed where it is not there", () => {
    expect(() => documented(table, ["script", "does"], ["script"])).toThrow("no table with the headings script, does");
  });
});
