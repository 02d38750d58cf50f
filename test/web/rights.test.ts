import { describe, expect, it } from "vitest";
import { type Holder, isGranted, type Right } from "../../src/rights.ts";
import { tap } from "../conversations/talk.ts";
import { agent, createWorld, customer, MINUTE, SECOND, settingsOf, type World } from "../world.ts";
import { type OpenDesk, openDesk } from "./open-desk.ts";

const settings = settingsOf({
  ask: { delay: "1s", quietHours: "", cooldownAnswered: "0s", cooldownUnanswered: "0s" },
  products: [{ id: "app", name: "Mobile app" }],
});
const conversation = "web:chat:chat1";
const owner = { ...customer, address: "web:customer:mine" };

interface Rows {
  readonly surveyId: string;
  readonly caseId: string;
  readonly interactionId: string;
}

/** A form as a seat sends it. */
interface Sent {
  readonly path: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** The seats of the desk, each with the role it gives and the door its buttons and forms go through. */
const SEATS = [
  ["customer", "/customer/act", { me: "mine", chat: "chat1", place: "message" }],
  ["stranger", "/customer/act", { me: "other", chat: "chat2", place: "message" }],
  ["lead", "/team/act", { name: "Birch" }],
] as const satisfies readonly (readonly [Holder, string, Record<string, string>])[];

type Stage = "talk" | "question" | "answer";

/** What is tried, after what, the right it takes, and what it is about. */
const ACTS: readonly (readonly [act: string, after: Stage, right: Right, subject: (rows: Rows) => string])[] = [
  ["score", "question", "answer", ({ surveyId }) => surveyId],
  ["not-now", "question", "answer", ({ surveyId }) => surveyId],
  ["never", "question", "answer", ({ surveyId }) => surveyId],
  ["comment", "answer", "answer", ({ surveyId }) => surveyId],
  ["change", "answer", "answer", ({ surveyId }) => surveyId],
  ["new-question", "answer", "answer", ({ surveyId }) => surveyId],
  ["resolve", "talk", "resolve", () => conversation],
  ["case-claim", "answer", "work-case", ({ caseId }) => caseId],
  ["case-contact", "answer", "work-case", ({ caseId }) => caseId],
  ["case-resolve", "answer", "work-case", ({ caseId }) => caseId],
  ["case-unreachable", "answer", "work-case", ({ caseId }) => caseId],
];

async function deskAfter(after: Stage): Promise<{ desk: OpenDesk; world: World; rows: Rows }> {
  const world = createWorld({ settings });
  await world.writes(owner, "My invoice is wrong.", conversation);
  await world.writes(agent, "I have corrected it.", conversation);
  if (after !== "talk") await world.resolves(agent, { where: conversation });
  await world.pass(5 * SECOND, SECOND);
  const [survey] = await world.store.list("survey", {});
  if (after === "answer") await world.handle(tap(survey?.id ?? "", 3, owner));
  await world.pass(MINUTE);
  const [item] = await world.store.list("case", {});
  const { id: interactionId } = await world.interaction(conversation);
  const rows = { surveyId: survey?.id ?? "", caseId: item?.id ?? "", interactionId };
  return { desk: await openDesk({ from: world, settings }), world, rows };
}

/** Sends the form; tells whether something was done. */
async function isDone(desk: OpenDesk, { path, fields }: Sent): Promise<boolean> {
  let changes = 0;
  const stop = desk.world.bot.onSaved((saved) => {
    changes += saved.length;
  });
  const answer = await desk.sit(path, { method: "POST", body: new URLSearchParams({ form: "f1", ...fields }) });
  stop();
  if (fields.place === "message" && answer.status !== 303) expect(await answer.text()).toMatch(/role="alert">[^<]+</);
  return answer.status === 303 && changes > 0;
}

describe("who may do what at the local desk", () => {
  const tried = SEATS.flatMap((seat) => ACTS.map((act) => [seat[0], act[0], seat, act] as const));

  it.each(tried)(
    "is as the table of rights says: %s, %s",
    async (_, __, [holder, path, own], [act, after, right, of]) => {
      const { desk, rows } = await deskAfter(after);
      const words = { score: "9", comment: "Because.", note: "Because." };
      const fields = { ...own, ...words, act, subject: of(rows) };
      expect(await isDone(desk, { path, fields })).toBe(isGranted(holder, right));
    },
  );

  it.each([
    ["resolve", "talk", {}],
    ["resolve", "talk", { skip: "they are on holiday" }],
    ["reopen", "answer", {}],
    ["reply", "talk", { text: "One more thing." }],
  ] as const)("lets the agent's seat %s after the %s", async (act, after, more) => {
    const { desk, world, rows } = await deskAfter(after);
    const fields = { name: "Ash", conversation: rows.interactionId, ...more };
    expect(await isDone(desk, { path: `/agent/${act}`, fields })).toBe(true);
    const wasSkipped = (await world.resolutions()).some(({ fateReason }) => fateReason === "skipped-by-person");
    expect(wasSkipped).toBe("skip" in more && isGranted("agent", "skip-question"));
  });

  it("lets the team's seat decide on the board", async () => {
    const { desk } = await deskAfter("talk");
    const decision = { name: "Birch", week: "2026-W46", product: "app", verdict: "keep", sentence: "It works." };
    expect(await isDone(desk, { path: "/digest/decide", fields: decision })).toBe(isGranted("lead", "decide-product"));
  });

  it("shows a conversation to the agent and to its customer, and to no other one", async () => {
    const { desk, rows } = await deskAfter("talk");
    const isShown = async (path: string) => (await (await desk.sit(path)).text()).includes("My invoice is wrong.");
    expect(await isShown("/customer?me=mine&chat=chat1")).toBe(isGranted("customer", "read-transcript"));
    expect(await isShown("/customer?me=other&chat=chat1")).toBe(isGranted("stranger", "read-transcript"));
    const seat = `/agent?name=Ash&conversation=${rows.interactionId}`;
    expect(await isShown(seat)).toBe(isGranted("agent", "read-transcript"));
  });

  it("gives nobody without its key a seat", async () => {
    const { desk, rows } = await deskAfter("talk");
    for (const path of ["/", "/agent?name=Ash", "/team?name=Birch", "/digest", "/customer?me=mine&chat=chat1"])
      expect((await desk.ask(path)).status).toBe(401);
    const body = new URLSearchParams({ name: "Ash", conversation: rows.interactionId });
    const forged = await desk.ask("/agent/resolve", { method: "POST", body, headers: { Origin: desk.origin } });
    expect([forged.status, await desk.world.resolutions()]).toEqual([401, []]);
  });
});

describe("what the bot has said already", () => {
  it("is not said again next to the form", async () => {
    const { desk, world } = await deskAfter("talk");
    const press = async (act: string, subject: string, form: string) => {
      const fields = { me: "mine", chat: "chat1", place: "message", form, act, subject, score: "seven" };
      return desk.sit("/customer/act", { method: "POST", body: new URLSearchParams(fields) });
    };
    const unknown = await press("score", "no-such-survey", "f1");
    expect([unknown.status, await unknown.text()]).toEqual([
      422,
      expect.stringContaining("There is no open question here any more."),
    ]);
    await world.resolves(agent, { where: conversation });
    await world.pass(5 * SECOND, SECOND);
    const { id } = await world.survey();
    const unclear = await press("score", id, "f2");
    expect(unclear.status).toBe(303);
    await world.settle();
    const said = (await world.posts(conversation)).filter(({ message }) => message.privateTo === owner.address);
    expect(said).toHaveLength(1);
  });
});
