import type { Case, CaseStep } from "../../src/recovery/case.ts";
import { DAY } from "../world.ts";
import { type AllPosts, type Evidence, rowsOf } from "./checks.ts";
import type { Standing } from "./ground.ts";
import { grouped } from "./grouped.ts";
import { DESKS } from "./town.ts";

const OPEN = ["new", "claimed", "contacted", "waiting", "escalated"];

/** What is read on the card of a case in each state. */
const SHOWN: Readonly<Record<Case["state"], RegExp>> = {
  new: /get in touch by|Contact is overdue|rather not be contacted/,
  claimed: /will get in touch by|Contact is overdue|rather not be contacted/,
  contacted: /has been in touch/,
  waiting: /is waiting for their answer/,
  escalated: /A lead needs to step in/,
  resolved: /has resolved this/,
  closed: /was closed without contact/,
  withdrawn: /nothing left to do/,
};

/** The card of each case says how far it has got, unless the platform would not take the edit. */
function checkShown({ ground, town }: Evidence, desk: string, cases: readonly Case[], posts: AllPosts): string[] {
  const all = [...posts.values()].map(({ post }) => post);
  const refused = new Set(all.flatMap(({ state, message }) => (state === "failed" ? [message.replaces] : [])));
  const cards = grouped(ground.in(town.teamLanes[desk] ?? ""), ({ postId }) => {
    const message = posts.get(postId ?? "")?.post.message;
    return message?.replaces === undefined ? (message?.caseId ?? "") : "";
  });
  return cases.flatMap(({ id, state }) =>
    (cards.get(id) ?? []).flatMap(({ postId, text, goneSince }) =>
      SHOWN[state].test(text) || goneSince !== undefined || refused.has(postId ?? "")
        ? []
        : [`the card of case ${id} does not say that it is ${state}`],
    ),
  );
}

type Steps = ReadonlyMap<string, readonly CaseStep[]>;

/** A case is open while its answer is a detractor's and nobody has ended it. */
function checkState({ id, state }: Case, score: number, isCounted: boolean, steps: readonly CaseStep[]): string[] {
  const isDetractor = score <= 6 && isCounted;
  if (isDetractor && state === "withdrawn") return [`case ${id} is withdrawn, and the answer is ${score}`];
  const isByHand = steps.some(({ act, byAddress }) => act === "reopen" && byAddress !== null);
  if (!isDetractor && OPEN.includes(state) && !isByHand && !steps.some(({ act }) => /again|not-right/.test(act)))
    return [`case ${id} is ${state}, and the answer is ${score}`];
  const turns = steps.filter(({ act }) =>
    ["resolve", "close", "withdraw", "reopen", "not-right", "again"].includes(act),
  );
  const last = turns.at(-1)?.act;
  if (last === "resolve" && state !== "resolved") return [`case ${id} was resolved and is ${state}`];
  if (last === "close" && state !== "closed") return [`case ${id} was closed and is ${state}`];
  if ((last === "not-right" || last === "reopen") && !OPEN.includes(state))
    return [`case ${id} was opened again and is ${state}`];
  return [];
}

/** What customers say of their case is in it. */
async function checkSaid(evidence: Evidence, desk: string, cases: ReadonlyMap<string, Case>): Promise<string[]> {
  const surveys = await rowsOf(evidence, desk, "survey");
  return evidence.acknowledged.flatMap(({ event, handled }) => {
    if (event.kind !== "put-right-said" || handled.refusal !== undefined) return [];
    const item = cases.get(surveys.get(event.surveyId)?.caseId ?? "");
    return item && item.putRight === null ? [`what was said of case ${item.id} is not in it`] : [];
  });
}

const ASKED_WITHIN = 20 * DAY;

/** Whoever's case was resolved is asked whether it has been put right, unless they are spoken with or want none of it, or their answer was left out meanwhile. */
async function checkAskedAgain(evidence: Evidence, desk: string, cases: readonly Case[]): Promise<string[]> {
  const surveys = [...(await rowsOf(evidence, desk, "survey")).values()];
  const customers = await rowsOf(evidence, desk, "customer");
  const talks = await rowsOf(evidence, desk, "interaction");
  const asked = new Set(surveys.map(({ caseId }) => caseId));
  const leftOut = new Set(
    evidence.acknowledged.flatMap(({ event }) => (event.kind === "answer-excluded" ? [event.responseId] : [])),
  );
  return cases.flatMap(({ id, state, closedAt, customerId, interactionId, contactWish, responseId }) => {
    const isOver = state === "resolved" && closedAt !== null && closedAt < evidence.now - ASKED_WITHIN;
    const isFree = customers.get(customerId)?.optedOutAt === null && talks.get(interactionId)?.state !== "open";
    const isDue = isOver && isFree && contactWish !== "no" && !leftOut.has(responseId) && !asked.has(id);
    return isDue ? [`nobody asked whether case ${id} at ${desk} has been put right`] : [];
  });
}

/** What is told of some kinds of steps. */
const TOLD: { readonly [K in CaseStep["act"]]?: RegExp } = {
  remind: /please get in touch by/,
  overdue: /overdue/,
  claim: /is on it/,
  contact: /has been in touch/,
  resolve: /has resolved this/,
  withdraw: /nothing is left to do here/,
};

/** The threads under the cards of each case that somebody has deleted: each carries the name of the message that it is under. */
function threadsLeft({ ground }: Evidence, posts: AllPosts): ReadonlyMap<string, readonly string[]> {
  const gone = grouped(
    ground.all.filter(({ goneSince }) => goneSince !== undefined),
    ({ postId }) => posts.get(postId ?? "")?.post.message.caseId ?? "",
  );
  const lanes = gone.size === 0 ? [] : [...new Set([...posts.values()].map(({ post }) => post.lane))];
  const under = ({ lane, reference }: Standing) => {
    const name = reference.split("/")[1] ?? reference;
    return lanes.filter((one) => one !== lane && one.includes(name));
  };
  return new Map([...gone].map(([id, all]) => [id, all.flatMap(under)]));
}

/** Each step is told once in the thread under the card, where there is one, in the order in which they were taken; where the card was deleted, the later ones under the next. */
function checkTold(evidence: Evidence, cases: readonly Case[], steps: Steps, posts: AllPosts): string[] {
  const { ground } = evidence;
  const failed = grouped([...posts.values()], ({ post }) => (post.state === "failed" ? post.lane : ""));
  const left = threadsLeft(evidence, posts);
  return cases.flatMap(({ id, alerts, stepCount }) =>
    alerts.flatMap(({ thread }) => {
      if (!thread) return [];
      const before = (left.get(id) ?? []).filter((lane) => lane !== thread);
      const standing = [...before, thread].flatMap((lane) => ground.in(lane));
      const given = [...before, thread].reduce((sum, lane) => sum + (failed.get(lane)?.length ?? 0), 0);
      const told = standing.length + given;
      if (told !== stepCount)
        return [`of case ${id} ${told} steps are told in its thread, and ${stepCount} were taken`];
      const another = standing.find(({ text }, index) => {
        const act = steps.get(id)?.[index]?.act;
        return act !== undefined && TOLD[act]?.test(text) === false;
      });
      return another && given === 0 ? [`in the thread of case ${id} ${another.postId} tells another step`] : [];
    }),
  );
}

/** Whether cases, their cards and what is told of them are as they should be. */
export async function checkCaseStates(evidence: Evidence, posts: AllPosts): Promise<string[]> {
  if (!evidence.isCalm) return [];
  const broken: string[] = [];
  for (const desk of DESKS) {
    const cases = await rowsOf(evidence, desk, "case");
    const all = [...cases.values()];
    const responses = await rowsOf(evidence, desk, "response");
    const ordered = [...(await rowsOf(evidence, desk, "step")).values()].sort((a, b) => a.number - b.number);
    const steps = grouped(ordered, ({ caseId }) => caseId);
    broken.push(...checkShown(evidence, desk, all, posts), ...checkTold(evidence, all, steps, posts));
    for (const item of all) {
      const response = responses.get(item.responseId);
      const isCounted = response?.excluded === null;
      broken.push(...checkState(item, response?.score ?? 10, isCounted, steps.get(item.id) ?? []));
    }
    broken.push(...(await checkSaid(evidence, desk, cases)), ...(await checkAskedAgain(evidence, desk, all)));
  }
  return broken;
}
