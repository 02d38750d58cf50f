import { describe, expect, it } from "vitest";
import { createMemoryStore } from "../../adapters/database/memory.ts";
import type { Handled } from "../../src/bot.ts";
import { DEFAULT_DESK } from "../../src/desk.ts";
import type { Person } from "../../src/interaction/customer.ts";
import type { Store } from "../../src/ports.ts";
import type { Audited } from "../../src/privacy/audit.ts";
import type { ReadingPurpose } from "../../src/privacy/reading.ts";
import type { WantedWords } from "../../src/reading-events.ts";
import { HOLDERS, type Holder } from "../../src/rights.ts";
import { tap } from "../conversations/talk.ts";
import { agent, createWorld, customer, settingsOf, stranger, type World } from "../world.ts";

const PEOPLE: Readonly<Record<Holder, Person>> = {
  agent,
  lead: { address: "web:agent:birch", role: "lead", name: "Lead Birch" },
  executive: { address: "web:agent:elm", role: "executive", name: "Executive Elm" },
  admin: { address: "web:agent:fir", role: "admin", name: "Admin Fir" },
  customer,
  stranger,
  bot: { address: "web:bot:closer", role: "bot" },
};

const SAID = "I am Customer One, write to one@example.com about order 100-2345.";
const COVERED = "I am [name], write to [e-mail] about order 100-2345.";
const REASON = "Ask Customer One: it was late.";

interface Asked {
  readonly purpose?: ReadingPurpose;
  readonly isRaw?: true;
  readonly wanted?: WantedWords;
}

/** A desk with one conversation, one unhappy answer and its reason. */
async function talked(settings = settingsOf(), store?: Store) {
  const world = createWorld({ settings, ...(store ? { store } : {}) });
  await world.writes(customer, SAID);
  await world.writes(agent, "I see, said Agent Ash.");
  await world.resolves();
  await world.pass(5 * 60_000);
  const { id: surveyId, interactionId } = await world.survey();
  await world.handle({ ...tap(surveyId, 3), comment: REASON, via: "form" } as never);
  const [response] = await world.store.list("response", {});
  const ask = (by: Person, { purpose = "work", isRaw, wanted = { kind: "transcript", interactionId } }: Asked = {}) =>
    world.handle({ kind: "words-wanted", by, via: "page", purpose, wanted, ...(isRaw ? { isRaw } : {}) });
  return { world, ask, interactionId, responseId: response?.id ?? "" };
}

function first({ disclosed }: Handled) {
  return disclosed?.kind === "transcript" ? (disclosed.transcript.entries[0]?.text ?? null) : null;
}

function comment({ disclosed }: Handled) {
  return disclosed?.kind === "comments" ? disclosed.comments.map(({ text }) => text) : null;
}

async function acts(world: World): Promise<readonly Audited[]> {
  return (await world.store.list("audit", { orderBy: "number" })).map(({ act }) => act);
}

async function optOut(world: World): Promise<void> {
  const [row] = await world.store.list("customer", {});
  if (!row) throw new Error("No customer");
  const change = { table: "customer", row: { ...row, readOptOutAt: world.now() } } as const;
  await world.allDesks.save(DEFAULT_DESK, { id: null, at: world.now() }, [change]);
}

describe("the words of a conversation", () => {
  const WORK: Readonly<Record<Holder, string | null>> = {
    agent: SAID,
    lead: SAID,
    executive: COVERED,
    admin: SAID,
    customer: SAID,
    stranger: null,
    bot: null,
  };
  const LEARN: typeof WORK = { ...WORK, agent: COVERED, lead: COVERED, admin: COVERED, customer: null };
  const RAW: typeof WORK = { ...WORK, agent: null, lead: null, executive: null, customer: null };

  it.each(HOLDERS)("are read by the %s as their right is, and the audit log tells of it either way", async (holder) => {
    const { world, ask } = await talked();
    const by = PEOPLE[holder];
    expect(first(await ask(by))).toBe(WORK[holder]);
    expect(first(await ask(by, { purpose: "learn" }))).toBe(LEARN[holder]);
    expect(first(await ask(by, { purpose: "learn", isRaw: true }))).toBe(RAW[holder]);
    expect(await acts(world)).toEqual([
      WORK[holder] === null ? "read-denied" : "read",
      LEARN[holder] === null ? "read-denied" : "read",
      RAW[holder] === null ? "read-denied" : "read-raw",
    ]);
    const lines = await world.store.list("audit", { orderBy: "number" });
    const who = by.role === "customer" ? expect.stringMatching(/^customer:[0-9a-f]{64}$/) : by.address;
    for (const line of lines) expect(line).toMatchObject({ byAddress: who, byRole: by.role, via: "page" });
    for (const secret of ["100-2345", "Customer One", "web:customer"])
      expect(JSON.stringify(lines)).not.toContain(secret);
  });

  it("are refused kindly, in words that name who reads them", async () => {
    const { ask } = await talked();
    const { refusal, disclosed } = await ask(stranger);
    expect(refusal).toMatchObject({ code: "not-allowed", told: false });
    expect(refusal?.text).toContain("read by the team");
    expect(disclosed).toBeUndefined();
  });

  it("are read by nobody to learn from where their customer does not want it, but still to help", async () => {
    const { world, ask } = await talked();
    await optOut(world);
    const { refusal, ...handled } = await ask(PEOPLE.executive, { purpose: "learn" });
    expect(first(handled)).toBeNull();
    expect(refusal?.text).toContain("would rather not be read");
    expect((await world.store.list("audit", {}))[0]).toMatchObject({
      act: "read-denied",
      facts: { why: "opted-out", purpose: "learn" },
    });
    expect(first(await ask(agent))).toBe(SAID);
  });

  it("name agents to whoever learns only where the settings say so, and customers never", async () => {
    const names = async (nameAgents: boolean) => {
      const { ask } = await talked(settingsOf({ shadowing: { nameAgents } }));
      const { disclosed } = await ask(PEOPLE.executive, { purpose: "learn" });
      const entries = disclosed?.kind === "transcript" ? disclosed.transcript.entries : [];
      return entries.slice(0, 2).map(({ author, name }) => [author, name]);
    };
    expect(await names(false)).toEqual([
      ["customer", null],
      ["agent", null],
    ]);
    expect(await names(true)).toEqual([
      ["customer", null],
      ["agent", "Agent Ash"],
    ]);
  });

  it("keep what was taken back from whoever does not work with them", async () => {
    const { world, ask } = await talked();
    const [entry] = await world.store.list("entry", { orderBy: "position" });
    const [where = "", messageId = ""] = (entry?.id ?? "").split("/");
    await world.handle({ kind: "message-deleted", conversation: where, messageId });
    expect(first(await ask(PEOPLE.executive))).toBe("");
    expect(first(await ask(agent))).toBe(SAID);
  });

  it("are not there where the conversation is not", async () => {
    const { world, ask } = await talked();
    const wanted = { kind: "transcript", interactionId: "nowhere" } as const;
    expect((await ask(agent, { wanted })).refusal?.code).toBe("unknown");
    expect((await ask(customer, { wanted })).refusal?.code).toBe("not-allowed");
    expect(await acts(world)).toEqual(["read-denied"]);
  });

  it("do not leave where the audit log cannot be written", async () => {
    const store = createMemoryStore();
    let isFull = false;
    const failing: Store = {
      ...store,
      save: (...given) => (isFull ? Promise.reject(new Error("no room")) : store.save(...given)),
    };
    const { ask } = await talked(settingsOf(), failing);
    isFull = true;
    await expect(ask(agent)).rejects.toThrow("no room");
  });
});

describe("the reasons of answers", () => {
  it("are given as the reader may read them, with one line for all of them", async () => {
    const { world, ask, responseId } = await talked();
    const wanted = { kind: "comments", responseIds: [responseId, "nowhere"] } as const;
    expect(comment(await ask(agent, { wanted }))).toEqual([REASON, null]);
    expect(comment(await ask(PEOPLE.executive, { wanted }))).toEqual(["Ask [name]: it was late.", null]);
    expect(comment(await ask(customer, { wanted }))).toBeNull();
    expect(await acts(world)).toEqual(["read", "read", "read-denied"]);
    const [line] = await world.store.list("audit", {});
    expect(line?.facts).toEqual({ purpose: "work", comments: 1, ids: responseId });
  });

  it("leave out whoever does not want to be read, and what was taken back", async () => {
    const { world, ask, responseId } = await talked();
    const wanted = { kind: "comments", responseIds: [responseId] } as const;
    await optOut(world);
    expect(comment(await ask(PEOPLE.lead, { wanted, purpose: "learn" }))).toEqual([null]);
    expect(comment(await ask(PEOPLE.lead, { wanted }))).toEqual([REASON]);
    const { id: surveyId } = await world.survey();
    await world.handle({ kind: "answer-withdrawn", surveyId, by: customer, isSure: true });
    expect(comment(await ask(PEOPLE.lead, { wanted }))).toEqual([null]);
  });
});
