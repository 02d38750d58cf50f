import { describe, expect, it } from "vitest";
import { agent, customer, DAY, HOUR, MINUTE, SECOND } from "../../world.ts";
import { openPages, type Pages } from "./pages.ts";

const WHERE = "web:chat:1";
const SETTINGS = {
  products: [
    { id: "billing", name: "Billing" },
    { id: "app", name: "Mobile app" },
  ],
  shadowing: { firstAnswerWithin: "5m" },
};

interface Answered extends Pages {
  readonly id: string;
  readonly path: string;
  readonly responseId: string;
}

/** A conversation that was answered with a 3, then with a 2 and a reason. */
async function answered(input: Record<string, unknown> = {}): Promise<Answered> {
  const pages = openPages({ ...SETTINGS, ...input });
  const { world } = pages;
  await world.writes(customer, "I was charged twice", WHERE);
  await world.pass(7 * MINUTE);
  await world.writes(agent, "Let me see", WHERE);
  await world.resolves(agent, { where: WHERE, product: "billing" });
  await world.pass(SECOND, SECOND);
  const { id: surveyId } = await world.survey();
  for (const [score, comment] of [[3], [2, "Nobody answered me"]] as const)
    await world.handle({
      kind: "score-given",
      surveyId,
      by: customer,
      score,
      via: "tap",
      ...(comment ? { comment } : {}),
    });
  const { id } = await world.interaction(WHERE);
  const [response] = await world.store.list("response", {});
  return { ...pages, id, path: `/conversations/${id}`, responseId: response?.id ?? "" };
}

describe("a conversation’s page", () => {
  it("shows what was said with its pauses and the wait, the answer and its earlier state, the question’s course, the case and the customer", async () => {
    const { read, path, world } = await answered();
    const [item] = await world.store.list("case", {});
    const page = await read(`${path}?name=Birch`);
    for (const words of [
      ...["I was charged twice", "7 min later", "First answer of a person after 7 min.", "did not keep it"],
      ...["2 out of 10", "Nobody answered me", "How it changed", "<b>3</b>", "Credited to Agent Ash"],
      ...["Resolved by Agent Ash, 10:07", "<li>Asked 10:07</li>", "<li>Answered 10:07</li>"],
      ...[`href="/cases/${item?.id}?name=Birch"`, "Everything with Customer One", ">Billing<"],
    ])
      expect(page, words).toContain(words);
    expect(await world.store.list("audit", { where: { act: "read" } })).toMatchObject([
      { byName: "Birch", via: "page", subjectTable: "interaction", facts: { what: "conversation page" } },
    ]);
  });

  it("says why nobody was asked, and lets somebody who may decide it ask all the same", async () => {
    const pages = openPages({ ...SETTINGS, ask: { minAgentMessages: 1, quietHours: "", delay: "0s" } });
    const { world, read, post } = pages;
    await world.writes(customer, "Hello", WHERE);
    await world.resolves(agent, { where: WHERE });
    const { id } = await world.interaction(WHERE);
    const page = await read(`/conversations/${id}?name=Birch`);
    expect(page).toContain("<li>Not asked: the conversation was too short</li>");
    const subject = /id="ask-([^"]+)"/.exec(page)?.[1] ?? "";
    expect((await post(`/conversations/${id}/ask`, { name: "Birch", subject, form: "f1" })).status).toBe(303);
    await world.settle();
    expect(await world.survey()).toMatchObject({ state: "asked" });
    expect(await read(`/conversations/${id}?name=Birch`)).not.toContain('id="ask-');
  });

  it("leaves an answer out with a reason that stands on it, and counts it again", async () => {
    const { read, post, path, world, responseId } = await answered();
    const acting = (act: string, fields: Record<string, string>) =>
      post(`${path}/${act}`, { name: "Birch", subject: responseId, form: `${act}-form`, ...fields });
    const empty = await acting("exclude", { reason: " " });
    expect([empty.status, (await empty.text()).includes("why the answer is left out")]).toEqual([422, true]);
    expect((await acting("exclude", { reason: "our own test", form: "f2" })).status).toBe(303);
    expect(await read(`${path}?name=Birch`)).toContain("Not counted in the score: our own test");
    expect(await world.store.list("case", {})).toMatchObject([{ state: "withdrawn" }]);
    await acting("include", {});
    expect(await world.store.get("response", responseId)).toMatchObject({ excluded: null });
    expect(await world.store.list("audit", { where: { act: ["excluded", "counted-again"] } })).toMatchObject([
      { byName: "Birch", via: "page" },
      { byName: "Birch", via: "page" },
    ]);
  });

  it("puts the product and whose it was right, keeps who wrote among the helpers, and reopens", async () => {
    const { read, post, path, world, responseId } = await answered();
    const acting = (act: string, fields: Record<string, string> = {}) =>
      post(`${path}/${act}`, { name: "Birch", form: `${act}-form`, ...fields });
    await acting("product", { product: "app" });
    await acting("agent", { known: agent.address, other: "Oak" });
    expect(await world.store.get("response", responseId)).toMatchObject({
      product: "app",
      creditedAgent: { address: "web:agent:oak", name: "Oak" },
    });
    expect((await world.interaction(WHERE)).agents.map(({ address }) => address)).toEqual([
      agent.address,
      "web:agent:oak",
    ]);
    const page = await read(`${path}?name=Birch`);
    expect(page).toContain('<option value="app" selected>Mobile app</option>');
    await acting("reopen");
    expect(await world.interaction(WHERE)).toMatchObject({ state: "open" });
    expect(await read(`${path}?name=Birch`)).toContain("Reopened");
  });

  it("shows nobody how they were rated themselves, unless the settings let them see it", async () => {
    const hidden = await answered();
    const page = await hidden.read(`${hidden.path}?name=Ash`);
    expect(page).toContain("the score isn’t shown to you");
    expect(page).toContain("Nobody answered me");
    expect(page).not.toMatch(/2 out of 10|<b>3<\/b>/);
    const open = await answered({ recovery: { agentsSeeOwnScores: true } });
    expect(await open.read(`${open.path}?name=Ash`)).toContain("2 out of 10");
  });

  it("offers no act to whoever has given no name, and none that their role does not have", async () => {
    const { read, path, post, world, responseId } = await answered();
    const nameless = await read(path);
    expect(nameless).toContain("2 out of 10");
    expect(nameless).toContain('id="name-form"');
    expect(nameless).not.toMatch(/id="(exclude|reopen|product|agent)/);
    await post(`${path}/exclude`, { subject: responseId, reason: "a test", form: "f1" });
    expect(await world.store.get("response", responseId)).toMatchObject({ excluded: null });
  });

  it("comes a page of messages at a time, and is missing kindly where there is none", async () => {
    const { world, read, get } = openPages(SETTINGS);
    for (let count = 1; count <= 203; count += 1) await world.writes(customer, `Message ${count}`, WHERE);
    const { id } = await world.interaction(WHERE);
    const first = await read(`/conversations/${id}?name=Birch`);
    expect(first.match(/class="said /g)).toHaveLength(200);
    expect(first).toContain(`href="/conversations/${id}?from=201&amp;name=Birch"`);
    const second = await read(`/conversations/${id}?from=201&name=Birch`);
    expect(second.match(/class="said /g)).toHaveLength(3);
    expect(second).toContain(`href="/conversations/${id}?from=1&amp;name=Birch"`);
    const missing = await get("/conversations/nothing");
    expect([missing.status, (await missing.text()).includes("no such conversation")]).toEqual([404, true]);
  });

  it("speaks the desk’s language", async () => {
    const { read, path } = await answered({ desk: { brand: "Acme", zone: "Europe/Berlin", locale: "de" } });
    const page = await read(`${path}?name=Birch`);
    expect(page).toMatch(/<html lang="de">[\s\S]*Nicht mitzählen…[\s\S]*Was aus der Frage wurde/);
    expect(page.slice(page.indexOf("<main"))).not.toMatch(/Resolved|Asked|Credited|Reopen|The customer/);
  });

  it("tells of a question that was planned, asked, reminded and never answered", async () => {
    const { world, read } = openPages({
      ...SETTINGS,
      ask: { delay: "1h", quietHours: "", remindAfter: "2d", expireAfter: "4d" },
    });
    await world.writes(customer, "Hello", WHERE);
    await world.writes(agent, "Hi", WHERE);
    await world.resolves(agent, { where: WHERE });
    const { id } = await world.interaction(WHERE);
    expect(await read(`/conversations/${id}`)).toContain("<li>Goes out 11:00</li>");
    await world.pass(5 * DAY, HOUR);
    const page = await read(`/conversations/${id}`);
    for (const words of ["Asked 16 Nov, 11:00", "Reminded 18 Nov, 11:00", "No answer came; closed 20 Nov, 11:00"])
      expect(page).toContain(words);
  });
});
