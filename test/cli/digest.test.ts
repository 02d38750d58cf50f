import { linkSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { openSqliteStore } from "../../adapters/database/sqlite.ts";
import { packageFile } from "../../adapters/package-root.ts";
import { systemClock } from "../../src/clock.ts";
import { DEFAULT_DESK } from "../../src/desk.ts";
import { lastFinishedWeek } from "../../src/digest/week.ts";
import type { Person } from "../../src/interaction/customer.ts";
import type { Store } from "../../src/ports.ts";
import type { ImportedAnswer } from "../../src/survey/imported-answer.ts";
import { createWorld } from "../world.ts";
import { eachInFolder } from "./folder.ts";
import { run, start } from "./program.ts";

const folder = eachInFolder({ withDatabase: true });
const command = (...given: string[]) => run(given, { EMPTYCHAIR_DATA: folder.path });

const customerOf = (id: number | string): Person => ({ address: `api:${id}`, role: "customer" });

/** Six answers in the week 2026-W03: 3 promoters, 1 passive, 2 detractors. */
const SIX = [9, 10, 9, 7, 3, 6].map((score, index): ImportedAnswer => {
  const words = { comment: "*Slow* <b>but</b> right", product: null, agent: null };
  const answeredAt = Date.UTC(2026, 0, 12 + index);
  return {
    conversation: `import:csv:${index}`,
    customer: customerOf(index),
    score,
    scale: "1-10",
    ...words,
    answeredAt,
  };
});

/** The folder's database while something is done with it. */
async function onStore<R>(work: (store: Store) => Promise<R>): Promise<R> {
  const path = join(folder.path, "emptychair.db");
  const store = await openSqliteStore({ path, migrations: packageFile("data", "migrations"), clock: systemClock });
  return work(store).finally(() => store.close());
}

const bring = (...answers: ImportedAnswer[]) =>
  onStore((store) => createWorld({ store }).handle({ kind: "answers-imported", id: null, answers }));

beforeEach(() => bring(...SIX));

async function outbox() {
  const posts = await onStore((store) => store.at(DEFAULT_DESK).list("post", {}));
  return posts.map(({ lane, state, message }) => ({ lane, state, kind: message.kind }));
}

describe("emptychair digest", () => {
  it("prints the document of the week as JSON", async () => {
    const { code, out, err } = await command("digest", "--week", "2026-W03", "--format", "json");
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(JSON.parse(out)).toMatchObject({
      id: { week: "2026-W03", zone: "UTC", team: "default" },
      nps: { promoters: 3, passives: 1, detractors: 2, answers: 6, score: 17 },
    });
  });

  it("prints it as text for people, and as Markdown in which customers' words are no markup", async () => {
    const text = await command("digest", "--week", "2026-W03");
    expect(text.out).toMatch(/\+?17\b/);
    expect(text.out).toContain("  | *Slow* <b>but</b> right\n");
    const markdown = await command("digest", "--week", "2026-W03", "--format", "md");
    expect(markdown.out).toContain("\n> \\*Slow\\* \\<b\\>but\\</b\\> right\n");
    expect(markdown.out).toMatch(/\n## \S/);
  });

  it("draws it as SVG and as PNG, to a file where one is named", async () => {
    const svg = await command("digest", "--week", "2026-W03", "--format", "svg");
    expect(svg.out).toMatch(/^<svg [\s\S]+<\/svg>\s*$/);
    const file = join(folder.path, "week.png");
    const png = await command("digest", "--week", "2026-W03", "--format", "png", "--out", file);
    expect(png).toEqual({ code: 0, out: "", err: "" });
    expect(readFileSync(file).subarray(0, 8)).toEqual(Buffer.from("\x89PNG\r\n\x1a\n", "latin1"));
  });

  it("overwrites no file that --out names, but with --force, and the program's own files never", async () => {
    const file = join(folder.path, "week.txt");
    const out = (path: string, ...more: string[]) => command("digest", "--week", "2026-W03", "--out", path, ...more);
    writeFileSync(file, "mine");
    const refused = `emptychair: ${file} exists already. Name another file with --out, or add --force to overwrite it.\n`;
    expect(await out(file)).toEqual({ code: 2, out: "", err: refused });
    expect(readFileSync(file, "utf8")).toBe("mine");
    expect((await out(file, "--force")).code).toBe(0);
    expect(readFileSync(file, "utf8")).toMatch(/\+?17\b/);
    const link = join(folder.path, "linked");
    linkSync(join(folder.path, "emptychair.db"), link);
    const kept = readFileSync(link);
    expect(await out(link, "--force")).toMatchObject({ code: 2, err: expect.stringContaining("Empty Chair's own") });
    expect(readFileSync(link).equals(kept)).toBe(true);
  });

  it("is of the last finished week if none is named", async () => {
    const before = lastFinishedWeek(Date.now(), "UTC");
    const { out } = await command("digest", "--format", "json");
    expect([before, lastFinishedWeek(Date.now(), "UTC")]).toContain(JSON.parse(out).id.week);
  });

  it("puts it into the outbox with --post, once, and posts nothing itself", async () => {
    const first = await command("digest", "--week", "2026-W03", "--post");
    const out = "The digest of 2026-W03 is in the outbox; the program posts it as soon as it runs.\n";
    expect(first).toEqual({ code: 0, out, err: "" });
    expect(await outbox()).toEqual([{ lane: "web:team", state: "pending", kind: "digest" }]);
    const second = await command("digest", "--week", "2026-W03", "--post");
    expect(second).toMatchObject({ code: 1, out: "", err: expect.stringMatching(/^emptychair: .*2026-W03.*\n$/) });
    expect(await outbox()).toHaveLength(1);
  });

  it("is posted by the program that runs meanwhile", async () => {
    const program = await start({ EMPTYCHAIR_DATA: folder.path });
    expect((await command("digest", "--week", "2026-W03", "--post")).code).toBe(0);
    await expect.poll(async () => (await outbox()).map(({ state }) => state), { timeout: 60_000 }).toContain("posted");
    await program.end("SIGTERM");
  });

  it("shows what was posted, though answers have come since", async () => {
    await command("digest", "--week", "2026-W03", "--post");
    await bring({ ...(SIX[0] as ImportedAnswer), conversation: "import:csv:late", customer: customerOf("late") });
    const { out } = await command("digest", "--week", "2026-W03", "--format", "json");
    expect(JSON.parse(out).nps.answers).toBe(6);
  });

  it.each([
    [["--week", "2026-W54"], 2, /--week "2026-W54" is not an ISO week such as/],
    [["--week", "last"], 2, /--week "last" is not an ISO week such as/],
    [["--format", "pdf"], 2, /Allowed choices are text, json, md, svg, png/],
    [["--week", "2999-W01", "--post"], 1, /2999-W01/],
  ])("ends with one line for %j", async (given, code, sentence) => {
    const ended = await command("digest", ...given);
    expect(ended).toMatchObject({ code, out: "", err: expect.stringMatching(/^emptychair: [^\n]+\n$/) });
    expect(ended.err).toMatch(sentence);
  });
});

describe("emptychair digest without a database", () => {
  it("says that there is none yet", async () => {
    const ended = await run(["digest"], { EMPTYCHAIR_DATA: join(folder.path, "elsewhere") });
    expect(ended).toMatchObject({ code: 1, out: "", err: expect.stringContaining("There is no database") });
  });
});
