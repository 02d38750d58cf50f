import { systemClock } from "../../src/clock.ts";
import type { Context } from "../../src/context.ts";
import type { Interaction } from "../../src/interaction/interaction.ts";
import type { WholeStory } from "../../src/story/chapter.ts";
import { findConversations } from "../../src/story/find-conversations.ts";
import { gatherStory } from "../../src/story/gather-story.ts";
import { storyOf } from "../../src/story/story.ts";
import { apiConversation } from "../web/api/address.ts";
import { type DeskChoice, loadDesk } from "./choose-desk.ts";
import { Failure } from "./failure.ts";
import { openBot } from "./open-bot.ts";
import { withStore } from "./open-store.ts";
import { commandLook } from "./reader.ts";
import { storyText } from "./story-text.ts";
import { dayTime } from "./time-words.ts";

export interface WhyOptions extends DeskChoice {
  readonly format: "text" | "json";
}

const MOST_LISTED = 50;

function listed(wanted: string, found: readonly Interaction[], zone: string): Failure {
  const lines = found
    .slice(0, MOST_LISTED)
    .map(({ id, conversation, state, openedAt }) => `  ${id}  ${dayTime(openedAt, zone)}  ${state}  ${conversation}`);
  const more = found.length > MOST_LISTED ? [`  and ${found.length - MOST_LISTED} older ones`] : [];
  return new Failure([`${wanted} has ${found.length} conversations. Name one by its id:`, ...lines, ...more]);
}

/** The story of the one conversation that is meant; or the sentence why there is none. */
async function toldOf(wanted: string, context: Context, now: number): Promise<WholeStory | Failure> {
  const { store, settings } = context;
  const found = await findConversations(store, wanted, [wanted, apiConversation(wanted)]);
  const [interaction, ...others] = found;
  const remedy = "Give the id of a conversation, survey, answer, case, post or customer, or the thread's address";
  if (!interaction)
    return new Failure([`Nothing is known by ${wanted}. ${remedy}, and --desk where it is another desk's.`]);
  if (others.length > 0) return listed(wanted, found, settings.desk.zone);
  const rows = await gatherStory(context, interaction);
  return rows === null
    ? new Failure([`Conversation ${interaction.id} has lost its customer; run emptychair doctor.`])
    : storyOf(rows, settings, now);
}

/** Whether a number under that name is a moment. */
function isMoment(name: string): boolean {
  return /^(?:at|until|since|contactBy)$|At$/.test(name);
}

function asJson(story: WholeStory): string {
  const written = (name: string, value: unknown) =>
    typeof value === "number" && isMoment(name) ? new Date(value).toISOString() : value;
  return `${JSON.stringify(story, written, 2)}\n`;
}

/** `emptychair why`: one conversation's whole story from the rows, without anybody's words; may be run while the program runs. */
export async function why(wanted: string, options: WhyOptions): Promise<void> {
  const config = loadDesk(options);
  const [{ id: desk }] = config.desks;
  const now = systemClock.now();
  const looked = await withStore(config, async (store) => {
    const bot = await openBot(config, store);
    return bot.read({ ...commandLook({ what: "story" }), desk }, (context) => toldOf(wanted, context, now));
  });
  if (looked.kind === "denied") throw new Failure([looked.text]);
  if (looked.found instanceof Failure) throw looked.found;
  process.stdout.write(options.format === "json" ? asJson(looked.found) : storyText(looked.found, now));
}
