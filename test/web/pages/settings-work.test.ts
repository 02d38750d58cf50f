import { readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Database } from "../../../adapters/database/driver.ts";
import { type Program, startWith } from "../program.ts";

const CSV = `customer,score,answered_at,comment
maria@example.com,3,2026-11-02T09:00:00Z,It fails for maria@example.com
sam@example.com,9,2026-11-03T09:00:00Z,Quick
sam@example.com,8,2099-11-04T09:00:00Z,Not yet
`;
let program: Program;
beforeAll(async () => {
  program = await startWith({ desk: { name: "Acme Support", brand: "Acme" }, products: [{ id: "app", name: "App" }] });
});
afterAll(() => program.stop());

/** The page, once it is through with the file it was given. */
async function page(): Promise<string> {
  for (;;) {
    const shown = await program.sit("/settings/work");
    const text = await shown.text();
    if (!shown.headers.has("refresh")) return text;
  }
}

function upload(content: string, fields: Record<string, string> = {}): Promise<Response> {
  const body = new FormData();
  body.set("file", new File([content], "old.csv", { type: "text/csv" }));
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  const { port } = new URL(program.origin);
  const headers = { Cookie: `emptychair-${port}=desk-key-of-the-test`, Origin: program.origin };
  return program.ask("/settings/work/import", { method: "POST", headers, body });
}

function audited(): { act: string; by_name: string | null; facts: string }[] {
  const database = new Database(join(program.folder, "emptychair.db"), { readonly: true });
  try {
    const lines = database.prepare("select act, by_name, facts from audit where act = 'exported' order by number");
    return lines.all() as { act: string; by_name: string | null; facts: string }[];
  } finally {
    database.close();
  }
}

describe("The page of what is done with what is kept", () => {
  it("looks at a file first and keeps nothing, then brings it in; twice changes nothing", async () => {
    expect((await upload(CSV)).status).toBe(303);
    const looked = await page();
    expect(looked).toMatch(/old\.csv: nothing has been kept yet[\s\S]*New: 2\. There already: 0\. Refused: 1\./);
    expect(looked).toMatch(/<td>4<\/td><td lang="en">/);
    expect(
      await (await program.sit("/settings/work/export", { what: "responses", format: "csv" })).text(),
    ).not.toContain("Quick");
    await program.sit("/settings/work/bring-in", {});
    expect(await page()).toMatch(/old\.csv was imported[\s\S]*New: 2\./);
    await upload(CSV);
    expect(await page()).toMatch(/New: 0\. There already: 2\./);
  });

  it("says why a file is none, takes larger ones than other forms, and from nobody without a key", async () => {
    await upload("a,b\n1,2\n");
    expect(await page()).toMatch(/old\.csv can’t be imported[\s\S]*class="faults"/);
    expect((await upload("")).status).toBe(422);
    const large = `${CSV}${"# ".repeat(200_000)}`;
    expect((await upload(large)).status).toBe(303);
    expect(await page()).toContain("nothing has been kept yet");
    expect(
      (await program.ask("/settings/work/import", { method: "POST", headers: { Origin: program.origin }, body: CSV }))
        .status,
    ).toBe(401);
  });

  it("takes a product of the file for one of the desk where it is told which, and refuses its row elsewhere", async () => {
    const rows =
      "customer,score,answered_at,product\nkim@example.com,7,2026-11-02T09:00:00Z,Old app\nlee@example.com,7,2026-11-02T09:00:00Z,App\n";
    await upload(rows);
    expect(await page()).toMatch(/New: 1\. There already: 0\. Refused: 1\./);
    await upload(rows, { products: "Old app=app" });
    expect(await page()).toMatch(/New: 2\. There already: 0\. Refused: 0\./);
    await upload(rows, { products: "Old app=aap" });
    expect(await page()).toMatch(/class="faults"[^>]*>Old app: say [\s\S]*those are app \(App\)\./);
  });

  it("gives rows out redacted, as they are only under a name, and has the audit log tell of each", async () => {
    const asked = { what: "responses", format: "jsonl", from: "2026-11-02", to: "2026-11-02" };
    const given = await program.sit("/settings/work/export", asked);
    expect(given.headers.get("content-disposition")).toMatch(/^attachment; filename="responses-\w+\.jsonl"$/);
    const words = await given.text();
    expect([words.trim().split("\n").length, words.includes("maria@example.com")]).toEqual([1, false]);
    expect((await program.sit("/settings/work/export", { ...asked, raw: "true" })).status).toBe(422);
    const raw = await program.sit("/settings/work/export", { ...asked, raw: "true", admin: "Ash" });
    expect(await raw.text()).toContain("maria@example.com");
    expect((await program.sit("/settings/work/export", { ...asked, from: "2026-11-03" })).status).toBe(422);
    const lines = audited().map(({ by_name, facts }) => [by_name, JSON.parse(facts).raw]);
    expect(lines.slice(-2)).toEqual([
      [null, false],
      ["Ash", true],
    ]);
  });

  it("makes backups beside the database and gives them out whole", async () => {
    const made = await program.sit("/settings/work/make-backup", {});
    const [name = ""] = readdirSync(program.folder).filter((file) => file.endsWith(".backup"));
    expect(made.headers.get("location")).toContain(`made=${name}`);
    expect(await page()).toContain(name);
    const given = await program.sit("/settings/work/backup", { subject: name });
    expect(
      Buffer.from(await given.arrayBuffer())
        .subarray(0, 15)
        .toString(),
    ).toBe("SQLite format 3");
    expect(JSON.parse(audited().at(-1)?.facts ?? "")).toMatchObject({ what: "backup", raw: true });
    expect((await program.sit("/settings/work/backup", { subject: "../settings.yaml" })).status).toBe(404);
  });

  it("posts a week's digest once", async () => {
    const posted = await program.sit("/settings/work/digest", { week: "2026-W45" });
    expect(posted.headers.get("location")).toBe("/settings/work?posted=2026-W45");
    const again = await program.sit("/settings/work/digest", { week: "2026-W45" });
    expect([again.status, await again.text()]).toEqual([422, expect.stringContaining("2026-W45")]);
  });

  it("looks at everything when it is asked to, as the doctor does", async () => {
    expect(await (await program.sit("/settings/doctor")).text()).not.toContain("findings");
    const found = await (await program.sit("/settings/doctor", {})).text();
    expect(found).toMatch(/<h2 role="status">No fault, /);
    for (const check of ["configuration", "clock", "database", "audit log"])
      expect(found).toContain(`<code>${check}</code>`);
  });
});
