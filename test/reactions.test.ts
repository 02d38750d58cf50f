import { describe, expect, it } from "vitest";
import type { Context } from "../src/context.ts";
import { readOnce } from "../src/decision.ts";
import type { InboundEvent } from "../src/events.ts";
import { createDraft, type Outcome, type RowChange } from "../src/outcome.ts";
import type { Reader } from "../src/ports.ts";
import { type Reactions, withReactions } from "../src/reactions.ts";
import type { Cursor, Receipt } from "../src/rows.ts";
import { settingsOf } from "./world.ts";

const event: InboundEvent = { kind: "unsupported", id: null, at: 0, what: "a test" };

const cursor = (version: number, position: string): Cursor => ({ id: "place", version, position, at: 0 });
const receipt = (id: string): Receipt => ({ id, version: 0, fingerprint: "", at: 0, status: null, answer: null });

/** A store of one cursor, that counts how often it is read. */
function storeOf(kept: Cursor) {
  let reads = 0;
  const store = {
    get: async (_: string, id: string) => {
      reads += 1;
      return id === kept.id ? kept : null;
    },
    list: async () => {
      reads += 1;
      return [{ ...kept }];
    },
  };
  return { store: store as unknown as Reader, reads: () => reads };
}

const decided = (...rows: Cursor[]): Outcome => ({
  changes: rows.map((row) => ({ table: "cursor", row })),
  messages: [],
});

function react(outcome: Outcome, store: Reader, reactions: Reactions): Promise<Outcome> {
  return withReactions(outcome, event, { store, settings: settingsOf() } as Context, reactions);
}

describe("what follows", () => {
  it("hears of a row as the store has it and as it is to stand, null where it is new", async () => {
    const heard: RowChange<"cursor">[] = [];
    const reactions: Reactions = { cursor: [(_, __, changes) => void heard.push(...changes)] };
    const kept = cursor(3, "1");
    await react(decided(cursor(3, "2"), { ...cursor(0, "9"), id: "new" }), storeOf(kept).store, reactions);
    expect(heard).toEqual([
      { before: kept, after: cursor(3, "2") },
      { before: null, after: { ...cursor(0, "9"), id: "new" } },
    ]);
  });

  it("does not hear of a row that only guards its version", async () => {
    let rounds = 0;
    await react(decided(cursor(3, "1")), storeOf(cursor(3, "1")).store, {
      cursor: [
        () => {
          rounds += 1;
        },
      ],
    });
    expect(rounds).toBe(0);
  });

  it("goes on until nothing new was changed, each change heard of once, and is saved with the outcome", async () => {
    const heard: string[] = [];
    const reactions: Reactions = {
      cursor: [
        async ({ store }, draft, changes) => {
          for (const { before, after } of changes) {
            heard.push(`${before?.position} to ${after.position}`);
            expect(await store.get("cursor", "place")).toEqual(after);
            if (after.position === "2") draft.put("receipt", receipt("follows"));
          }
        },
      ],
      receipt: [(_, draft) => draft.put("cursor", cursor(3, "3"))],
    };
    const outcome = await react(decided(cursor(3, "2")), storeOf(cursor(3, "1")).store, reactions);
    expect(heard).toEqual(["1 to 2", "2 to 3"]);
    expect(outcome.changes.map(({ row }) => row)).toEqual([cursor(3, "3"), receipt("follows")]);
  });

  it("throws where reactions set each other off for ever", async () => {
    const reactions: Reactions = {
      cursor: [(_, draft, [change]) => draft.put("cursor", cursor(3, `${change?.after.position}+`))],
    };
    await expect(react(decided(cursor(3, "2")), storeOf(cursor(3, "1")).store, reactions)).rejects.toThrow(
      "What follows unsupported did not come to rest in 10 rounds",
    );
  });

  it("is given rows as the draft has them, listed rows too, and keeps what was said and refused", async () => {
    const seen: string[] = [];
    const reactions: Reactions = {
      cursor: [
        async ({ store }, draft) => {
          for (const { position } of await store.list("cursor", {})) seen.push(position);
          draft.say({ id: "2", to: "lane", message: { kind: "notice", text: "Two", actions: [] } });
        },
      ],
    };
    const draft = createDraft(decided(cursor(3, "2")));
    draft.say({ id: "1", to: "lane", message: { kind: "notice", text: "One", actions: [] } });
    draft.refuse({ code: "unclear", text: "No" });
    const outcome = await react(draft.outcome(), storeOf(cursor(3, "1")).store, reactions);
    expect(seen).toEqual(["2"]);
    expect(outcome.messages.map(({ id }) => id)).toEqual(["1", "2"]);
    expect(outcome.refusal?.code).toBe("unclear");
  });
});

describe("a row that is to be gone", () => {
  it("is given to nobody who reads, and nothing hears of it", async () => {
    const heard: string[] = [];
    const read: unknown[] = [];
    const reactions: Reactions = {
      cursor: [(_, __, changes) => void heard.push(...changes.map(({ after }) => after.id))],
      receipt: [
        async ({ store }) => void read.push(await store.get("cursor", "place"), await store.list("cursor", {})),
      ],
    };
    const draft = createDraft();
    draft.remove("cursor", cursor(3, "2"));
    draft.put("receipt", receipt("key"));
    const outcome = await react(draft.outcome(), storeOf(cursor(3, "1")).store, reactions);
    expect(heard).toEqual([]);
    expect(read).toEqual([null, []]);
    expect(outcome.changes).toHaveLength(2);
  });
});

describe("the reader of one decision", () => {
  it("reads a row once, whether it was found by its id or in a list, and remembers that there is none", async () => {
    const kept = storeOf(cursor(3, "1"));
    const once = readOnce(kept.store);
    const [listed] = await once.list("cursor", {});
    expect(await once.get("cursor", "place")).toBe(listed);
    expect(await once.get("cursor", "nowhere")).toBeNull();
    expect(await once.get("cursor", "nowhere")).toBeNull();
    expect(kept.reads()).toBe(2);
    expect((await once.list("cursor", {}))[0]).toBe(listed);
  });
});
