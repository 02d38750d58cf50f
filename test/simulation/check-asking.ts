import type { Interaction, Resolution } from "../../src/interaction/interaction.ts";
import type { Response } from "../../src/survey/response.ts";
import type { Survey } from "../../src/survey/survey.ts";
import { type AllPosts, type Evidence, rowsOf } from "./checks.ts";
import type { DeskTerms } from "./desk-terms.ts";
import { grouped } from "./grouped.ts";
import { clockOf, isWithinSpan } from "./local-clock.ts";
import { DESKS } from "./town.ts";

const OPEN = ["scheduled", "asked", "reminded"];

interface Asked {
  readonly ask: DeskTerms;
  readonly surveys: ReadonlyMap<string, Survey>;
  readonly addressOf: ReadonlyMap<string, string>;
}

/** The fate that the survey's state and answer make of its resolution. */
function fateOf(survey: Survey | undefined, response: Response | undefined): string {
  if (response !== undefined) return "answered";
  if (survey === undefined || survey.state === "cancelled") return "not-asked";
  if (OPEN.includes(survey.state)) return "waiting";
  return survey.state === "expired" ? "silent" : survey.state;
}

/** As many fates as resolutions, each as its survey has it. */
async function checkFates(evidence: Evidence, desk: string, { surveys }: Asked): Promise<string[]> {
  const resolutions: ReadonlyMap<string, Resolution> = await rowsOf(evidence, desk, "resolution");
  const interactions: ReadonlyMap<string, Interaction> = await rowsOf(evidence, desk, "interaction");
  const responses = new Map([...(await rowsOf(evidence, desk, "response")).values()].map((one) => [one.surveyId, one]));
  const first = [...surveys.values()].filter(({ purpose }) => purpose === "recommend");
  const byResolution = new Map(first.map((survey) => [survey.resolutionId, survey]));
  const counted = [...interactions.values()].reduce((sum, { resolutionCount }) => sum + resolutionCount, 0);
  const broken = counted === resolutions.size ? [] : [`${counted} resolutions were counted, ${resolutions.size} kept`];
  for (const { id, fate } of resolutions.values()) {
    const survey = byResolution.get(id);
    const due = fateOf(survey, survey && responses.get(survey.id));
    if (fate !== due) broken.push(`resolution ${id} at ${desk} is ${fate}, its survey says ${due}`);
  }
  if (byResolution.size < first.length) broken.push(`a resolution at ${desk} has two surveys`);
  return broken;
}

/** No two questions are open for one person, and none comes before the last one has rested. */
function checkPeace(desk: string, { ask, surveys, addressOf }: Asked): string[] {
  const broken: string[] = [];
  const byCustomer = grouped([...surveys.values()], ({ customerId }) => customerId);
  for (const [customerId, all] of byCustomer) {
    const who = addressOf.get(customerId);
    if (all.filter(({ state }) => OPEN.includes(state)).length > 1) broken.push(`${who} has two open questions`);
    const put = all.filter(({ deliveredAt, purpose }) => deliveredAt !== null && purpose === "recommend");
    for (const later of put)
      for (const earlier of put.filter((one) => one !== later && (one.askedAt ?? 0) < (later.askedAt ?? 0)))
        if (!hasRested(earlier, later, ask)) broken.push(`${later.id} at ${desk} was put too soon after ${earlier.id}`);
  }
  return broken;
}

function hasRested(earlier: Survey, later: Survey, ask: DeskTerms): boolean {
  const at = later.askedAt ?? 0;
  if (earlier.state === "cancelled" && earlier.interactionId === later.interactionId) return true;
  if (earlier.state === "answered" && (earlier.endedAt ?? 0) <= at)
    return at >= (earlier.endedAt ?? 0) + ask.cooldown.answered;
  return (earlier.deliveredAt ?? 0) > at || at >= (earlier.askedAt ?? 0) + ask.cooldown.unanswered;
}

/** Nothing came to stand before somebody who had said no, or in their quiet hours. */
function checkQuiet(evidence: Evidence, desk: string, { ask, surveys, addressOf }: Asked, posts: AllPosts): string[] {
  const said = evidence.optOuts.all.filter((one) => one.desk === desk).map((one) => [one.address, one.at] as const);
  const saidNo = new Map(said.toReversed());
  const deskZone = evidence.town.settingsAt(desk).desk.zone;
  return evidence.ground.all.flatMap(({ postId, at }) => {
    const found = postId === null ? undefined : posts.get(postId);
    const survey = found?.desk === desk && found.post.surveyId !== null ? surveys.get(found.post.surveyId) : undefined;
    if (!found || !survey) return [];
    const address = addressOf.get(survey.customerId) ?? "";
    const zone = evidence.town.person(address).zone ?? deskZone;
    const { minute } = clockOf(at, zone);
    const isQuiet = [at - evidence.leeway, at + evidence.leeway].every((shown) =>
      isWithinSpan(clockOf(shown, zone).minute, ask.quietHours),
    );
    // What is on its way as somebody says no can be called back by nobody.
    const leftAt = Math.min(at, found.post.sentAt ?? at) - evidence.leeway;
    const isUnwanted = (saidNo.get(address) ?? Number.POSITIVE_INFINITY) < leftAt;
    return [
      ...(isQuiet ? [`${address} was asked in quiet hours, at minute ${minute} of their day, by post ${postId}`] : []),
      ...(isUnwanted ? [`${address} had said no and was asked by post ${postId}`] : []),
    ];
  });
}

/** Everything about asking, at each desk. */
export async function checkAsking(evidence: Evidence, posts: AllPosts): Promise<string[]> {
  const broken: string[] = [];
  for (const desk of DESKS) {
    const surveys = await rowsOf(evidence, desk, "survey");
    const identities = [...(await rowsOf(evidence, desk, "identity")).values()];
    const ask = evidence.town.termsAt(desk);
    const asked = { ask, surveys, addressOf: new Map(identities.map(({ id, customerId }) => [customerId, id])) };
    broken.push(...(await checkFates(evidence, desk, asked)), ...checkPeace(desk, asked));
    broken.push(...checkQuiet(evidence, desk, asked, posts));
    const open = [...surveys.values()].filter(({ state }) => OPEN.includes(state));
    if (evidence.isCalm) for (const { id } of open) broken.push(`survey ${id} at ${desk} never came to an end`);
  }
  return broken;
}
