import type { Desk, Desks } from "./desk.ts";
import { parseDigestId } from "./digest/digest-id.ts";
import { parseAgainstId } from "./digest/words-against-numbers.ts";
import type { InboundEvent } from "./events.ts";
import { isColleague } from "./interaction/customer.ts";
import type { Clues, Store } from "./ports.ts";
import type { WantedWords } from "./reading-events.ts";
import { yesOrNo } from "./survey/yes-or-no.ts";
import { directCommand } from "./talk/direct-commands.ts";
import { readCorrection } from "./talk/privacy-wants.ts";

/** A value of a row by which the desk that keeps it is found. */
type Clue = {
  [T in keyof Clues]: { readonly table: T; readonly column: Clues[T]; readonly value: string };
}[keyof Clues];

/** The row by which the desk is found that keeps the words; null where none is named. */
function clueOfWords(wanted: WantedWords): Clue | null {
  if (wanted.kind === "transcript") return { table: "interaction", column: "id", value: wanted.interactionId };
  if (wanted.kind === "search") return null;
  const [value] = wanted.responseIds;
  return value === undefined ? null : { table: "response", column: "id", value };
}

function clueOfExamined(id: string): Clue | null {
  const subject = parseAgainstId(id);
  return subject && { table: subject.table, column: "id", value: subject.id };
}

/** The row that an event is about; null where it names none. */
function clueIn(event: InboundEvent): Clue | null {
  switch (event.kind) {
    case "score-given":
    case "comment-given":
    case "change-wanted":
    case "declined":
    case "new-question":
    case "told":
    case "quote-answered":
    case "answer-withdrawn":
    case "contact-wished":
    case "put-right-said":
      return { table: "survey", column: "id", value: event.surveyId };
    case "survey-due":
      return { table: "survey", column: "id", value: event.subject };
    case "case-due":
      return { table: "case", column: "id", value: event.subject };
    case "promise-due":
      return { table: "promise", column: "id", value: event.subject };
    case "enhancement-acted":
      return { table: "enhancement", column: "id", value: event.enhancementId };
    case "case-acted":
    case "score-wanted":
      return { table: "case", column: "id", value: event.caseId };
    case "greeting-recorded":
      return { table: "greeting", column: "id", value: event.greetingId };
    case "words-examined":
      return clueOfExamined(event.subject);
    case "answer-excluded":
      return { table: "response", column: "id", value: event.responseId };
    case "interaction-corrected":
      return { table: "interaction", column: "id", value: event.interactionId };
    case "cord-worded":
    case "cord-answered":
      return { table: "cord", column: "id", value: event.cordId };
    case "telling-confirmed":
    case "telling-cancelled":
      return { table: "announcement", column: "id", value: event.tellingId };
    case "announcement-due":
      return { table: "announcement", column: "id", value: event.subject };
    case "told-due":
      return { table: "told", column: "id", value: event.subject };
    case "shift-due":
      return { table: "shift", column: "id", value: event.subject };
    case "appointment-due":
      return { table: "appointment", column: "id", value: event.subject };
    case "tombstone-due":
      return { table: "tombstone", column: "id", value: event.subject };
    case "post-moved":
    case "said-again":
      return { table: "post", column: "id", value: event.postId };
    case "words-wanted":
      return clueOfWords(event.wanted);
    case "ask-wanted":
      return { table: "resolution", column: "id", value: event.resolutionId };
    case "cord-pulled":
    case "opened":
    case "message":
    case "message-edited":
    case "message-deleted":
    case "reacted":
    case "resolved":
    case "reopened":
      return { table: "interaction", column: "conversation", value: event.conversation };
    default:
      return shadowingClueIn(event);
  }
}

/** The same of what happens around sittings with conversations. */
function shadowingClueIn(event: InboundEvent): Clue | null {
  switch (event.kind) {
    case "sitting-next":
      return { table: "appointment", column: "id", value: event.appointmentId };
    case "sitting-opened":
    case "score-guessed":
    case "lesson-given":
      return { table: "sitting", column: "id", value: event.sittingId };
    case "lesson-acted":
      return { table: "lesson", column: "id", value: event.lessonId };
    case "live-noted":
    case "live-left":
      return { table: "listener", column: "id", value: event.listenerId };
    case "shift-ended":
      return event.shiftId === undefined ? null : { table: "shift", column: "id", value: event.shiftId };
    case "live-wanted": {
      const { interactionId } = event;
      return interactionId === undefined ? null : { table: "interaction", column: "id", value: interactionId };
    }
    default:
      return null;
  }
}

/** What a person decides for themselves at every desk that knows them. */
type OwnWish = Extract<
  InboundEvent,
  { kind: "asking-changed" | "reading-changed" | "forget-wanted" | "correction-wanted" }
>;
const OWN_WISHES: readonly string[] = ["asking-changed", "reading-changed", "forget-wanted", "correction-wanted"];

function isOwnWish(event: InboundEvent): event is OwnWish {
  return OWN_WISHES.includes(event.kind);
}

function isAboutSelf(event: OwnWish): boolean {
  return event.kind !== "forget-wanted" || event.customerId === undefined;
}

/** What somebody wishes about themself with what they typed on their direct line, as an event of its own; null where it is anything else. */
function typedWish(event: InboundEvent): OwnWish | null {
  if (event.kind !== "message" || !event.isDirect) return null;
  const { id, at, author: by, text, desk } = event;
  const stamp = { id, at, by, ...(desk === undefined ? {} : { desk }) };
  const command = directCommand(text);
  if (command === "stop" || command === "start") return { kind: "asking-changed", ...stamp, ask: command === "start" };
  if (command === "unread" || command === "read")
    return { kind: "reading-changed", ...stamp, read: command === "read" };
  if (command === "forget") return { kind: "forget-wanted", ...stamp, isSure: false };
  const correction = command === "correct" ? readCorrection(text) : null;
  if (correction?.text) return { kind: "correction-wanted", ...stamp, ...correction };
  return yesOrNo(text) === "yes" ? { kind: "forget-wanted", ...stamp, isSure: true, ifAsked: true } : null;
}

/** The person whom an event is about and nothing else; null where it is about more, such as what a person is to one desk. */
function personIn(event: InboundEvent): string | null {
  if (isOwnWish(event) && isAboutSelf(event)) return event.by.address;
  return event.kind === "person-described" && event.desk === undefined ? event.person.address : null;
}

/** The id of the desk that an event names by itself. */
function namedIn(event: InboundEvent): string | undefined {
  return event.kind === "digest-due" ? parseDigestId(event.subject)?.team : event.desk;
}

type Knowing = Pick<Store, "desksWith">;

async function desksWith(store: Knowing, desks: Desks, { table, column, value }: Clue): Promise<Desk[]> {
  const ids = await store.desksWith(
    desks.all.map(({ id }) => id),
    table,
    column,
    value,
  );
  return desks.all.filter(({ id }) => ids.includes(id));
}

/**
 * The desks at which an event happened: the one it names, else the one that keeps the row it is about, else the first. What is about
 * a person alone happened at every desk that knows them, first at the one it names; so did a wish about themself that they typed to the bot. None where the desk it names is not served any more.
 */
export async function findDesks(event: InboundEvent, desks: Desks, store: Knowing): Promise<readonly Desk[]> {
  const first = await whereHeard(event, desks, store);
  if (desks.all.length === 1 || first.length !== 1 || typedWish(event) === null || event.kind !== "message")
    return first;
  const knowing = await desksWith(store, desks, { table: "identity", column: "id", value: event.author.address });
  return [...first, ...knowing.filter((desk) => !first.includes(desk))];
}

async function whereHeard(event: InboundEvent, desks: Desks, store: Knowing): Promise<readonly Desk[]> {
  const name = namedIn(event);
  const named = name === undefined ? desks.first : desks.get(name);
  if (desks.all.length === 1 || named === undefined) return named === undefined ? [] : [named];
  const person = personIn(event);
  const clue = person === null ? clueIn(event) : ({ table: "identity", column: "id", value: person } as const);
  if (clue === null || (person === null && name !== undefined)) return [named];
  const found = await desksWith(store, desks, clue);
  const [keeper = named] = found;
  if (person === null || found.length === 0) return [keeper];
  return found.toSorted((one, other) => Number(other === named) - Number(one === named));
}

/** A happening as one desk of several hears it: it is confirmed at the first, and a colleague at the desk it names is none elsewhere. */
export function heardAt({ id }: Pick<Desk, "id">, isFirst: boolean, event: InboundEvent): InboundEvent {
  const wish = isFirst ? null : typedWish(event);
  if (wish !== null) return heardAt({ id }, isFirst, wish);
  if (!isOwnWish(event)) return event;
  const { answerIn, ...unanswered } = event;
  const isThere = event.desk === undefined ? isFirst : event.desk === id;
  const by = isThere || !isColleague(event.by.role) ? event.by : ({ ...event.by, role: "customer" } as const);
  return { ...unanswered, by, ...(isFirst && answerIn !== undefined ? { answerIn } : {}) };
}
