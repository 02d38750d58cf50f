import { rmSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { beforeEach, describe, expect, it } from "vitest";
import { openSqliteStore } from "../../adapters/database/sqlite.ts";
import { connect } from "../../adapters/database/sqlite-connection.ts";
import { packageFile } from "../../adapters/package-root.ts";
import { systemClock } from "../../src/clock.ts";
import { agent, createWorld, customer, DAY, MINUTE, MONDAY_TEN } from "../world.ts";
import { eachInFolder } from "./folder.ts";
import { run } from "./program.ts";

const folder = eachInFolder();
const database = () => join(folder.path, "emptychair.db");
const exporting = (...given: string[]) => run(["export", ...given], { EMPTYCHAIR_DATA: folder.path });

/** A conversation with an unhappy answer, kept in the folder's database. */
async function fill({ isTakenBack = false } = {}): Promise<void> {
  const store = await openSqliteStore({
    path: database(),
    migrations: packageFile("data", "migrations"),
    clock: systemClock,
  });
  const world = createWorld({ store });
  await world.writes(customer, "=Please call +1 202 555 0143 or write to one@example.com, says Customer One.");
  await world.writes(agent, "I have corrected it.");
  await world.resolves();
  await world.pass(5 * MINUTE);
  const { id } = await world.survey();
  const comment = "@Agent Ash was kind, but the invoice to one@example.com was wrong.";
  await world.handle({ kind: "score-given", surveyId: id, by: customer, score: 2, comment, via: "tap" });
  if (isTakenBack) await world.handle({ kind: "answer-withdrawn", surveyId: id, by: customer, isSure: true });
  await store.close();
}

const records = (text: string) => parse(text, { columns: true }) as Record<string, string>[];

describe("emptychair export", () => {
  beforeEach(() => fill());

  it("prints the responses as CSV, redacted, with cells that are no formulas", async () => {
    const { code, out, err } = await exporting("responses");
    expect({ code, err }).toEqual({ code: 0, err: "" });
    const [response, ...others] = records(out);
    expect(others).toEqual([]);
    expect(response).toMatchObject({ score: "2", scale: "1-10", band: "detractor", agent: "", excluded: "" });
    expect(response?.answered_at).toBe(new Date(MONDAY_TEN + 5 * MINUTE).toISOString());
    expect(response?.comment).not.toContain("one@example.com");
    expect(response?.comment).toContain("was kind, but the invoice to");
  });

  it("prints them as JSON lines", async () => {
    const { out } = await exporting("responses", "--format", "jsonl");
    expect(
      out
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line)),
    ).toMatchObject([{ score: 2, excluded: null }]);
  });

  it("prints the transcripts entry by entry, with neither names nor addresses", async () => {
    const { out } = await exporting("transcripts");
    const [first, second] = records(out);
    expect(first).toMatchObject({ position: "1", author: "customer", name: "" });
    expect(second).toMatchObject({ position: "2", author: "agent", name: "", text: "I have corrected it." });
    for (const secret of ["one@example.com", "+1 202 555 0143", "Customer One"]) expect(out).not.toContain(secret);
    expect(first?.text).toMatch(/^'=Please call/);
  });

  it("prints everything as it is with --raw, and remembers for whom", async () => {
    const { code, out } = await exporting("transcripts", "--raw", "--admin", "Admin Ada");
    expect(code).toBe(0);
    const [first] = records(out);
    expect(first).toMatchObject({ name: "Customer One" });
    expect(first?.text).toBe("'=Please call +1 202 555 0143 or write to one@example.com, says Customer One.");
    const connection = connect(database());
    const lines = connection.prepare("SELECT act, by_name, facts FROM audit ORDER BY number DESC LIMIT 1").all();
    connection.close();
    const facts = JSON.stringify({ what: "transcripts", raw: true, from: null, to: null });
    expect(lines).toEqual([{ act: "exported", by_name: "Admin Ada", facts }]);
  });

  it("prints interactions with their fates, and cases", async () => {
    const interactions = records((await exporting("interactions")).out);
    expect(interactions).toMatchObject([
      { state: "resolved", fate: "answered", customer_messages: "1", agent_messages: "1" },
    ]);
    const cases = records((await exporting("cases")).out);
    expect(cases).toMatchObject([{ state: "new", owner: "", interaction: interactions[0]?.id, score: "2" }]);
  });

  it("gives no score with the case of an answer that was taken back", async () => {
    rmSync(database());
    await fill({ isTakenBack: true });
    expect(records((await exporting("cases")).out)).toMatchObject([{ state: "withdrawn", score: "", band: "" }]);
  });

  it("prints only what lies between two times, the first included and the second not", async () => {
    const day = (at: number) => new Date(at).toISOString().slice(0, 10);
    const within = await exporting("responses", "--from", day(MONDAY_TEN), "--to", day(MONDAY_TEN + DAY));
    expect(records(within.out)).toHaveLength(1);
    const before = await exporting("responses", "--to", new Date(MONDAY_TEN + 5 * MINUTE).toISOString());
    expect(before.out).toMatch(/^id,customer,score,[^\n]+\n$/);
    const after = await exporting("responses", "--from", day(MONDAY_TEN + DAY));
    expect(after.out).toBe(before.out);
  });

  it.each([
    [["responses", "--raw"], /say with --admin NAME who answers for it\.$/],
    [["responses", "--admin", "Admin Ada"], /--admin goes with --raw/],
    [["responses", "--from", "yesterday"], /--from "yesterday" is no time; give a date such as 2026-11-01/],
    [["responses", "--from", "2026-02-01", "--to", "2026-02-01"], /is not before --to 2026-02-01/],
    [["scores"], /'scores' is invalid.+responses, interactions, cases, transcripts/],
  ])("ends with 2 and one line for %j", async (given, sentence) => {
    const { code, out, err } = await exporting(...given);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(/^emptychair: [^\n]+\n$/);
    expect(err.trimEnd()).toMatch(sentence);
  });
});

describe("emptychair export without a database", () => {
  it("says that there is none yet", async () => {
    expect(await exporting("responses")).toMatchObject({
      code: 1,
      out: "",
      err: expect.stringContaining("There is no database"),
    });
  });
});
