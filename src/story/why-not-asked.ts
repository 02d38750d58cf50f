import { drawOf } from "../draw.ts";
import type { Resolution } from "../interaction/interaction.ts";
import { coolUntil } from "../survey/eligibility.ts";
import { quietUntil } from "../survey/quiet-hours.ts";
import type { Survey } from "../survey/survey.ts";
import type { Because, Cooling, StoryRows, StoryRules } from "./chapter.ts";

function isOpenAt({ scheduledAt, endedAt }: Survey, at: number): boolean {
  return scheduledAt <= at && (endedAt === null || endedAt > at);
}

function coolingBy(survey: Survey, isByNow: boolean, decidedAt: number, { ask }: StoryRules): Cooling {
  const isAnswered = survey.state === "answered";
  const setting = isAnswered ? "cooldownAnswered" : "cooldownUnanswered";
  const until = isOpenAt(survey, decidedAt) ? null : coolUntil(survey, ask);
  const { id: surveyId, interactionId, askedAt } = survey;
  return { surveyId, interactionId, askedAt, setting, for: ask[setting], isByNow, until };
}

/** The question that kept the customer from being asked, as far as the rows still show it: one that was open, else the one that cools longest, else by settings of that time the latest. */
function coolingOf(resolution: Resolution, rows: StoryRows, rules: StoryRules): Cooling | null {
  const own = ownSurvey(resolution, rows);
  const decidedAt = own?.endedAt ?? resolution.at;
  const askAt = own?.endedAt ?? quietUntil(resolution.at + rules.ask.delay, rules, rows.customer);
  const others = rows.surveys.filter(({ id, scheduledAt }) => id !== own?.id && scheduledAt <= decidedAt);
  const found = others
    .filter((survey) => isOpenAt(survey, decidedAt) || coolUntil(survey, rules.ask) > askAt)
    .map((survey) => coolingBy(survey, true, decidedAt, rules));
  const last = (one: Cooling) => one.until ?? Number.POSITIVE_INFINITY;
  const [longest] = found.toSorted((one, other) => last(other) - last(one));
  if (longest !== undefined) return longest;
  const asked = others.filter(({ purpose, deliveredAt }) => purpose === "recommend" && deliveredAt !== null);
  const latest = asked.toSorted((one, other) => (other.askedAt ?? 0) - (one.askedAt ?? 0))[0];
  return latest === undefined ? null : coolingBy(latest, false, decidedAt, rules);
}

/** The survey that was planned about the resolution itself; undefined where none was. */
export function ownSurvey({ id }: Resolution, { surveys }: Pick<StoryRows, "surveys">): Survey | undefined {
  return surveys.find(({ resolutionId, purpose }) => resolutionId === id && purpose === "recommend");
}

/** Which side had written too little when it was resolved: counted in the entries while they are kept. */
function shortOf({ at }: Resolution, { entries, interaction }: StoryRows, { ask }: StoryRules) {
  const written = (author: "customer" | "agent") => entries.filter((one) => one.author === author && one.at <= at);
  const isKept = entries.length > 0;
  const customer = isKept ? written("customer").length : interaction.customerMessages;
  const agent = isKept ? written("agent").length : interaction.agentMessages;
  if (customer < ask.minCustomerMessages)
    return { of: "customer", had: customer, least: ask.minCustomerMessages } as const;
  return agent < ask.minAgentMessages ? ({ of: "agent", had: agent, least: ask.minAgentMessages } as const) : null;
}

/** Why the resolution's customer was not asked, with what decided it, by the settings as they are now. */
export function whyNotAsked(resolution: Resolution, rows: StoryRows, rules: StoryRules): Because {
  const { fateReason: reason, fateDetail: detail } = resolution;
  switch (reason) {
    case "team-opened":
    case "team-member":
    case "reopened":
      return { reason };
    case "opted-out":
      return { reason, since: rows.customer.optedOutAt };
    case "too-short":
      return { reason, short: shortOf(resolution, rows, rules) };
    case "cooldown":
      return { reason, by: coolingOf(resolution, rows, rules) };
    case "sampled-out":
      return { reason, draw: drawOf(resolution.id), sample: rules.ask.sample };
    case "skipped-by-person":
      return { reason, detail };
    default:
      return { reason: "other", detail: reason };
  }
}
