import { describe, expect, it } from "vitest";
import { MINUTE, settingsOf } from "../../world.ts";
import { openDesk } from "../open-desk.ts";
import { CUSTOMER, expectProblem, interaction, read, withQuestion, withTalk } from "./help-desk.ts";

describe("opening an interaction", () => {
  it("answers 201 with what was opened and where it is read", async () => {
    const desk = await openDesk();
    const opening = { id: "T-1", customer: CUSTOMER, openedAt: "2026-11-16T09:30:00+01:00" };
    const answer = await desk.call("/interactions", opening);
    expect(answer.headers.get("location")).toBe("/api/v1/interactions/T-1");
    expect(await read(answer)).toEqual([201, { id: "T-1", status: "open", openedAt: "2026-11-16T08:30:00.000Z" }]);
    expect(await interaction(desk)).toEqual({ id: "T-1", status: "open", fate: { kind: "waiting" } });
  });

  it("keeps everything that was said of the customer, the product and the agents", async () => {
    const desk = await openDesk();
    const person = {
      id: "c-1",
      name: "Customer One",
      email: "one@example.org",
      locale: "pt-BR",
      zone: "Europe/Berlin",
    };
    const customer = { ...person, address: "slack:T1:U7" };
    await desk.call("/interactions", { id: "T-1", customer, product: "app", agents: ["Agent Ash", "slack:T1:U9"] });
    const [kept] = await desk.world.store.list("interaction", {});
    expect(kept).toMatchObject({
      conversation: "web:api:T-1",
      askIn: "slack:T1:U7",
      product: "app",
      openedBy: "customer",
    });
    expect(kept?.agents.map(({ address }) => address)).toEqual(["api:agent:Agent%20Ash", "slack:T1:U9"]);
    const { id: _, ...said } = person;
    expect(await desk.world.store.get("customer", kept?.customerId ?? "")).toMatchObject(said);
    const addresses = (await desk.world.store.list("identity", {})).map(({ id }) => id);
    expect(addresses.sort()).toEqual(["api:c-1", "slack:T1:U7"]);
  });

  it("knows a product by its id or name, and refuses one that the desk does not have, with those there are", async () => {
    const products = [
      { id: "app", name: "Mobile app" },
      { id: "billing", name: "billing" },
    ];
    const desk = await openDesk({ settings: settingsOf({ products }) });
    const open = (id: string, product: string) => desk.call("/interactions", { id, customer: CUSTOMER, product });
    await open("T-1", "mobile app");
    await open("T-2", "billing");
    const kept = await desk.world.store.list("interaction", {});
    expect(kept.map(({ product }) => product)).toEqual(["app", "billing"]);
    await expectProblem(
      await open("T-3", "Biling"),
      400,
      "is none of the desk's products, which are app (Mobile app), billing. Name one of them",
    );
    expect(await desk.world.store.list("interaction", {})).toHaveLength(2);
  });

  it("keeps whether a customer is key to the desk until another conversation says otherwise", async () => {
    const desk = await openDesk();
    const isKey = async (id: string, key?: boolean) => {
      const customer = { id: "c-1", ...(key === undefined ? {} : { key }) };
      await desk.call("/interactions", { id, customer });
      return (await desk.world.store.list("customer", {})).map((one) => one.isKey);
    };
    expect([await isKey("T-1"), await isKey("T-2", true), await isKey("T-3")]).toEqual([[false], [true], [true]]);
    expect(await isKey("T-4", false)).toEqual([false]);
  });

  it.each(["help-desk", "agent:Agent Ash", "agent:", "agent:ash:1"])("asks a customer whose id is %s", async (id) => {
    const desk = await openDesk();
    await desk.call("/interactions", { id: "T-1", customer: { id }, agents: ["Agent Ash", `api:${id}`] });
    await desk.call("/interactions/T-1/entries", { author: "agent", text: "Good morning." });
    await desk.call("/interactions/T-1/entries", { author: "agent", name: "Agent Ash", text: "How are you?" });
    await desk.call("/interactions/T-1/entries", { author: "customer", text: "Not well." });
    await desk.call("/interactions/T-1/resolve", { by: "Agent Ash" });
    await desk.world.pass(5 * MINUTE);
    expect(await interaction(desk)).toMatchObject({ fate: { kind: "waiting" }, survey: { state: "asked" } });
    expect(await desk.call("/interactions", { id: "T-1", customer: { id } })).toMatchObject({ status: 200 });
  });

  it("answers 200 where it is open for the same customer, and 409 for another", async () => {
    const desk = await withTalk();
    const again = await desk.call("/interactions", { id: "T-1", customer: CUSTOMER });
    expect(await read(again)).toEqual([200, await interaction(desk)]);
    await expectProblem(
      await desk.call("/interactions", { id: "T-1", customer: { id: "c-2" } }),
      409,
      "another customer",
    );
    expect(await desk.world.store.list("interaction", {})).toHaveLength(1);
  });

  it("keeps ids apart whatever characters they have", async () => {
    const desk = await openDesk();
    const ids = ["a/b", "a%2Fb", "a b", "a:b", "ü/🪑?#", "..", "%"];
    for (const id of ids) expect((await desk.call("/interactions", { id, customer: { id } })).status).toBe(201);
    for (const id of ids.filter((id) => id !== "..")) expect((await interaction(desk, id)).id).toBe(id);
    await desk.call("/interactions", { id: "a", customer: CUSTOMER });
    const entry = { author: "customer", text: "One", id: "b/c" };
    expect((await desk.call("/interactions/a/entries", entry)).status).toBe(201);
    expect((await desk.call("/interactions/a%2Fb/entries", { ...entry, id: "c", text: "Two" })).status).toBe(201);
    expect(await desk.world.store.list("entry", {})).toHaveLength(2);
  });
});

describe("adding an entry", () => {
  it("adds to the transcript in the author's name and at the given time", async () => {
    const desk = await openDesk();
    await desk.call("/interactions", { id: "T-1", customer: CUSTOMER });
    const at = "2026-11-16T08:59:01.5+00:00";
    const sent = { author: "agent", name: "Agent Ash", text: "Hello\nthere", at, id: "m-1" };
    const kept = { ...sent, at: "2026-11-16T08:59:01.500Z" };
    expect(await read(await desk.call("/interactions/T-1/entries", sent))).toEqual([201, kept]);
    await desk.call("/interactions/T-1/entries", { author: "system", text: "Handed over" });
    await desk.call("/interactions/T-1/entries", { author: "customer", name: "C. One", text: "Thanks" });
    const entries = await desk.world.store.list("entry", { orderBy: "position" });
    expect(entries.map(({ author, name }) => [author, name])).toEqual([
      ["agent", "Agent Ash"],
      ["system", null],
      ["customer", "C. One"],
    ]);
  });

  it("adds an entry with an id once, and refuses another under the same id", async () => {
    const desk = await withTalk();
    const entry = { author: "customer", text: "Thanks", id: "m-1" };
    const first = await read(await desk.call("/interactions/T-1/entries", entry));
    expect(await read(await desk.call("/interactions/T-1/entries", entry))).toEqual(first);
    const other = await desk.call("/interactions/T-1/entries", { ...entry, text: "No thanks" });
    await expectProblem(other, 409, "another entry m-1");
    expect(await desk.world.store.list("entry", {})).toHaveLength(3);
  });

  it("takes the same words twice where they have no id", async () => {
    const desk = await withTalk();
    for (let count = 0; count < 2; count += 1)
      await desk.call("/interactions/T-1/entries", { author: "customer", text: "Hm" });
    expect(await desk.world.store.list("entry", {})).toHaveLength(4);
  });

  it("adds what a customer answers by typing, whether it can be read as a score or not", async () => {
    const desk = await withQuestion();
    const unclear = await desk.call("/interactions/T-1/entries", { author: "customer", text: "11" });
    expect(unclear.status).toBe(201);
    await desk.call("/interactions/T-1/entries", { author: "customer", text: "9" });
    expect(await interaction(desk)).toMatchObject({
      fate: { kind: "answered" },
      response: { score: 9, band: "promoter" },
    });
  });
});

describe("resolving an interaction", () => {
  it("schedules the question and gives the customer's own page once it is asked", async () => {
    const desk = await withTalk();
    const [status, resolved] = await read(await desk.call("/interactions/T-1/resolve", { by: "Agent Ash" }));
    expect([status, resolved]).toMatchObject([
      200,
      { status: "resolved", fate: { kind: "waiting" }, survey: { state: "scheduled" } },
    ]);
    expect(resolved.survey).not.toHaveProperty("url");
    await desk.world.pass(5 * MINUTE);
    const { survey } = (await interaction(desk)) as { survey: { state: string; askedAt: string; url: string } };
    expect(survey).toMatchObject({ state: "asked", askedAt: "2026-11-16T09:05:00.000Z" });
    expect(survey.url.startsWith(`${desk.origin}/survey/`)).toBe(true);
    expect((await fetch(survey.url)).status).toBe(200);
  });

  it("says why there is no question", async () => {
    const desk = await openDesk();
    await desk.call("/interactions", { id: "T-1", customer: CUSTOMER });
    const answer = await desk.call("/interactions/T-1/resolve", undefined, { method: "POST" });
    expect(await read(answer)).toEqual([
      200,
      { id: "T-1", status: "resolved", fate: { kind: "not-asked", reason: "too-short" } },
    ]);
  });

  it("gives no page where the customer is asked in a chat", async () => {
    const desk = await withTalk();
    const customer = { ...CUSTOMER, id: "c-2", address: "slack:T1:U7" };
    await desk.call("/interactions", { id: "T-2", customer });
    await desk.call("/interactions/T-2/entries", { author: "customer", text: "Hello" });
    await desk.call("/interactions/T-2/entries", { author: "agent", text: "Hello" });
    await desk.call("/interactions/T-2/resolve", {});
    await desk.world.pass(5 * MINUTE);
    const { survey } = (await interaction(desk, "T-2")) as { survey: object };
    expect(survey).toMatchObject({ state: "asked" });
    expect(survey).not.toHaveProperty("url");
  });

  it("changes nothing the second time", async () => {
    const desk = await withTalk({ settings: settingsOf({ ask: { quietHours: "", delay: "1h" } }) });
    const first = await read(await desk.call("/interactions/T-1/resolve", {}));
    expect(await read(await desk.call("/interactions/T-1/resolve", {}))).toEqual(first);
    expect(await desk.world.resolutions()).toHaveLength(1);
  });
});

it("answers 404 for an interaction that is not there", async () => {
  const desk = await openDesk();
  await expectProblem(await desk.call("/interactions/T-9"), 404, "no interaction T-9");
  await expectProblem(
    await desk.call("/interactions/T-9/entries", { author: "agent", text: "Hi" }),
    404,
    "no interaction T-9",
  );
  await expectProblem(await desk.call("/interactions/T-9/resolve", {}), 404, "no interaction T-9");
});
