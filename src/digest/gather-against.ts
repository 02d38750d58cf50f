import { BOUNDS, keptOf } from "../interaction/bounds.ts";
import { type Cover, coverOf } from "../interaction/gather-cover.ts";
import type { Reader } from "../ports.ts";
import type { Settings } from "../settings.ts";
import type { Response } from "../survey/response.ts";
import type { CommentJudge } from "./comment-judge.ts";
import { gatherReturned } from "./gather-returned.ts";
import { gatherLocales } from "./gather-words.ts";
import { readEach } from "./read-each.ts";
import { createReadings } from "./remembered-readings.ts";
import type { Window } from "./week.ts";
import {
  AGAINST_KINDS,
  type AgainstFigures,
  type AgainstWords,
  againstId,
  answerAgainst,
  MOST_AGAINST,
} from "./words-against-numbers.ts";

/** How long reading the comments, and redacting what is listed, may each take, milliseconds of work. */
const MOST_WORK_MS = 60_000;
/** So much of a comment is read and shown, UTF-16 units: whoever says more says it at the beginning. */
const LONGEST = 2_000;

/** What comments are read with. */
export interface AgainstFrame {
  readonly window: Window;
  readonly judge: CommentJudge;
  readonly settings: { readonly desk: Pick<Settings["desk"], "phoneCountry" | "locale"> };
}

function wordsOf({ comment }: Response): string {
  return keptOf(comment ?? "", Math.min(LONGEST, BOUNDS.comment)).text;
}

const READ = createReadings<boolean>();

/** Whether the words as they were written disagree with the score. */
function isAgainst(judge: CommentJudge, answer: Response, locale: string): boolean {
  const text = wordsOf(answer);
  return READ.find(judge, { answer, text, locale }, () => answerAgainst(judge, answer, text, locale) !== null);
}

/** The answers whose redacted words disagree with their score: what redaction leaves nothing of is not listed. */
function listedAnswer(judge: CommentJudge, response: Response, locale: string, cover: Cover): AgainstWords | null {
  const { id, interactionId, revisionCount } = response;
  const text = cover(wordsOf(response), interactionId).trim();
  const found = answerAgainst(judge, response, text, locale);
  if (found === null) return null;
  const subject = { table: "response", id, revision: revisionCount } as const;
  return { id: againstId(subject), interactionId, responseId: id, text, said: null, days: null, ...found };
}

async function gatherAnswers(
  store: Reader,
  commented: readonly Response[],
  { judge, settings }: AgainstFrame,
): Promise<AgainstWords[]> {
  const locales = await gatherLocales(store, commented);
  const localeOf = ({ surveyId }: Response) => locales.get(surveyId) ?? settings.desk.locale;
  const read = await readEach(commented, MOST_WORK_MS, (one) => isAgainst(judge, one, localeOf(one)));
  const found = commented.filter(({ id }) => read.get(id) === true);
  const cover = await coverOf(
    { store, settings },
    found.map(({ interactionId }) => interactionId),
  );
  const listed = await readEach(found, MOST_WORK_MS, (one) => listedAnswer(judge, one, localeOf(one), cover));
  return [...listed.values()].filter((one) => one !== null);
}

function placeOf({ kind }: AgainstWords): number {
  return AGAINST_KINDS.indexOf(kind);
}

/** Whose words of the week, of those that may be read, disagree with their number or with what they said before; null where they could not be read in good time: no figure waits for words. */
export async function gatherAgainst(
  store: Reader,
  readable: readonly Response[],
  frame: AgainstFrame,
): Promise<AgainstFigures | null> {
  try {
    const answers = await gatherAnswers(store, readable, frame);
    const returned = await gatherReturned(store, frame);
    const all = [...answers, ...returned].sort((a, b) => placeOf(a) - placeOf(b) || (a.id < b.id ? -1 : 1));
    return { words: frame.judge.version, total: all.length, listed: all.slice(0, MOST_AGAINST) };
  } catch {
    return null;
  }
}
