import type { Resolution } from "../interaction/interaction.ts";
import { isQuiet, quietUntil } from "../survey/quiet-hours.ts";
import type { Survey } from "../survey/survey.ts";
import { hourOfAsking } from "../trial.ts";
import type { Chapter, StoryRows, StoryRules } from "./chapter.ts";
import { ownSurvey, whyNotAsked } from "./why-not-asked.ts";

/** When the question was to be put as it was planned, by the settings as they are now. */
function plannedAt({ trialArm, scheduledAt }: Survey, { customer }: StoryRows, rules: StoryRules): number {
  const zone = customer.zone ?? rules.desk.zone;
  const free = quietUntil(scheduledAt + rules.ask.delay, rules, customer);
  return quietUntil(hourOfAsking(trialArm, free, zone), rules, customer);
}

function toAsk(survey: Survey, rows: StoryRows, rules: StoryRules): Chapter {
  const { quietHours, delay } = rules.ask;
  const zone = rows.customer.zone ?? rules.desk.zone;
  const isMoved = isQuiet(survey.scheduledAt + delay, quietHours, zone);
  const askAt = survey.state === "scheduled" ? survey.dueAt : null;
  return {
    ...{ at: survey.scheduledAt, what: "to-ask", surveyId: survey.id, askAt: askAt ?? plannedAt(survey, rows, rules) },
    ...{ delay, zone, quiet: isMoved ? quietHours : null, trial: survey.trialArm === null ? null : survey.trialId },
  };
}

function put(survey: Survey, what: "asked" | "reminded", at: number | null): Chapter[] {
  const { id: surveyId, askIn: where, scale, locale, purpose } = survey;
  const isAfterCase = purpose === "recovery";
  return at === null ? [] : [{ at, what, surveyId, where, scale, locale, isAfterCase }];
}

function surveyChapters(survey: Survey, { resolutions }: StoryRows): Chapter[] {
  const { state, endedAt: at, resolutionId, purpose } = survey;
  const about = purpose === "recommend" ? resolutions.find(({ id }) => id === resolutionId) : undefined;
  const ended: Chapter[] =
    at === null || state === "answered" ? [] : [{ at, what: "ended", state, reason: about?.fateReason ?? null }];
  return [...put(survey, "asked", survey.askedAt), ...put(survey, "reminded", survey.remindedAt), ...ended];
}

function decisionOn(resolution: Resolution, rows: StoryRows, rules: StoryRules): Chapter[] {
  const survey = ownSurvey(resolution, rows);
  const planned = survey === undefined || resolution.imported ? [] : [toAsk(survey, rows, rules)];
  if (resolution.fate !== "not-asked") return planned;
  const because = whyNotAsked(resolution, rows, rules);
  return [...planned, { at: resolution.fateAt, what: "not-asked", because }];
}

/** What was decided after each resolution and became of each question, with the answers to it. */
export function askingChapters(rows: StoryRows, rules: StoryRules): Chapter[] {
  const { interaction, resolutions, surveys, responses, revisions } = rows;
  const answers = responses.filter(({ interactionId }) => interactionId === interaction.id);
  return [
    ...resolutions.flatMap((one) => decisionOn(one, rows, rules)),
    ...surveys
      .filter(({ interactionId }) => interactionId === interaction.id)
      .flatMap((survey) => surveyChapters(survey, rows)),
    ...answers.flatMap(({ id, scale }) =>
      revisions
        .filter(({ responseId }) => responseId === id)
        .map(({ at, number, score, via }): Chapter => ({ at, what: "answered", number, score, scale, via })),
    ),
    ...answers.flatMap(({ commentedAt: at }): Chapter[] => (at === null ? [] : [{ at, what: "commented" }])),
  ];
}
