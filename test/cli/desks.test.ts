import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { beforeEach, describe, expect, it } from "vitest";
import { openStore } from "../../adapters/compose.ts";
import { connect } from "../../adapters/database/sqlite-connection.ts";
import type { Finding } from "../../adapters/finding.ts";
import type { Reader } from "../../src/ports.ts";
import { openSlack, SUPPORT, TEAM_CHANNEL, variablesFor } from "../slack-program.ts";
import { eachInFolder } from "./folder.ts";
import { run } from "./program.ts";

const folder = eachInFolder({ withDatabase: true });
const TWO_DESKS = `desks:
  - id: support
    desk: { name: Acme Support, zone: America/New_York }
    roles: { agents: ["slack:T1:S1"] }
    slack: { teamChannel: ${TEAM_CHANNEL}, supportChannels: [${SUPPORT}] }
  - id: returns
    desk: { name: Acme Returns, zone: Asia/Tokyo, locale: fi }
`;
const TWO_TEAMS = `${TWO_DESKS}    slack: { teamChannel: C8 }\n`;
/** Variables with which Slack counts as connected; the commands that are run with them call nobody. */
const TOKENS = { SLACK_BOT_TOKEN: "xoxb-1", SLACK_APP_TOKEN: "xapp-1" };
const TAKEN = "emptychair: This is about the desk support. Name another with --desk; there are: support, returns.\n";
const ANSWERS = "customer,score,answered_at,id\nc-1,9,2026-01-13T03:00:00,a1\nc-2,3,2026-01-14T10:00:00,a2\n";

const settle = (text: string) => writeFileSync(join(folder.path, "settings.yaml"), text);
const command = (given: readonly string[], variables: Readonly<Record<string, string>> = {}) =>
  run(given, { EMPTYCHAIR_DATA: folder.path, ...variables });

beforeEach(() => {
  settle(TWO_DESKS);
  writeFileSync(join(folder.path, "answers.csv"), ANSWERS);
});

const importing = (...options: string[]) => command(["import", join(folder.path, "answers.csv"), ...options]);

/** What is found in the database at the desk. */
async function found<R>(desk: string, look: (store: Reader) => Promise<R>): Promise<R> {
  const store = await openStore(join(folder.path, "emptychair.db"));
  return look(store.at(desk)).finally(() => store.close());
}

const scores = (desk: string) =>
  found(desk, async (store) => (await store.list("response", { orderBy: "answeredAt" })).map(({ score }) => score));
const lanes = (desk: string) =>
  found(desk, async (store) => (await store.list("post", {})).map(({ lane }) => lane).toSorted());
const records = (text: string) => parse(text, { columns: true }) as Record<string, string>[];

describe("A command about one of two desks", () => {
  it("imports into the named one alone, by its clock and its scale", async () => {
    const { code, out, err } = await importing("--desk", "returns");
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toContain("Imported: 2.");
    expect(await scores("support")).toEqual([]);
    expect(await scores("returns")).toEqual([9, 3]);
    const [first] = await found("returns", (store) => store.list("response", { orderBy: "answeredAt", limit: 1 }));
    expect(new Date(first?.answeredAt ?? 0).toISOString()).toBe("2026-01-12T18:00:00.000Z");
    expect((await importing("--desk", "support")).out).toContain("Imported: 2.");
    expect((await importing("--desk", "returns")).out).toContain("There already: 2.");
  });

  it("takes the first where none is named, and says so on standard error", async () => {
    expect(await importing("--dry-run")).toMatchObject({ code: 0, err: TAKEN });
    expect(await importing()).toMatchObject({ code: 0, err: TAKEN });
    expect([await scores("support"), await scores("returns")]).toEqual([[9, 3], []]);
    const exported = await command(["export", "responses"]);
    expect(exported).toMatchObject({ code: 0, err: TAKEN });
    expect(records(exported.out)).toHaveLength(2);
    const digest = await command(["digest", "--week", "2026-W03", "--format", "json"]);
    expect(digest).toMatchObject({ code: 0, err: TAKEN });
    expect(JSON.parse(digest.out).id).toMatchObject({ team: "support", zone: "America/New_York" });
  });

  it("exports the rows of the named one alone, between times by its clock", async () => {
    await importing("--desk", "returns");
    expect(await command(["export", "responses", "--desk", "support"])).toMatchObject({
      ...{ code: 0, err: "", out: expect.stringMatching(/^id,customer,[^\n]+\n$/) },
    });
    const all = await command(["export", "responses", "--desk", "returns"]);
    expect(records(all.out).map(({ score }) => score)).toEqual(["9", "3"]);
    const early = await command(["export", "responses", "--desk", "returns", "--to", "2026-01-13T03:00:01"]);
    expect(records(early.out).map(({ score }) => score)).toEqual(["9"]);
  });

  it("remembers at the named one who took words out as they were", async () => {
    await importing("--desk", "returns");
    const raw = ["export", "transcripts", "--desk", "returns", "--raw", "--admin", "Admin Ada"];
    expect((await command(raw)).code).toBe(0);
    const connection = connect(join(folder.path, "emptychair.db"));
    const remembered = connection.prepare("SELECT desk_id FROM audit WHERE by_name = 'Admin Ada'").pluck().all();
    connection.close();
    expect(remembered).toEqual(["returns"]);
  });

  it("counts the digest of the named one, and has it posted to that team alone", async () => {
    settle(TWO_TEAMS);
    await importing("--desk", "returns");
    await importing("--desk", "support");
    const week = ["digest", "--week", "2026-W03", "--desk", "returns"];
    const { out } = await command([...week, "--format", "json"]);
    expect(JSON.parse(out)).toMatchObject({ id: { team: "returns", zone: "Asia/Tokyo" }, nps: { answers: 2 } });
    expect(await command([...week, "--post"], TOKENS)).toMatchObject({ code: 0, err: "" });
    expect(await lanes("support")).toEqual([]);
    expect(await lanes("returns")).toEqual([expect.stringMatching(/^slack:[^:]+:C8$/), "web:team"]);
    expect((await command([...week, "--post"], TOKENS)).code).toBe(1);
    const other = await command(["digest", "--week", "2026-W03", "--desk", "support", "--post"], TOKENS);
    expect(other.code).toBe(0);
    expect(await lanes("support")).toEqual([expect.stringMatching(new RegExp(`:${TEAM_CHANNEL}$`)), "web:team"]);
  });

  it.each([
    [["digest", "--desk", "sales"]],
    [["export", "cases", "--desk", "sales"]],
    [["import", "answers.csv", "--desk", "sales"]],
  ])("ends with 2 and names those there are for %j", async (given) => {
    const err = 'emptychair: --desk "sales" is no desk of the settings; those are: support, returns.\n';
    expect(await command(given)).toEqual({ code: 2, out: "", err });
  });
});

describe("A command where there is one desk", () => {
  it("is about that one, whether it is named or not", async () => {
    settle("");
    expect(await importing()).toMatchObject({ code: 0, err: "" });
    expect(await command(["export", "responses", "--desk", "default"])).toMatchObject({ code: 0, err: "" });
    expect(await command(["digest", "--desk", "support"])).toMatchObject({
      ...{ code: 2, err: 'emptychair: --desk "support" is no desk of the settings; those are: default.\n' },
    });
  });
});

describe("emptychair doctor for two desks", () => {
  const doctor = async (variables: Readonly<Record<string, string>> = {}) => {
    const { out } = await command(["doctor", "--format", "json"], variables);
    return (JSON.parse(out) as { findings: Finding[] }).findings;
  };
  const told = (findings: readonly Finding[], check: string) =>
    findings.flatMap((finding) => (finding.check === check ? [`${finding.level} ${finding.found}`] : []));

  it("looks at the words and the work of each, and says whose they are", async () => {
    await importing("--desk", "support");
    const findings = await doctor();
    expect(told(findings, "wording")).toEqual([
      expect.stringMatching(/^ok desk support: en, de, /),
      expect.stringMatching(/^warning desk returns: no words for desk\.locale fi/),
    ]);
    const nothing = "nothing is unsent for more than 10 minutes";
    for (const id of ["support", "returns"]) expect(told(findings, "outbox")).toContain(`ok desk ${id}: ${nothing}`);
  });

  it("finds a desk whose team no chat tells, and at which nobody in a chat may resolve", async () => {
    const slack = await openSlack();
    const findings = await doctor(variablesFor(slack, "socket")).finally(() => slack.stop());
    const warnings = told(findings, "configuration").filter((line) => line.startsWith("warning"));
    expect(warnings).toEqual([
      expect.stringMatching(/^warning The desk returns has no channel for its team/),
      expect.stringMatching(/^warning The desk returns names nobody in roles\.agents/),
    ]);
    expect(told(findings, "slack")).toContainEqual(expect.stringContaining("desk support: slack.supportChannels: C1"));
  });

  it("finds what a desk did that the settings do not have any more", async () => {
    settle("");
    await importing();
    settle(TWO_DESKS);
    expect(told(await doctor(), "database")).toContain(
      "warning what the desk default did is kept, but the settings have no such desk",
    );
  });
});
