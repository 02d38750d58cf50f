import fc from "fast-check";
import { expect } from "vitest";
import type { Person } from "../../src/interaction/customer.ts";
import type { Survey } from "../../src/survey/survey.ts";
import { agent, DAY, HOUR, MINUTE, type Unstamped } from "../world.ts";
import type { Desk } from "./sequence-desk.ts";

const people: readonly Person[] = [
  { address: "web:customer:1", role: "customer", zone: "Pacific/Auckland" },
  { address: "web:customer:2", role: "customer" },
  { address: "web:customer:3", role: "customer", zone: "America/Santiago", locale: "es" },
  agent,
];
const places = ["web:chat:1", "web:chat:2", "web:chat:3"];

const who = fc.oneof({ weight: 5, arbitrary: fc.nat({ max: people.length - 2 }) }, fc.constant(people.length - 1));
const where = fc.nat({ max: places.length - 1 });
const which = fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.nat({ max: 6 }));
/** Null is the person whom the survey asks. */
const answerer = fc.option(who, { nil: null, freq: 2 });
/** How long ago it happened, milliseconds: platforms deliver late and out of order. */
const ago = fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.constantFrom(20_000, 10 * MINUTE, 5 * HOUR));

function kind<Name extends string, Model extends object>(
  weight: number,
  name: Name,
  model: { [K in keyof Model]: fc.Arbitrary<Model[K]> },
) {
  return { weight, arbitrary: fc.record(model).map((values) => ({ do: name, ...(values as Model) })) };
}

/** One thing that somebody does, or that happens to the desk. */
export const step = fc.oneof(
  kind(4, "talk", { who, where }),
  kind(4, "write", { who, where, ago, text: fc.constantFrom("Hello.", "7", "9!", " 3 ", "Why?") }),
  kind(3, "resolve", { where, ago, skip: fc.option(fc.constant("tired"), { nil: undefined, freq: 8 }) }),
  kind(1, "reopen", { where, ago }),
  kind(5, "tap", {
    who: answerer,
    which,
    ago,
    score: fc.constantFrom<unknown>(1, "6", 7, "10", 0, "x"),
    with: fc.constantFrom("nothing" as const, "itself" as const, "another" as const),
  }),
  kind(1, "comment", { who: answerer, which, ago }),
  kind(1, "new-question", { who: answerer, which, ago }),
  kind(2, "decline", { who: answerer, which, ago, choice: fc.constantFrom("not-now" as const, "never" as const) }),
  kind(1, "ask-me", { who, ask: fc.boolean() }),
  kind(1, "join-team", { who, where }),
  kind(4, "wait", { ms: fc.constantFrom(MINUTE, 6 * MINUTE, 9 * HOUR, 4 * DAY, 9 * DAY, 21 * DAY) }),
  kind(2, "platform", {
    result: fc.constantFrom(
      "posted" as const,
      "retry" as const,
      "cut-off-before" as const,
      "cut-off-after" as const,
      "refused" as const,
    ),
  }),
  kind(1, "restart", { replica: fc.nat({ max: 1 }) }),
);
export type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;
type SurveyStep = Extract<Step, { which: number }>;
type PlaceStep = Extract<Step, { where: number }>;

/** Does one thing and lets what is due happen; what was answered is remembered by the desk. */
export async function act(desk: Desk, move: Step): Promise<void> {
  if (move.do === "wait") await desk.pass(move.ms);
  else if (move.do === "platform") desk.platform = move.result;
  else if (move.do === "restart") desk.restart(move.replica);
  else if (move.do === "ask-me") await desk.handle({ kind: "asking-changed", by: personAt(move.who), ask: move.ask });
  else if ("which" in move) await actOnSurvey(desk, move);
  else await actInPlace(desk, move);
  await desk.settle();
  await desk.witness();
}

function personAt(index: number): Person {
  return people[index] ?? agent;
}

async function actInPlace(desk: Desk, move: PlaceStep): Promise<void> {
  const conversation = places[move.where] ?? "";
  const at = desk.now() - ("ago" in move ? move.ago : 0);
  const says = (author: Person, text: string) => {
    const messageId = desk.newId();
    return desk.handle({ kind: "message", conversation, messageId, author, text, at });
  };
  const resolved = { kind: "resolved", conversation, by: agent, at } as const;
  if (move.do === "write") await says(personAt(move.who), move.text);
  else if (move.do === "join-team") await says({ ...personAt(move.who), role: "agent" }, "I help here now.");
  else if (move.do === "reopen") await desk.handle({ kind: "reopened", conversation, by: agent, at });
  else if (move.do === "resolve") await desk.handle({ ...resolved, ...(move.skip ? { skip: move.skip } : {}) });
  else {
    await says(personAt(move.who), "Something is wrong.");
    await says(agent, "It is mended.");
    await desk.handle(resolved);
  }
}

/** The person a survey asks. */
async function askedPerson(desk: Desk, survey: Survey): Promise<Person> {
  const [identity] = await desk.store.list("identity", { where: { customerId: survey.customerId } });
  return people.find(({ address }) => address === identity?.id) ?? agent;
}

async function actOnSurvey(desk: Desk, move: SurveyStep): Promise<void> {
  const surveys = await desk.store.list("survey", {});
  const survey = surveys.at(-1 - (move.which % Math.max(surveys.length, 1)));
  if (!survey) return;
  const by = move.who === null ? await askedPerson(desk, survey) : personAt(move.who);
  const about = { surveyId: survey.id, by, at: desk.now() - move.ago };
  if (move.do === "comment") await desk.handle({ kind: "comment-given", ...about, comment: "Because.", via: "form" });
  else if (move.do === "new-question") await desk.handle({ kind: "new-question", ...about });
  else if (move.do === "decline") await desk.handle({ kind: "declined", ...about, choice: move.choice });
  else await taps(desk, survey, { kind: "score-given", ...about, score: move.score, via: "tap" }, move.with);
}

/** A tap alone, delivered twice, or at the same moment as a tap on another score; what was accepted is remembered. */
async function taps(
  desk: Desk,
  survey: Survey,
  given: Extract<Unstamped, { kind: "score-given" }>,
  together: "nothing" | "itself" | "another",
): Promise<void> {
  const first = { ...given, id: desk.newId() };
  const second = { itself: first, another: { ...given, id: desk.newId(), score: 4 }, nothing: null }[together];
  const events = second ? [first, second] : [first];
  const handled = await Promise.all(events.map((event) => desk.handle(event)));
  expect(handled.filter(({ status }) => status === "saved")).toHaveLength(second === first ? 1 : events.length);
  const accepted = events.filter(
    (_, index) => handled[index]?.status === "saved" && handled[index]?.refusal === undefined,
  );
  await desk.remember(
    survey.id,
    given.by.address,
    accepted.map(({ score }) => Number(score)),
    given.at ?? desk.now(),
  );
}
