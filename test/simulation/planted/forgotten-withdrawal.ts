import type { Plant } from "./plant.ts";

export const FORGOTTEN_WITHDRAWAL: readonly Omit<Plant, "kind">[] = [
  {
    name: "a question that is over keeps its buttons",
    file: "src/survey/say-to-customer.ts",
    find: "else sayInSurvey(context, draft, survey, closing);",
    replace: "",
  },
  {
    name: "reopening leaves the question standing",
    file: "src/survey/cancel-survey.ts",
    find: "if (survey) await cancelSurvey(context, draft, survey, at);",
    replace: "",
  },
  {
    name: "reopening does not take the question down",
    file: "src/survey/cancel-survey.ts",
    find: 'await takeDownQuestion(context, draft, survey, "survey.superseded");',
    replace: "",
  },
  {
    name: "a question that nobody answered is not taken down",
    file: "src/survey/expire-survey.ts",
    find: 'await takeDownQuestion(context, draft, survey, "survey.closed");',
    replace: "",
  },
  {
    name: "a withdrawn question still takes an answer",
    file: "src/survey/record-response.ts",
    find: 'survey.state === "declined";',
    replace: 'survey.state === "declined" || survey.state === "cancelled";',
  },
  {
    name: "an answer still counts when its time is over",
    file: "src/survey/record-response.ts",
    find: "if (hasExpired(survey, at, context.settings.ask.expireAfter)) return false;\n  return isAwaitingAnswer(survey) ||",
    replace: 'return survey.state === "expired" || isAwaitingAnswer(survey) ||',
  },
  {
    name: "a declined question is not taken down",
    file: "src/survey/decline-survey.ts",
    find: "isSaid = await takeDownQuestion(context, draft, survey, closing, isNever ? [optInButton(context, survey)] : []);",
    replace: 'isSaid = closing === "survey.declined";',
  },
];
