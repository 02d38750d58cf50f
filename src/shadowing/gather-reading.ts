import type { Context } from "../context.ts";
import { coverOf } from "../interaction/gather-cover.ts";
import type { Interaction, Resolution } from "../interaction/interaction.ts";
import { waitOf } from "../interaction/lived-wait.ts";
import type { Entry } from "../interaction/transcript.ts";
import type { ReadSitting, ReadTranscript } from "../privacy/disclosure.ts";
import { covered } from "../privacy/gather-transcript.ts";
import { meaningOf } from "../talk/intent.ts";
import { PHRASES } from "../talk/languages.ts";
import { becameOf } from "./became-messages.ts";
import type { Leader } from "./find-leader.ts";
import type { SittingFile } from "./find-sitting.ts";
import type { Sitting } from "./sitting.ts";
import { filteredWords } from "./sitting-messages.ts";
import { waitedWords } from "./wait-messages.ts";

/** A conversation as far as it may be read, with all its resolutions until then. */
export interface TalkRead {
  readonly interaction: Interaction;
  readonly entries: readonly Entry[];
  /** Oldest first; the last is the one that was read up to. */
  readonly resolutions: readonly Resolution[];
}

/** Whether the leader has still to guess: until then they are shown nothing that tells of the score. */
function isSealed({ settings }: Pick<Context, "settings">, { guess }: Sitting): boolean {
  return settings.shadowing.reveal === "after-guess" && guess === null;
}

/** Before the guess what was written until the resolution about which the customer was asked: what they said then would give the score away. Null where nothing is kept of it. */
export async function gatherReading(
  context: Pick<Context, "store" | "settings">,
  { sitting }: Pick<SittingFile, "sitting">,
): Promise<TalkRead | null> {
  const { store } = context;
  const { interactionId, resolutionId } = sitting;
  const interaction = await store.get("interaction", interactionId);
  const resolution = await store.get("resolution", resolutionId);
  if (!interaction || !resolution) return null;
  const all = await store.list("entry", { where: { interactionId }, orderBy: "position" });
  const before = all.filter(({ at, author }) => at <= resolution.at && author !== "bot");
  if (before.length === 0) return null;
  const entries = isSealed(context, sitting) ? before : all;
  const resolutions = await store.list("resolution", { where: { interactionId }, orderBy: "number" });
  return { interaction, entries, resolutions: resolutions.filter(({ number }) => number <= resolution.number) };
}

/** What the words mean is a customer's courtesy, after which nobody waits. */
function isCourtesy({ author, text }: Entry, locale: string): boolean {
  return author === "customer" && meaningOf(PHRASES, text, locale).intent === "courtesy";
}

async function transcriptOf(context: Context, { interaction, entries }: TalkRead): Promise<ReadTranscript> {
  const { id, product, openedAt } = interaction;
  const covering = { cover: await coverOf(context, [id]), nameAgents: context.settings.shadowing.nameAgents };
  return { interactionId: id, product, openedAt, entries: entries.map((entry) => covered(entry, covering)) };
}

/** The sitting as its leader reads it: what was said, the wait, and once they have guessed what became of it. */
export async function gatherReadSitting(
  context: Context,
  leader: Leader,
  { sitting, appointment, all }: SittingFile,
  reading: TalkRead,
): Promise<ReadSitting> {
  const { settings } = context;
  const { entries, resolutions } = reading;
  const until = resolutions.at(-1)?.at ?? 0;
  const timed = entries
    .filter(({ at }) => at <= until)
    .map((entry) => ({ ...entry, isCourtesy: isCourtesy(entry, leader.locale) }));
  const promised = settings.shadowing.firstAnswerWithin;
  const endings = resolutions.map(({ at }) => at);
  const wait = waitOf(timed, endings, promised === 0 ? null : promised);
  const response = sitting.responseId === null ? null : await context.store.get("response", sitting.responseId);
  return {
    kind: "sitting",
    sittingId: sitting.id,
    appointmentId: appointment.id,
    number: all.findIndex(({ id }) => id === sitting.id) + 1,
    of: all.length,
    transcript: await transcriptOf(context, reading),
    wait,
    waited: waitedWords(leader, wait),
    scale: response?.scale ?? settings.question.scale,
    filtered: filteredWords(context, leader, appointment.filter),
    guess: sitting.guess,
    reveal: isSealed(context, sitting) ? null : await becameOf(context, leader, sitting),
    isDone: sitting.state === "done",
  };
}
