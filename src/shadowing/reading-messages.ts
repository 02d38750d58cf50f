import type { OutboundMessage } from "../messages.ts";
import { portionsOf } from "../portions.ts";
import type { ReadEntry, ReadSitting, ReadTranscript, Revealed } from "../privacy/disclosure.ts";
import { HIGHEST, scores } from "../survey/score.ts";
import type { Leader } from "./find-leader.ts";
import { pausesBefore } from "./pauses.ts";
import { nextAction, plainNotice } from "./sitting-messages.ts";
import { spanWords } from "./wait-messages.ts";

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

/** A conversation with its pauses, under its title in as many private messages as it takes. */
export function transcriptMessages(leader: Leader, transcript: ReadTranscript, title: string): OutboundMessage[] {
  const { entries, interactionId } = transcript;
  const pauses = pausesBefore(entries);
  const lines = entries.flatMap((entry, index) => entryLines(leader, entry, pauses[index] ?? null));
  return portionsOf([title, ...lines]).map((portion) => ({
    ...plainNotice(portion.join("\n")),
    wordsOf: interactionId,
  }));
}

function guessMessage({ say }: Pick<Leader, "say">, { sittingId, scale }: ReadSitting): OutboundMessage {
  const actions = scores(scale).map((score) => ({
    ...{ name: "guess" as const, subject: sittingId, value: String(score), label: String(score) },
    description: say("survey.score", { score, high: HIGHEST }),
  }));
  const page = { name: "open-page" as const, subject: `/sitting/${sittingId}`, label: say("sitting.page") };
  return { kind: "notice", text: say("sitting.guess"), actions: [...actions, page] };
}

/**
 * A sitting as it is read in chat: the conversation with its pauses in as many messages as it takes, the wait beside it, and last the
 * guess, or once that was made what it came to. They are for its leader alone, and name the conversation whose words they hold.
 */
export function readingMessages(leader: Leader, read: ReadSitting): OutboundMessage[] {
  const { say } = leader;
  const { transcript, number, of, waited, filtered } = read;
  const told = transcriptMessages(leader, transcript, say("sitting.title", { number, of }));
  const wait = plainNotice([say("sitting.wait"), ...waited].join("\n"));
  const last =
    read.reveal === null
      ? guessMessage(leader, read)
      : revealMessage(leader, { ...read, kind: "reveal", reveal: read.reveal });
  const [first, ...more] = told;
  const hinted = first === undefined || filtered === null ? told : [{ ...first, hint: filtered }, ...more];
  return [...hinted, wait, { ...last, wordsOf: transcript.interactionId }];
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
