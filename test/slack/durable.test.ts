import { describe, expect, it } from "vitest";
import { createMemoryStore } from "../../adapters/database/memory.ts";
import type { Store } from "../../src/ports.ts";
import { MINUTE, SECOND } from "../world.ts";
import { MODES, SUPPORT, slackDesk } from "./slack-desk.ts";
import { askedOnSlack, homeOf, modalOf, moment, resolved } from "./talk.ts";

/** A store that fails or dawdles, when it is told to, over what people do. */
function troubledStore() {
  const store = createMemoryStore();
  const trouble = { failures: 0, tried: 0, held: null as Promise<void> | null };
  const troubled: Store = {
    ...store,
    async save(desk, event, changes) {
      if (!event.id?.startsWith("slack:")) return store.save(desk, event, changes);
      trouble.tried += 1;
      if (trouble.held) await trouble.held;
      if (trouble.failures > 0) {
        trouble.failures -= 1;
        throw new Error("disk full");
      }
      return store.save(desk, event, changes);
    },
  };
  return { store: troubled, trouble };
}

describe.each(MODES)("what Slack brings over %s", (mode) => {
  it("is not acknowledged when it could not be saved, and is kept once when Slack brings it again", async () => {
    const { store, trouble } = troubledStore();
    const desk = await slackDesk({ mode, store });
    trouble.failures = 1;
    desk.slack.user("U1").writes(SUPPORT, "Hello?");
    if (mode === "socket") {
      await expect.poll(() => trouble.failures).toBe(0);
      await desk.time.advance(3 * SECOND);
    }
    await desk.settle();
    const receipts = desk.slack.deliveries.filter(({ parcel }) => parcel.kind === "events_api");
    expect(receipts.map(({ receipt }) => receipt.ok)).toEqual([false, true]);
    expect(receipts[0]?.receipt).toMatchObject({ reason: mode === "socket" ? "timeout" : "http_error" });
    expect(await desk.store.list("entry", {})).toMatchObject([{ text: "Hello?" }]);
    expect(desk.slack.complaints).toEqual([]);
  });

  it("is acknowledged only after a slow save", async () => {
    const { store, trouble } = troubledStore();
    const desk = await slackDesk({ mode, store });
    let release = () => {};
    trouble.held = new Promise((resolve) => {
      release = resolve;
    });
    const tried = trouble.tried;
    desk.slack.user("U1").writes(SUPPORT, "Hello?");
    await expect.poll(() => trouble.tried).toBeGreaterThan(tried);
    expect(desk.slack.deliveries).toEqual([]);
    trouble.held = null;
    release();
    await desk.settle();
    expect(desk.slack.deliveries.map(({ receipt }) => receipt.ok)).toEqual([true]);
    expect(await desk.store.list("entry", {})).toHaveLength(1);
  });

  it("is told as an error to whoever clicks, submits or types a command that could not be saved", async () => {
    const { store, trouble } = troubledStore();
    const { desk, question, first } = await askedOnSlack({ mode, store });
    const customer = desk.slack.user("U1");
    const fails = async (act: () => Promise<unknown>) => {
      trouble.failures = 1;
      const done = act();
      if (mode === "socket") {
        await expect.poll(() => trouble.failures).toBe(0);
        await desk.time.advance(3 * SECOND);
      }
      expect(await done).toBe(mode === "socket" ? "operation_timeout" : "http_error");
    };
    await fails(() => customer.clicks(question, "score:9"));
    expect(await desk.store.list("response", {})).toEqual([]);
    expect(await customer.clicks(question, "score:9")).toBe("ok");
    await moment(desk);
    const thanks = customer.sees(SUPPORT, first).at(-1);
    await customer.clicks(thanks as never, "comment");
    await modalOf(desk, "U1");
    await fails(() => customer.submits({ note: "Quick help." }));
    expect(await customer.submits({ note: "Quick help." })).toBe("ok");
    expect(await desk.store.list("response", {})).toMatchObject([{ score: 9, comment: "Quick help." }]);
    await fails(() => customer.runs("/emptychair stop"));
    expect((await desk.store.list("customer", {})).every(({ optedOutAt }) => optedOutAt === null)).toBe(true);
    customer.opensHome();
    const home = await homeOf(desk, "U1", "Stop asking me");
    await fails(() => customer.clicks(home, "opt-out"));
    expect(desk.slack.complaints).toEqual([]);
  });

  it("is waited for by a stop, and then acknowledged", async () => {
    const { store, trouble } = troubledStore();
    const desk = await slackDesk({ mode, store });
    let release = () => {};
    trouble.held = new Promise((resolve) => {
      release = resolve;
    });
    const tried = trouble.tried;
    desk.slack.user("U1").writes(SUPPORT, "Hello?");
    await expect.poll(() => trouble.tried).toBeGreaterThan(tried);
    let isStopped = false;
    const stopping = desk.adapter.stop().then(() => {
      isStopped = true;
    });
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(isStopped).toBe(false);
    trouble.held = null;
    release();
    await stopping;
    await desk.slack.events.quiet();
    await expect.poll(() => desk.slack.socketMode.count).toBe(0);
    expect(desk.slack.deliveries.map(({ receipt }) => receipt.ok)).toEqual([true]);
    expect(await desk.store.list("entry", {})).toHaveLength(1);
    desk.slack.user("U1").writes(SUPPORT, "Still there?");
    await desk.slack.events.quiet();
    expect(desk.slack.deliveries.at(-1)?.receipt.ok).toBe(false);
    expect(await desk.store.list("entry", {})).toHaveLength(1);
  });

  it("waits for its turn without loss when the store is down for the first two deliveries", async () => {
    const { store, trouble } = troubledStore();
    const desk = await slackDesk({ mode, store });
    const first = await resolved(desk);
    trouble.failures = 2;
    desk.slack.user("U1").writes(SUPPORT, "One more thing.", { thread: first });
    for (let tries = 0; tries < 2; tries += 1) {
      await expect.poll(() => trouble.failures).toBeLessThan(2 - tries);
      await desk.time.advance(3 * SECOND);
    }
    await desk.time.advance(MINUTE);
    await desk.settle();
    expect((await desk.store.list("entry", {})).filter(({ text }) => text === "One more thing.")).toHaveLength(1);
    expect(desk.slack.complaints).toEqual([]);
  });

  it("is acknowledged in time though every look-up hangs", async () => {
    const desk = await slackDesk({ mode });
    for (const method of ["users.info", "conversations.replies", "usergroups.users.list"])
      desk.slack.faults.add({ method, when: "before", how: { slowMs: Number.POSITIVE_INFINITY }, times: 100 });
    await desk.time.advance(10 * MINUTE);
    const release = desk.slack.events.hold();
    const first = desk.slack.user("U1").writes(SUPPORT, "Hello?");
    desk.slack.user("U3").writes(SUPPORT, "Same here.", { thread: first });
    release("reversed");
    await desk.settle();
    expect(desk.slack.deliveries.map(({ receipt }) => receipt.ok)).toEqual([true, true]);
    expect(await desk.store.list("entry", {})).toHaveLength(2);
    expect(desk.slack.complaints).toEqual([]);
  });
});
