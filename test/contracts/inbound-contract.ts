import { describe, expect, it } from "vitest";
import { createMemoryStore } from "../../adapters/database/memory.ts";
import type { Reader, Store } from "../../src/ports.ts";

/** Who acts: the customer, another one, and an agent who is of the team. */
export type Who = "customer" | "other" | "agent";
/** How an act ended before the person's eyes; `failed`: they were told that it did not arrive. */
export type Ended = "taken" | "failed";

/** A platform with a desk on it, as people use it. Every act ends when all that it brings about is done and said. */
export interface OpenInbound {
  readonly store: Reader;
  /** Faults that the program logged, and what the platform complained of. */
  faults(): readonly string[];
  /** Writes in the customer's conversation; the first message opens it. */
  writes(who: "customer" | "agent", text: string): Promise<Ended>;
  /** The agent resolves, by the platform's own way. */
  resolves(): Promise<Ended>;
  /** Lets the time pass until the customer has been asked. */
  untilAsked(): Promise<void>;
  /** Presses a button by its name, such as `score:7`, `not-now` or `case-claim`, where the person finds it. */
  presses(who: Who, button: string): Promise<Ended>;
  /** Presses the button and sends the form that it opens. */
  fills(who: Who, button: string, text: string): Promise<Ended>;
  /** Has the bot's message with such a button, that belongs to nothing, stand in the conversation. */
  standsStray(button: string): Promise<void>;
  /** Brings what somebody did last once more, as it was. */
  again(): Promise<void>;
  /** All that the person sees now, as one text. */
  sees(who: "customer" | "other"): Promise<string>;
  /** Changes or takes back the customer's first message; absent where nobody can. */
  readonly edits?: (text: string) => Promise<void>;
  readonly deletes?: () => Promise<void>;
}

export interface InboundPlatform {
  /** As the ids of what happens on it begin. */
  readonly id: string;
  readonly hasEdits: boolean;
  open(store: Store): Promise<OpenInbound>;
}

const NOT_YOURS = "This question is for the person who wrote in";
const NOT_TEAM = "Cases are worked by agents, leads and admins";
const NO_QUESTION = "There is no open question here any more.";
const CONVERSATION = ["interaction", "entry", "resolution", "survey", "response", "case", "post"] as const;
const TABLES = [...CONVERSATION, "customer"] as const;

const times = (text: string, part: string): number => text.split(part).length - 1;

async function rowsOf(store: Reader, tables: readonly (typeof TABLES)[number][] = TABLES): Promise<unknown> {
  return Promise.all(tables.map((table) => store.list(table, {})));
}

/** A store that cannot save what people do as often as it is told. */
function failingStore(platform: string) {
  const store = createMemoryStore();
  const trouble = { left: 0 };
  const save: Store["save"] = async (desk, event, changes) => {
    if (trouble.left > 0 && event.id?.startsWith(`${platform}:`)) {
      trouble.left -= 1;
      throw new Error("the disk is full");
    }
    return store.save(desk, event, changes);
  };
  return { store: { ...store, save }, trouble };
}

type Stage = "nothing" | "talk" | "question" | "answer" | "claim";

async function upTo(stage: Stage, open: OpenInbound): Promise<OpenInbound> {
  if (stage === "nothing") return open;
  await open.writes("customer", "My invoice is wrong.");
  await open.writes("agent", "I have corrected it.");
  if (stage === "talk") return open;
  await open.resolves();
  await open.untilAsked();
  if (stage === "question") return open;
  await open.presses("customer", "score:3");
  if (stage === "claim") await open.presses("agent", "case-claim");
  return open;
}

interface Act {
  readonly after: Stage;
  readonly does: (open: OpenInbound) => Promise<Ended>;
  /** What is in the rows because of it, and is there once. */
  readonly made: readonly [table: "entry" | "resolution" | "response" | "case", row: object];
}

/** What people do, each with its effect. */
const ACTS: Readonly<Record<string, Act>> = {
  "a customer's first message": {
    after: "nothing",
    does: (open) => open.writes("customer", "Hello?"),
    made: ["entry", { text: "Hello?", author: "customer", position: 1 }],
  },
  "an agent's message": {
    after: "talk",
    does: (open) => open.writes("agent", "Anything else?"),
    made: ["entry", { text: "Anything else?", author: "agent", position: 3 }],
  },
  "a resolution": { after: "talk", does: (open) => open.resolves(), made: ["resolution", { fate: "waiting" }] },
  "a tapped score": {
    after: "question",
    does: (open) => open.presses("customer", "score:7"),
    made: ["response", { score: 7, comment: null, revisionCount: 1 }],
  },
  "a typed score": {
    after: "question",
    does: (open) => open.writes("customer", "8"),
    made: ["response", { score: 8, comment: null }],
  },
  "a typed reason": {
    after: "answer",
    does: (open) => open.writes("customer", "It took a week."),
    made: ["response", { score: 3, comment: "It took a week." }],
  },
  "a reason by form": {
    after: "answer",
    does: (open) => open.fills("customer", "comment", "It took two weeks."),
    made: ["response", { score: 3, comment: "It took two weeks." }],
  },
  "not now": {
    after: "question",
    does: (open) => open.presses("customer", "not-now"),
    made: ["resolution", { fate: "declined" }],
  },
  "a case that is taken": {
    after: "answer",
    does: (open) => open.presses("agent", "case-claim"),
    made: ["case", { state: "claimed", ownerAddress: expect.any(String) }],
  },
  "contact that is made": {
    after: "claim",
    does: (open) => open.presses("agent", "case-contact"),
    made: ["case", { contactedAt: expect.any(Number) }],
  },
  "a case that is closed": {
    after: "claim",
    does: (open) => open.fills("agent", "case-resolve", "Called and refunded."),
    made: ["case", { state: "resolved", outcome: "Called and refunded." }],
  },
};

/** What every platform must make of what people do on it; `open` gives a fresh one for each test. */
export function inboundContract(name: string, { id, hasEdits, open }: InboundPlatform): void {
  const opened = async (stage: Stage) => upTo(stage, await open(createMemoryStore()));

  describe(`What people do on ${name}`, () => {
    it("opens one conversation of the customer who wrote, with the words of both", async () => {
      const desk = await opened("talk");
      const [interaction, ...others] = await desk.store.list("interaction", {});
      expect(others).toEqual([]);
      expect(interaction).toMatchObject({ state: "open", openedBy: "customer", customerMessages: 1 });
      expect(await desk.store.list("entry", { orderBy: "position" })).toMatchObject([
        { author: "customer", text: "My invoice is wrong." },
        { author: "agent", text: "I have corrected it." },
      ]);
    });

    it.each(Object.entries(ACTS))(
      "%s is kept once, and changes and says nothing when it is brought again",
      async (_, act) => {
        const desk = await opened(act.after);
        expect(await act.does(desk)).toBe("taken");
        const [table, row] = act.made;
        expect(
          (await desk.store.list(table, {})).filter((one) => expect.objectContaining(row).asymmetricMatch(one)),
        ).toHaveLength(1);
        const [rows, seen] = [await rowsOf(desk.store), await desk.sees("customer")];
        await desk.again();
        expect(await rowsOf(desk.store)).toEqual(rows);
        expect(await desk.sees("customer")).toBe(seen);
        expect(desk.faults()).toEqual([]);
      },
    );

    it.each(Object.entries(ACTS))("%s is not lost when it could not be saved at first", async (_, act) => {
      const { store, trouble } = failingStore(id);
      const desk = await upTo(act.after, await open(store));
      trouble.left = 1;
      const [table, row] = act.made;
      if ((await act.does(desk)) === "failed") {
        expect(await desk.store.list(table, {})).not.toContainEqual(expect.objectContaining(row));
        expect(await act.does(desk)).toBe("taken");
      }
      expect(trouble.left).toBe(0);
      await expect
        .poll(() => desk.store.list(table, {}), { timeout: 10_000 })
        .toContainEqual(expect.objectContaining(row));
    });

    it("an answer is changed with the buttons that come back, and stays one", async () => {
      const desk = await opened("answer");
      await desk.presses("customer", "change");
      await desk.presses("customer", "score:9");
      expect(await desk.store.list("response", {})).toMatchObject([{ score: 9, revisionCount: 2 }]);
      expect(desk.faults()).toEqual([]);
    });

    it.each(hasEdits ? ["a message"] : [])("%s that its author changes or takes back stays in the record", async () => {
      const desk = await opened("talk");
      await desk.edits?.("My invoice is late.");
      const first = async () => (await desk.store.list("entry", { orderBy: "position" }))[0];
      expect(await first()).toMatchObject({ text: "My invoice is late.", history: [{ text: "My invoice is wrong." }] });
      await desk.deletes?.();
      expect(await first()).toMatchObject({ text: "My invoice is late.", deletedAt: expect.any(Number) });
      expect(desk.faults()).toEqual([]);
    });

    it.each([
      ["score", "question", "score:9", NOT_YOURS],
      ["case", "answer", "case-claim", NOT_TEAM],
    ] as const)(
      "a press of somebody else's %s records nothing, and is answered to them alone, once",
      async (_, stage, button, word) => {
        const desk = await opened(stage);
        const tables = ["response", "case"] as const;
        const kept = () => Promise.all(tables.map((table) => desk.store.list(table, {})));
        const before = await kept();
        expect(await desk.presses("other", button)).toBe("taken");
        expect(await kept()).toEqual(before);
        expect(times(await desk.sees("other"), word)).toBe(1);
        expect(times(await desk.sees("customer"), word)).toBe(0);
        expect(desk.faults()).toEqual([]);
      },
    );

    it("a button that nobody knows is no fault, and neither changes nor says anything", async () => {
      const desk = await opened("question");
      await desk.standsStray("mystery");
      const [rows, seen] = [await rowsOf(desk.store, CONVERSATION), await desk.sees("customer")];
      expect(await desk.presses("customer", "mystery")).toBe("taken");
      expect(await rowsOf(desk.store, CONVERSATION)).toEqual(rows);
      expect(await desk.sees("customer")).toBe(seen);
      expect(desk.faults()).toEqual([]);
    });

    it("a score for a question that nobody knows is answered with a word, once", async () => {
      const desk = await opened("talk");
      await desk.standsStray("score:9");
      expect(await desk.presses("customer", "score:9")).toBe("taken");
      await expect.poll(async () => times(await desk.sees("customer"), NO_QUESTION)).toBe(1);
      expect(await desk.store.list("response", {})).toEqual([]);
      expect(desk.faults()).toEqual([]);
    });
  });
}
