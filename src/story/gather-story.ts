import type { Context } from "../context.ts";
import { digestIdText } from "../digest/digest-id.ts";
import { gatherById } from "../gather-by-id.ts";
import { type Cover, coverOf } from "../interaction/gather-cover.ts";
import type { Interaction, Resolution } from "../interaction/interaction.ts";
import type { Case } from "../recovery/case.ts";
import type { DigestRow, Post } from "../rows.ts";
import { isWithdrawn } from "../survey/response.ts";
import type { Survey } from "../survey/survey.ts";
import type { StoryDigest, StoryPost, StoryRows } from "./chapter.ts";
import { weeksIn } from "./digest-chapters.ts";

type StorySource = Pick<Context, "deskId" | "store" | "settings">;

function postFacts({ message, ...post }: Post): StoryPost {
  const { id, lane, state, attempts, createdAt, dueAt, sentAt, postedAt, reference, error } = post;
  return { id, kind: message.kind, lane, state, attempts, createdAt, dueAt, sentAt, postedAt, reference, error };
}

function digestFacts({ week, computedAt, postedAt, dueAt, revision }: DigestRow): StoryDigest {
  return { week, computedAt, postedAt, dueAt, revision };
}

/** What was said in the conversation, in its questions wherever they stand, and on the cards of its cases and under them. */
async function postsOf(
  { store }: StorySource,
  { conversation }: Interaction,
  surveys: readonly Survey[],
  cases: readonly Case[],
): Promise<StoryPost[]> {
  const cards = cases.flatMap(({ alerts }) => alerts);
  const lanes = [conversation, ...cards.flatMap(({ thread }) => thread ?? [])];
  const found = await Promise.all([
    gatherById(
      surveys.map(({ id }) => id),
      (surveyId) => store.list("post", { where: { surveyId } }),
    ),
    gatherById(lanes, (lane) => store.list("post", { where: { lane } })),
    gatherById(
      cards.map(({ postId }) => postId),
      (id) => store.list("post", { where: { id } }),
    ),
  ]);
  const byId = new Map(found.flat().map((post) => [post.id, postFacts(post)]));
  return [...byId.values()].toSorted((one, other) => (one.id < other.id ? -1 : 1));
}

function coveredDetail(resolution: Resolution, cover: Cover): Resolution {
  const { fateDetail, interactionId } = resolution;
  if (fateDetail === null) return resolution;
  const [, who = "", why = ""] = /^(.*?: )?(.*)$/su.exec(fateDetail) ?? [];
  return { ...resolution, fateDetail: `${who}${cover(why, interactionId)}` };
}

/** Everything by which the conversation's story is told, reasons of the team's redacted; null where its customer is gone. Rejects as the store does. */
export async function gatherStory(place: StorySource, interaction: Interaction): Promise<StoryRows | null> {
  const { store, settings, deskId: team } = place;
  const { id: interactionId, customerId } = interaction;
  const customer = await store.get("customer", customerId);
  if (!customer) return null;
  const [entries, plain, surveys, given, cases] = await Promise.all([
    store.list("entry", { where: { interactionId }, orderBy: "position" }),
    store.list("resolution", { where: { interactionId } }),
    store.list("survey", { where: { customerId } }),
    store.list("response", { where: { customerId } }),
    store.list("case", { where: { interactionId } }),
  ]);
  const cover = await coverOf(place, [interactionId]);
  const resolutions = plain.map((one) => coveredDetail(one, cover));
  const responses = given.map((one) => ({
    ...one,
    excluded: one.excluded === null || isWithdrawn(one) ? one.excluded : cover(one.excluded, interactionId),
  }));
  const own = surveys.filter((one) => one.interactionId === interactionId);
  const answers = responses.filter((one) => one.interactionId === interactionId).map(({ id }) => id);
  const weeks = weeksIn({ interaction, resolutions, responses }, settings);
  const ids = weeks.map((week) => digestIdText({ week, zone: settings.desk.zone, team }));
  const [revisions, steps, promises, posts, digests] = await Promise.all([
    gatherById(answers, (responseId) => store.list("revision", { where: { responseId } })),
    gatherById(
      cases.map(({ id }) => id),
      (caseId) => store.list("step", { where: { caseId } }),
    ),
    gatherById(
      own.map(({ id }) => id),
      (surveyId) => store.list("promise", { where: { surveyId } }),
    ),
    postsOf(place, interaction, own, cases),
    gatherById(ids, (id) => store.list("digest", { where: { id } })),
  ]);
  const told = { interaction, customer, entries, resolutions, surveys, responses, revisions, cases, steps };
  return { ...told, promises, posts, digests: digests.map(digestFacts) };
}
