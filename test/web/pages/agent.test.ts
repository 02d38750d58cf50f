import { expect, test } from "vitest";
import type { Person } from "../../../src/interaction/customer.ts";
import { agent, customer, MINUTE, SECOND, stranger } from "../../world.ts";
import { openDesk } from "../open-desk.ts";
import { openPages, type Pages } from "./pages.ts";

const WHERE = "web:chat:1";

async function answered(pages: Pages, text: string): Promise<string> {
  const { world } = pages;
  await world.writes(customer, "Hello", WHERE);
  await world.writes(agent, "Hi", WHERE);
  await world.resolves(agent, { where: WHERE });
  await world.pass(SECOND, SECOND);
  await world.writes(customer, text, WHERE);
  await world.settle();
  return `/agent?name=Ash&conversation=${(await world.interaction(WHERE)).id}`;
}

test("a typed score is blanked out for agents, in the conversation and in the queue", async () => {
  const pages = openPages();
  const page = await pages.read(await answered(pages, "4"));
  expect(page.match(/Answered the question/g)).toHaveLength(2);
  expect(page).not.toMatch(/>4<|sorry|4 out of 10/);
});

test("an attempt at a score is blanked out as well", async () => {
  const pages = openPages();
  expect(await pages.read(await answered(pages, "3.5"))).not.toContain("3.5");
});

test("the score is shown where the settings let agents see it", async () => {
  const pages = openPages({ recovery: { agentsSeeOwnScores: true } });
  const page = await pages.read(await answered(pages, "4"));
  expect(page).toContain("(4 out of 10)");
  expect(page).not.toContain("Answered the question");
});

test("a number written later, in the reopened conversation, is no answer and stays readable", async () => {
  const pages = openPages();
  const address = await answered(pages, "9");
  await pages.world.pass(MINUTE);
  await pages.world.handle({ kind: "reopened", conversation: WHERE, by: agent });
  await pages.world.writes(agent, "How many are missing?", WHERE);
  await pages.world.writes(customer, "7", WHERE);
  expect(await pages.read(address)).toContain('<p class="words" dir="auto">7</p>');
});

test("whoever has waited longest stands first, and who was answered stands below", async () => {
  const { world, read } = openPages();
  await world.writes({ ...customer, address: "web:customer:9", name: "Customer Nine" }, "Third", "web:chat:9");
  await world.writes(agent, "Yes?", "web:chat:9");
  await world.pass(MINUTE);
  await world.writes(stranger, "First", "web:chat:2");
  await world.pass(MINUTE);
  await world.writes(customer, "Second", WHERE);
  await world.pass(MINUTE);
  await world.writes(stranger, "First, still", "web:chat:2");
  const page = await read("/agent?name=Ash");
  const at = ["Customer Two", "Customer One", "Customer Nine"].map((name) => page.indexOf(name));
  expect(at).toEqual(at.toSorted((a, b) => a - b));
  expect(page).toContain("waiting 2 min");
});

test("the fate of a resolution is said in words", async () => {
  const { world, read } = openPages({ ask: { delay: "5m", quietHours: "" } });
  await world.writes(customer, "Hello", WHERE);
  await world.writes(agent, "Hi", WHERE);
  await world.resolves(agent, { where: WHERE });
  expect(await read(`/agent?name=Ash&conversation=${(await world.interaction(WHERE)).id}`)).toContain(
    "Survey goes out at 10:05",
  );
});

test("a conversation that takes place elsewhere cannot be answered from here", async () => {
  const { world, read, post } = openPages();
  await world.writes({ address: "slack:T1:U1", role: "customer", name: "Customer S" }, "Hello", "slack:T1:C1:1");
  const { id } = await world.interaction("slack:T1:C1:1");
  expect(await read(`/agent?name=Ash&conversation=${id}`)).toContain("takes place on Slack");
  await post("/agent/reply", { name: "Ash", conversation: id, form: "f1", text: "Hi" });
  expect(await world.store.list("entry", {})).toHaveLength(1);
});

test("what the customer wrote since an agent looked or wrote is marked, for each agent by themself", async () => {
  const { world, read } = openPages();
  await world.writes(customer, "Hello", WHERE);
  await world.writes(customer, "Anybody?", WHERE);
  const open = `/agent?name=Ash&conversation=${(await world.interaction(WHERE)).id}`;
  expect(await read("/agent?name=Ash")).toContain(">2 new<");
  expect(await read(open)).not.toContain(" new<");
  expect(await read("/agent?name=Ash")).not.toContain(" new<");
  expect(await read("/agent?name=Birch")).toContain(">2 new<");
  await world.writes(customer, "Still here", WHERE);
  expect(await read("/agent?name=Ash")).toContain(">1 new<");
  await world.writes({ address: "web:agent:birch", role: "agent", name: "Birch" }, "Yes", WHERE);
  expect(await read("/agent?name=Birch")).not.toContain(" new<");
  expect(await world.store.list("cursor", {})).toHaveLength(1);
});

test("the list is narrowed to one’s own and to those who wait, by the address, and says whose each is", async () => {
  const { world, read } = openPages();
  await world.writes(customer, "Mine", WHERE);
  await world.writes(agent, "I am on it", WHERE);
  await world.writes(stranger, "Nobody’s", "web:chat:2");
  const all = await read("/agent?name=Ash");
  expect(all).toMatch(/Customer One[\s\S]*<span>yours<\/span>|<span>yours<\/span>[\s\S]*Customer One/);
  expect(all).toContain("nobody’s yet");
  const mine = await read("/agent?name=Ash&show=mine");
  expect([mine.includes("Customer One"), mine.includes("Customer Two")]).toEqual([true, false]);
  const waiting = await read("/agent?name=Ash&show=waiting");
  expect([waiting.includes("Customer One"), waiting.includes("Customer Two")]).toEqual([false, true]);
  expect(await read("/agent?name=Birch")).toContain("with Agent Ash");
});

test("the open ones come a page at a time", async () => {
  const { world, read } = openPages();
  for (let number = 1; number <= 42; number += 1) {
    await world.writes({ ...customer, address: `web:customer:${number}` }, "Hello", `web:chat:${number}`);
    world.sleep(SECOND);
  }
  const first = await read("/agent?name=Ash");
  expect(first.match(/id="queued-/g)).toHaveLength(40);
  const next = /rel="next" href="([^"]+)"/.exec(first)?.[1]?.replaceAll("&amp;", "&") ?? "";
  expect((await read(next)).match(/id="queued-/g)).toHaveLength(2);
});

test("every word is the desk’s language", async () => {
  const pages = openPages({ desk: { brand: "Acme", zone: "Europe/Berlin", locale: "de" } });
  const page = await pages.read(await answered(pages, "9"));
  expect(page).toMatch(/<html lang="de">[\s\S]*Kürzlich abgeschlossen[\s\S]*Beantwortet[\s\S]*Reißleine ziehen…/);
  const seat = page.slice(page.indexOf("<main"));
  expect(seat).not.toMatch(/Reply|Resolve|Waiting|Open|Answered|Conversations|Your/);
  expect(await pages.read("/agent")).toContain("Der Platz des Supports");
});

test("whoever is signed in answers a web conversation as themself, and an executive does not", async () => {
  const roles: Record<string, "agent" | "executive"> = { "slack:T1:UASH": "agent", "slack:T1:UELM": "executive" };
  const desk = await openDesk({ roleOf: async (_, address) => roles[address] ?? null });
  const { world } = desk;
  await world.writes(customer, "Hello", WHERE);
  const { id: conversation } = await world.interaction(WHERE);
  const enter = async (by: Person) => {
    const { disclosed } = await world.handle({ kind: "link-wanted", by, path: "/digest" });
    const secret = disclosed?.kind === "link" ? disclosed.secret : "";
    const headers = { Origin: "null", "Sec-Fetch-Site": "same-origin" };
    const answer = await desk.ask(`/enter/${secret}`, { method: "POST", headers });
    return (answer.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
  };
  const Cookie = await enter({ address: "slack:T1:UASH", role: "agent", name: "Agent Ash" });
  const page = await (await desk.ask(`/agent?conversation=${conversation}`, { headers: { Cookie } })).text();
  expect(page).toContain('id="composer"');
  expect(page).not.toContain('name="name"');
  const body = new URLSearchParams({ conversation, form: "f1", text: "Good morning" });
  const sent = await desk.ask("/agent/reply", { method: "POST", headers: { Cookie, Origin: desk.origin }, body });
  expect([sent.status, sent.headers.get("location")]).toEqual([303, `/agent?conversation=${conversation}#latest`]);
  expect((await world.interaction(WHERE)).agents).toEqual([{ address: "slack:T1:UASH", name: "Agent Ash" }]);
  const elm = await enter({ address: "slack:T1:UELM", role: "executive", name: "Executive Elm" });
  expect((await desk.ask("/agent", { headers: { Cookie: elm } })).status).toBe(403);
});

test("an agent without a name is asked for it and led back to the conversation", async () => {
  const { read } = openPages();
  expect(await read("/agent?conversation=some-id")).toContain('name="conversation" value="some-id"');
});
