import { nextMomentOf } from "../calendar/weekly.ts";
import { sortAnswers } from "../digest/tally.ts";
import { isWithin, weekOf, windowOf } from "../digest/week.ts";
import type { Response } from "../survey/response.ts";
import type { Chapter, InDigest, NextStep, StoryRows, StoryRules } from "./chapter.ts";

/** The weeks in whose digests the conversation stands, the first first. */
export function weeksIn(
  { interaction, resolutions, responses }: Pick<StoryRows, "interaction" | "resolutions" | "responses">,
  { desk }: Pick<StoryRules, "desk">,
): string[] {
  const answers = responses.filter(({ interactionId }) => interactionId === interaction.id);
  const moments = [...resolutions.map(({ at }) => at), ...answers.map(({ answeredAt }) => answeredAt)];
  return [...new Set(moments.map((at) => weekOf(at, desk.zone)))].toSorted();
}

function standingsIn({ interaction, responses }: StoryRows, week: string, zone: string): InDigest[] {
  const sorted = sortAnswers(responses, windowOf(week, zone));
  const isOwn = ({ id }: Pick<Response, "id">) =>
    responses.some((one) => one.id === id && one.interactionId === interaction.id);
  const kinds = ["counted", "superseded", "excluded", "recovery"] as const;
  return kinds.flatMap((kind) => sorted[kind].filter(isOwn).map((): InDigest => kind));
}

/** The digests in which the conversation stands, and how. */
export function digestChapters(rows: StoryRows, { desk }: StoryRules): Chapter[] {
  return rows.digests.map((digest): Chapter => {
    const window = windowOf(digest.week, desk.zone);
    const resolutions = rows.resolutions.filter(({ at }) => isWithin(at, window)).map(({ number }) => number);
    const answers = standingsIn(rows, digest.week, desk.zone);
    return { at: digest.postedAt ?? digest.computedAt, what: "digest", digest, resolutions, answers };
  });
}

/** The digests that are still to be posted with it, or to be counted again. */
export function digestSteps(rows: StoryRows, rules: StoryRules, now: number): NextStep[] {
  const { desk, digest: settings } = rules;
  return weeksIn(rows, rules).flatMap((week): NextStep[] => {
    const known = rows.digests.find((digest) => digest.week === week);
    if (known) return known.dueAt === null ? [] : [{ at: known.dueAt, what: "recount", of: week, whose: null }];
    const at = nextMomentOf(settings.post, windowOf(week, desk.zone).to - 1, desk.zone);
    return at < now ? [] : [{ at, what: "digest", of: week, whose: null }];
  });
}
