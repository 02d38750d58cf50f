import { describe, expect, it } from "vitest";
import { countingIds, createWorld, HOUR, settingsOf } from "../../world.ts";
import { API_KEY, type DeskOptions, type OpenDesk, openDesk } from "../open-desk.ts";
import { CUSTOMER, expectProblem, withTalk } from "./help-desk.ts";

const ADMIN = { address: "web:person:fir", role: "admin", name: "Admin Fir" } as const;

/** A key that an admin has made at the desk. */
async function madeKey({ world }: OpenDesk, scope: "read" | "write", name = `Program that may ${scope}`) {
  const { disclosed } = await world.handle({ kind: "key-wanted", by: ADMIN, name, scope, via: "page" });
  if (disclosed?.kind !== "key") throw new Error("No key was made");
  return disclosed;
}

async function keyed(scope: "read" | "write", options: DeskOptions = {}) {
  const desk = await withTalk(options);
  const { secret, keyId } = await madeKey(desk, scope);
  const call = (path: string, body?: unknown, init?: RequestInit) =>
    desk.call(path, body, { ...init, headers: { Authorization: `Bearer ${secret}` } });
  return { ...desk, desk, secret, keyId, call };
}

describe("a key that an admin made at a desk", () => {
  it("lets a program read and write there, and is kept as a hash", async () => {
    const { world, call, secret } = await keyed("write");
    expect(secret).toMatch(/^ec_/);
    expect((await call("/interactions", { id: "T-2", customer: CUSTOMER })).status).toBe(201);
    expect((await call("/desks/default/interactions/T-2")).status).toBe(200);
    expect(JSON.stringify(await world.store.list("key", {}))).not.toContain(secret);
    expect((await world.store.list("audit", {})).map(({ act }) => act)).toContain("key-made");
  });

  it("only reads where it is made so: whatever it would change is refused and stays", async () => {
    const { world, call } = await keyed("read");
    expect((await call("/interactions/T-1")).status).toBe(200);
    for (const method of ["POST", "PUT", "DELETE"])
      await expectProblem(await call("/interactions/T-1/resolve", {}, { method }), 403, "only reads");
    expect(await world.store.list("resolution", {})).toEqual([]);
  });

  it("opens nothing from the moment in which it is revoked, and neither does one that nobody made", async () => {
    const { world, call, keyId, ask } = await keyed("read");
    expect((await call("/interactions/T-1")).status).toBe(200);
    await world.handle({ kind: "key-revoked", by: ADMIN, keyId, via: "page" });
    await expectProblem(await call("/interactions/T-1"), 401, "revoked");
    const headers = { Authorization: `Bearer ec_${"x".repeat(64)}` };
    await expectProblem(await ask("/api/v1/interactions/T-1", { headers }), 401, "no key of a desk");
  });

  it("opens nothing five seconds after another process has revoked it, though nobody tells this one", async () => {
    const { world, call, keyId } = await keyed("read");
    // By the first its use is noted, which has it looked up once more; the second is remembered.
    for (const _ of [1, 2]) expect((await call("/interactions/T-1")).status).toBe(200);
    const elsewhere = createWorld({ store: world.allDesks, start: world.now(), ids: countingIds() });
    await elsewhere.handle({ kind: "key-revoked", id: null, by: ADMIN, keyId, via: "command" });
    world.sleep(4_999);
    expect((await call("/interactions/T-1")).status).toBe(200);
    world.sleep(1);
    await expectProblem(await call("/interactions/T-1"), 401, "revoked");
  });

  it("opens the API where the environment has no key", async () => {
    const desk = await openDesk({ apiKeys: [] });
    await expectProblem(await desk.call("/interactions/T-1"), 404, "switched off");
    const { secret } = await madeKey(desk, "read");
    const headers = { Authorization: `Bearer ${secret}` };
    await expectProblem(await desk.ask("/api/v1/interactions/T-1", { headers }), 404, "There is no interaction T-1");
    await expectProblem(await desk.ask("/api/v1/interactions/T-1"), 401, "A key is needed");
    await expectProblem(await desk.call("/interactions/T-1"), 401, "The key is not one");
  });

  it("is noted as used, once an hour at most", async () => {
    const { world, call } = await keyed("read");
    const used = async () => (await world.store.list("key", {})).map(({ lastUsedAt }) => lastUsedAt);
    expect(await used()).toEqual([null]);
    const begun = world.now();
    await call("/interactions/T-1");
    await world.pass(HOUR / 2);
    await call("/interactions/T-1");
    expect(await used()).toEqual([begun]);
    await world.pass(HOUR / 2);
    await call("/interactions/T-1");
    expect(await used()).toEqual([begun + HOUR]);
  });

  it("has so many calls a minute of its own, and each of the environment's keys has as many as its variable allows", async () => {
    const settings = settingsOf({ api: { perMinute: 2 } });
    const { desk, world, call } = await keyed("read", { settings, apiPerMinute: 5 });
    expect([(await call("/interactions/T-1")).status, (await call("/interactions/T-1")).status]).toEqual([200, 200]);
    const refused = await call("/interactions/T-1");
    expect(refused.headers.get("retry-after")).toBe("60");
    await expectProblem(refused, 429, "the 2 calls that api.perMinute allows");
    const { secret } = await madeKey(desk, "read", "Another");
    const headers = { Authorization: `Bearer ${secret}` };
    expect((await desk.ask("/api/v1/interactions/T-1", { headers })).status).toBe(200);
    const ofProgram = { Authorization: `Bearer ${API_KEY}` };
    const called = async () => desk.ask("/api/v1/interactions/T-1", { headers: ofProgram });
    // The three with which the talk was told count as well.
    expect([(await called()).status, (await called()).status]).toEqual([200, 200]);
    await expectProblem(await called(), 429, "the 5 calls that EMPTYCHAIR_API_PER_MINUTE allows");
    await world.pass(60_000);
    expect([(await call("/interactions/T-1")).status, (await called()).status]).toEqual([200, 200]);
  });
});

describe("the page of the keys", () => {
  const form = (fields: Record<string, string>): RequestInit => ({ method: "POST", body: new URLSearchParams(fields) });

  it("shows a new key once, lists it without its secret, and revokes it", async () => {
    const desk = await withTalk();
    const fields = { form: "one", name: "Ticket <system>", scope: "write" };
    const made = await (await desk.sit("/settings/keys/make", form(fields))).text();
    const secret = /value="(ec_[^"]+)"/.exec(made)?.[1] ?? "";
    const headers = { Authorization: `Bearer ${secret}` };
    expect((await desk.ask("/api/v1/interactions/T-1", { headers })).status).toBe(200);
    expect((await desk.sit("/settings/keys/make", form(fields))).status).toBe(303);
    const page = await (await desk.sit("/settings/keys")).text();
    expect(page).toContain("Ticket &lt;system&gt;");
    expect(page).toContain("read and write");
    expect(page).toContain("last used");
    expect(page).not.toContain(secret);
    const [key] = await desk.world.store.list("key", {});
    await desk.sit("/settings/keys/revoke", form({ subject: key?.id ?? "" }));
    expect(await (await desk.sit("/settings/keys")).text()).toContain("revoked ");
    await expectProblem(await desk.ask("/api/v1/interactions/T-1", { headers }), 401, "revoked");
  });

  it("says why a key was not made, and leaves one of another desk alone", async () => {
    const desk = await openDesk();
    const said = async (path: string, fields: Record<string, string>) => {
      const answer = await desk.sit(path, form(fields));
      return [answer.status, await answer.text()];
    };
    await madeKey(desk, "read", "Taken");
    expect(await said("/settings/keys/make", { name: " ", scope: "read" })).toEqual([
      422,
      expect.stringContaining("which program the key is for"),
    ]);
    expect(await said("/settings/keys/make", { name: "Taken", scope: "read" })).toEqual([
      422,
      expect.stringContaining("Another key has that name"),
    ]);
    expect(await said("/settings/keys/revoke", { subject: "0".repeat(64) })).toEqual([
      422,
      expect.stringContaining("one of this desk’s"),
    ]);
  });
});
