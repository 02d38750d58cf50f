import type { Context } from "../context.ts";
import { digestIdText } from "../digest/digest-id.ts";
import { gatherById } from "../gather-by-id.ts";
import { type Cover, coverOf } from "../interaction/gather-cover.ts";
import type { Interaction, Resolution } from "../interaction/interaction.ts";
import type { Case } from "../recovery/case.ts";
import type { DigestRow, Post } from "../rows.ts";
import { isWithdrawn, type Response } from "../survey/response.ts";
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

function coveredReason(response: Response, cover: Cover): Response {
  const { excluded, interactionId } = response;
  if (excluded === null || isWithdrawn(response)) return response;
  return { ...response, excluded: cover(excluded, interactionId) };
}

/** The rows that bear on the conversation by themselves, with reasons of the team's redacted. */
async function mainRows(source: StorySource, interaction: Interaction) {
  const { store } = source;
  const { id: interactionId, customerId } = interaction;
  const [entries, resolutions, surveys, responses, cases] = await Promise.all([
    store.list("entry", { where: { interactionId }, orderBy: "position" }),
    store.list("resolution", { where: { interactionId } }),
    store.list("survey", { where: { customerId } }),
    store.list("response", { where: { customerId } }),
    store.list("case", { where: { interactionId } }),
  ]);
  const cover = await coverOf(source, [interactionId]);
  return {
    ...{ interaction, entries, surveys, cases },
    resolutions: resolutions.map((one) => coveredDetail(one, cover)),
    responses: responses.map((one) => coveredReason(one, cover)),
  };
}

/** What hangs on those rows. */
async function hangingRows(source: StorySource, main: Awaited<ReturnType<typeof mainRows>>) {
  const { store, settings, deskId: team } = source;
  const { interaction, surveys, responses, cases } = main;
  const idsOf = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id);
  const own = surveys.filter((one) => one.interactionId === interaction.id);
  const answers = responses.filter((one) => one.interactionId === interaction.id);
  const { zone } = settings.desk;
  const digestIds = weeksIn(main, settings).map((week) => digestIdText({ week, zone, team }));
  const [revisions, steps, promises, posts, digests] = await Promise.all([
    gatherById(idsOf(answers), (responseId) => store.list("revision", { where: { responseId } })),
    gatherById(idsOf(cases), (caseId) => store.list("step", { where: { caseId } })),
    gatherById(idsOf(own), (surveyId) => store.list("promise", { where: { surveyId } })),
    postsOf(source, interaction, own, cases),
    gatherById(digestIds, (id) => store.list("digest", { where: { id } })),
  ]);
  return { revisions, steps, promises, posts, digests: digests.map(digestFacts) };
}

/** Everything by which the conversation's story is told; null where its customer is gone. Rejects as the store does. */
export async function gatherStory(source: StorySource, interaction: Interaction): Promise<StoryRows | null> {
  const customer = await source.store.get("customer", interaction.customerId);
  if (!customer) return null;
  const main = await mainRows(source, interaction);
  return { customer, ...main, ...(await hangingRows(source, main)) };
}
