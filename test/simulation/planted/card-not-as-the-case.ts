import type { Plant } from "./plant.ts";

export const CARD_NOT_AS_THE_CASE: readonly Omit<Plant, "kind">[] = [
  {
    name: "cards stay as they were first",
    file: "src/recovery/say-case.ts",
    find: "const standing = await replaceAtTeam(context, draft, item.alerts, card);",
    replace: "const standing = item.alerts;",
  },
  {
    name: "a card that somebody has deleted is not posted anew",
    file: "src/recovery/settle-card.ts",
    find: 'const isLost = move.kind === "failed" && post.message.replaces !== undefined;',
    replace: "const isLost = false;",
  },
  {
    name: "a card is posted anew for each step",
    file: "src/team/say-to-team.ts",
    find: "message: isLost ? message : { ...message, replaces: postId }",
    replace: "message",
  },
  {
    name: "two cards are posted for a case",
    file: "src/recovery/say-case.ts",
    find: "const fresh = sayToTeam({ ...context, teamLanes: without }, draft, card);",
    replace:
      "const fresh = [...sayToTeam({ ...context, teamLanes: without }, draft, card), ...sayToTeam({ ...context, teamLanes: without }, draft, card)];",
  },
];
