import { describe, expect, it } from "vitest";
import { PrivateNetworkError, type ResolveHost } from "../adapters/checked-lookup.ts";
import { createGuardedFetch } from "../adapters/guarded-fetch.ts";
import { openReceiver, status } from "./servers/webhooks.ts";

const GET = { method: "GET", headers: {} };
const leadsTo =
  (...addresses: string[]): ResolveHost =>
  async () =>
    addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 }));

describe("an address that somebody else has named", () => {
  it.each([
    ["https://id.example.org/keys", ["10.0.0.7"]],
    ["https://id.example.org/keys", ["1.1.1.1", "::1"]],
    ["https://id.example.org/keys", ["::ffff:169.254.169.254"]],
    ["https://169.254.169.254/latest/meta-data", []],
    ["https://2130706433/", []],
    ["https://printer.local/", ["1.1.1.1"]],
    ["http://id.example.org/keys", ["1.1.1.1"]],
    ["ftp://own.example.org/keys", ["1.1.1.1"]],
    ["https://own.example.org/", ["169.254.169.254"]],
  ])("is not asked where it leads into a private network, or not by https: %s at %j", async (url, addresses) => {
    const guarded = createGuardedFetch("own.example.org", leadsTo(...addresses));
    await expect(guarded(url, GET)).rejects.toThrow(PrivateNetworkError);
  });

  it("is asked where the operator named its host, by the address that was looked at, and followed nowhere else", async () => {
    const away = { Location: "http://169.254.169.254/" };
    const own = await openReceiver(status(302, away));
    const { port } = new URL(own.origin);
    const guarded = createGuardedFetch("own.example.org", leadsTo("127.0.0.1"));
    const body = new URLSearchParams({ code: "1" });
    const answer = await guarded(`http://own.example.org:${port}/token`, { ...GET, method: "POST", body });
    expect([answer.status, answer.headers.get("location")]).toEqual([302, away.Location]);
    expect(own.taken).toMatchObject([{ path: "/token", body: "code=1", headers: { host: `own.example.org:${port}` } }]);
  });

  it("says why it could not be asked, and does not read without an end", async () => {
    const own = await openReceiver((answer) => void answer.end("x".repeat(1_100_000)));
    const guarded = createGuardedFetch("127.0.0.1");
    await expect(guarded(own.origin, GET)).rejects.toThrow("longer than");
    const signal = AbortSignal.abort();
    await expect(guarded(own.origin, { ...GET, signal })).rejects.toThrow("abort");
  });
});
