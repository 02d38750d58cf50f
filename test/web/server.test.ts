import { describe, expect, it } from "vitest";
import { openDesk } from "./open-desk.ts";

describe("the web server", () => {
  it("says that it lives, and whether it is ready", async () => {
    let ok = true;
    const desk = await openDesk({ ready: async () => ({ ok, checks: { database: ok } }) });
    expect((await desk.ask("/healthz")).status).toBe(200);
    expect((await desk.ask("/readyz")).status).toBe(200);
    ok = false;
    const answer = await desk.ask("/readyz");
    expect([answer.status, await answer.json()]).toEqual([503, { ok: false, checks: { database: false } }]);
    expect((await desk.ask("/healthz")).status).toBe(200);
  });

  it("is not ready where that cannot be told", async () => {
    const desk = await openDesk({ ready: () => Promise.reject(new Error("gone")) });
    expect((await desk.ask("/readyz")).status).toBe(503);
  });

  it("says what to do where its port is taken", async () => {
    const desk = await openDesk();
    await expect(openDesk({ port: desk.port })).rejects.toThrow(`Port ${desk.port} of 127.0.0.1 is in use`);
  });

  it("lets a request under way end before it stops, and takes no other", async () => {
    const begun = resolvers();
    const goOn = resolvers();
    const desk = await openDesk({
      async ready() {
        begun.resolve();
        await goOn.promise;
        return { ok: true, checks: {} };
      },
    });
    const slow = desk.ask("/readyz");
    await begun.promise;
    const stopped = desk.platform.stop();
    await expect(desk.ask("/healthz")).rejects.toThrow();
    goOn.resolve();
    expect(await (await slow).json()).toEqual({ ok: true, checks: {} });
    await stopped;
  });

  it("answers a failure with a page that gives nothing away, and logs it", async () => {
    const desk = await openDesk();
    desk.world.store.list = () => Promise.reject(new Error("secret detail"));
    const page = await desk.sit("/");
    expect(page.status).toBe(500);
    expect(await page.text()).not.toContain("secret detail");
    const call = await desk.call("/interactions/1");
    expect([call.status, call.headers.get("content-type")]).toEqual([500, "application/problem+json"]);
    expect(await call.text()).not.toContain("secret detail");
    expect(desk.world.log.faults).toHaveLength(2);
  });
});

function resolvers() {
  let resolve = () => {};
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
