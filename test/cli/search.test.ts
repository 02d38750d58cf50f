import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { DEFAULT_DESK } from "../../src/desk.ts";
import { openStore } from "../database/open-store.ts";
import { agent, createWorld, customer, SECOND } from "../world.ts";
import { eachInFolder } from "./folder.ts";
import { run } from "./program.ts";

const folder = eachInFolder();
const search = (...given: string[]) => run(["search", ...given], { EMPTYCHAIR_DATA: folder.path });

/** What the desk in the folder tells in its audit log. */
async function audits() {
  const store = await openStore(join(folder.path, "emptychair.db"));
  const lines = await store.at(DEFAULT_DESK).list("audit", { orderBy: "number" });
  await store.close();
  return lines;
}

describe("emptychair search", () => {
  beforeEach(async () => {
    const store = await openStore(join(folder.path, "emptychair.db"));
    const world = createWorld({ store });
    await world.writes(customer, "Refund \u001b[31mme at one@example.com, says Customer One");
    world.sleep(SECOND);
    await world.writes(agent, "The refund is on its way.");
    await store.close();
  });

  it("shows what was written, redacted and with nothing that commands a terminal, and tells the audit log who looked", async () => {
    const { code, out, err } = await search("refund");
    expect({ code, err }).toEqual({ code: 0, err: "" });
    const [titles, first, second, sum] = out.split("\n");
    expect(titles?.split(/ {2,}/)).toEqual(["WHEN (UTC)", "WHO", "PRODUCT", "CONVERSATION", "WORDS"]);
    expect(first).toMatch(/^2026-11-16 09:00 {2}agent .*The refund is on its way\.$/);
    expect(second).toMatch(/customer .*Refund \[31mme at \[e-mail\], says \[name\]$/);
    expect(sum).toBe("2 found.");
    expect(await audits()).toMatchObject([{ act: "read", byRole: "admin", via: "command", facts: { hits: 2 } }]);
  });

  it("holds to filters, as JSON too", async () => {
    const { out } = await search("refund", "--without", "way", "--person", "Customer One", "--format", "json");
    expect(JSON.parse(out)).toMatchObject([{ author: "customer", marks: [[0, 6]] }]);
    expect((await search("refund", "--week", "2026-W01")).out).toBe("Nothing was found.\n");
  });

  it("ends with 2 where it is not understood", async () => {
    expect(await search("refund", "--band", "happy")).toMatchObject({
      code: 2,
      err: expect.stringContaining("promoter"),
    });
    expect(await search()).toMatchObject({ code: 2, err: expect.stringContaining("at least one word") });
    expect(await search("x", "--limit", "many")).toMatchObject({ code: 2, err: expect.stringContaining("--limit") });
  });
});
