import type { Survey } from "../../src/survey/survey.ts";
import { DAY, MINUTE } from "../world.ts";
import { type AllPosts, type Evidence, rowsOf } from "./checks.ts";
import { grouped } from "./grouped.ts";
import { DESKS } from "./town.ts";

/** So long a process may stand still between the answer to a post and keeping it. */
const JUST_NOW = 10 * MINUTE;
const OPEN = ["scheduled", "asked", "reminded"];

/** The posts by which each survey was put, and all posts. */
interface Put {
  readonly putBy: ReadonlyMap<string, readonly string[]>;
  readonly posts: AllPosts;
}

/** A question that is over can be answered no more where it stands, unless the platform would not take the edit. */
function checkTakenDown({ ground }: Evidence, surveys: ReadonlyMap<string, Survey>, posts: AllPosts): string[] {
  const all = [...posts.values()].map(({ post }) => post);
  const refused = new Set(all.flatMap(({ state, message }) => (state === "failed" ? [message.replaces] : [])));
  return ground.all.flatMap(({ postId, buttons }) => {
    const survey = surveys.get(posts.get(postId ?? "")?.post.surveyId ?? "");
    const isStanding = buttons.some(({ name }) => name === "score") && !refused.has(postId ?? "");
    return survey && isStanding && !OPEN.includes(survey.state)
      ? [`question ${postId} of survey ${survey.id}, which is ${survey.state}, can still be answered`]
      : [];
  });
}

/** Only whom a question has reached is silent; and only whom none has reached, as far as anybody could know, could not be. */
function checkReached({ ground, leeway }: Evidence, surveys: readonly Survey[], { putBy, posts }: Put): string[] {
  return surveys.flatMap(({ id, state, endedAt }) => {
    const over = endedAt ?? Number.POSITIVE_INFINITY;
    const standing = (putBy.get(id) ?? []).flatMap((postId) => ground.withPost(postId));
    // Where the answer to a post was lost, it stands there and nobody knows; nor where it has only just been heard.
    const known = standing.filter(({ postId }) => {
      const postedAt = posts.get(postId ?? "")?.post.postedAt ?? over;
      return postedAt < over - 2 * leeway - JUST_NOW;
    });
    if (state === "expired" && !standing.some(({ at }) => at < over + leeway))
      return [`survey ${id} counts as silence and stood nowhere`];
    return state === "undeliverable" && known.length > 0
      ? [`survey ${id} counts as undeliverable and stands there`]
      : [];
  });
}

/** A question that was taken back with its resolution takes no answer any more. */
async function checkTakenBack(evidence: Evidence, desk: string, surveys: ReadonlyMap<string, Survey>) {
  const declined = new Set(
    evidence.acknowledged.flatMap(({ event }) => (event.kind === "declined" ? [event.surveyId] : [])),
  );
  const resolutions = await rowsOf(evidence, desk, "resolution");
  const talks = await rowsOf(evidence, desk, "interaction");
  // One that came late was known to nobody before.
  const late = new Set(
    evidence.acknowledged.flatMap(({ event, at }) =>
      event.kind === "resolved" && at > event.at + evidence.leeway ? [`${event.conversation} ${event.at}`] : [],
    ),
  );
  const byTalk = grouped([...resolutions.values()], ({ interactionId }) => interactionId);
  return [...(await rowsOf(evidence, desk, "response")).values()].flatMap(({ id, surveyId, answeredAt }) => {
    const survey = surveys.get(surveyId);
    const own = resolutions.get(survey?.resolutionId ?? "");
    if (!own || survey?.purpose !== "recommend" || declined.has(surveyId)) return [];
    const { conversation = "" } = talks.get(own.interactionId) ?? {};
    const later = (byTalk.get(own.interactionId) ?? []).find(
      ({ number, at }) =>
        number > own.number && at < answeredAt - evidence.leeway && !late.has(`${conversation} ${at}`),
    );
    return later ? [`response ${id} answers a question that was taken back before ${later.id}`] : [];
  });
}

/** Whoever has said no is known to have, at each desk. */
async function checkRefusers({ optOuts, ...evidence }: Evidence, desk: string): Promise<string[]> {
  const customers = await rowsOf({ optOuts, ...evidence }, desk, "customer");
  const identities = await rowsOf({ optOuts, ...evidence }, desk, "identity");
  return optOuts.all.flatMap(({ desk: where, address }) => {
    const customer = where === desk ? customers.get(identities.get(address)?.customerId ?? "") : undefined;
    return customer && customer.optedOutAt === null ? [`${address} has said no at ${desk}, and nobody knows it`] : [];
  });
}

/** Nobody is left unasked for a reason that does not hold. */
async function checkUnasked(evidence: Evidence, desk: string, surveys: readonly Survey[]): Promise<string[]> {
  const { cooldown, expireAfter } = evidence.town.termsAt(desk);
  const longest = Math.max(cooldown.answered, cooldown.unanswered) + expireAfter + 2 * DAY;
  const talks = await rowsOf(evidence, desk, "interaction");
  const said = grouped(
    evidence.acknowledged.filter(({ event }) => event.kind === "message"),
    ({ event }) => ("conversation" in event ? event.conversation : ""),
  );
  const byCustomer = grouped(surveys, ({ customerId }) => customerId);
  return [...(await rowsOf(evidence, desk, "resolution")).values()].flatMap((resolution) => {
    const { id, at, customerId, interactionId, fate, fateReason } = resolution;
    if (fate !== "not-asked") return [];
    const heard = (said.get(talks.get(interactionId)?.conversation ?? "") ?? []).filter((one) => one.at < at);
    const roles = new Set(heard.map(({ event }) => event.kind === "message" && event.author.role));
    const isLong = roles.has("customer") && roles.has("agent");
    const others = (byCustomer.get(customerId) ?? []).filter((one) => one.resolutionId !== id);
    const isCooling = others.some((one) => Math.abs((one.endedAt ?? one.scheduledAt) - at) < longest);
    if (fateReason === "too-short" && isLong) return [`resolution ${id} at ${desk} was no short talk`];
    return fateReason === "cooldown" && !isCooling ? [`resolution ${id} at ${desk} follows no other question`] : [];
  });
}

/** How questions end, and that nothing of them is left. */
export async function checkEnds(evidence: Evidence, posts: AllPosts): Promise<string[]> {
  const broken: string[] = [];
  const asking = [...posts.values()].map(({ post }) => post).filter(({ surveyId }) => surveyId !== null);
  const bySurvey = grouped(asking, ({ surveyId }) => surveyId ?? "");
  const putBy = new Map([...bySurvey].map(([id, all]) => [id, all.map((post) => post.id)]));
  for (const desk of DESKS) {
    const surveys = await rowsOf(evidence, desk, "survey");
    const all = [...surveys.values()];
    if (evidence.isCalm) broken.push(...checkTakenDown(evidence, surveys, posts));
    broken.push(...checkReached(evidence, all, { putBy, posts }), ...(await checkTakenBack(evidence, desk, surveys)));
    broken.push(...(await checkRefusers(evidence, desk)), ...(await checkUnasked(evidence, desk, all)));
  }
  return broken;
}
