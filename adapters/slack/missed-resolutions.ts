import { isColleague, type Person } from "../../src/interaction/customer.ts";
import { isAllowed } from "../../src/interaction/identify-person.ts";
import type { Interaction } from "../../src/interaction/interaction.ts";
import { threadAddress } from "./address.ts";
import { recordsIn, textIn } from "./api.ts";
import type { MessageRead } from "./missed-messages.ts";
import type { SlackParts } from "./parts.ts";
import { reactionName } from "./reactions.ts";

/** The interaction that takes place in a conversation; null where none does. */
export async function interactionAt({ store }: SlackParts, conversation: string): Promise<Interaction | null> {
  const [interaction] = await store.list("interaction", { where: { conversation }, limit: 1 });
  return interaction ?? null;
}

/** When it is, and how to wait for as long as Slack wants. */
interface Patience {
  readonly at: number;
  wait(ms: number): Promise<void>;
}

/** Those who gave the message the resolving reaction, in whatever skin. */
function markedBy({ message, desk }: MessageRead): string[] {
  const marks = recordsIn(message, "reactions").filter(
    (one) => reactionName(textIn(one, "name") ?? "") === desk.rules.resolveReaction,
  );
  return marks.flatMap(({ users }) => (Array.isArray(users) ? users : [])).filter((user) => typeof user === "string");
}

/** Whoever may resolve the conversation and has marked the message, on its first message or as a colleague; null for nobody. */
async function resolverOf(found: MessageRead, interaction: Interaction, { wait }: Patience): Promise<Person | null> {
  const { reading, desk, ts, thread } = found;
  const users = markedBy(found);
  await desk.directory.learn(reading.team, users, wait);
  for (const user of users) {
    const person = desk.rules.person(reading.team, user);
    if (ts !== thread && !isColleague(person.role)) continue;
    if (await isAllowed(desk, person, "resolve", interaction)) return person;
  }
  return null;
}

/** Resolves what was resolved by reaction while nobody listened; what was resolved before is left as it is, and nobody looked up for it. */
export async function resolveMissed(found: MessageRead, patience: Patience): Promise<void> {
  const { reading, thread, desk } = found;
  if (markedBy(found).length === 0) return;
  const conversation = threadAddress(reading.team, reading.channel, thread);
  const interaction = await interactionAt(desk, conversation);
  const by = interaction?.resolutionCount === 0 ? await resolverOf(found, interaction, patience) : null;
  const resolved = { kind: "resolved", id: null, at: patience.at, conversation, answerIn: conversation } as const;
  if (by) await desk.bot.handle({ ...resolved, by });
}
