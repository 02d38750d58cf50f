import { describe, expect, it } from "vitest";
import { becameOf } from "../../src/chat/find-receipt.ts";
import type { Action, OutboundMessage } from "../../src/messages.ts";
import type { SayWords } from "../../src/wording.ts";
import { agent, createWorld, customer, DAY, HOUR, MINUTE, settingsOf, type World } from "../world.ts";
import { another, lastIn, lastText, responseIn, tap } from "./talk.ts";

const lead = { address: "web:agent:lee", role: "lead", name: "Lead Lee" } as const;
const names = ({ actions }: OutboundMessage) =>
  actions.map(({ name, value }) => [name, value].filter(Boolean).join(":"));
const TOLD = ["told:good", "told:bad", "told:none"];

async function answered(world: World, score: number, comment?: string): Promise<string> {
  const { id } = await world.asked();
  await world.handle({ ...tap(id, score), ...(comment === undefined ? {} : { comment }) } as ReturnType<typeof tap>);
  await world.settle();
  return id;
}

const pressed = (world: World, surveyId: string, tellings: readonly ("good" | "bad" | "none")[], people?: "3-5") =>
  world.handle({ kind: "told", surveyId, by: customer, tellings, stage: "now", ...(people ? { people } : {}) });

async function toldRows(world: World): Promise<string[]> {
  const rows = await world.store.list("telling", {});
  return rows.map(({ kind, stage, people }) => [stage, kind, people].filter(Boolean).join(" "));
}

describe("A passive", () => {
  const pointIn = async (world: World) => (await world.store.list("enhancement", {}))[0];
  const acts = (
    world: World,
    act: "plan" | "finish" | "reopen",
    note?: string,
    by: typeof lead | typeof customer = lead,
  ) =>
    pointIn(world).then((item) =>
      world.handle({ kind: "enhancement-acted", enhancementId: item?.id ?? "", by, act, ...(note ? { note } : {}) }),
    );

  it("opens a point to make better, to which the words are added when they come", async () => {
    const world = createWorld();
    await answered(world, 8);
    expect(await pointIn(world)).toMatchObject({ state: "open", hasWords: false, steps: [] });
    await world.writes(customer, "It was a bit slow.");
    expect(await pointIn(world)).toMatchObject({ state: "open", hasWords: true });
  });

  it("is withdrawn, visibly, by another band or where it does not count, and stands again as it stood", async () => {
    const world = createWorld();
    const id = await answered(world, 7, "It was slow.");
    await acts(world, "plan", "More people in May.");
    await world.handle(tap(id, 10));
    expect(await pointIn(world)).toMatchObject({ state: "withdrawn" });
    await world.handle(tap(id, 8));
    expect(await pointIn(world)).toMatchObject({ state: "planned" });
    const { id: responseId } = await responseIn(world);
    await world.handle({ kind: "answer-excluded", responseId, by: lead, reason: "a test" });
    expect((await pointIn(world))?.steps.map(({ state, byName }) => [state, byName])).toEqual([
      ["planned", "Lead Lee"],
      ["withdrawn", null],
      ["planned", null],
      ["withdrawn", null],
    ]);
  });

  it("is worked by those who work cases, with a sentence, step by step", async () => {
    const world = createWorld();
    await answered(world, 7, "It was slow.");
    expect((await acts(world, "plan", "Later.", customer)).refusal?.code).toBe("not-allowed");
    expect((await acts(world, "plan")).refusal?.code).toBe("unclear");
    expect((await acts(world, "reopen")).refusal?.code).toBe("late");
    await acts(world, "plan", "More people in May.");
    expect((await acts(world, "plan", "Again.")).refusal?.code).toBe("late");
    await acts(world, "finish", "Two more people answer now.");
    expect(await pointIn(world)).toMatchObject({ state: "done" });
    expect((await pointIn(world))?.steps.at(-1)).toMatchObject({
      byName: "Lead Lee",
      note: "Two more people answer now.",
    });
    await acts(world, "reopen");
    expect(await pointIn(world)).toMatchObject({ state: "open" });
  });

  it.each([3, 9])("is no one who gave %d", async (score) => {
    const world = createWorld();
    await answered(world, score, "Words.");
    expect(await pointIn(world)).toBeUndefined();
  });
});

describe("What everybody is offered with the thanks", () => {
  it("is one optional tap: whom have you told", async () => {
    const world = createWorld();
    const id = await answered(world, 9);
    expect(names(await lastIn(world))).toEqual(["comment", "change", ...TOLD]);
    expect((await lastIn(world)).hint).toContain("Told anyone about us yet?");
    await pressed(world, id, ["good"]);
    await pressed(world, id, ["good"]);
    await world.settle();
    expect(names(await lastIn(world))).toEqual([
      ..."1-2 3-5 6-10 more".split(" ").map((n) => `told-people:good:${n}`),
      "comment",
    ]);
    expect((await world.posts()).filter(({ message }) => names(message).includes("told-people:good:1-2"))).toHaveLength(
      1,
    );
    await pressed(world, id, ["good"], "3-5");
    await pressed(world, id, ["bad"]);
    expect(await toldRows(world)).toEqual(["now bad", "now good 3-5"]);
    await pressed(world, id, ["none"]);
    expect(await toldRows(world)).toEqual(["now none"]);
  });

  it("comes to a detractor once they have said what went wrong, and not before", async () => {
    const world = createWorld();
    await answered(world, 2);
    expect(names(await lastIn(world))).toEqual(expect.not.arrayContaining(TOLD));
    await world.writes(customer, "Nobody ever called me back.");
    await world.settle();
    expect(names(await lastIn(world))).toEqual(expect.arrayContaining(TOLD));
  });

  it("is nothing where the desk does not ask, or the customer wants to be left alone", async () => {
    const silent = createWorld({ settings: settingsOf({ wordOfMouth: { ask: false } }) });
    await answered(silent, 9);
    expect(names(await lastIn(silent))).toEqual(["comment", "change"]);
    const world = createWorld({ settings: settingsOf({ ask: { reviewLink: "https://reviews.example/acme" } }) });
    const { id } = await world.asked();
    await world.handle({ kind: "asking-changed", by: customer, ask: false });
    await world.handle(tap(id, 9));
    await world.settle();
    expect(names(await lastIn(world))).toEqual(["comment", "change"]);
    expect((await lastIn(world)).hint).not.toContain("https://");
    await world.handle(tap(id, 2));
    await world.handle({ kind: "comment-given", surveyId: id, by: customer, comment: "Nobody called.", via: "form" });
    await world.settle();
    expect(names(await lastIn(world))).toEqual([]);
  });

  it.each([2, 7, 10])(
    "names the public review to somebody who gave %d as to anybody else, and a friend to promoters alone",
    async (score) => {
      const settings = settingsOf({
        ask: { reviewLink: "https://reviews.example/acme" },
        promoters: { referral: "They get a month free: https://acme.example/friend" },
      });
      const world = createWorld({ settings });
      await answered(world, score);
      const { hint } = await lastIn(world);
      expect(hint).toContain("You can also review Acme in public, whatever you think: https://reviews.example/acme");
      expect(hint?.includes("https://acme.example/friend")).toBe(score === 10);
    },
  );

  it("asks new customers once whether somebody sent them, where the desk wants to know", async () => {
    const settings = settingsOf({ wordOfMouth: { askSource: true }, ask: { cooldownAnswered: "0s" } });
    const world = createWorld({ settings });
    const surveyId = await answered(world, 9);
    expect(names(await lastIn(world))).toEqual([
      "comment",
      "change",
      ...TOLD,
      "told-source:sent",
      "told-source:unsent",
    ]);
    await world.handle({ kind: "told", surveyId, by: customer, tellings: ["sent"], stage: "now" });
    await world.handle({ kind: "told", surveyId, by: customer, tellings: ["unsent"], stage: "now" });
    expect(await toldRows(world)).toEqual(["now unsent"]);
    await another(world, "web:chat:2");
    await world.handle(tap((await world.survey()).id, 10));
    await world.settle();
    expect(names(await lastIn(world, "web:chat:2"))).toEqual(["comment", "change", ...TOLD]);
  });
});

describe("Being quoted", () => {
  const settings = settingsOf({ promoters: { askQuote: true }, wordOfMouth: { ask: false } });
  const choose = (world: World, surveyId: string, choice: "show" | "yes" | "no", shown?: number) =>
    world.handle({ kind: "quote-answered", surveyId, by: customer, choice, ...(shown ? { shown } : {}) });
  const yesOf = ({ actions }: OutboundMessage): Action | undefined => actions.find(({ name }) => name === "quote-yes");

  it("takes a yes to the very words as they would be quoted, redacted", async () => {
    const world = createWorld({ settings });
    const id = await answered(world, 10, "Agent Ash was great, call me on +49 30 901820.");
    expect(names(await lastIn(world))).toEqual(["quote"]);
    await choose(world, id, "show");
    await world.settle();
    const shown = await lastIn(world);
    expect(shown.privateTo).toBe(customer.address);
    expect(shown.quote?.text).toContain("was great");
    expect(shown.quote?.text).not.toMatch(/Ash|901820/);
    await choose(world, id, "yes", Number(yesOf(shown)?.value));
    expect((await responseIn(world)).quoteConsentAt).toBe(world.now());
  });

  it("shows the words anew where they have changed since, and ends with a change, a withdrawal or never being asked", async () => {
    const world = createWorld({ settings });
    const id = await answered(world, 10, "Great.");
    await world.handle({ kind: "comment-given", surveyId: id, by: customer, comment: "Great people.", via: "form" });
    await choose(world, id, "yes", 1);
    expect((await responseIn(world)).quoteConsentAt).toBeNull();
    await choose(world, id, "yes", 2);
    expect((await responseIn(world)).quoteConsentAt).not.toBeNull();
    await world.handle({ kind: "comment-given", surveyId: id, by: customer, comment: "Good people.", via: "form" });
    expect((await responseIn(world)).quoteConsentAt).toBeNull();
    await choose(world, id, "yes", 3);
    await world.handle({ kind: "asking-changed", by: customer, ask: false });
    expect((await responseIn(world)).quoteConsentAt).toBeNull();
    await choose(world, id, "yes", 3);
    await world.handle({ kind: "answer-withdrawn", surveyId: id, by: customer, isSure: true });
    expect((await responseIn(world)).quoteConsentAt).toBeNull();
    expect((await choose(world, id, "show")).refusal?.code).toBe("late");
  });

  it("is asked of nobody else, and not unless the desk wants it", async () => {
    const passive = createWorld({ settings });
    await answered(passive, 8, "Fine.");
    expect(names(await lastIn(passive))).toEqual([]);
    const world = createWorld();
    await answered(world, 10, "Great.");
    expect(names(await lastIn(world))).toEqual(TOLD);
  });
});

describe("Taking an answer back", () => {
  const withdraw = (world: World, surveyId: string, isSure: boolean) =>
    world.handle({ kind: "answer-withdrawn", surveyId, by: customer, isSure });

  it("asks once more, then counts the answer no longer and shows its words to nobody", async () => {
    const world = createWorld();
    const id = await answered(world, 9, "Agent Ash was quick.");
    await pressed(world, id, ["good"]);
    await withdraw(world, id, false);
    await world.settle();
    expect(names(await lastIn(world))).toEqual(["withdraw-sure"]);
    expect(await responseIn(world)).toMatchObject({ excluded: null });
    await withdraw(world, id, true);
    await world.settle();
    expect(await responseIn(world)).toMatchObject({ excluded: "withdrawn", comment: null, commentEntryId: null });
    expect(await lastText(world)).toContain("no longer counts");
    expect(await toldRows(world)).toEqual([]);
    const praise = await lastIn(world, agent.address);
    expect(praise).toMatchObject({ text: "Customer One took this answer back.", replaces: expect.any(String) });
    expect(praise.quote).toBeUndefined();
    expect(await world.store.list("revision", { where: { comment: "Agent Ash was quick." } })).toHaveLength(1);
  });

  it("takes the case of an unhappy answer with it for good, and its words and score from the card", async () => {
    const world = createWorld();
    const id = await answered(world, 2, "Nobody ever called.");
    expect(JSON.stringify(await lastIn(world, "web:team"))).toContain("Nobody ever called.");
    await withdraw(world, id, true);
    await world.settle();
    const [item] = await world.store.list("case", {});
    expect(item?.state).toBe("withdrawn");
    const card = await lastIn(world, "web:team");
    expect(card).toMatchObject({ text: expect.stringContaining("nothing left to do"), actions: [] });
    expect(JSON.stringify(card)).not.toMatch(/Nobody ever called|out of 10|\/10/);
    for (const act of ["reopen", "take-back"] as const) {
      const { refusal } = await world.handle({ kind: "case-acted", caseId: item?.id ?? "", by: lead, act });
      expect(refusal).toMatchObject({ code: "late", text: expect.stringContaining("took this answer back") });
    }
    const wanted = { kind: "score-wanted", caseId: item?.id ?? "", by: lead } as const;
    expect((await world.handle(wanted)).refusal?.code).toBe("late");
  });

  it("shows its score on no later card as one that was given earlier", async () => {
    const world = createWorld({ settings: settingsOf({ ask: { cooldownAnswered: "0s" } }) });
    await withdraw(world, await answered(world, 5, "Slow."), true);
    for (const [where, score] of [
      ["web:chat:2", 3],
      ["web:chat:3", 2],
    ] as const) {
      await another(world, where);
      const asked = await world.store.list("survey", { where: { state: "asked" } });
      await world.handle(tap(asked[0]?.id ?? "", score));
    }
    await world.settle();
    const { facts = [] } = await lastIn(world, "web:team");
    expect(facts.find(({ label }) => label === "Earlier scores")?.value).toMatch(/^3 \([^)]*\)$/);
  });

  it("is for good: no score, word or colleague brings the answer back", async () => {
    const world = createWorld();
    const id = await answered(world, 8, "Slow.");
    await withdraw(world, id, true);
    await world.settle();
    expect((await withdraw(world, id, true)).refusal?.text).toContain("doesn’t count any more");
    expect((await world.handle(tap(id, 10))).refusal?.text).toContain("doesn’t count any more");
    await world.writes(customer, "It was nice of them though.");
    expect(await responseIn(world)).toMatchObject({ excluded: "withdrawn", comment: null, score: 8 });
    const { id: responseId } = await responseIn(world);
    const again = await world.handle({ kind: "answer-excluded", responseId, by: lead, reason: null });
    expect(again.refusal?.code).toBe("late");
    expect((await world.store.list("enhancement", {}))[0]).toMatchObject({ state: "withdrawn", hasWords: false });
  });

  it("is the customer's alone, also in its name", async () => {
    const world = createWorld();
    const id = await answered(world, 8, "Slow.");
    const other = { ...customer, address: "web:customer:9" };
    expect(
      (await world.handle({ kind: "answer-withdrawn", surveyId: id, by: other, isSure: true })).refusal?.code,
    ).toBe("not-yours");
    const { id: responseId } = await responseIn(world);
    await world.handle({ kind: "answer-excluded", responseId, by: lead, reason: "withdrawn" });
    expect((await responseIn(world)).excluded).toBe("withdrawn (team)");
    await world.handle({ kind: "answer-excluded", responseId, by: lead, reason: null });
    expect((await responseIn(world)).excluded).toBeNull();
  });
});

/** The latest receipt on the customer's direct line; what is kept follows it there, word for word. */
async function receiptIn(world: World): Promise<OutboundMessage> {
  const receipt = (await world.posts(customer.address)).findLast(({ message }) => message.text.startsWith("We keep "));
  if (!receipt) throw new Error("No receipt was given");
  return receipt.message;
}

describe("The receipt", () => {
  it("says on the direct line what is kept, what became of it, and how to correct or take it back", async () => {
    const world = createWorld();
    const id = await answered(world, 8, "Answer faster.");
    await world.handle({
      kind: "message",
      conversation: customer.address,
      messageId: "d1",
      author: customer,
      text: "data",
      isDirect: true,
    });
    await world.settle();
    const receipt = await receiptIn(world);
    expect(receipt.text).toBe(
      [
        "We keep 1 conversation with 1 message of yours, and 1 answer.",
        "About you we keep: Customer One.",
        "Nov 16, 2026: 8 – Answer faster. · It’s on our list of things to make better.",
      ].join("\n"),
    );
    expect(receipt.actions.map(({ name, subject }) => [name, subject])).toEqual([
      ["change", id],
      ["withdraw", id],
      ["read-no", "me"],
      ["forget", "me"],
    ]);
    await world.pass(8 * DAY, DAY);
    await world.handle({
      kind: "answer-withdrawn",
      surveyId: id,
      by: customer,
      isSure: true,
      answerIn: customer.address,
    });
    await world.settle();
    expect(await lastText(world, customer.address)).toContain("no longer counts");
    await world.handle({
      kind: "message",
      conversation: customer.address,
      messageId: "d2",
      author: customer,
      text: "my data",
      isDirect: true,
    });
    await world.settle();
    const after = await receiptIn(world);
    expect(after.text).toContain("Nov 16, 2026: 8 · You took this answer back.");
    expect(after.actions.map(({ name }) => name)).toEqual(["read-no", "forget"]);
  });

  it("names of the team nobody but whoever has been in touch", async () => {
    const world = createWorld();
    await answered(world, 2, "Nobody called.");
    const ask = async (messageId: string) => {
      await world.handle({
        kind: "message",
        conversation: customer.address,
        messageId,
        author: customer,
        text: "data",
        isDirect: true,
      });
      await world.settle();
      return (await receiptIn(world)).text;
    };
    expect(await ask("d1")).toContain("A person will look into it.");
    const [item] = await world.store.list("case", {});
    await world.handle({ kind: "case-acted", caseId: item?.id ?? "", by: lead, act: "claim" });
    expect(await ask("d2")).toMatch(/A person is looking into it\.$/);
    await world.handle({ kind: "case-acted", caseId: item?.id ?? "", by: lead, act: "contact" });
    await world.pass(MINUTE);
    expect(await ask("d3")).toContain("Lead Lee has been in touch with you.");
  });
});

describe("The receipt of an answer after a case", () => {
  it("says what became of that case, and promises no praise", async () => {
    const world = createWorld();
    await answered(world, 2, "Nobody called.");
    const [item] = await world.store.list("case", {});
    const resolve = { kind: "case-acted", act: "resolve", note: "Called.", by: lead } as const;
    await world.handle({ ...resolve, caseId: item?.id ?? "" });
    await world.pass(4 * DAY, 6 * HOUR);
    const [again] = await world.store.list("survey", { where: { purpose: "recovery" } });
    const good = { surveyId: again?.id ?? "", by: customer, score: 10, comment: "All good now." } as const;
    await world.handle({ kind: "score-given", ...good, via: "form" });
    const [response] = await world.store.list("response", { where: { purpose: "recovery" } });
    const say: SayWords = (key) => key;
    expect(response && (await becameOf({ store: world.store, say, day: () => "" }, response))).toBe(
      "receipt.case.resolved",
    );
  });
});

describe("The team's list of what to make better", () => {
  it("groups the words by product, numbers those that can be worked, and says how many said nothing", async () => {
    const settings = settingsOf({ products: [{ id: "app", name: "Mobile app" }], ask: { cooldownAnswered: "0s" } });
    const world = createWorld({ settings });
    const { id } = await world.asked();
    await world.handle({
      kind: "score-given",
      surveyId: id,
      by: customer,
      score: 7,
      comment: "Too slow.",
      via: "form",
    });
    for (const [where, score] of [
      ["web:chat:2", 8],
      ["web:chat:3", 8],
    ] as const) {
      await world.writes(customer, "Another thing.", where);
      await world.writes(agent, "Done.", where);
      await world.resolves(agent, { where, product: "app" });
      await world.pass(10 * MINUTE, 5 * MINUTE);
      const comment = where === "web:chat:2" ? { comment: "Crashes on start." } : {};
      await world.handle({
        kind: "score-given",
        surveyId: (await world.survey()).id,
        by: customer,
        score,
        via: "form",
        ...comment,
      });
    }
    const asks = (text: string, messageId: string) =>
      world.handle({ kind: "message", conversation: lead.address, messageId, author: lead, text, isDirect: true });
    await asks("enhance", "l1");
    await world.settle();
    const list = await lastIn(world, lead.address);
    expect(list.sections).toEqual([
      { title: "Mobile app", lines: ["1. “Crashes on start.”", "1 more without words"] },
      { title: "No product named", lines: ["2. “Too slow.”"] },
    ]);
    expect(names(list)).toEqual(["enhance-plan:1", "enhance-plan:2", "enhance-finish:1", "enhance-finish:2"]);
    const [first] = list.actions;
    await world.handle({
      kind: "enhancement-acted",
      enhancementId: first?.subject ?? "",
      by: lead,
      act: "plan",
      note: "In May.",
    });
    await asks("enhance", "l2");
    await world.settle();
    const planned = await lastIn(world, lead.address);
    expect(planned.sections?.[0]?.lines[0]).toBe("1. “Crashes on start.” · planned by Lead Lee: In May.");
    expect(names(planned)).toEqual(["enhance-plan:2", "enhance-finish:1", "enhance-finish:2"]);
  });
});
