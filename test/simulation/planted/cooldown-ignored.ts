import type { Plant } from "./plant.ts";

export const COOLDOWN_IGNORED: readonly Omit<Plant, "kind">[] = [
  {
    name: "whoever has answered is asked again at once",
    file: "src/survey/eligibility.ts",
    find: "+ rules.cooldownAnswered",
    replace: "+ 0",
  },
  {
    name: "whoever has not answered is asked again at once",
    file: "src/survey/eligibility.ts",
    find: "survey.askedAt + rules.cooldownUnanswered",
    replace: "0",
  },
  {
    name: "who is being asked is asked once more",
    file: "src/survey/eligibility.ts",
    find: "isOpen(survey) || coolUntil",
    replace: "coolUntil",
  },
  {
    name: "what was cut short elsewhere does not count",
    file: "src/survey/eligibility.ts",
    find: 'survey.state === "cancelled" && survey.interactionId === interaction.id',
    replace: 'survey.state === "cancelled"',
  },
];
