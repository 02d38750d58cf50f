import type { Survey } from "../../src/survey/survey.ts";
import { type AllPosts, type Evidence, rowsOf } from "./checks.ts";
import type { Standing } from "./ground.ts";
import { grouped } from "./grouped.ts";
import { DESKS } from "./town.ts";

/** What stands of each survey's question and its reminder. */
type Questions = ReadonlyMap<string, readonly Standing[]>;

/** Since when a question can be answered nowhere any more; null while it can, or where that cannot be said. */
function shutSince({ remindedAt }: Survey, questions: readonly Standing[]): number | null {
  // A reminder that never came to stand is no sign: the question has lost its buttons to it all the same.
  if (questions.length === 0 || (remindedAt !== null && questions.length < 2)) return null;
  const shut = questions.flatMap(({ unscoredSince }) => (unscoredSince === undefined ? [] : [unscoredSince]));
  return shut.length === questions.length ? Math.max(...shut) : null;
}

/** An answer counts while the question is open, and no longer: but for those who declined, who may think again. */
async function checkOpen(evidence: Evidence, desk: string, questions: Questions): Promise<string[]> {
  const { expireAfter } = evidence.town.termsAt(desk);
  const surveys = await rowsOf(evidence, desk, "survey");
  const declined = new Set(
    evidence.acknowledged.flatMap(({ event }) => (event.kind === "declined" ? [event.surveyId] : [])),
  );
  return [...(await rowsOf(evidence, desk, "response")).values()].flatMap(({ id, surveyId, answeredAt }) => {
    const survey = surveys.get(surveyId);
    if (!survey || survey.askedAt === null) return [];
    if (answeredAt >= survey.askedAt + expireAfter)
      return [`response ${id} at ${desk} counts, though the time to answer ${surveyId} was over`];
    const shutAt = declined.has(surveyId) ? null : shutSince(survey, questions.get(surveyId) ?? []);
    return shutAt !== null && answeredAt > shutAt + evidence.leeway
      ? [`response ${id} at ${desk} answers ${surveyId}, which had been taken down`]
      : [];
  });
}

/** A question that a place has refused for good is not put there again. */
function checkPlaces(posts: AllPosts): string[] {
  const asking = [...posts.values()].map(({ post }) => post).filter(({ surveyId }) => surveyId !== null);
  const alike = grouped(asking, ({ surveyId, lane, message }) => `${message.kind} of survey ${surveyId} in ${lane}`);
  return [...alike].flatMap(([name, all]) =>
    all.length > 1 && all.some(({ state }) => state === "failed") ? [`the ${name} was put there again`] : [],
  );
}

/** Where questions are put, and until when answers count. */
export async function checkAnswers(evidence: Evidence, posts: AllPosts): Promise<string[]> {
  const broken = checkPlaces(posts);
  const standing = evidence.ground.all.filter(({ postId }) => posts.get(postId ?? "")?.post.surveyId != null);
  const questions = grouped(standing, ({ postId }) => posts.get(postId ?? "")?.post.surveyId ?? "");
  for (const desk of DESKS) broken.push(...(await checkOpen(evidence, desk, questions)));
  return broken;
}
