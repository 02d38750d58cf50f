import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Database } from "../../../adapters/database/driver.ts";
import { PLATFORMS } from "../../../adapters/platforms.ts";
import { settingShapes } from "../../../adapters/setting-shapes.ts";
import type { WordingKey } from "../../../src/wording.ts";
import { WORDING } from "../../catalogues.ts";
import { MINUTE } from "../../world.ts";
import { type Program, startWith } from "../program.ts";

const SETTINGS = { desk: { name: "Acme Support", brand: "Acme" }, ask: { quietHours: "", delay: "5m" } };
let program: Program;
beforeAll(async () => {
  program = await startWith(SETTINGS);
});
afterAll(() => program.stop());

const file = () => join(program.folder, "settings.yaml");
const kept = () => readFileSync(file(), "utf8");
const page = async (path: string) => (await program.sit(path)).text();
const change = (path: string, fields: Record<string, string>) =>
  program.sit("/settings/change", { path, act: "save", q: "", ...fields });
/** The form of a setting. */
const formOf = (html: string, path: string) =>
  new RegExp(`<form[^>]*id="setting-${path.replaceAll(".", "-")}"[\\s\\S]*?</form>`).exec(html)?.[0] ?? "";

/** How long after its resolution the latest question is planned, milliseconds. */
async function plannedAfter(id: string): Promise<number> {
  await program.call("/interactions", { id, customer: { id: `c-${id}` } });
  await program.call(`/interactions/${id}/entries`, { author: "customer", text: "It fails." });
  await program.call(`/interactions/${id}/entries`, { author: "agent", name: "Ash", text: "Mended." });
  await program.call(`/interactions/${id}/resolve`, {});
  const database = new Database(join(program.folder, "emptychair.db"), { readonly: true });
  try {
    const found = database
      .prepare(
        "select s.due_at - r.at as planned from survey s join resolution r on r.id = s.resolution_id order by s.rowid desc limit 1",
      )
      .get();
    return (found as { planned: number }).planned;
  } finally {
    database.close();
  }
}

describe("The page of the settings", () => {
  it("shows a group with what each means, what it is and where that comes from", async () => {
    const html = await page("/settings?group=ask");
    const form = formOf(html, "ask.delay");
    expect(form).toContain("How long after the resolution the question comes.");
    expect(form).toMatch(/<code>ask\.delay<\/code> <span class="tag">set in the file<\/span> Default: 5m/);
    expect(html).toContain(file());
    expect(formOf(html, "ask.where")).toMatch(/<option value="thread" selected>/);
    expect(html).toMatch(/aria-current="page">Settings</);
    expect(html).not.toContain('id="setting-desk-name"');
  });

  it("has words for every setting and every group, in each language", () => {
    const keys = settingShapes(PLATFORMS).flatMap(({ path }) => [
      `setting.${path}`,
      `setting.group.${path.split(".")[0] ?? path}`,
    ]);
    for (const lang of WORDING.locales)
      for (const key of keys) expect(() => WORDING.say(lang, key as WordingKey), `${key} in ${lang}`).not.toThrow();
  });

  it("finds settings by their words", async () => {
    const html = await page("/settings?q=reminder");
    expect(html).toContain('id="setting-ask-remindAfter"');
    expect(html).toMatch(/<h2 id="group">\d settings<\/h2>/);
    expect(await page("/settings?q=xyzzy")).toContain("No setting matches.");
  });

  it("writes a change into the file and has it in force for the next conversation", async () => {
    expect(await plannedAfter("before")).toBe(5 * MINUTE);
    expect(existsSync(file())).toBe(false);
    const changed = await change("ask.delay", { value: "25m" });
    expect([changed.status, changed.headers.get("location")]).toEqual([303, "/settings?group=ask&saved=ask.delay"]);
    expect(kept()).toBe('desk:\n  name: Acme Support\n  brand: Acme\nask:\n  quietHours: ""\n  delay: 25m\n');
    const html = await page("/settings?group=ask&saved=ask.delay");
    expect(html).toContain("Saved. ask.delay takes effect now.");
    expect(formOf(html, "ask.delay")).toMatch(/set in the file[\s\S]*Default: 5m/);
    expect(await plannedAfter("after")).toBe(25 * MINUTE);
  });

  it("keeps what was typed beside its fault, and the file as it was", async () => {
    const before = kept();
    const refused = await change("ask.delay", { value: "so<on" });
    expect(refused.status).toBe(422);
    const form = formOf(await refused.text(), "ask.delay");
    expect(form).toMatch(/value="so&lt;on"[^>]*aria-invalid="true"/);
    expect(form).toContain("doesn’t fit. Allowed: a duration such as");
    expect(kept()).toBe(before);
  });

  it("changes lists by line, entries by field, and goes back to the default", async () => {
    await change("desk.holidays", { value: "12-25\n\n2026-12-31" });
    await change("products", {
      rows: "3",
      "row-0-id": "app",
      "row-0-name": "Mobile app",
      "row-1-id": "",
      "row-2-id": "web",
      "row-2-name": "Shop",
    });
    await change("digest.themes", { value: "delivery: van, dispatch*\n" });
    await change("recovery.agentsSeeOwnScores", { value: "true" });
    await change("digest.minAnswers", { value: "9" });
    expect(kept()).toContain("  holidays:\n    - 12-25\n    - 2026-12-31\n");
    const html = await page("/settings?group=products");
    expect(formOf(html, "products")).toMatch(/value="Mobile app"[\s\S]*value="Shop"[\s\S]*name="row-2-name" value=""/);
    const twice = await change("products", {
      rows: "2",
      "row-0-id": "a",
      "row-0-name": "A",
      "row-1-id": "a",
      "row-1-name": "B",
    });
    expect(await twice.text()).toMatch(/<code>products\.1\.id<\/code>[\s\S]*an id that no other product has/);
    expect((await change("desk.holidays", { act: "reset", value: "" })).status).toBe(303);
    expect(kept()).not.toContain("holidays");
    expect(kept()).toMatch(/minAnswers: 9\n/);
  });

  it("takes up what was changed in the file by hand", async () => {
    writeFileSync(file(), kept().replace("name: Acme Support", "name: By Hand # ours"));
    expect(formOf(await page("/settings"), "desk.name")).toContain('value="By Hand"');
    expect(await page("/")).toContain("By Hand");
  });

  it("tells the second of two who change one setting at once, and keeps what they typed", async () => {
    const was = /name="was" value="(\w+)"/.exec(
      formOf(await page("/settings?group=recovery"), "recovery.contactWithin"),
    );
    const opened = was?.[1] ?? "";
    expect((await change("recovery.contactWithin", { value: "8h", was: opened })).status).toBe(303);
    const second = await change("recovery.contactWithin", { value: "12h", was: opened });
    expect(second.status).toBe(422);
    const form = formOf(await second.text(), "recovery.contactWithin");
    expect(form).toContain("Somebody else changed this meanwhile; what holds now is 8h.");
    expect(form).toContain('value="12h"');
    expect(kept()).toContain("contactWithin: 8h");
    const again = /name="was" value="(\w+)"/.exec(form)?.[1] ?? "";
    expect((await change("recovery.contactWithin", { value: "12h", was: again })).status).toBe(303);
    expect(kept()).toContain("contactWithin: 12h");
  });

  it("shows no secrets of the environment, and is closed without a key", async () => {
    expect(await page("/settings")).not.toMatch(/desk-key-of-the-test|api-key/);
    expect((await program.ask("/settings")).status).toBe(401);
    const nobody = await program.ask("/settings/change", {
      method: "POST",
      headers: { Origin: program.origin },
      body: new URLSearchParams({ path: "desk.name", value: "X" }),
    });
    expect(nobody.status).toBe(401);
  });
});
