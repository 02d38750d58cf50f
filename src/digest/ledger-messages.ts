import type { FateKind } from "../interaction/interaction.ts";
import { NOT_ASKED_REASONS, type NotAskedReason } from "../interaction/interaction.ts";
import type { WordingKey } from "../wording.ts";
import type { Digest } from "./document.ts";
import { askedIn, type Ledger, total } from "./fates.ts";
import { rateOf } from "./response-rate.ts";
import type { Speaker } from "./say-figures.ts";

function isKnownReason(reason: string): reason is NotAskedReason {
  return (NOT_ASKED_REASONS as readonly string[]).includes(reason);
}

/** Silence is told as it is by now: those who may still answer have said nothing so far. */
function silentKey({ fates, mayStillAnswer: open }: Ledger): WordingKey {
  if (open === 0) return "digest.fate.silent";
  return fates.silent === 0 ? "digest.fate.mayAnswer" : "digest.fate.silentSoFar";
}

/** How many conversations came to one fate, and how that is said. */
export interface FatePart {
  readonly fate: FateKind;
  readonly count: number;
  readonly text: string;
}

/** What became of the conversations, each of them in one part; a fate that none came to is left out. Those answered are told as a share of those asked. */
export function fateParts({ say, percent }: Pick<Speaker, "say" | "percent">, ledger: Ledger): FatePart[] {
  const { fates, mayStillAnswer: open } = ledger;
  const asked = askedIn(ledger);
  const rate = percent(rateOf(fates.answered, asked) ?? 0);
  const parts: [FateKind, WordingKey, number][] = [
    ["answered", "digest.fate.answeredOf", fates.answered],
    ["silent", silentKey(ledger), fates.silent + open],
    ["declined", "digest.fate.declined", fates.declined],
    ["waiting", "digest.fate.waiting", fates.waiting - open],
    ["undeliverable", "digest.fate.undeliverable", total(fates.undeliverable)],
    ["not-asked", "digest.fate.notAsked", total(fates.notAsked)],
  ];
  return parts.flatMap(([fate, key, count]) =>
    count === 0 ? [] : [{ fate, count, text: say(key, { count, open, asked, rate }) }],
  );
}

/** Why customers were not asked, and why they could not be reached. */
export function whyNotLines(speaker: Speaker, { fates }: Ledger): string[] {
  const notAsked = speaker.reasons(fates.notAsked, (reason, count) =>
    isKnownReason(reason) ? speaker.say(`digest.notAsked.${reason}`, { count }) : `${reason} (${count})`,
  );
  const lines: [WordingKey, string][] = [
    ["digest.ledger.notAsked", notAsked],
    ["digest.ledger.undeliverable", speaker.reasons(fates.undeliverable)],
  ];
  return lines.flatMap(([key, reasons]) => (reasons === "" ? [] : [speaker.say(key, { reasons })]));
}

/** How many answers came from another tool; nothing where none did. */
export function importedLines(speaker: Speaker, { imported }: Ledger): string[] {
  return imported > 0 ? [speaker.say("digest.ledger.imported", { count: imported })] : [];
}

/** What became of the week's conversations, in lines that account for every one of them. */
export function ledgerLines(speaker: Speaker, document: Digest): string[] {
  const { resolved } = document.fates;
  const more = importedLines(speaker, document);
  if (resolved === 0) return [speaker.say("digest.ledger.none"), ...more];
  const parts = speaker.list(fateParts(speaker, document).map(({ text }) => text));
  return [speaker.say("digest.ledger", { resolved, parts }), ...whyNotLines(speaker, document), ...more];
}
