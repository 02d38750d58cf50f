import type { InboundEvent } from "../../src/events.ts";
import type { Survey } from "../../src/survey/survey.ts";
import { type Evidence, rowsOf } from "./checks.ts";
import { DESKS } from "./town.ts";
import type { Acknowledged } from "./wire.ts";

/** What is asked about at both desks, and of whom. */
interface Kept {
  readonly cases: ReadonlySet<string>;
  readonly surveys: ReadonlyMap<string, Survey>;
  /** By survey, when the time to answer is over. */
  readonly overAt: ReadonlyMap<string, number>;
  /** By survey, under which addresses its customer is known at the desk that asks. */
  readonly readers: ReadonlyMap<string, ReadonlySet<string>>;
}

async function keptAt(evidence: Evidence): Promise<Kept> {
  const cases = new Set<string>();
  const surveys = new Map<string, Survey>();
  const overAt = new Map<string, number>();
  const readers = new Map<string, ReadonlySet<string>>();
  for (const desk of DESKS) {
    const { expireAfter } = evidence.town.termsAt(desk);
    for (const id of (await rowsOf(evidence, desk, "case")).keys()) cases.add(id);
    const identities = [...(await rowsOf(evidence, desk, "identity")).values()];
    for (const [id, survey] of await rowsOf(evidence, desk, "survey")) {
      surveys.set(id, survey);
      if (survey.askedAt !== null) overAt.set(id, survey.askedAt + expireAfter);
      const own = identities.filter(({ customerId }) => customerId === survey.customerId);
      readers.set(id, new Set(own.map((identity) => identity.id)));
    }
  }
  return { cases, surveys, overAt, readers };
}

/** What somebody acts on, by its id; null where the event names none. */
function subjectOf(event: InboundEvent): string | null {
  if ("surveyId" in event) return event.surveyId;
  return "caseId" in event ? (event.caseId ?? null) : null;
}

/** What stands before people is known to whoever takes their press, and known to be theirs. */
function checkKnown({ event, handled: { refusal } }: Acknowledged, { cases, surveys, readers }: Kept): string[] {
  const subject = subjectOf(event);
  if (subject === null || refusal === undefined) return [];
  const isKept = cases.has(subject) || surveys.has(subject);
  const address = "by" in event && typeof event.by === "object" ? event.by.address : "";
  const isReaders = readers.get(subject)?.has(address) === true;
  return [
    ...(refusal.code === "unknown" && isKept
      ? [`${event.kind} ${event.id} was told that nobody knows ${subject}`]
      : []),
    ...(refusal.code === "not-yours" && isReaders
      ? [`${event.kind} ${event.id} was told that ${subject} is another's`]
      : []),
  ];
}

/** Nobody is told that they come too late while their question is still open. */
function checkInTime(
  { event, at, handled: { refusal } }: Acknowledged,
  { surveys, overAt }: Kept,
  leeway: number,
): string[] {
  if (event.kind !== "score-given" || refusal?.code !== "late") return [];
  const survey = surveys.get(event.surveyId);
  if (!survey || event.at >= (overAt.get(survey.id) ?? 0) - leeway) return [];
  const isOpen = survey.endedAt === null || survey.endedAt > at + leeway;
  return isOpen ? [`score ${event.id} was told that it comes too late for ${survey.id}`] : [];
}

/** Whoever does something with what was put before them is heard. */
export async function checkHeard(evidence: Evidence): Promise<string[]> {
  const kept = await keptAt(evidence);
  return evidence.acknowledged.flatMap((one) => [...checkKnown(one, kept), ...checkInTime(one, kept, evidence.leeway)]);
}
