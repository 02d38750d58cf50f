import type { Plant } from "./plant.ts";

export const WRONG_LANE: readonly Omit<Plant, "kind">[] = [
  {
    name: "what Slack is told of a thread stands in the channel",
    file: "adapters/slack/chat.ts",
    find: "metadata, ...quiet, ...inThread }",
    replace: "metadata, ...quiet }",
  },
  {
    name: "steps are told in the team's channel",
    file: "src/recovery/say-case.ts",
    find: "to: thread ?? lane, message: calling",
    replace: "to: lane, message: calling",
  },
  {
    name: "reminders go to the person instead of the conversation",
    file: "src/survey/remind-survey.ts",
    find: "to: survey.askIn,",
    replace: "to: interaction.agents[0]?.address ?? survey.askIn,",
  },
  {
    name: "an undelivered question is put in the same place again",
    file: "src/survey/settle-question.ts",
    find: "? null : { lane, isDirect };",
    replace: "? null : { lane: survey.askIn, isDirect };",
  },
];
