import type { OutboundMessage } from "../messages.ts";
import type { ReadEntry, ReadSitting, Revealed } from "../privacy/disclosure.ts";
import { scores } from "../survey/score.ts";
import type { Leader } from "./find-leader.ts";
import { pausesBefore } from "./pauses.ts";
import { nextAction, plainNotice } from "./sitting-messages.ts";
import { spanWords } from "./wait-messages.ts";

const HIGHEST = 10;
/** About so much of a conversation stands in one message, UTF-16 units: every platform takes as much. */
const PER_MESSAGE = 2_500;

/** An entry on lines of its own: its pause, who wrote, and what. */
function entryLines(speaking: Pick<Leader, "say">, entry: ReadEntry, pause: number | null): string[] {
  const { say } = speaking;
  const who = entry.name ?? say(`sitting.who.${entry.author}`);
  const words = entry.isDeleted ? say("sitting.takenBack") : entry.text;
  const files = entry.attachments.map(({ name }) => `[${name}]`);
  const edited = entry.editedAt === null || entry.isDeleted ? [] : [say("sitting.edited")];
  const later = pause === null ? [] : [`… ${say("sitting.later", { span: spanWords(speaking, pause) })}`];
  return [...later, [`${who}:`, words, ...files, ...edited].filter((part) => part !== "").join(" ")];
}

/** The lines in portions that one message takes; a line is never cut. */
function portionsOf(lines: readonly string[]): string[][] {
  const portions: string[][] = [[]];
  let length = 0;
  for (const line of lines) {
    if (length > 0 && length + line.length > PER_MESSAGE) {
      portions.push([]);
      length = 0;
    }
    portions.at(-1)?.push(line);
    length += line.length;
  }
  return portions;
}

function guessMessage({ say }: Pick<Leader, "say">, { sittingId, scale }: ReadSitting): OutboundMessage {
  const actions = scores(scale).map((score) => ({
    ...{ name: "guess" as const, subject: sittingId, value: String(score), label: String(score) },
    description: say("survey.score", { score, high: HIGHEST }),
  }));
  return { kind: "notice", text: say("sitting.guess"), actions };
}

/**
 * A sitting as it is read in chat: the conversation with its pauses in as many messages as it takes, the wait beside it, and last the
 * guess, or once that was made what it came to. They are for its leader alone, and go out at once: none of it is kept in the outbox.
 */
export function readingMessages(leader: Leader, read: ReadSitting): OutboundMessage[] {
  const { say } = leader;
  const { transcript, number, of, waited, filtered } = read;
  const pauses = pausesBefore(transcript.entries);
  const lines = transcript.entries.flatMap((entry, index) => entryLines(leader, entry, pauses[index] ?? null));
  const title = say("sitting.title", { number, of });
  const told = portionsOf(lines).map((portion) => plainNotice([title, ...portion].join("\n")));
  const wait = plainNotice([say("sitting.wait"), ...waited].join("\n"));
  const last =
    read.reveal === null
      ? guessMessage(leader, read)
      : revealMessage(leader, { ...read, kind: "reveal", reveal: read.reveal });
  const [first, ...more] = told;
  const hinted = first === undefined || filtered === null ? told : [{ ...first, hint: filtered }, ...more];
  return [...hinted, wait, last];
}

/** What a guess came to: the score, the reason, what became of the customer, and the way to the lesson and on. */
export function revealMessage(leader: Leader, { sittingId, appointmentId, guess, reveal }: Revealed): OutboundMessage {
  const { say } = leader;
  const { score, comment, error, became } = reveal;
  const told =
    score === null || error === null
      ? say("reveal.none", { guess: guess ?? 0 })
      : say("reveal.score", { score, high: HIGHEST, guess: guess ?? 0, error });
  return {
    kind: "notice",
    text: [told, ...became].join("\n"),
    ...(comment === null ? {} : { quote: { text: comment, by: null } }),
    actions: [
      { name: "lesson", subject: sittingId, label: say("lesson.title") },
      nextAction(leader, appointmentId, true),
    ],
  };
}
