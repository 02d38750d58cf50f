import { gatherById } from "../gather-by-id.ts";
import { gatherNames } from "../interaction/gather-names.ts";
import { redact } from "../interaction/redaction.ts";
import type { Reader } from "../ports.ts";
import type { Settings } from "../settings.ts";
import type { Response } from "../survey/response.ts";
import { decisionsInForce } from "./decision.ts";
import { documentOf, type FoundThemes, UNMATCHED, VERBATIMS } from "./digest.ts";
import type { Digest, DigestId } from "./document.ts";
import { gatherPast } from "./gather-rows.ts";
import { countThemes, type ThemeFinder } from "./themes.ts";
import { chooseVerbatims, type Redact } from "./verbatims.ts";
import { windowOf } from "./week.ts";

/** Which digest, as of when, and what comments are read with. */
export interface GatherFrame {
  readonly id: DigestId;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly themes: ThemeFinder;
}

/** A quote that redaction leaves empty makes room for the next one: so many are prepared. */
const CANDIDATES = 4 * VERBATIMS;

/** What the comments are about, each read in the language in which it was asked for. */
async function themesOf(store: Reader, commented: readonly Response[], finder: ThemeFinder): Promise<FoundThemes> {
  const ids = commented.map(({ surveyId }) => surveyId);
  const surveys = await gatherById(ids, (id) => store.list("survey", { where: { id } }));
  const locales = new Map(surveys.map(({ id, locale }) => [id, locale]));
  const localeOf = ({ surveyId }: Response) => locales.get(surveyId) ?? "en";
  return { ...countThemes(commented, localeOf, finder), version: finder.version };
}

/** The answers whose words may be shown. */
function shownAmong(commented: readonly Response[], { unmatched }: FoundThemes, week: string): Response[] {
  const quotable = chooseVerbatims(commented, { week, atMost: CANDIDATES, redact: (text) => text });
  const shown = new Set([
    ...quotable.map(({ responseId }) => responseId),
    ...unmatched.slice(0, UNMATCHED).map((answer) => answer.id),
  ]);
  return commented.filter(({ id }) => shown.has(id));
}

/** Redacts what may be shown of these answers: nothing of the others is let through. */
async function redactionOf(store: Reader, responses: readonly Response[], phoneCountry: string): Promise<Redact> {
  const names = await gatherNames(store, responses);
  return (text, responseId) => {
    const known = names.get(responseId);
    return known ? redact(text, known, phoneCountry) : "";
  };
}

/** The digest of a week, counted from the rows as they are now. */
export async function gatherDigest(store: Reader, settings: Settings, frame: GatherFrame): Promise<Digest> {
  const { id, now } = frame;
  const { scale } = settings.question;
  const window = windowOf(id.week, id.zone);
  const commented = await store.listCommented(window);
  const themes = await themesOf(store, commented, frame.themes);
  const tallies = {
    scores: await store.countScores(window),
    commented,
    outcomes: await store.countOutcomes(window, now),
    past: await gatherPast(store, id, scale),
    themes,
    decisions: decisionsInForce(await store.list("decision", {}), now),
  };
  const redact = await redactionOf(store, shownAmong(commented, themes, id.week), settings.desk.phoneCountry);
  const { minAnswers, smallBelow } = settings.digest;
  return documentOf(tallies, { id, scale, minAnswers, smallBelow, products: settings.products, now, redact });
}
