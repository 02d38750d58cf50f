import { describe, expect, it } from "vitest";
import { openDesk } from "../open-desk.ts";
import { CUSTOMER, expectProblem, withTalk } from "./help-desk.ts";

const bearer = (key: string) => ({ headers: { Authorization: `Bearer ${key}` } });

describe("the key of the API", () => {
  it("may be one of several, and no other", async () => {
    const desk = await openDesk({ apiKeys: ["first-key", "second-key"] });
    for (const key of ["first-key", "second-key"]) {
      expect((await desk.ask("/api/v1/openapi.json", bearer(key))).status).toBe(200);
    }
    for (const key of ["third-key", "first-key,second-key", "first-key2", ""]) {
      const answer = await desk.ask("/api/v1/openapi.json", bearer(key));
      expect(answer.headers.get("www-authenticate")).toContain("Bearer");
      await expectProblem(answer, 401, "EMPTYCHAIR_API_KEY");
    }
    await expectProblem(await desk.ask("/api/v1/interactions/1"), 401, "A key is needed");
    await expectProblem(await desk.sit("/api/v1/interactions/1"), 401, "A key is needed");
  });

  it("switches the API on: without one, the answer says how", async () => {
    const desk = await openDesk({ apiKeys: [] });
    await expectProblem(await desk.call("/interactions/1"), 404, "Set EMPTYCHAIR_API_KEY");
    await expectProblem(await desk.ask("/api/v1/openapi.json", bearer("")), 404, "Set EMPTYCHAIR_API_KEY");
  });
});

describe("a body", () => {
  it.each([
    ["an unknown field", { id: "1", customer: { id: "c", phone: "1" }, mood: "bad" }, ["customer.phone", "mood"]],
    ["missing fields", {}, ["id", "customer"]],
    ["wrong types", { id: 1, customer: [] }, ["id", "customer"]],
    ["empty texts", { id: "", customer: { id: "c", name: " " } }, ["id", "customer.name"]],
    ["a time without an offset", { id: "1", customer: { id: "c" }, openedAt: "2026-11-16T09:00:00" }, ["openedAt"]],
    ["a time that is none", { id: "1", customer: { id: "c" }, openedAt: "2026-02-30T09:00:00Z" }, ["openedAt"]],
    ["a number as a time", { id: "1", customer: { id: "c" }, openedAt: 1 }, ["openedAt"]],
    ["no language", { id: "1", customer: { id: "c", locale: "english!" } }, ["customer.locale"]],
    ["no zone", { id: "1", customer: { id: "c", zone: "Mars/Base" } }, ["customer.zone"]],
    ["an offset, which is no zone", { id: "1", customer: { id: "c", zone: "+02:00" } }, ["customer.zone"]],
    ["no yes or no", { id: "1", customer: { id: "c", key: "yes" } }, ["customer.key"]],
    ["an address of ours", { id: "1", customer: { id: "c", address: "web:team:1" } }, ["customer.address"]],
    ["half a character", { id: "\ud800", customer: { id: "c" } }, ["id"]],
  ])("is refused with the names of what is wrong: %s", async (_, body, fields) => {
    const desk = await openDesk();
    const problem = await expectProblem(await desk.call("/interactions", body), 400, fields[0] ?? "");
    expect((problem.errors as { field: string }[]).map(({ field }) => field).sort()).toEqual([...fields].sort());
    expect(await desk.world.store.list("interaction", {})).toEqual([]);
  });

  it("is refused where its field is the name of something every object has", async () => {
    const desk = await openDesk();
    const body = '{"id":"1","customer":{"id":"c"},"__proto__":{"admin":true}}';
    await expectProblem(await desk.call("/interactions", undefined, { method: "POST", body }), 400, "__proto__");
  });

  it("must be JSON in UTF-8", async () => {
    const desk = await withTalk();
    const send = (body: string | Uint8Array<ArrayBuffer>, type = "application/json") =>
      desk.call("/interactions/T-1/resolve", undefined, { method: "POST", body, headers: { "Content-Type": type } });
    await expectProblem(await send("{"), 400, "not JSON");
    await expectProblem(await send("[]"), 400, "whole body");
    await expectProblem(await send("null"), 400, "whole body");
    await expectProblem(await send(new Uint8Array([0x22, 0xff, 0x22])), 400, "UTF-8");
    await expectProblem(await send("{}", "application/x-www-form-urlencoded"), 415, "application/json");
    expect((await send("{}", "application/json; charset=utf-8")).status).toBe(200);
  });

  it("may hold any text there is", async () => {
    const desk = await withTalk();
    const text = `<img onerror=alert(1)> \u202E🪑 ${"long ".repeat(10_000)}`;
    expect((await desk.call("/interactions/T-1/entries", { author: "customer", text })).status).toBe(201);
    const entries = await desk.world.store.list("entry", { orderBy: "position" });
    expect(entries.at(-1)?.text).toBe(text);
    await expectProblem(
      await desk.call("/interactions/T-1/entries", { author: "customer", text: "a\0b" }),
      400,
      "text",
    );
    await expectProblem(await desk.call("/interactions/T-1/entries", { author: "bot", text: "a" }), 400, "author");
  });
});

it("names the calls there are where there is none", async () => {
  const desk = await openDesk();
  await expectProblem(await desk.call("/nothing"), 404, "There is no GET /api/v1/nothing");
  await expectProblem(
    await desk.call("/interactions", { id: "1", customer: CUSTOMER }, { method: "PATCH" }),
    404,
    "PATCH",
  );
});
