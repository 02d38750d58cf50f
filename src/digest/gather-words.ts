import { gatherById } from "../gather-by-id.ts";
import { coverOf } from "../interaction/gather-cover.ts";
import type { Reader } from "../ports.ts";
import type { Response } from "../survey/response.ts";
import { type FoundThemes, UNMATCHED, VERBATIMS } from "./digest.ts";
import { readEach, unlessUnreadable } from "./read-each.ts";
import { countThemes, type ThemeFinder } from "./themes.ts";
import { themesIn, wordsOf } from "./themes-in.ts";
import { chooseVerbatims, type Redact } from "./verbatims.ts";

/** In which week's digest comments are read, and what with. */
export interface WordsFrame {
  /** ISO week, e.g. `2026-W46`. */
  readonly week: string;
  readonly finder: ThemeFinder;
  /** The language in which each answer was asked for, by survey. */
  readonly locales: ReadonlyMap<string, string>;
  /** Ids of customers whom nobody may quote. */
  readonly unread: ReadonlySet<string>;
  readonly phoneCountry: string;
  /** How long reading may take before the digest goes without its words, milliseconds of work; two minutes unless named. */
  readonly mostWorkMs?: number;
}

/** What the words of a week come to. */
export interface WeekWords {
  readonly themes: FoundThemes;
  /** Gives the redacted words of those answers that may be shown, nothing of the others. */
  readonly redact: Redact;
}

/** A quote that redaction leaves empty makes room for the next one: so many are prepared. */
const CANDIDATES = 4 * VERBATIMS;
const MOST_WORK_MS = 120_000;

/** The language in which each was asked, by survey. */
export async function gatherLocales(
  store: Reader,
  commented: readonly Response[],
): Promise<ReadonlyMap<string, string>> {
  const ids = commented.map(({ surveyId }) => surveyId);
  const surveys = await gatherById(ids, (id) => store.list("survey", { where: { id } }));
  return new Map(surveys.map(({ id, locale }) => [id, locale]));
}

/** The answers whose words may be shown. */
function shownAmong(commented: readonly Response[], { unmatched }: FoundThemes, week: string): Response[] {
  const quotable = chooseVerbatims(commented, { week, atMost: CANDIDATES, redact: (text) => text });
  const shown = new Set([
    ...quotable.map(({ responseId }) => responseId),
    ...unmatched.slice(0, UNMATCHED).map(({ id }) => id),
  ]);
  return commented.filter(({ id }) => shown.has(id));
}

/** What the comments are about, each read in the language in which it was asked for, and how they may be shown; null where they could not be read in good time. Rejects as the store does. */
export async function gatherWords(
  store: Reader,
  commented: readonly Response[],
  { week, finder, locales, unread, phoneCountry, mostWorkMs = MOST_WORK_MS }: WordsFrame,
): Promise<WeekWords | null> {
  const found = await unlessUnreadable(() =>
    readEach(commented, mostWorkMs, (response) => themesIn(finder, response, locales.get(response.surveyId) ?? "en")),
  );
  if (found === null) return null;
  const counted = countThemes(commented, ({ id }) => found.get(id) ?? []);
  const themes = { ...counted, version: finder.version, byAnswer: found };
  const readable = commented.filter(({ customerId }) => !unread.has(customerId));
  const shown = shownAmong(readable, themes, week);
  const cover = await coverOf(
    { store, settings: { desk: { phoneCountry } } },
    shown.map(({ interactionId }) => interactionId),
  );
  const redacted = await unlessUnreadable(() =>
    readEach(shown, mostWorkMs, (response) => cover(wordsOf(response), response.interactionId)),
  );
  return redacted && { themes, redact: (_, responseId) => redacted.get(responseId) ?? "" };
}
