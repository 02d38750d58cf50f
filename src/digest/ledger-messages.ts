import { NOT_ASKED_REASONS, type NotAskedReason } from "../interaction/interaction.ts";
import type { WordingKey } from "../wording.ts";
import type { Digest } from "./document.ts";
import { total } from "./fates.ts";
import type { Speaker } from "./say-figures.ts";

function isKnownReason(reason: string): reason is NotAskedReason {
  return (NOT_ASKED_REASONS as readonly string[]).includes(reason);
}

/** Silence is told as it is by now: those who may still answer have said nothing so far. */
function silentKey({ fates, mayStillAnswer: open }: Digest): WordingKey {
  if (open === 0) return "digest.fate.silent";
  return fates.silent === 0 ? "digest.fate.mayAnswer" : "digest.fate.silentSoFar";
}

function fateParts(speaker: Speaker, document: Digest): string[] {
  const { fates, mayStillAnswer: open } = document;
  const parts: [WordingKey, number][] = [
    ["digest.fate.answered", fates.answered],
    [silentKey(document), fates.silent + open],
    ["digest.fate.declined", fates.declined],
    ["digest.fate.waiting", fates.waiting - open],
    ["digest.fate.undeliverable", total(fates.undeliverable)],
    ["digest.fate.notAsked", total(fates.notAsked)],
  ];
  return parts.flatMap(([key, count]) => (count === 0 ? [] : [speaker.say(key, { count, open })]));
}

function whyNot(speaker: Speaker, { fates }: Digest): string[] {
  const notAsked = speaker.reasons(fates.notAsked, (reason, count) =>
    isKnownReason(reason) ? speaker.say(`digest.notAsked.${reason}`, { count }) : `${reason} (${count})`,
  );
  const lines: [WordingKey, string][] = [
    ["digest.ledger.notAsked", notAsked],
    ["digest.ledger.undeliverable", speaker.reasons(fates.undeliverable)],
  ];
  return lines.flatMap(([key, reasons]) => (reasons === "" ? [] : [speaker.say(key, { reasons })]));
}

function rateLine(speaker: Speaker, { responseRate }: Digest): string[] {
  const { delivered, answered, rate, provisional } = responseRate;
  if (rate === null) return [];
  const key = provisional ? "digest.rate.provisional" : "digest.rate.final";
  return [speaker.say(key, { delivered, answered, rate: speaker.percent(rate) })];
}

function importedLine(speaker: Speaker, { imported }: Digest): string[] {
  return imported > 0 ? [speaker.say("digest.ledger.imported", { count: imported })] : [];
}

/** What became of the week's conversations, in lines that account for every one of them. */
export function ledgerLines(speaker: Speaker, document: Digest): string[] {
  const { resolved } = document.fates;
  const more = [...importedLine(speaker, document), ...rateLine(speaker, document)];
  if (resolved === 0) return [speaker.say("digest.ledger.none"), ...more];
  const parts = speaker.list(fateParts(speaker, document));
  return [speaker.say("digest.ledger", { resolved, parts }), ...whyNot(speaker, document), ...more];
}
