import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach } from "vitest";
import { putEmpty } from "../database/open-store.ts";

/** A new folder for each test, removed after it; with an empty database in it where that is asked for, which takes a program ten times as long to make. */
export function eachInFolder({ withDatabase = false } = {}): { readonly path: string } {
  const folder = { path: "" };
  beforeEach(async () => {
    folder.path = mkdtempSync(join(tmpdir(), "emptychair-cli-"));
    if (withDatabase) await putEmpty(join(folder.path, "emptychair.db"));
  });
  afterEach(() => rmSync(folder.path, { recursive: true, force: true }));
  return folder;
}
