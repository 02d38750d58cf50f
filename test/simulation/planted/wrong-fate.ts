import type { Plant } from "./plant.ts";

export const WRONG_FATE: readonly Omit<Plant, "kind">[] = [
  {
    name: "silence is kept as declining",
    file: "src/survey/expire-survey.ts",
    find: 'settleFate(context, draft, survey, "silent", at)',
    replace: 'settleFate(context, draft, survey, "declined", at)',
  },
  {
    name: "who was never reached counts as silent",
    file: "src/survey/expire-survey.ts",
    find: "const isDelivered = survey.deliveredAt !== null;",
    replace: "const isDelivered = true;",
  },
  {
    name: "declining settles no fate",
    file: "src/survey/decline-survey.ts",
    find: 'await settleFate(context, draft, survey, "declined", event.at);',
    replace: "",
  },
  {
    name: "an answer settles no fate",
    file: "src/survey/record-response.ts",
    find: 'await settleFate(context, draft, survey, "answered", at);',
    replace: "",
  },
  {
    name: "who cannot be reached has no fate",
    file: "src/survey/settle-question.ts",
    find: 'await settleFate(context, draft, survey, "undeliverable", at, reason);',
    replace: "",
  },
  {
    name: "reopening takes an answered fate away",
    file: "src/survey/cancel-survey.ts",
    find: 'if (resolution?.fate === "waiting") draft',
    replace: "if (resolution) draft",
  },
  {
    name: "a reminder that fails makes it undeliverable",
    file: "src/survey/settle-question.ts",
    find: "survey.questionPostId === post.id && survey.deliveredAt === null &&",
    replace: "survey.questionPostId === post.id &&",
  },
];
