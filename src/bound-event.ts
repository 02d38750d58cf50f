import type { Context } from "./context.ts";
import type { InboundEvent } from "./events.ts";
import { BOUNDS, keptOf, shortName } from "./interaction/bounds.ts";
import type { Person } from "./interaction/customer.ts";
import type { Attachment } from "./interaction/transcript.ts";

/** An event as it is taken: nothing in it is longer than what is kept. */
export interface BoundEvent {
  readonly event: InboundEvent;
  /** How much of the person's own words is kept, UTF-16 units; null where that is all of them. */
  readonly kept: number | null;
}

type Fields = Readonly<Record<string, unknown>>;

/** The words that people send, by the field of the event that brings them. */
const WORDS: Readonly<Record<string, number>> = {
  text: BOUNDS.message,
  comment: BOUNDS.comment,
  how: BOUNDS.note,
  note: BOUNDS.note,
  skip: BOUNDS.note,
  reason: BOUNDS.note,
  sentence: BOUNDS.note,
  surprised: BOUNDS.note,
  toFix: BOUNDS.note,
};
/** What is no more than a line; its beginning is enough. */
const LINES = ["product", "score", "reaction", "what", "guess", "every", "dueOn"];
const PEOPLE = ["by", "author", "customer", "person", "owner"];
/** What names a thing; a part of it would name another. */
const NAMES = [
  ...[
    "conversation",
    "messageId",
    "askIn",
    "alsoAt",
    "answerIn",
    "place",
    "subject",
    "surveyId",
    "caseId",
    "enhancementId",
  ],
  ...["responseId", "resolutionId", "productId", "greetingId", "cordId", "tellingId", "customerId"],
  ...["sittingId", "appointmentId", "shiftId", "lessonId", "listenerId", "interactionId"],
  ...["path", "secret", "held", "sessionId", "accountId", "passkeyId", "companyId"],
];

/** A reason that was bound already is this long at most, its mark included. */
const LONGEST_COMMENT = BOUNDS.comment + 200;

function isLong(value: unknown, longest: number): value is string {
  return typeof value === "string" && value.length > longest;
}

function lineOrNone(text: string | null | undefined): string | null | undefined {
  return isLong(text, BOUNDS.line) ? null : text;
}

function boundPerson(person: Person): Person {
  const { name, email, locale, zone } = person;
  if (![name, email, locale, zone].some((text) => isLong(text, BOUNDS.line))) return person;
  const rest = { email: lineOrNone(email) ?? null, locale: lineOrNone(locale) ?? null, zone: lineOrNone(zone) ?? null };
  return { ...person, ...rest, name: name == null ? null : shortName(name) };
}

function boundFile(file: Attachment): Attachment {
  const { name, type } = file;
  return { ...file, name: shortName(name, BOUNDS.fileName), type: shortName(type, BOUNDS.fileName) };
}

/** The words as they are kept, with a mark where they are not all of them. */
function boundWords(text: string, longest: number, { wording, settings }: Pick<Context, "wording" | "settings">) {
  const { text: kept, dropped } = keptOf(text, longest);
  return `${kept}\n${wording.say(wording.choose(settings.desk.locale), "kept.mark", { dropped })}`;
}

/** A reason as it is kept: one that was typed may be longer than a form takes, or made of several messages. */
export function boundComment(comment: string | null, context: Pick<Context, "wording" | "settings">): string | null {
  return isLong(comment, LONGEST_COMMENT) ? boundWords(comment, BOUNDS.comment, context) : comment;
}

function boundFiles(event: Fields, { wording, settings }: Pick<Context, "wording" | "settings">): Fields {
  const files = event.attachments as readonly Attachment[] | undefined;
  if (files === undefined) return {};
  const count = files.length - BOUNDS.files;
  const attachments = files.slice(0, BOUNDS.files).map(boundFile);
  if (count <= 0) return { attachments };
  const mark = wording.say(wording.choose(settings.desk.locale), "kept.files", { count });
  return { attachments, text: `${event.text}\n${mark}`.trim() };
}

function boundPeople(event: Fields): Fields {
  const people = PEOPLE.flatMap((field) => {
    const value = event[field];
    const isPerson = typeof value === "object" && value !== null;
    return isPerson ? [[field, boundPerson(value as Person)] as const] : [];
  });
  const agents = Array.isArray(event.agents)
    ? { agents: (event.agents as Person[]).slice(-BOUNDS.agents).map(boundPerson) }
    : {};
  return { ...Object.fromEntries(people), ...agents };
}

function boundImport(event: InboundEvent, context: Pick<Context, "wording" | "settings">): InboundEvent {
  if (event.kind !== "answers-imported") return event;
  const answers = event.answers.map((answer) => ({ ...answer, comment: boundComment(answer.comment, context) }));
  return { ...event, answers };
}

/** Of the lengths that are kept of anything the least: what is no longer is kept whole. */
const LEAST = Math.min(BOUNDS.line, BOUNDS.id, ...Object.values(WORDS));

function isShort(value: unknown): boolean {
  return typeof value !== "string" || value.length <= LEAST;
}

/** Whether nothing in the event can be too long; where that is not plain it is looked at part by part. */
function isPlainlyShort(fields: Fields): boolean {
  for (const name in fields) {
    const value = fields[name];
    if (typeof value !== "object" || value === null) {
      if (!isShort(value)) return false;
    } else if (Array.isArray(value)) {
      if (value.length > 0) return false;
    } else if (PEOPLE.includes(name) && !Object.values(value).every(isShort)) return false;
  }
  return true;
}

/**
 * The event with no more of anything than is kept (`BOUNDS`). Words are cut between characters and end in a mark that says how much is
 * missing; what names a thing is never cut: an event about what has no such name is none that is understood.
 */
export function boundEvent(given: InboundEvent, context: Pick<Context, "wording" | "settings">): BoundEvent {
  const { id, at } = given;
  const fields = given as unknown as Fields;
  if (isPlainlyShort(fields)) return { event: given, kept: null };
  const named = [...NAMES.map((name) => fields[name]), ...PEOPLE.map((field) => (fields[field] as Person)?.address)];
  if (named.some((name) => isLong(name, BOUNDS.id)))
    return {
      event: { kind: "unsupported", id, at, what: `a ${given.kind} about something with too long a name` },
      kept: null,
    };
  const long = Object.entries(WORDS).filter(([field, longest]) => isLong(fields[field], longest));
  const words = long.map(([field, longest]) => [field, boundWords(String(fields[field]), longest, context)] as const);
  const lines = LINES.filter((field) => isLong(fields[field], BOUNDS.line));
  const short = lines.map((field) => [field, shortName(String(fields[field]))] as const);
  const worded = { ...fields, ...Object.fromEntries([...words, ...short]), ...boundPeople(fields) };
  const event = { ...worded, ...boundFiles(worded, context) } as unknown as InboundEvent;
  return { event: boundImport(event, context), kept: long[0]?.[1] ?? null };
}
