import type { Reader } from "../../src/ports.ts";
import type { Ground } from "./ground.ts";
import { SCORES } from "./moves.ts";

/** What must hold of any ground, told by code that shares nothing with the product's but the rows. Gives what does not. */
export async function broken(reader: Reader, { standing }: Pick<Ground, "standing">): Promise<string[]> {
  const faults = [
    ...(await brokenSurveys(reader)),
    ...(await brokenAnswers(reader)),
    ...(await brokenCases(reader)),
    ...(await brokenFates(reader)),
  ];
  const twice = standing.length - new Set(standing.map(({ post }) => post.id)).size;
  if (twice > 0) faults.push(`${twice} posts stand twice`);
  for (const { post } of standing.filter(({ isUnwanted }) => isUnwanted))
    faults.push(`${post.message.kind} was said to somebody who had opted out`);
  return faults;
}

async function brokenSurveys(reader: Reader): Promise<string[]> {
  const surveys = await reader.list("survey", {});
  const open = surveys.filter(({ state }) => state === "scheduled" || state === "asked" || state === "reminded");
  const asked = new Set(open.map(({ customerId }) => customerId));
  const faults = open.length > asked.size ? [`${open.length} questions are open to ${asked.size} customers`] : [];
  for (const { dueAt, state } of open) if (dueAt === null) faults.push(`A survey ${state} is never looked at again`);
  for (const { resolutionId } of surveys)
    if (surveys.filter((one) => one.resolutionId === resolutionId).length > 1)
      faults.push("A resolution is asked twice");
  return faults;
}

async function brokenAnswers(reader: Reader): Promise<string[]> {
  const faults: string[] = [];
  const given: number[] = [SCORES.low, SCORES.high];
  for (const response of await reader.list("response", {})) {
    const revisions = await reader.list("revision", { where: { responseId: response.id }, orderBy: "number" });
    const survey = await reader.get("survey", response.surveyId);
    const scores = revisions.map(({ score }) => score);
    if (scores.some((score) => !given.includes(score))) faults.push(`Nobody gave ${scores.join(", ")}`);
    if (scores.at(-1) !== response.score) faults.push(`The answer says ${response.score}, its revisions ${scores}`);
    if (revisions.some(({ number }, index) => number !== index + 1)) faults.push("A revision is missing");
    if (response.customerId !== survey?.customerId) faults.push("An answer is another customer's");
    const expected = response.score <= 6 ? "detractor" : response.score <= 8 ? "passive" : "promoter";
    if (response.band !== expected) faults.push(`${response.score} is called ${response.band}`);
  }
  return faults;
}

async function brokenCases(reader: Reader): Promise<string[]> {
  const faults: string[] = [];
  const cases = await reader.list("case", {});
  for (const { id, score } of await reader.list("response", {})) {
    const own = cases.filter(({ responseId }) => responseId === id);
    if (own.length > 1) faults.push(`${own.length} cases for one answer`);
    if (score <= 6 && own.filter(({ state }) => state !== "withdrawn").length !== 1)
      faults.push("A detractor has no case");
  }
  for (const { id, stepCount, alerts } of cases) {
    const steps = await reader.list("step", { where: { caseId: id }, orderBy: "number" });
    if (steps.length !== stepCount) faults.push(`${stepCount} steps are counted, ${steps.length} are there`);
    if (alerts.length !== 1) faults.push(`A case has ${alerts.length} cards`);
  }
  return faults;
}

async function brokenFates(reader: Reader): Promise<string[]> {
  const faults: string[] = [];
  const resolutions = await reader.list("resolution", {});
  const counted = (await reader.list("interaction", {})).reduce((sum, one) => sum + one.resolutionCount, 0);
  if (counted !== resolutions.length)
    faults.push(`${counted} resolutions are counted, ${resolutions.length} are there`);
  for (const { id, fate } of resolutions) {
    const [survey] = await reader.list("survey", { where: { resolutionId: id } });
    const answers = survey ? await reader.list("response", { where: { surveyId: survey.id } }) : [];
    const expected = answers.length > 0 ? "answered" : FATE_OF[survey?.state ?? "cancelled"];
    if (fate !== expected) faults.push(`A resolution is ${fate} though its survey is ${survey?.state ?? "missing"}`);
  }
  return faults;
}

const FATE_OF = {
  ...{ scheduled: "waiting", asked: "waiting", reminded: "waiting", answered: "answered", declined: "declined" },
  ...{ expired: "silent", cancelled: "not-asked", undeliverable: "undeliverable" },
} as const;
