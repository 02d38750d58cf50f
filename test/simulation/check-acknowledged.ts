import type { InboundEvent } from "../../src/events.ts";
import { type Evidence, rowsOf } from "./checks.ts";
import { DESKS } from "./town.ts";

type Event<K extends InboundEvent["kind"]> = Extract<InboundEvent, { kind: K }>;

/** The words of every message that was changed before it came, by the id of its entry. */
function editedFirst({ acknowledged }: Evidence): ReadonlyMap<string, string> {
  const came = new Set<string>();
  const words = new Map<string, string>();
  for (const { event } of acknowledged) {
    if (event.kind !== "message" && event.kind !== "message-edited") continue;
    const id = `${event.conversation}/${event.messageId}`;
    if (event.kind === "message") came.add(id);
    else if (!came.has(id)) words.set(id, event.text);
  }
  return words;
}

/** What is kept at a desk that acknowledged events must be found in. */
async function keptAt(evidence: Evidence, desk: string) {
  const resolutions = new Set<string>();
  const interactions = await rowsOf(evidence, desk, "interaction");
  for (const { interactionId } of (await rowsOf(evidence, desk, "resolution")).values()) {
    const conversation = interactions.get(interactionId)?.conversation;
    if (conversation !== undefined) resolutions.add(conversation);
  }
  const surveyOf = await rowsOf(evidence, desk, "response");
  const scores = new Set<string>();
  const latest = new Map([...surveyOf.values()].map(({ surveyId, scoredAt }) => [surveyId, scoredAt ?? 0]));
  for (const { responseId, score, at } of (await rowsOf(evidence, desk, "revision")).values()) {
    const survey = surveyOf.get(responseId)?.surveyId ?? "";
    scores.add(`${survey} ${score}`);
    latest.set(survey, Math.max(at, latest.get(survey) ?? at));
  }
  const steps = new Set<string>();
  for (const { caseId, act } of (await rowsOf(evidence, desk, "step")).values()) steps.add(`${caseId} ${act}`);
  return {
    resolutions,
    scores,
    latest,
    steps,
    entries: await rowsOf(evidence, desk, "entry"),
    editedTo: editedFirst(evidence),
  };
}

type Kept = Awaited<ReturnType<typeof keptAt>>;

/** With the words as written, or as changed where that came first. */
function isMessageKept({ conversation, messageId, text }: Event<"message">, { entries, editedTo }: Kept): boolean {
  const id = `${conversation}/${messageId}`;
  const entry = entries.get(id);
  if (entry === undefined) return false;
  const words = [entry.text, ...entry.history.map((earlier) => earlier.text)];
  return words.includes(text) || words.includes(editedTo.get(id) ?? text);
}

function isKept(event: InboundEvent, kept: Kept): boolean {
  switch (event.kind) {
    case "message":
      return isMessageKept(event, kept);
    case "resolved":
      return kept.resolutions.has(event.conversation);
    case "score-given":
      // One that came after a later one does not stand.
      return kept.scores.has(`${event.surveyId} ${event.score}`) || (kept.latest.get(event.surveyId) ?? 0) > event.at;
    case "case-acted":
      return kept.steps.has(`${event.caseId} ${event.act}`);
    default:
      return true;
  }
}

const REFUSABLE: readonly InboundEvent["kind"][] = ["score-given", "case-acted", "resolved"];

/** Every event that was acknowledged and not refused has its rows. What a colleague says where nobody has asked anything yet opens nothing. */
export async function checkAcknowledged(evidence: Evidence): Promise<string[]> {
  const kept = await Promise.all(DESKS.map((desk) => keptAt(evidence, desk)));
  return evidence.acknowledged.flatMap(({ event, handled, wasKnown }) => {
    const opensNothing = event.kind === "resolved" || (event.kind === "message" && event.author.role !== "customer");
    if (handled.refusal !== undefined || (opensNothing && !wasKnown)) return [];
    // Whoever comes a second time is not told whether the first was refused.
    if (handled.status === "seen" && REFUSABLE.includes(event.kind)) return [];
    if (kept.some((one) => isKept(event, one))) return [];
    return [`${event.kind} ${event.id} was acknowledged and is in no row`];
  });
}
