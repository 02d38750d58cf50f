import { describe, expect, it } from "vitest";
import type { Handled } from "../../src/bot.ts";
import { DEFAULT_DESK } from "../../src/desk.ts";
import type { Person } from "../../src/interaction/customer.ts";
import { HOLDERS, type Holder, isGranted } from "../../src/rights.ts";
import type { SearchWish } from "../../src/search/sought.ts";
import { tap } from "../conversations/talk.ts";
import { agent, createWorld, customer, SECOND, settingsOf, stranger, type World } from "../world.ts";

const PEOPLE: Readonly<Record<Holder, Person>> = {
  agent,
  lead: { address: "web:agent:birch", role: "lead", name: "Lead Birch" },
  executive: { address: "web:agent:elm", role: "executive", name: "Executive Elm" },
  admin: { address: "web:agent:fir", role: "admin", name: "Admin Fir" },
  customer,
  stranger,
  bot: { address: "web:bot:closer", role: "bot" },
};
const settings = settingsOf({ products: [{ id: "app", name: "Mobile app" }] });

/** A desk on which one customer was unhappy with the app, and another talked about something else. */
async function talked() {
  const world = createWorld({ settings });
  await world.writes(customer, "I am Customer One, refund me at one@example.com.");
  world.sleep(SECOND);
  await world.writes(agent, "The refund is on its way, Customer One.");
  await world.resolves(agent, { product: "app" });
  await world.pass(5 * 60_000);
  const { id, interactionId } = await world.survey();
  await world.handle({ ...tap(id, 3), comment: "No refund from Agent Ash", via: "form" } as never);
  world.sleep(SECOND);
  await world.writes(stranger, "Refund? Customer Two is fine.", "web:chat:2");
  const seek = (typed: string, more: Omit<SearchWish, "typed"> = {}, by = PEOPLE.lead) =>
    world.handle({
      kind: "words-wanted",
      by,
      via: "page",
      purpose: "learn",
      wanted: { kind: "search", sought: { typed, ...more } },
    });
  return { world, seek, interactionId };
}

function texts({ disclosed }: Handled): string[] {
  return disclosed?.kind === "search" ? disclosed.found.hits.map(({ text }) => text) : [];
}

async function lastAudit(world: World) {
  return (await world.store.list("audit", { orderBy: "number" })).at(-1);
}

const ASKED = "I am [name], refund me at [e-mail].";
const HELPED = "The refund is on its way, [name].";
const REASON = "No refund from [name]";
const OTHER = "Refund? [name] is fine.";

describe("searching what was written", () => {
  it.each(HOLDERS.map((holder) => [holder]))("is for whoever has the right to it: %s", async (holder) => {
    const { world, seek } = await talked();
    const handled = await seek("refund", {}, PEOPLE[holder]);
    const isAllowed = isGranted(holder, "search");
    expect(texts(handled)).toHaveLength(isAllowed ? 4 : 0);
    expect(handled.refusal?.code).toBe(isAllowed ? undefined : "not-allowed");
    expect(await lastAudit(world)).toMatchObject({ act: isAllowed ? "read" : "read-denied", subjectTable: "search" });
  });

  it("gives what is found redacted, the newest first, with what is known of it", async () => {
    const { seek, interactionId } = await talked();
    const handled = await seek("REFUND");
    expect(texts(handled)).toEqual([OTHER, REASON, HELPED, ASKED]);
    const hits = handled.disclosed?.kind === "search" ? handled.disclosed.found.hits : [];
    expect(hits[1]).toMatchObject({ kind: "comment", interactionId, product: "app", score: 3, author: "customer" });
    expect(hits[2]).toMatchObject({ kind: "entry", author: "agent", score: null, marks: [[4, 10]] });
    const executive = await seek("refund", {}, PEOPLE.executive);
    const seen = executive.disclosed?.kind === "search" ? executive.disclosed.found.hits : [];
    expect(seen.map(({ score }) => score)).toEqual([null, null, null, null]);
  });

  it("finds people by their names, which it does not show", async () => {
    const { seek } = await talked();
    expect(texts(await seek('"customer one"'))).toEqual([HELPED, ASKED]);
    expect(texts(await seek("", { person: "one" }))).toEqual([REASON, HELPED, ASKED]);
    expect(texts(await seek("fine", { person: stranger.address }))).toEqual([OTHER]);
    expect(texts(await seek("fine", { person: "Nobody" }))).toEqual([]);
  });

  it("holds to a product, a band, a colleague and a week", async () => {
    const { seek } = await talked();
    expect(texts(await seek("refund", { product: "mobile APP" }))).toEqual([REASON, HELPED, ASKED]);
    expect(texts(await seek("refund", { product: "none" }))).toEqual([]);
    expect(texts(await seek("refund", { band: "detractor" }))).toHaveLength(3);
    expect(texts(await seek("refund", { agent: "agent ash" }))).toHaveLength(3);
    expect(texts(await seek("refund", { week: "2026-W47" }))).toHaveLength(4);
    expect(texts(await seek("refund", { week: "2026-W46" }))).toEqual([]);
    expect((await seek("refund", { week: "46" })).refusal?.code).toBe("unclear");
    expect((await seek(" -- ")).refusal?.code).toBe("unclear");
  });

  it("gives page after page", async () => {
    const { seek } = await talked();
    const first = await seek("refund", { limit: 3 });
    const behind = first.disclosed?.kind === "search" ? first.disclosed.found.behind : null;
    expect(texts(first)).toEqual([OTHER, REASON, HELPED]);
    const second = await seek("refund", { limit: 3, behind: behind ?? 0 });
    expect(texts(second)).toEqual([ASKED]);
    expect(second.disclosed).toMatchObject({ found: { behind: null } });
  });

  it("finds nothing of whoever does not want to be read", async () => {
    const { world, seek } = await talked();
    const [row] = await world.store.list("customer", { where: { name: "Customer One" } });
    if (!row) throw new Error("No customer");
    const change = { table: "customer", row: { ...row, readOptOutAt: world.now() } } as const;
    await world.allDesks.save(DEFAULT_DESK, { id: null, at: world.now() }, [change]);
    expect(texts(await seek("refund"))).toEqual([OTHER]);
    expect(texts(await seek("", { person: customer.address }))).toEqual([]);
  });

  it("is told in the audit log, by conversation and never by the words that were looked for", async () => {
    const { world, seek, interactionId } = await talked();
    await seek("way", { person: "Customer One" });
    const line = await lastAudit(world);
    expect(line).toMatchObject({
      act: "read",
      byName: "Lead Birch",
      via: "page",
      facts: { hits: 1, length: 3, ids: interactionId },
    });
    expect(JSON.stringify(line)).not.toMatch(/customer one|"way"/i);
  });
});
