import { describe, expect, it } from "vitest";
import type { Survey } from "../../src/survey/survey.ts";
import type { WordingKey } from "../../src/wording.ts";
import { WORDING as wording } from "../catalogues.ts";
import { agent, customer, DAY, MINUTE, settingsOf } from "../world.ts";
import { type DeskOptions, type OpenDesk, openDesk } from "./open-desk.ts";

const words = (key: WordingKey, values = {}) => wording.say("en", key, { brand: "Acme", low: 1, high: 10, ...values });

interface Asked extends OpenDesk {
  readonly survey: Survey;
  page(query?: string): Promise<string>;
  send(fields: Record<string, string>): Promise<Response>;
}

async function asked(options: DeskOptions = {}): Promise<Asked> {
  const desk = await openDesk(options);
  const survey = await desk.world.asked();
  const path = `/survey/${survey.token}`;
  return {
    ...desk,
    survey,
    page: async (query = "") => (await desk.ask(`${path}${query}`)).text(),
    send: (fields) =>
      desk.ask(path, { method: "POST", headers: { Origin: desk.origin }, body: new URLSearchParams(fields) }),
  };
}

const responses = ({ world }: OpenDesk) => world.store.list("response", {});
const chosen = (page: string) => /value="(\d+)" required checked/.exec(page)?.[1] ?? null;

describe("the customer's own page", () => {
  it("puts the question as a plain form with every score of the scale", async () => {
    const desk = await asked();
    const page = await desk.page();
    expect(page).toContain(words("survey.question"));
    expect([...page.matchAll(/type="radio" name="score" value="(\d+)"/g)].map(([, score]) => Number(score))).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8, 9, 10,
    ]);
    expect(page).not.toMatch(/<script|style=|onclick/);
    expect(page).toContain(`<h1 id="heading">${words("survey.question")}</h1>`);
    for (const key of ["survey.endLow", "survey.endHigh", "privacy.pageNotice"] as const)
      expect(page).toContain(words(key));
    expect(page).not.toContain("Empty Chair");
  });

  it("thanks each band in its own words, and promises a person only where one is in touch", async () => {
    const said = { 9: "page.thanks.promoter", 7: "survey.commented.passive", 3: "survey.thanks.detractor" } as const;
    for (const [score, key] of Object.entries(said)) {
      const desk = await asked();
      await desk.send({ choice: "answer", score });
      const page = await desk.page();
      expect(page).toContain(words(key, { score }));
      expect(page.includes("will be in touch")).toBe(score === "3");
      expect(page).toContain('href="?change"');
    }
  });

  it("records nothing when it is read, and only pre-selects a score of the link", async () => {
    const desk = await asked();
    expect(chosen(await desk.page())).toBeNull();
    expect(chosen(await desk.page("?score=8"))).toBe("8");
    for (const nonsense of ["?score=11", "?score=8.0", "?score=%22%3E%3Cb%3E", "?score="]) {
      const page = await desk.page(nonsense);
      expect(chosen(page)).toBeNull();
      expect(page).not.toContain("<b>");
    }
    expect(await responses(desk)).toEqual([]);
  });

  it("takes an answer with its reason, once, and shows it from then on", async () => {
    const desk = await asked();
    const fields = { form: "form-1", choice: "answer", score: "8", comment: "Quick <b>help</b>" };
    const answer = await desk.send(fields);
    expect([answer.status, answer.headers.get("location")]).toEqual([303, `/survey/${desk.survey.token}`]);
    await desk.send(fields);
    expect(await responses(desk)).toMatchObject([{ score: 8, comment: "Quick <b>help</b>", revisionCount: 1 }]);
    const page = await desk.page();
    expect(page).toContain(words("survey.score", { score: 8 }));
    expect(page).toContain("Quick &lt;b&gt;help&lt;/b&gt;");
    expect(page).toContain(`<h1 id="heading">${words("survey.commented.passive")}</h1>`);
    expect(page).not.toContain('name="score"');
    expect(chosen(await desk.page("?change"))).toBe("8");
    expect(chosen(await desk.page("?score=3"))).toBe("3");
    for (const same of ["?score=8", "?score=11"]) expect(await desk.page(same)).not.toContain('name="score"');
  });

  it("takes a form sent with the enter key as an answer", async () => {
    const desk = await asked();
    await desk.send({ form: "form-1", score: "9", comment: "" });
    expect(await responses(desk)).toMatchObject([{ score: 9, comment: null }]);
  });

  it("lets the answer be changed within the window, and keeps it afterwards", async () => {
    const desk = await asked();
    await desk.send({ choice: "answer", score: "3" });
    await desk.send({ choice: "answer", score: "9" });
    expect(await responses(desk)).toMatchObject([{ score: 9, revisionCount: 2 }]);
    await desk.world.pass(7 * DAY, DAY);
    expect(await desk.page()).toContain(words("survey.score", { score: 9 }));
    expect(await desk.page()).not.toContain('name="score"');
    const late = await desk.send({ choice: "answer", score: "1" });
    expect(late.status).toBe(409);
    expect(await late.text()).toContain(words("survey.changeLate"));
    expect(await responses(desk)).toMatchObject([{ score: 9, revisionCount: 2 }]);
  });

  it("offers one tap about word of mouth, then how many, and says nothing more", async () => {
    const desk = await asked();
    await desk.send({ choice: "answer", score: "9" });
    expect(await desk.page()).toContain('value="told:good"');
    await desk.send({ choice: "told:good" });
    expect(await desk.page()).toContain('value="told-people:good:3-5"');
    await desk.send({ choice: "told-people:good:3-5" });
    expect(await desk.page()).not.toContain('value="told');
    expect(await desk.world.store.list("telling", {})).toMatchObject([{ kind: "good", people: "3-5", stage: "now" }]);
  });

  it("takes the answer back with one tap more, and then neither shows nor takes it any more", async () => {
    const desk = await asked();
    await desk.send({ choice: "answer", score: "8", comment: "A bit slow." });
    const page = await desk.page();
    expect(page).toContain(words("receipt.enhance.open"));
    expect(page).toContain(words("survey.withdraw.sure"));
    await desk.send({ choice: "withdraw-sure" });
    expect(await responses(desk)).toMatchObject([{ excluded: "withdrawn", comment: null }]);
    const after = await desk.page();
    expect(after).toContain(words("survey.withdrawnAlready"));
    expect(after).not.toMatch(/<form|A bit slow/);
    expect((await desk.send({ choice: "answer", score: "9" })).status).toBe(409);
  });

  it.each([{}, { score: "" }, { score: "11" }, { score: "7.5" }, { score: "ten" }])(
    "says how to answer instead of guessing, and keeps the words: %j",
    async (fields) => {
      const desk = await asked();
      const answer = await desk.send({ choice: "answer", comment: "My reason", ...fields });
      expect(answer.status).toBe(400);
      const page = await answer.text();
      expect(page).toContain(words("survey.unclear"));
      expect(page).toContain("My reason</textarea>");
      expect(await responses(desk)).toEqual([]);
    },
  );

  it("takes a no for this time, and lets the customer think again until it expires", async () => {
    const desk = await asked();
    await desk.send({ choice: "not-now" });
    const page = await desk.page();
    expect(page).toContain(words("survey.declined"));
    expect(page).not.toMatch(/<form|type="radio"/);
    expect(await desk.page("?change")).toContain('type="radio"');
    await desk.send({ choice: "answer", score: "7" });
    expect(await responses(desk)).toMatchObject([{ score: 7 }]);
  });

  it("takes a no for good, which can be undone", async () => {
    const desk = await asked();
    await desk.send({ choice: "never" });
    const isOut = async () => (await desk.world.store.get("customer", desk.survey.customerId))?.optedOutAt !== null;
    expect(await isOut()).toBe(true);
    expect(await desk.page()).toContain(words("survey.optedOut"));
    await desk.send({ choice: "opt-in" });
    expect(await isOut()).toBe(false);
  });

  it("takes so much a minute by one link, says kindly to wait with what was typed, and takes the rest later", async () => {
    const desk = await asked({ doorBudgets: { perLink: 10, perAddress: 5 } });
    const path = `/survey/${desk.survey.token}`;
    const headers = { Origin: desk.origin };
    const send = (score: string) =>
      desk.ask(path, { method: "POST", headers, body: new URLSearchParams({ score, comment: "Words" }) });
    for (let place = 0; place < 10; place += 1) expect((await send(String(1 + (place % 10)))).status).toBe(303);
    const refused = await send("3");
    expect([refused.status, refused.headers.get("retry-after")]).toEqual([429, "60"]);
    const page = await refused.text();
    expect(page).toContain(words("chat.tooMany"));
    expect([chosen(page), page.includes(">Words</textarea>")]).toEqual(["3", true]);
    expect(await responses(desk)).toMatchObject([{ score: 10 }]);
    desk.world.sleep(MINUTE);
    expect((await send("3")).status).toBe(303);
    expect(await responses(desk)).toMatchObject([{ score: 3 }]);
  });

  it("opens so often a minute to one network address, in the language of whoever knocks", async () => {
    const desk = await asked({ publicUrl: "http://desk.example", doorBudgets: { perLink: 1, perAddress: 4 } });
    const from = (address: string, path = "/survey/nobody") =>
      desk.ask(path, { headers: { Host: "desk.example", "X-Forwarded-For": address, "Accept-Language": "pt-BR, en" } });
    for (let place = 0; place < 4; place += 1)
      await from("203.0.113.1", place % 2 === 0 ? undefined : "/enter/nothing");
    for (const path of ["/survey/nobody", "/sign-in", "/join/nothing"]) {
      const refused = await from("203.0.113.1", path);
      expect([refused.status, refused.headers.get("retry-after")]).toEqual([429, "60"]);
      expect(await refused.text()).toContain(wording.say("pt-BR", "refusal.tooOften"));
    }
    expect((await from("::ffff:203.0.113.1")).status).toBe(429);
    expect((await from("203.0.113.2")).status).toBe(404);
    for (let place = 0; place < 5; place += 1) expect((await from("127.0.0.1")).status).toBe(404);
    desk.world.sleep(MINUTE);
    expect((await from("203.0.113.1")).status).toBe(404);
  });

  it("says kindly that an expired or cancelled question is over", async () => {
    const expired = await asked();
    await expired.world.pass(8 * DAY, DAY);
    expect(await expired.page()).toContain(words("survey.notOpen"));
    expect(await expired.page()).not.toContain("<form");
    expect((await expired.send({ choice: "answer", score: "8" })).status).toBe(409);
    expect(await responses(expired)).toEqual([]);
    const cancelled = await asked();
    await cancelled.world.writes(customer, "One more thing, please.");
    expect(await cancelled.page()).toContain(words("survey.notOpen"));
  });

  it("does not know a question that is unknown or not yet put", async () => {
    const desk = await openDesk();
    const unknown = await desk.ask("/survey/nobody-has-this");
    expect([unknown.status, await unknown.text()]).toEqual([404, expect.stringContaining(words("page.unknown"))]);
    await desk.world.writes(customer, "Hello.");
    await desk.world.writes(agent, "Hello.");
    await desk.world.resolves();
    expect((await desk.ask(`/survey/${(await desk.world.survey()).token}`)).status).toBe(404);
  });

  it("speaks the language and uses the scale in which it was asked, and names the product where the desk asks so", async () => {
    const settings = settingsOf({
      question: { scale: "0-10", aboutProduct: true },
      products: [{ id: "app", name: "Mobile app" }],
      ask: { quietHours: "" },
    });
    const desk = await openDesk({ settings });
    await desk.world.writes({ ...customer, locale: "de-AT" }, "Hallo.");
    await desk.world.writes(agent, "Hallo.");
    await desk.world.resolves(agent, { product: "app" });
    await desk.world.pass(5 * MINUTE);
    const page = await (await desk.ask(`/survey/${(await desk.world.survey()).token}`)).text();
    expect(page).toContain('<html lang="de">');
    expect(page).toContain("Mobile app");
    expect(page.match(/type="radio"/g)).toHaveLength(11);
  });
});

describe("the page of somebody unhappy", () => {
  const cases = ({ world }: OpenDesk) => world.store.list("case", {});

  it("says who is in touch by when, takes how, and lets them think again", async () => {
    const desk = await asked();
    await desk.send({ choice: "answer", score: "2" });
    expect(await desk.page()).toMatch(/We’re sorry [\s\S]* will be in touch by Thursday, November 19 at /);
    await desk.send({ choice: "contact-how", how: "By <telephone>" });
    expect(await cases(desk)).toMatchObject([{ contactWish: "yes", contactHow: "By <telephone>" }]);
    expect(await desk.page()).toContain("By &lt;telephone&gt;</textarea>");
    await desk.send({ choice: "contact-no" });
    expect(await cases(desk)).toMatchObject([{ contactWish: "no", dueAt: null }]);
    const page = await desk.page();
    expect(page).toContain(words("survey.contactUnwanted"));
    expect(page).toContain(words("survey.contactAfterAll"));
  });

  it("asks again whether it has been put right, and takes that with or without a score", async () => {
    const desk = await asked();
    await desk.send({ choice: "answer", score: "2" });
    const [item] = await cases(desk);
    const resolve = {
      kind: "case-acted",
      caseId: item?.id ?? "",
      by: { ...agent, address: "web:agent:birch" },
      act: "resolve",
      note: "Refunded.",
    } as const;
    await desk.world.handle(resolve);
    await desk.world.pass(4 * DAY, DAY / 4);
    const [again] = await desk.world.store.list("survey", { where: { purpose: "recovery" } });
    const path = `/survey/${again?.token}`;
    const page = await (await desk.ask(path)).text();
    expect(page).toContain(words("survey.putRight"));
    const send = (fields: Record<string, string>) =>
      desk.ask(path, { method: "POST", headers: { Origin: desk.origin }, body: new URLSearchParams(fields) });
    await send({ choice: "answer", "put-right": "no", comment: "Nothing came." });
    expect(await cases(desk)).toMatchObject([{ state: "claimed", putRight: "no" }]);
    const notes = (await desk.world.store.list("step", {})).map(({ note }) => note);
    expect(notes).toContain("Nothing came.");
    await send({ choice: "answer", "put-right": "yes", score: "9" });
    expect(await cases(desk)).toMatchObject([{ putRight: "yes" }]);
    expect((await responses(desk)).map(({ purpose, score }) => [purpose, score])).toEqual([
      ["recommend", 2],
      ["recovery", 9],
    ]);
    expect(await (await desk.ask(path)).text()).not.toContain(words("survey.told.lead"));
  });
});
