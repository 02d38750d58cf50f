import { type Case, isCaseOpen, isContactDue } from "../recovery/case.ts";
import { quietUntil } from "../survey/quiet-hours.ts";
import { isAwaitingAnswer, type Survey } from "../survey/survey.ts";
import type { NextStep, Rest, StoryRows, StoryRules } from "./chapter.ts";
import { digestSteps } from "./digest-chapters.ts";

function questionSteps(survey: Survey, { customer }: StoryRows, rules: StoryRules): NextStep[] {
  const { id: of, askIn: whose, dueAt, askedAt } = survey;
  if (dueAt === null) return [];
  const free = quietUntil(dueAt, rules, customer);
  if (survey.state === "scheduled") return [{ at: free, what: "ask", of, whose }];
  if (!isAwaitingAnswer(survey) || askedAt === null) return [];
  const expiresAt = askedAt + rules.ask.expireAfter;
  const isToRemind = survey.state === "asked" && dueAt < expiresAt && customer.optedOutAt === null;
  const remind: NextStep[] = isToRemind ? [{ at: Math.min(free, expiresAt), what: "remind", of, whose }] : [];
  return [...remind, { at: expiresAt, what: "expire", of, whose }];
}

function clockOf({ remindedAt, overdueAt, dueAt, contactBy }: Case): NextStep["what"] {
  if (overdueAt !== null) return "escalate";
  return remindedAt === null && dueAt !== null && dueAt < contactBy ? "remind-owner" : "overdue";
}

function caseSteps(item: Case): NextStep[] {
  const { id: of, ownerName, ownerAddress, dueAt } = item;
  const whose = ownerName ?? ownerAddress;
  if (!isCaseOpen(item)) return dueAt === null ? [] : [{ at: dueAt, what: "ask-again", of, whose: null }];
  if (!isContactDue(item)) return [{ at: null, what: "close-case", of, whose }];
  const clock: NextStep[] = dueAt === null ? [] : [{ at: dueAt, what: clockOf(item), of, whose }];
  return [{ at: item.contactBy, what: "contact", of, whose }, ...clock];
}

function postSteps({ posts }: StoryRows): NextStep[] {
  const waiting = posts.filter(({ state }) => state === "pending" || state === "sending");
  return waiting.map(({ id, lane, dueAt }) => ({ at: dueAt, what: "send", of: id, whose: lane }));
}

function promiseSteps({ promises }: StoryRows): NextStep[] {
  return promises.flatMap(({ id, dueAt: at, askedIn }): NextStep[] =>
    at === null ? [] : [{ at, what: "ask-promise", of: id, whose: askedIn }],
  );
}

/** What is due next, in the order of its times; what has none comes last. */
export function nextSteps(rows: StoryRows, rules: StoryRules, now: number): NextStep[] {
  const own = rows.surveys.filter(({ interactionId }) => interactionId === rows.interaction.id);
  const steps = [
    ...own.flatMap((survey) => questionSteps(survey, rows, rules)),
    ...rows.cases.flatMap(caseSteps),
    ...promiseSteps(rows),
    ...postSteps(rows),
    ...digestSteps(rows, rules, now),
  ];
  const when = ({ at }: NextStep) => at ?? Number.MAX_SAFE_INTEGER;
  return steps.toSorted((one, other) => when(one) - when(other));
}

/** What comes beside the question, whatever has become of it. */
const BESIDE: readonly NextStep["what"][] = ["send", "digest", "recount"];

/** Why nothing more comes of the question; null while something does. */
export function restOf(
  { interaction, resolutions, responses }: StoryRows,
  { ask }: StoryRules,
  next: readonly NextStep[],
): Rest | null {
  if (next.some(({ what }) => !BESIDE.includes(what))) return null;
  if (interaction.isTest) return { why: "test", until: null };
  if (interaction.state === "open") return { why: "open", until: null };
  const last = resolutions.find(({ id }) => id === interaction.resolutionId);
  if (!last) return null;
  const answered = responses.findLast(({ interactionId }) => interactionId === interaction.id);
  const isAnswered = last.fate === "answered" && answered !== undefined;
  return { why: last.fate, until: isAnswered ? answered.answeredAt + ask.changeWindow : null };
}
