import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { createGroupCommit } from "../../adapters/database/group-commit.ts";
import type { Change } from "../../src/outcome.ts";
import { openStore, temporaryFolder } from "./open-store.ts";
import { DESK } from "./sample-rows.ts";

const place = (id: string, version = 0, position = "1"): Change => ({
  table: "cursor",
  row: { id, version, position, at: 0 },
});
const identity = (id: string, customerId: string): Change => ({
  table: "identity",
  row: { id, version: 0, customerId },
});

describe("saves at the same moment", () => {
  it("are each saved, seen or stale by themselves, in the order in which they were asked for", async () => {
    const store = await openStore(join(temporaryFolder(), "desk.db"));
    const save = (id: string | null, ...changes: Change[]) => store.save(DESK, { id, at: 0 }, changes);
    const results = await Promise.all([
      save("event-1", place("a")),
      save("event-1", place("b")),
      save(null, place("a")),
      save(null, place("a", 1, "2"), place("c", 7)),
      save(null, place("a", 1, "3")),
    ]);
    expect(results).toEqual(["saved", "seen", "stale", "stale", "saved"]);
    expect(await store.at(DESK).list("cursor", {})).toMatchObject([{ id: "a", position: "3", version: 2 }]);
    await store.close();
  });

  it("do not drag each other down when one of them breaks a rule that holds at the end", async () => {
    const store = await openStore(join(temporaryFolder(), "desk.db"));
    const saves = [place("a"), identity("web:customer:1", "nobody"), place("b")].map((change) =>
      store.save(DESK, { id: null, at: 0 }, [change]).catch((error: Error) => error.message),
    );
    const [one, wrong, other] = await Promise.all(saves);
    expect([one, other]).toEqual(["saved", "saved"]);
    expect(wrong).toMatch(/nothing was saved/i);
    expect((await store.at(DESK).list("cursor", {})).map(({ id }) => id)).toEqual(["a", "b"]);
    await store.close();
  });

  it("are saved before a close that is asked for behind them", async () => {
    const path = join(temporaryFolder(), "desk.db");
    const store = await openStore(path);
    const saved = store.save(DESK, { id: null, at: 0 }, [place("a")]);
    await store.close();
    expect(await saved).toBe("saved");
    const again = await openStore(path);
    expect(await again.at(DESK).list("cursor", {})).toHaveLength(1);
    await again.close();
  });
});

it("reads of one turn stand in the way of nothing else that is done in it", async () => {
  const path = join(temporaryFolder(), "desk.db");
  const store = await openStore(path);
  const listed = store.at(DESK).list("cursor", {});
  const saved = store.save(DESK, { id: null, at: 0 }, [place("a")]);
  expect(store.ailment()).toBeNull();
  const again = store.at(DESK).list("cursor", {});
  expect(store.scrub()).toBe(true);
  expect(await listed).toEqual([]);
  expect(await again).toEqual([]);
  expect(await saved).toBe("saved");
  expect(await store.at(DESK).list("cursor", {})).toHaveLength(1);
  await store.close();
});

describe("a group commit", () => {
  it("does in one go what comes together, and alone what comes alone", async () => {
    const done: string[][] = [];
    const commit = createGroupCommit<string, string>({
      together: (batch) => {
        done.push([...batch]);
        return batch.map((work) => `${work}!`);
      },
      alone: (work) => {
        done.push([work]);
        return `${work}.`;
      },
      isPassing: () => false,
      patienceMs: 0,
    });
    expect(await Promise.all(["a", "b", "c"].map(commit))).toEqual(["a!", "b!", "c!"]);
    expect(await commit("d")).toBe("d.");
    expect(done).toEqual([["a", "b", "c"], ["d"]]);
  });

  it("tries again what fails for a passing reason, with whoever comes meanwhile, and waits without blocking", async () => {
    let isLocked = true;
    const tried: string[][] = [];
    const together = (batch: readonly string[]) => {
      tried.push([...batch]);
      if (isLocked) throw new Error("locked");
      return batch.map((work) => `${work}!`);
    };
    const how = { together, alone: (work: string) => together([work])[0] ?? "", isPassing: () => true };
    const commit = createGroupCommit<string, string>({ ...how, patienceMs: 10_000 });
    const first = Promise.all([commit("a"), commit("b")]);
    await setTimeout(40);
    const later = commit("c");
    isLocked = false;
    expect(await first).toEqual(["a!", "b!"]);
    expect(await later).toBe("c!");
    expect(tried.length).toBeGreaterThan(1);
    expect(tried.at(-1)).toEqual(["a", "b", "c"]);
  });

  it("gives up when there is no more time, and begins anew with the next", async () => {
    let isLocked = true;
    const alone = (work: string) => {
      if (isLocked) throw new Error("locked");
      return work;
    };
    const together = (batch: readonly string[]) => batch.map(alone);
    const commit = createGroupCommit<string, string>({ together, alone, isPassing: () => true, patienceMs: 30 });
    const results = await Promise.allSettled(["a", "b"].map(commit));
    expect(results.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    isLocked = false;
    expect(await commit("c")).toBe("c");
  });
});
