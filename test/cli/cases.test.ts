import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { textTable } from "../../adapters/cli/text-table.ts";
import { listedCaseSchema } from "../../src/outside/shapes.ts";
import { openStore } from "../database/open-store.ts";
import { agent, createWorld, customer, MINUTE, settingsOf } from "../world.ts";
import { eachInFolder } from "./folder.ts";
import { run } from "./program.ts";

const folder = eachInFolder();
const listing = (...given: string[]) => run(["cases", ...given], { EMPTYCHAIR_DATA: folder.path });
const WORDS = "Slow \u001b[31mand\nrude, 残念です";

/** One case that nobody has, late by now, and one that is resolved, in the folder's database. */
async function fill(): Promise<void> {
  const desk = { brand: "Acme", zone: "Europe/Berlin" };
  const recovery = { causes: [{ id: "billing", name: "Billing" }] };
  const products = [{ id: "app", name: "Mobile app" }];
  writeFileSync(join(folder.path, "settings.yaml"), JSON.stringify({ desk, products, recovery }));
  const store = await openStore(join(folder.path, "emptychair.db"));
  const world = createWorld({ store, settings: settingsOf({ products, recovery, ask: { quietHours: "" } }) });
  for (const [where, score, product] of [
    ["web:chat:1", 3, "app"],
    ["web:chat:2", 1, undefined],
  ] as const) {
    const by = { ...customer, address: `web:customer:${where}`, name: `Customer ${score}` };
    await world.writes(by, "My invoice is wrong.", where);
    await world.writes(agent, "I have corrected it.", where);
    await world.resolves(agent, { where, ...(product ? { product } : {}) });
    await world.pass(5 * MINUTE);
    const { id: surveyId } = await world.survey();
    await world.handle({ kind: "score-given", surveyId, by, score, comment: WORDS, via: "tap" });
  }
  const second = (await world.store.list("case", {})).at(-1);
  const act = {
    kind: "case-acted",
    caseId: second?.id ?? "",
    by: { ...agent, address: "web:agent:bo", name: "Agent Bo" },
  } as const;
  await world.handle({ ...act, act: "resolve", note: "Paid back to one@example.com", cause: "billing" });
  await store.close();
}

describe("emptychair cases", () => {
  beforeEach(fill);

  it("shows who is still waiting: the fact first, with nothing in it that commands a terminal", async () => {
    const { code, out, err } = await listing();
    expect({ code, err }).toEqual({ code: 0, err: "" });
    const [titles, first, ...rest] = out.split("\n");
    expect(titles?.split(/ {2,}/)).toEqual(["CUSTOMER", "SCORE", "CONTACT BY", "OWNER", "STATE", "WORDS"]);
    expect(first).toMatch(/^Customer 3 {2,}3\/10 {2,}Thu 19 Nov,? \d\d:\d\d LATE {2,}nobody yet {2,}new {2,}/);
    expect(first).toMatch(/Slow \[31mand rude, 残念です$/);
    expect(out).not.toContain("\u001b");
    expect(rest).toEqual(["", "1 open, 1 of them late. Times are by Europe/Berlin.", ""]);
  });

  it("gives them as the API does, all of them and by what they are told apart", async () => {
    const ids = async (...given: string[]) => {
      const { code, out } = await listing("--format", "json", ...given);
      expect(code).toBe(0);
      return (JSON.parse(out) as unknown[]).map((one) => listedCaseSchema.parse(one).customer.name);
    };
    expect(await ids("--all")).toEqual(["Customer 3", "Customer 1"]);
    expect(await ids("--state", "resolved,closed", "--owner", "agent bo")).toEqual(["Customer 1"]);
    expect(await ids("--product", "Mobile app", "--overdue", "--owner", "none")).toEqual(["Customer 3"]);
    expect(await ids("--to", "2026-11-16")).toEqual([]);
  });

  it("ends with 2 where it is not understood", async () => {
    const { code, err } = await listing("--state", "happy");
    expect({ code, err }).toMatchObject({ code: 2, err: expect.stringContaining("there are new, claimed") });
  });

  it("are exported with all that is kept of them", async () => {
    const { out } = await run(["export", "cases", "--format", "jsonl"], { EMPTYCHAIR_DATA: folder.path });
    const [open, closed] = out
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(open).toMatchObject({
      state: "new",
      score: 3,
      scale: "1-10",
      band: "detractor",
      product: "app",
      steps: "[]",
    });
    expect(closed).toMatchObject({ state: "resolved", cause: "billing", score: 1, put_right: null, owner: null });
    expect(closed.outcome).toMatch(/^Paid back to (?!one@)/);
    expect(JSON.parse(closed.steps)).toEqual([
      { number: 1, act: "resolve", at: closed.closed_at, note: closed.outcome },
    ]);
  });
});

describe("a table for a terminal", () => {
  it("keeps to the width, shortening the last column, and wide letters in line", () => {
    const rows = [
      ["残念", "a"],
      ["ab", "words that are too many for it"],
    ];
    expect(textTable(["WHO", "WORDS"], rows, 24)).toBe(
      ["WHO   WORDS", "残念  a", "ab    words that are to…", ""].join("\n"),
    );
  });
});

describe("What a command reads of the demo", () => {
  it.each([["cases"], ["digest"], ["export", "cases"]])(
    "is the demo's own, not the desk's: %s %s",
    async (...command) => {
      await fill();
      const { code, err } = await run([...command, "--demo"], { EMPTYCHAIR_DATA: folder.path });
      expect(code).toBe(1);
      expect(err).toContain(`There is no database ${join(folder.path, "demo", "emptychair.db")} yet`);
    },
  );
});
