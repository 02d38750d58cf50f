import { expect, test } from "vitest";
import { customer, SECOND } from "../../world.ts";
import { openPages, type Pages } from "./pages.ts";

const HOME = { me: "mine", chat: "chat1" };
const PAGE = "/customer?me=mine&chat=chat1";

async function askedPages(input: Record<string, unknown> = {}): Promise<Pages> {
  const pages = openPages(input);
  await pages.post("/customer/message", { ...HOME, form: "f1", text: "Hello", name: "Sample One" });
  await pages.world.writes({ address: "web:agent:ash", role: "agent", name: "Ash" }, "Hi", "web:chat:chat1");
  await pages.world.resolves(undefined, { where: "web:chat:chat1" });
  await pages.world.pass(SECOND, SECOND);
  return pages;
}

async function surveyId(pages: Pages): Promise<string> {
  return (await pages.world.survey()).id;
}

test("without a name in the link a customer gets one of their own, and then a conversation", async () => {
  const pages = openPages();
  const first = (await pages.get("/customer")).headers.get("Location") ?? "";
  expect(first).toMatch(/^\/customer\?me=[A-Za-z0-9]+$/);
  expect((await pages.get("/customer")).headers.get("Location")).not.toBe(first);
  expect((await pages.get("/customer?me=mine")).headers.get("Location")).toMatch(
    /^\/customer\?me=mine&chat=[A-Za-z0-9]+$/,
  );
});

test("a link leads back to the conversation the customer was last in", async () => {
  const pages = await askedPages();
  expect((await pages.get("/customer?me=mine")).headers.get("Location")).toBe(PAGE);
});

test("nobody reads another customer's conversation", async () => {
  const pages = await askedPages();
  const answer = await pages.get("/customer?me=other&chat=chat1");
  expect(answer.status).toBe(303);
  expect(await answer.text()).not.toContain("Hello");
});

test("the page speaks the browser's language until the customer has chosen one", async () => {
  const pages = openPages();
  expect(await (await pages.get(PAGE, { "Accept-Language": "de-AT,en;q=0.5" })).text()).toContain('<html lang="de">');
  expect(await (await pages.get(`${PAGE}&lang=fr`, { "Accept-Language": "de" })).text()).toContain('<html lang="fr">');
  await pages.post("/customer/message", { ...HOME, form: "f1", text: "Bonjour", locale: "fr" });
  expect(await (await pages.get(PAGE, { "Accept-Language": "de" })).text()).toContain('<html lang="fr">');
});

test("the same form sent twice is one message", async () => {
  const pages = openPages();
  const form = { ...HOME, form: "f1", text: "Once" };
  expect((await pages.post("/customer/message", form)).status).toBe(303);
  expect((await pages.post("/customer/message", form)).status).toBe(303);
  expect(await pages.world.store.list("entry", {})).toHaveLength(1);
});

test("two taps on different scores in one form are two acts, the same score twice is one", async () => {
  const pages = await askedPages();
  const tap = { ...HOME, form: "f2", act: "score", subject: await surveyId(pages) };
  await pages.post("/customer/act", { ...tap, score: "3" });
  await pages.post("/customer/act", { ...tap, score: "3" });
  await pages.post("/customer/act", { ...tap, score: "8" });
  const revisions = await pages.world.store.list("revision", {});
  expect(revisions.map(({ score }) => score)).toEqual([3, 8]);
});

test("whoever has told why may still say how to be reached, or that nobody need write, until they have said so", async () => {
  const pages = await askedPages();
  const tap = { ...HOME, subject: await surveyId(pages) };
  await pages.post("/customer/act", { ...tap, form: "f2", act: "score", score: "3" });
  await pages.world.pass(SECOND, SECOND);
  const offered = () =>
    pages.read(PAGE).then((page) => [...page.matchAll(/name="act" value="(contact-\w+)"/g)].map(([, act]) => act));
  expect(await offered()).toEqual(["contact-how", "contact-no"]);
  await pages.post("/customer/act", { ...tap, form: "f3", act: "comment", comment: "Nobody called" });
  await pages.world.pass(SECOND, SECOND);
  expect(await offered()).toEqual(["contact-how", "contact-no"]);
  await pages.post("/customer/act", { ...tap, form: "f4", act: "contact-no" });
  await pages.world.pass(SECOND, SECOND);
  expect(await offered()).toEqual(["contact-how"]);
});

test.each(["", "7.5", "11", "0", "-1", "ten"])("a made-up score %j is stored as none", async (score) => {
  const pages = await askedPages();
  await pages.post("/customer/act", { ...HOME, form: "f2", act: "score", subject: await surveyId(pages), score });
  expect(await pages.world.store.list("response", {})).toEqual([]);
});

test("an answer for somebody else is refused kindly and counts for nobody", async () => {
  const pages = await askedPages();
  await pages.world.writes(customer, "Hello", "web:chat:other");
  const foreign = {
    me: "stranger",
    chat: "chat9",
    form: "f3",
    act: "score",
    subject: await surveyId(pages),
    score: "1",
  };
  const answer = await pages.post("/customer/act", { ...foreign, place: "message" });
  expect(answer.status).toBe(422);
  expect(await answer.text()).toContain("person");
  expect(await pages.world.store.list("response", {})).toEqual([]);
});

test("score buttons stand only under the latest word of the bot", async () => {
  const pages = await askedPages();
  expect((await pages.read(PAGE)).match(/class="scores/g)).toHaveLength(1);
  await pages.post("/customer/message", { ...HOME, form: "f2", text: "7.5" });
  await pages.world.settle();
  expect((await pages.read(PAGE)).match(/class="scores/g)).toHaveLength(1);
  await pages.post("/customer/message", { ...HOME, form: "f3", text: "9" });
  await pages.world.settle();
  expect(await pages.read(PAGE)).not.toContain('class="scores');
});

test("a scale from 0 has eleven buttons, and 0 is an answer", async () => {
  const pages = await askedPages({ question: { scale: "0-10" } });
  expect(await pages.read(PAGE)).toContain('class="scores scores-11"');
  await pages.post("/customer/act", { ...HOME, form: "f2", act: "score", subject: await surveyId(pages), score: "0" });
  expect((await pages.world.store.list("response", {})).map(({ score }) => score)).toEqual([0]);
});

test("an odd time zone or product from a form is left out, not kept", async () => {
  const pages = openPages();
  await pages.post("/customer/message", {
    ...HOME,
    form: "f1",
    text: "Hi",
    zone: "Moon/Base",
    product: "tea",
    locale: "xx",
  });
  const [found] = await pages.world.store.list("customer", {});
  const [interaction] = await pages.world.store.list("interaction", {});
  expect([found?.zone, found?.locale, interaction?.product]).toEqual([null, null, null]);
});

test("an empty message, an unknown act and a form without a conversation change nothing", async () => {
  const pages = openPages();
  await pages.post("/customer/message", { ...HOME, text: "   " });
  await pages.post("/customer/act", { ...HOME, act: "case-claim", subject: "x" });
  const lost = await pages.post("/customer/message", { text: "Where am I?" });
  expect(lost.headers.get("Location")).toBe("/customer");
  expect(await pages.world.store.list("interaction", {})).toEqual([]);
});
