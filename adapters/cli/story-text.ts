import type { WholeStory } from "../../src/story/chapter.ts";
import { chapterLine, leftOutLine, nextLine, restLine } from "./story-words.ts";
import { dayTime } from "./time-words.ts";

const WIDTH_OF_TIME = 20;

/** The story for people: a line for each thing that happened, then what is due or why nothing is. */
export function storyText(story: WholeStory, now: number): string {
  const { interactionId, conversation, customerId, resolutions, zone, chapters, next, rest } = story;
  const state = story.state === "open" && resolutions > 0 ? "open again" : story.state;
  const dated = (at: number | null, text: string) =>
    `${at === null ? "by a person".padEnd(WIDTH_OF_TIME) : dayTime(at, zone)}  ${text}`;
  const late = (at: number | null) => (at !== null && at <= now ? " Its time has come." : "");
  const lines = [
    `Conversation ${interactionId} at ${conversation}, with customer ${customerId}: ${state}.`,
    `Times are by ${zone}. Settings are told as they stand now.`,
    "",
    ...chapters.map((chapter) => dated(chapter.at, chapterLine(chapter, zone))),
    "",
    ...story.leftOut.map(leftOutLine),
    ...(rest === null ? [] : [restLine(rest, zone, now)]),
    ...(next.length === 0 ? [] : ["What is due:"]),
    ...next.map((step) => dated(step.at, `${nextLine(step)}${late(step.at)}`)),
  ];
  return `${lines.join("\n")}\n`;
}
