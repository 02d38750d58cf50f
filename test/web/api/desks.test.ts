import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { json, SIDES, startTwoDesks, type TwoDesks } from "../two-desks.ts";

let program: TwoDesks;
beforeAll(async () => {
  program = await startTwoDesks();
}, 90_000);
afterAll(() => program?.stop());

describe("The help-desk API of two desks", () => {
  it("keeps the same id apart, and means the first desk where none is named", async () => {
    const [first, same, second] = await Promise.all(
      ["", "/desks/a", "/desks/b"].map((base) => json(program.call(`${base}/interactions/T-1`))),
    );
    expect(same).toEqual(first);
    expect(second).not.toEqual(first);
    const digests = SIDES.map((side) => json(program.call(`/desks/${side}/digest`)));
    expect((await Promise.all(digests)).map(({ id }) => (id as { team: string }).team)).toEqual(["a", "b"]);
    const other = await program.call(`/desks/a/surveys/${program.surveys.b.id}/response`, undefined, {
      method: "PUT",
      body: JSON.stringify({ score: 10 }),
    });
    expect(other.status).toBe(404);
  });

  it("says where an interaction is read, at its own desk", async () => {
    const customer = { id: "c-9" };
    const opened = await program.call("/desks/b/interactions", { id: "T-9", customer });
    expect(opened.headers.get("location")).toBe("/api/v1/desks/b/interactions/T-9");
    const missing = await json(program.call("/interactions/T-9"));
    expect(missing).toMatchObject({ status: 404, detail: expect.stringContaining("POST /api/v1/interactions.") });
  });

  it("keeps idempotency keys for each desk", async () => {
    const headers = { "Idempotency-Key": "key-1" };
    const send = (base: string, id: string) =>
      program.call(`${base}/interactions`, { id, customer: { id: "c-8" } }, { headers });
    expect((await send("/desks/b", "T-8")).status).toBe(201);
    expect((await send("", "T-8")).status).toBe(201);
    expect((await send("/desks/b", "T-8")).status).toBe(201);
    expect((await send("/desks/b", "T-7")).status).toBe(409);
  });

  it("opens to a key that was made at a desk, there alone and however the address is written", async () => {
    const page = await program.sit("/desks/b/settings/keys/make", { name: "Ticket system", scope: "write" });
    const secret = /value="(ec_[^"]+)"/.exec(await page.text())?.[1] ?? "";
    const headers = { Authorization: `Bearer ${secret}` };
    const ask = (path: string) => program.call(path, undefined, { headers });
    expect((await ask("/desks/b/interactions/T-1")).status).toBe(200);
    for (const path of ["", "/desks/a", "/desks/%61", "/desks/c", "/desks/b/../a", "/desks/b/%2e%2e/a"]) {
      const answer = await ask(`${path}/interactions/T-1`);
      const { detail } = await json(Promise.resolve(answer));
      expect([path, answer.status, detail]).toEqual([path, 403, expect.stringContaining("opens the desk b alone")]);
    }
  });

  it.each(["/desks/c/interactions/T-1", "/desks/c/digest", "/desks/c", "/desks/b/nothing"])(
    "has a problem for %s",
    async (path) => {
      const answer = await program.call(path);
      expect([answer.status, answer.headers.get("content-type")]).toEqual([404, "application/problem+json"]);
      expect((await json(Promise.resolve(answer))).detail).toContain(
        path.startsWith("/desks/c") ? "no desk c" : "There is no GET",
      );
    },
  );
});
