import type { Ground } from "./ground.ts";
import { SCORES } from "./moves.ts";
import type { Snapshot } from "./snapshot.ts";

/** What must hold of any ground, told by code that shares nothing with the product's but the rows. Gives what does not. */
export function broken(rows: Snapshot, { standing }: Pick<Ground, "standing">): string[] {
  const faults = [...brokenSurveys(rows), ...brokenAnswers(rows), ...brokenCases(rows), ...brokenFates(rows)];
  const twice = standing.length - new Set(standing.map(({ post }) => post.id)).size;
  if (twice > 0) faults.push(`${twice} posts stand twice`);
  for (const { post } of standing.filter(({ isUnwanted }) => isUnwanted))
    faults.push(`${post.message.kind} was said to somebody who had opted out`);
  return faults;
}

/** What must hold, besides, where nothing happens any more by itself. */
export function calm(rows: Snapshot, { standing }: Pick<Ground, "standing">): string[] {
  const faults: string[] = [];
  for (const { state } of rows.survey) if (isAwaited(state)) faults.push(`A survey stays ${state} for good`);
  for (const { fate } of rows.resolution) if (fate === "waiting") faults.push("A fate stays open for good");
  const stands = new Set(standing.map(({ post }) => post.id));
  for (const { id, state } of rows.post) {
    if (state === "pending" || state === "sending") faults.push(`A post stays ${state} for good`);
    if (state === "failed") faults.push("A post has failed though the platform takes all");
    if (state === "posted" && !stands.has(id)) faults.push("A post is said to stand that does not");
    if (state === "withdrawn" && stands.has(id)) faults.push("A post stands that was withdrawn");
  }
  for (const { alerts } of rows.case)
    if (!alerts.every(({ postId }) => stands.has(postId))) faults.push("The card of a case stands nowhere");
  return faults;
}

function isAwaited(state: string): boolean {
  return state === "scheduled" || state === "asked" || state === "reminded";
}

/** What only grows: none of it is ever taken away in the small world. */
const GROWING = ["entry", "resolution", "revision", "step", "audit", "post"] as const;

/** What was there before and is not any more. */
export function lost(before: Snapshot, after: Snapshot): string[] {
  return GROWING.flatMap((table) => {
    const there = new Set(after[table].map(({ id }) => id));
    return before[table].filter(({ id }) => !there.has(id)).map(() => `A row of ${table} is lost`);
  });
}

function brokenSurveys({ survey: surveys }: Snapshot): string[] {
  const open = surveys.filter(({ state }) => isAwaited(state));
  const asked = new Set(open.map(({ customerId }) => customerId));
  const faults = open.length > asked.size ? [`${open.length} questions are open to ${asked.size} customers`] : [];
  for (const { dueAt, state } of open) if (dueAt === null) faults.push(`A survey ${state} is never looked at again`);
  const about = new Set(surveys.map(({ resolutionId, caseId }) => `${resolutionId} ${caseId}`));
  if (about.size < surveys.length) faults.push("The same is asked twice");
  return faults;
}

function brokenAnswers({ response: responses, revision: all, survey: surveys }: Snapshot): string[] {
  const faults: string[] = [];
  const given: number[] = [SCORES.low, SCORES.high];
  for (const response of responses) {
    const own = all.filter(({ responseId }) => responseId === response.id);
    const revisions = own.sort((a, b) => a.number - b.number);
    const survey = surveys.find(({ id }) => id === response.surveyId);
    const scores = revisions.map(({ score }) => score);
    if (scores.some((score) => !given.includes(score))) faults.push(`Nobody gave ${scores.join(", ")}`);
    if (scores.at(-1) !== response.score) faults.push(`The answer says ${response.score}, its revisions ${scores}`);
    if (revisions.some(({ number }, index) => number !== index + 1)) faults.push("A revision is missing");
    if (response.customerId !== survey?.customerId) faults.push("An answer is another customer's");
    const expected = response.score <= 6 ? "detractor" : response.score <= 8 ? "passive" : "promoter";
    if (response.band !== expected) faults.push(`${response.score} is called ${response.band}`);
  }
  const answered = new Set(responses.map(({ surveyId }) => surveyId));
  if (answered.size < responses.length) faults.push("A survey has two answers");
  return faults;
}

function brokenCases({ case: cases, response: responses, step: steps }: Snapshot): string[] {
  const faults: string[] = [];
  for (const { id, score, purpose } of responses) {
    const own = cases.filter(({ responseId }) => responseId === id);
    if (own.length > 1) faults.push(`${own.length} cases for one answer`);
    if (score <= 6 && purpose === "recommend" && own.filter(({ state }) => state !== "withdrawn").length !== 1)
      faults.push("A detractor has no case");
  }
  for (const { id, stepCount, alerts } of cases) {
    const own = steps.filter(({ caseId }) => caseId === id).length;
    if (own !== stepCount) faults.push(`${stepCount} steps are counted, ${own} are there`);
    if (alerts.length !== 1) faults.push(`A case has ${alerts.length} cards`);
  }
  return faults;
}

function brokenFates({ resolution: resolutions, interaction, survey: surveys, response }: Snapshot): string[] {
  const faults: string[] = [];
  const counted = interaction.reduce((sum, one) => sum + one.resolutionCount, 0);
  if (counted !== resolutions.length)
    faults.push(`${counted} resolutions are counted, ${resolutions.length} are there`);
  for (const { id, fate } of resolutions) {
    const survey = surveys.find(({ resolutionId, purpose }) => resolutionId === id && purpose === "recommend");
    const isAnswered = response.some(({ surveyId }) => surveyId === survey?.id);
    const expected = isAnswered ? "answered" : FATE_OF[survey?.state ?? "cancelled"];
    if (fate !== expected) faults.push(`A resolution is ${fate} though its survey is ${survey?.state ?? "missing"}`);
  }
  return faults;
}

const FATE_OF = {
  ...{ scheduled: "waiting", asked: "waiting", reminded: "waiting", answered: "answered", declined: "declined" },
  ...{ expired: "silent", cancelled: "not-asked", undeliverable: "undeliverable" },
} as const;
