import { askingChapters } from "./asking-chapters.ts";
import type { Chapter, StoryRows, StoryRules, WholeStory } from "./chapter.ts";
import { digestChapters } from "./digest-chapters.ts";
import { nextSteps, restOf } from "./next-steps.ts";
import { inRuns, talkChapters } from "./talk-chapters.ts";

function caseChapters({ cases, steps, promises }: StoryRows): Chapter[] {
  return [
    ...cases.map(
      ({ id, openedAt, contactBy }): Chapter => ({ at: openedAt, what: "case-opened", caseId: id, contactBy }),
    ),
    ...steps.map(
      ({ at, number, act, byName, byAddress, facts, takenBack }): Chapter => ({
        ...{ at, what: "step", number, act, by: byName ?? byAddress, to: facts.to ?? null, takenBack },
      }),
    ),
    ...promises.flatMap(({ askedAt: at, askedIn: where }): Chapter[] =>
      at === null ? [] : [{ at, what: "promise-asked", where }],
    ),
  ];
}

function postChapters({ posts }: StoryRows): Chapter[] {
  return posts.map((post) => ({ at: post.postedAt ?? post.sentAt ?? post.createdAt, what: "post", post }));
}

/** In which order is told what happened at the same moment. */
const ORDER: readonly Chapter["what"][] = [
  ...(["opened", "wrote", "edited", "deleted", "resolved", "to-ask", "asked", "reminded", "post"] as const),
  ...(["answered", "commented", "ended", "not-asked", "case-opened", "step", "promise-asked", "digest"] as const),
];

/** The conversation's whole story out of its rows: what came, what was decided by which rule, what was said where, and what is due next. */
export function storyOf(rows: StoryRows, rules: StoryRules, now: number): WholeStory {
  const { id, conversation, customerId, state } = rows.interaction;
  const chapters = [
    ...talkChapters(rows),
    ...askingChapters(rows, rules),
    ...postChapters(rows),
    ...caseChapters(rows),
    ...digestChapters(rows, rules),
  ].toSorted((one, other) => one.at - other.at || ORDER.indexOf(one.what) - ORDER.indexOf(other.what));
  const next = nextSteps(rows, rules, now);
  return {
    ...{
      interactionId: id,
      conversation,
      customerId,
      state,
      resolutions: rows.resolutions.length,
      zone: rules.desk.zone,
    },
    leftOut: rows.responses.flatMap(({ interactionId, excluded }) => (interactionId === id ? (excluded ?? []) : [])),
    caseStates: rows.cases.map((item) => item.state),
    ...{ chapters: inRuns(chapters), next, rest: restOf(rows, rules, next) },
  };
}
