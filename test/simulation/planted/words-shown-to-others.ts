import type { Plant } from "./plant.ts";

export const WORDS_SHOWN_TO_OTHERS: readonly Omit<Plant, "kind">[] = [
  {
    name: "private words stand before everybody on Slack",
    file: "adapters/slack/chat.ts",
    find: "message.privateTo === undefined || isDirect ? null : userOf(message.privateTo)",
    replace: "null",
  },
  {
    name: "the team reads words unredacted in the digest",
    file: "src/digest/gather-words.ts",
    find: "cover(wordsOf(response), response.interactionId)",
    replace: "wordsOf(response)",
  },
];
