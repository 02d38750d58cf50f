import { describe, expect, it } from "vitest";
import type { Person } from "../../../src/interaction/customer.ts";
import { agent, customer, DAY, MINUTE, SECOND, settingsOf } from "../../world.ts";
import { type OpenDesk, openDesk } from "../open-desk.ts";
import { openPages, type Pages } from "./pages.ts";

const admin: Person = { address: "slack:T1:UFIR", role: "admin", name: "Admin Fir" };

/** A conversation of the customer's that was resolved and answered. */
async function visit({ world }: Pick<Pages, "world">, number: number, score: number, comment?: string): Promise<void> {
  const where = `web:chat:${number}`;
  await world.writes(customer, `Question ${number}`, where);
  await world.writes(agent, "An answer", where);
  await world.resolves(agent, { where, product: "billing" });
  await world.pass(SECOND, SECOND);
  const { id: interactionId } = await world.interaction(where);
  const [survey] = await world.store.list("survey", { where: { interactionId } });
  const given = { score, via: "tap", ...(comment ? { comment } : {}) } as const;
  await world.handle({ kind: "score-given", surveyId: survey?.id ?? "", by: customer, ...given });
}

const pathOf = async ({ world }: Pick<Pages, "world">): Promise<string> =>
  `/customers/${(await world.store.get("identity", customer.address))?.customerId}`;

describe("a customer’s page", () => {
  it("shows everything with one person, the newest first: answers and changes, cases, what they decided and what they read of it", async () => {
    const pages = openPages({ wordOfMouth: { checkAfter: "60d" } });
    const { world, read } = pages;
    await visit(pages, 1, 9, "Quick and kind");
    await world.pass(DAY, DAY);
    await visit(pages, 2, 4);
    const [latest] = await world.store.list("survey", { orderBy: "scheduledAt", descending: true, limit: 1 });
    await world.handle({ kind: "score-given", surveyId: latest?.id ?? "", by: customer, score: 2, via: "tap" });
    await world.handle({ kind: "reading-changed", by: customer, read: false });
    await world.handle({ kind: "correction-wanted", by: customer, field: "email", text: "one@example.com" });
    const page = await read(`${await pathOf(pages)}?name=Birch`);
    for (const words of [
      ...["<h1><bdi>Customer One</bdi></h1>", "<code>web:customer:1</code>", "one@example.com", "May be asked"],
      ...["Doesn’t want to be read to learn from, since", "Corrected their details,", "9 out of 10", "Quick and kind"],
      ...[
        "2 out of 10 (changed, was 4)",
        "They read: A person will look into it.",
        "Case: new",
        "Said they would recommend us",
      ],
    ])
      expect(page, words).toContain(words);
    expect(page.indexOf("2 out of 10")).toBeLessThan(page.indexOf("9 out of 10"));
    expect(page).not.toMatch(/id="export"|\/forget/);
    expect(await world.store.list("audit", { where: { act: "read" } })).toMatchObject([
      { byName: "Birch", subjectTable: "customer", facts: { what: "customer page" } },
    ]);
    const own = await read(`${await pathOf(pages)}?name=Agent+Ash`);
    expect(own).toContain("2 out of 10");
    expect(await read(`${await pathOf(pages)}?name=Ash`)).not.toMatch(/\d out of 10|was 4/);
  });

  it("comes a page at a time, and says so where there is nobody", async () => {
    const pages = openPages();
    const { world, read, get } = pages;
    for (let number = 1; number <= 22; number += 1) {
      await world.writes(customer, "Hello", `web:chat:${number}`);
      world.sleep(MINUTE);
    }
    const first = await read(`${await pathOf(pages)}?name=Birch`);
    expect(first.match(/persons-talk"/g)).toHaveLength(20);
    const older = /rel="next" href="([^"]+)"/.exec(first)?.[1]?.replaceAll("&amp;", "&") ?? "";
    const second = await read(older);
    expect(second.match(/persons-talk"/g)).toHaveLength(2);
    expect(second).toContain("Back to the newest");
    expect((await get("/customers/nobody")).status).toBe(404);
  });

  it("speaks the desk’s language", async () => {
    const pages = openPages({ desk: { brand: "Acme", zone: "Europe/Berlin", locale: "ja" } });
    await visit(pages, 1, 9);
    const page = await pages.read(`${await pathOf(pages)}?name=Birch`);
    expect(page).toMatch(/<html lang="ja">[\s\S]*お客様のご希望/);
    expect(page.slice(page.indexOf("<main"))).not.toMatch(/Conversations|May be|out of|Reached/);
  });
});

describe("an admin at a customer’s page", () => {
  async function signedIn(desk: OpenDesk): Promise<string> {
    const { disclosed } = await desk.world.handle({ kind: "link-wanted", by: admin, path: "/digest" });
    const secret = disclosed?.kind === "link" ? disclosed.secret : "";
    const headers = { Origin: "null", "Sec-Fetch-Site": "same-origin" };
    const answer = await desk.ask(`/enter/${secret}`, { method: "POST", headers });
    return (answer.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
  }

  it("takes out everything that is kept, which the audit log tells of, and has them forgotten once they have said that they are sure", async () => {
    const settings = settingsOf({
      ask: { delay: "0s", quietHours: "" },
      products: [{ id: "billing", name: "Billing" }],
    });
    const desk = await openDesk({ settings, roleOf: async () => "admin" });
    await visit(desk, 1, 3, "Too slow");
    const Cookie = await signedIn(desk);
    const path = await pathOf(desk);
    const post = (act: string) =>
      desk.ask(`${path}/${act}`, {
        method: "POST",
        headers: { Cookie, Origin: desk.origin },
        body: new URLSearchParams({ form: act }),
      });
    const page = await (await desk.ask(path, { headers: { Cookie } })).text();
    expect(page).toMatch(/id="export"[\s\S]*href="\/customers\/[^"]+\/forget"/);
    const file = await post("data");
    expect(file.headers.get("content-disposition")).toContain("attachment");
    expect(await file.json()).toMatchObject({ conversations: [{ answers: [{ comment: "Too slow" }] }] });
    expect(await desk.world.store.list("audit", { where: { act: "exported" } })).toMatchObject([
      { byName: "Admin Fir", via: "page", subjectTable: "customer" },
    ]);
    expect(await (await desk.ask(`${path}/forget`, { headers: { Cookie } })).text()).toContain("Forget Customer One?");
    expect((await post("forget")).status).toBe(303);
    expect(await (await desk.ask(path, { headers: { Cookie } })).text()).toContain("Being forgotten since");
    await desk.world.settle();
    await desk.world.pass(MINUTE, SECOND);
    expect((await desk.ask(path, { headers: { Cookie } })).status).toBe(404);
    expect(await desk.world.store.list("audit", { where: { act: "forget-asked" } })).toHaveLength(1);
  });

  it("alone may: a lead with the desk’s key takes nothing out and has nobody forgotten", async () => {
    const desk = await openDesk({});
    await visit(desk, 1, 9);
    const path = await pathOf(desk);
    const body = () => new URLSearchParams({ name: "Birch", form: "f" });
    expect((await desk.sit(`${path}/data`, { method: "POST", body: body() })).status).toBe(403);
    expect((await desk.sit(`${path}/forget?name=Birch`)).status).toBe(403);
    expect((await desk.sit(`${path}/forget`, { method: "POST", body: body() })).status).toBe(403);
    expect(await desk.world.store.list("tombstone", {})).toEqual([]);
    expect(await (await desk.sit(`${path}?name=Birch`)).text()).toContain("by an admin who has signed in");
  });
});
