import type { Context } from "../context.ts";
import type { Say } from "../outcome.ts";

/** So often the very same thing is said at one place within a minute: whoever presses a button two hundred times is not answered as often. */
const MOST_ALIKE = 3;
const SPAN_MS = 60_000;
/** So many of the last posts at a place are looked through. */
const LOOKED_BACK = 30;
const REPEATABLE = ["notice", "thanks", "alert"];

function isRepeatable({ message, surveyId }: Say): boolean {
  return surveyId === undefined && message.replaces === undefined && REPEATABLE.includes(message.kind);
}

/** What is to be said, without what was said there word for word three times within the last minute. */
export async function holdRepeats(messages: readonly Say[], { store, clock }: Context): Promise<Say[]> {
  const since = clock.now() - SPAN_MS;
  const isSaidEnough = async (say: Say): Promise<boolean> => {
    if (!isRepeatable(say)) return false;
    const latest = await store.list("post", { where: { lane: say.to }, descending: true, limit: LOOKED_BACK });
    const said = JSON.stringify(say.message);
    const recent = latest.filter(({ createdAt, message }) => createdAt > since && message.text === say.message.text);
    const alike = recent.filter(({ message }) => JSON.stringify(message) === said);
    return alike.length >= MOST_ALIKE;
  };
  const left: Say[] = [];
  for (const say of messages) if (!(await isSaidEnough(say))) left.push(say);
  return left;
}
