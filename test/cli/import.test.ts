import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { Database } from "../../adapters/database/driver.ts";
import { openSqliteStore } from "../../adapters/database/sqlite.ts";
import { packageFile } from "../../adapters/package-root.ts";
import { systemClock } from "../../src/clock.ts";
import { DEFAULT_DESK } from "../../src/desk.ts";
import type { Reader } from "../../src/ports.ts";
import { eachInFolder } from "./folder.ts";
import { run, start } from "./program.ts";

const folder = eachInFolder();
let file = "";
beforeEach(() => {
  file = join(folder.path, "answers.csv");
});

function importing(content: string, ...options: string[]) {
  writeFileSync(file, content);
  return run(["import", file, ...options], { EMPTYCHAIR_DATA: folder.path });
}

/** What is found in the database afterwards. */
async function found<R>(look: (store: Reader) => Promise<R>): Promise<R> {
  const path = join(folder.path, "emptychair.db");
  const store = await openSqliteStore({ path, migrations: packageFile("data", "migrations"), clock: systemClock });
  return look(store.at(DEFAULT_DESK)).finally(() => store.close());
}

/** How many answers are kept at this moment, whoever is writing; 0 where there is no database yet. */
function countNow(): number {
  try {
    const database = new Database(join(folder.path, "emptychair.db"), { readonly: true });
    const count = database.prepare("SELECT count(*) FROM response").pluck().get();
    database.close();
    return Number(count);
  } catch {
    return 0;
  }
}

const responses = () => found((store) => store.list("response", { orderBy: "answeredAt" }));

const THREE = `customer,score,answered_at,comment,product,id
c-1,9,2026-01-12T10:00:00Z,"Quick, and right",app,a1
c-2@example.invalid,3,2026-01-13T10:00:00Z,"Wrong
again",billing,a2
c-1,7,2026-01-14T10:00:00Z,,,a3
`;

describe("emptychair import", () => {
  it("brings in every answer of a file, and nothing when it is run again", async () => {
    const all = "Imported: 3. There already: 0. Refused: 0. Rows read: 3.\n";
    expect(await importing(THREE)).toEqual({ code: 0, out: all, err: "" });
    const none = "Imported: 0. There already: 3. Refused: 0. Rows read: 3.\n";
    expect(await importing(THREE)).toEqual({ code: 0, out: none, err: "" });
    expect(await responses()).toMatchObject([
      { score: 9, comment: "Quick, and right", product: "app", answeredAt: Date.parse("2026-01-12T10:00:00Z") },
      { score: 3, comment: "Wrong\nagain", product: "billing" },
      { score: 7, comment: null, product: null },
    ]);
  });

  it("knows customers by the ids that the help-desk API has for them, and e-mail addresses for what they are", async () => {
    await importing(THREE);
    const identities = await found((store) => store.list("identity", {}));
    expect(identities.map(({ id }) => id)).toEqual(["api:c-1", "api:c-2@example.invalid"]);
    const customers = await found((store) => store.list("customer", {}));
    expect(customers.map(({ email }) => email)).toEqual([null, "c-2@example.invalid"]);
  });

  it("tells every refused row with its line and reason in order, imports the rest, and ends with 1", async () => {
    const rows = [
      "c-1,9",
      "c-1,9,2026-01-12T10:00:00Z",
      ",9,2026-01-12T10:00:00Z",
      '"c\n2",9,2026-01-12',
      "c-3,9,soon",
      "c-4,NA,2026-01-12T10:00:00Z",
    ];
    const { code, out, err } = await importing(`customer,score,answered_at\n${rows.join("\n")}\n`);
    expect({ code, err }).toEqual({ code: 1, err: "" });
    expect(out.trimEnd().split("\n")).toEqual([
      "line 2: it has another number of cells than the first line.",
      "line 4: customer is empty.",
      'line 5: customer is one line of at most 200 characters, not "c\\n2".',
      'line 7: answered_at "soon" is no time such as 2026-11-08T09:30:00+01:00.',
      "Imported: 1. There already: 0. Refused: 4. Rows read: 6. Without a score: 1.",
    ]);
    expect(await responses()).toHaveLength(1);
  });

  it("keeps nothing of a file in which a score cannot be read, and says what to do", async () => {
    const { code, out, err } = await importing("customer,score,answered_at\na,9,2026-01-12\nb,0,2026-01-12\n");
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(err).toBe(
      "emptychair: Line 3 has a score of 0, so these answers were not given on the scale 1-10. Add --scale 0-10. Nothing was kept.\n",
    );
    expect(existsSync(join(folder.path, "emptychair.db"))).toBe(false);
    const again = await importing("customer,score,answered_at\na,9,2026-01-12\nb,0,2026-01-12\n", "--scale", "0-10");
    expect(again).toMatchObject({ code: 0, out: expect.stringContaining("Imported: 2.") });
  });

  it("keeps nothing of a file that breaks off half-way, and says where", async () => {
    const rows = Array.from({ length: 600 }, (_, row) => `c${row},9,2026-01-12,fine`).join("\n");
    const { code, err } = await importing(
      `customer,score,answered_at,comment\n${rows}\nc,9,2026-01-12,"he said\nd,9,2026-01-12,ok\n`,
    );
    expect({ code, err }).toEqual({
      code: 1,
      err: "emptychair: A quote in the row that begins on line 602 is never closed, so the file cannot be read any further. Close it there. Nothing was kept.\n",
    });
    expect(countNow()).toBe(0);
  });

  it("that is interrupted says what was kept, and brings in the rest when it is run again", async () => {
    const rows = Array.from({ length: 2_000 }, (_, row) => `c-${row},9,2026-01-12,r${row}`);
    writeFileSync(file, `customer,score,answered_at,id\n${rows.join("\n")}\n`);
    const child = spawn(process.execPath, ["build/adapters/cli/emptychair.js", "import", file], {
      env: { PATH: process.env.PATH, EMPTYCHAIR_DATA: folder.path },
    });
    const said = Promise.all([text(child.stdout), text(child.stderr), once(child, "exit")]);
    await vi.waitFor(() => expect(countNow()).toBeGreaterThan(0), { timeout: 120_000, interval: 20 });
    child.kill("SIGINT");
    const [out, err, [code]] = await said;
    const count = countNow();
    expect(count).toBeLessThan(2_000);
    expect({ out, code }).toMatchObject({ out: expect.stringMatching(`^Imported: ${count}\\.`), code: 1 });
    expect(err).toBe("emptychair: Stopped. What is counted was kept; run it again to bring in the rest.\n");
  });

  it("refuses another answer under an id that is kept, and keeps the first", async () => {
    await importing("customer,score,answered_at,id\nc,9,2026-01-12,a1\n");
    const { code, out } = await importing("customer,score,answered_at,id\nc,1,2026-01-12,a1\n");
    expect({ code, out }).toEqual({
      code: 1,
      out: "line 2: another answer with this id is kept already, and an import changes none.\nImported: 0. There already: 0. Refused: 1. Rows read: 1.\n",
    });
    expect(await responses()).toMatchObject([{ score: 9 }]);
  });

  it("that is killed in the middle and run again has brought in every answer once", async () => {
    const rows = Array.from({ length: 1_600 }, (_, row) => `c-${row % 700},${(row % 10) + 1},2026-01-12,r${row}`);
    writeFileSync(file, `customer,score,answered_at,id\n${rows.join("\n")}\n`);
    const child = spawn(process.execPath, ["build/adapters/cli/emptychair.js", "import", file], {
      env: { PATH: process.env.PATH, EMPTYCHAIR_DATA: folder.path },
    });
    const ended = once(child, "exit");
    await vi.waitFor(() => expect(countNow()).toBeGreaterThan(0), { timeout: 120_000, interval: 20 });
    child.kill("SIGKILL");
    await ended;
    const before = countNow();
    const { code, out } = await run(["import", file], { EMPTYCHAIR_DATA: folder.path });
    const left = 1_600 - before;
    expect({ code, out }).toEqual({
      code: 0,
      out: `Imported: ${left}. There already: ${before}. Refused: 0. Rows read: 1600.\n`,
    });
    expect(countNow()).toBe(1_600);
    expect(await found((store) => store.list("customer", {}))).toHaveLength(700);
  });

  it("shows with --dry-run how it understands the file, and makes no database", async () => {
    const { code, out } = await importing(THREE, "--dry-run");
    expect({ code, out: out.split("\n") }).toEqual({
      code: 0,
      out: [
        "Titles of no known tool; UTF-8, parted by commas, one line of titles.",
        '  customer     "customer": by its title',
        '  score        "score": by its title',
        '  answered_at  "answered_at": by its title; where no zone is named, UTC, the desk\'s',
        "  scale        1-10: the desk's, since nothing says another",
        '  comment      "comment": by its title',
        '  product      "product": by its title',
        '  id           "id": by its title',
        "First rows:",
        '  line 2: c-1 | 9 on 1-10 | 2026-01-12 10:00:00 UTC | "Quick, and right"',
        '  line 3: c-2@example.invalid | 3 on 1-10 | 2026-01-13 10:00:00 UTC | "Wrong again"',
        "  line 5: c-1 | 7 on 1-10 | 2026-01-14 10:00:00 UTC | no words",
        "Nothing was changed. To be imported: 3. There already: 0. Refused: 0. Rows read: 3.",
        "",
      ],
    });
    expect(existsSync(join(folder.path, "emptychair.db"))).toBe(false);
  });

  it("shows with --dry-run both readings of a date, and which option decides", async () => {
    const given = ["Timestamp,Email Address,How likely are you to recommend us?", "11/10/2026 15:00:00,a@b.example,9"];
    const { code, out, err } = await importing(`${given.join("\n")}\n`, "--dry-run");
    expect(code).toBe(1);
    expect(out).toContain("Titles of Google Forms;");
    expect(out).toContain(
      '  line 2: "11/10/2026 15:00:00" is 2026-10-11 with --dates day-first, 2026-11-10 with --dates month-first\n',
    );
    expect(err).toMatch(/^emptychair: Line 2: .+ Add --dates day-first or --dates month-first\. Nothing was kept\.\n$/);
  });

  it("brings in nothing of what the same desk exported", async () => {
    await importing('customer,score,answered_at,comment\nc-1,9,2026-01-12,"=1+1, ""quick"""\nc-2,3,2026-01-13,slow\n');
    const exported = await run(["export", "responses"], { EMPTYCHAIR_DATA: folder.path });
    const { code, out } = await importing(exported.out);
    expect({ code, out }).toEqual({ code: 0, out: "Imported: 0. There already: 2. Refused: 0. Rows read: 2.\n" });
  });

  it("reads another tool's file by its titles, and a title that is named before those it knows", async () => {
    const content = '#,"How likely, from 0 to 10?",Why?,Submit Date (UTC)\nr1,0,Slow,2026-01-12 10:00:00\n';
    const { code } = await importing(content, "--map", "comment=Why?", "--map", '"score=How likely, from 0 to 10?"');
    expect(code).toBe(0);
    expect(await responses()).toMatchObject([
      { score: 0, scale: "0-10", comment: "Slow", answeredAt: Date.parse("2026-01-12T10:00:00Z") },
    ]);
  });

  it("reads a file by a ready map that is named", async () => {
    const content =
      "Respondent ID,End Date,Email Address,How likely?\n,,,Response\n1,01/12/2026 10:00:00 AM,c@example.invalid,10\n";
    const { code, out } = await importing(content, "--map", "surveymonkey,score=How likely?");
    expect({ code, out }).toEqual({ code: 0, out: "Imported: 1. There already: 0. Refused: 0. Rows read: 1.\n" });
  });

  it.each([
    [
      "a,b\n",
      [],
      2,
      /No column for customer: looked for "customer", found "a", "b"\. Name it with --map "customer=Title"\. Nothing was kept\.$/,
    ],
    [THREE, ["--map", "excel"], 2, /There is no ready map "excel"; there are emptychair, delighted, .+\.$/],
    ["", [], 1, /answers\.csv is empty; its first line holds the titles of the columns\. Nothing was kept\.$/],
    [
      'customer,score,answered_at\nc,9,"2026',
      [],
      1,
      /A quote in the row that begins on line 2 is never closed, .+ Close it there\. Nothing was kept\.$/,
    ],
  ])("ends with one line for %j with %j", async (content, options, code, sentence) => {
    const ended = await importing(content, ...options);
    expect(ended).toMatchObject({ code, err: expect.stringMatching(/^emptychair: [^\n]+\n$/) });
    expect(ended.err.trimEnd()).toMatch(sentence);
  });

  it("names a file that is not there", async () => {
    const { code, err } = await run(["import", "none.csv"], { EMPTYCHAIR_DATA: folder.path });
    expect({ code, err }).toEqual({
      code: 1,
      err: "emptychair: There is no file none.csv; name a CSV file with a line of titles.\n",
    });
  });

  it("leaves a running program's database alone", async () => {
    const program = await start({ EMPTYCHAIR_DATA: folder.path });
    const { code, err } = await importing(THREE);
    expect({ code, err }).toMatchObject({
      code: 1,
      err: expect.stringMatching(/is in use by process \d+ .+; stop that one first/),
    });
    await program.end("SIGTERM");
    expect(await responses()).toEqual([]);
  });
});

describe("Products that a file names", () => {
  const settings = "products: [{ id: app, name: Mobile app }, { id: billing, name: Billing }]\n";
  const rows =
    "customer,score,answered_at,product\nc-1,9,2026-01-12,mobile APP\nc-2,8,2026-01-12,Old app\nc-3,7,2026-01-12,Beta\n";
  beforeEach(() => writeFileSync(join(folder.path, "settings.yaml"), settings));

  it("are known by id or name, and refused with the remedy where the desk has none of that", async () => {
    const { code, out } = await importing(rows);
    const told = (line: number, name: string) =>
      `line ${line}: product "${name}" is none of the desk's, which are app (Mobile app), billing (Billing); add it to products in the settings, or say which is meant with --products.\n`;
    expect({ code, out }).toEqual({
      code: 1,
      out: `${told(3, "Old app")}${told(4, "Beta")}Imported: 1. There already: 0. Refused: 2. Rows read: 3.\n`,
    });
    expect((await importing(rows, "--products", "Old app=app", "Beta=")).out).toBe(
      "Imported: 2. There already: 1. Refused: 0. Rows read: 3.\n",
    );
    expect((await responses()).map(({ product }) => product).sort()).toEqual(["app", "app", null]);
  });

  it("are not renamed to what the desk does not have", async () => {
    const { code, err } = await importing(rows, "--products", "Old app=aap");
    expect({ code, err }).toEqual({
      code: 2,
      err: expect.stringContaining("those are app (Mobile app), billing (Billing)."),
    });
  });
});
