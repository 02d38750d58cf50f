import { BOUNDS, keptOf } from "../interaction/bounds.ts";
import { coverOf } from "../interaction/gather-cover.ts";
import type { Reader } from "../ports.ts";
import type { Settings } from "../settings.ts";
import type { Response } from "../survey/response.ts";
import { bandOf } from "../survey/score.ts";
import type { CommentJudge } from "./comment-judge.ts";
import { gatherReturned } from "./gather-returned.ts";
import { readEach, unlessUnreadable } from "./read-each.ts";
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
  /** The language in which each answer was asked for, by survey. */
  readonly locales: ReadonlyMap<string, string>;
  readonly settings: { readonly desk: Pick<Settings["desk"], "phoneCountry" | "locale"> };
}

function wordsOf({ comment }: Response): string {
  return keptOf(comment ?? "", Math.min(LONGEST, BOUNDS.comment)).text;
}

const READ = createReadings<boolean>();

/** Whether the words disagree with the score of the answer. */
function isAgainst(judge: CommentJudge, answer: Response, text: string, locale: string): boolean {
  return READ.find(judge, { answer, text, locale }, () => answerAgainst(judge, answer, text, locale) !== null);
}

/** An answer that is to be listed, with its words as they are shown. */
interface ShownAnswer {
  readonly id: string;
  readonly answer: Response;
  readonly text: string;
  readonly locale: string;
}

/** Those whose redacted words disagree with their score: what redaction leaves nothing of is not listed. By kind and id. */
async function gatherAnswers(
  store: Reader,
  commented: readonly Response[],
  { judge, settings, locales }: AgainstFrame,
): Promise<ShownAnswer[]> {
  const localeOf = ({ surveyId }: Response) => locales.get(surveyId) ?? settings.desk.locale;
  const read = await readEach(commented, MOST_WORK_MS, (one) => isAgainst(judge, one, wordsOf(one), localeOf(one)));
  const found = commented.filter(({ id }) => read.get(id) === true);
  const cover = await coverOf(
    { store, settings },
    found.map(({ interactionId }) => interactionId),
  );
  const covered = await readEach(found, MOST_WORK_MS, (answer) => {
    const [text, locale] = [cover(wordsOf(answer), answer.interactionId).trim(), localeOf(answer)];
    const id = againstId({ table: "response", id: answer.id, revision: answer.revisionCount });
    return isAgainst(judge, answer, text, locale) ? { id, answer, text, locale } : null;
  });
  const shown = [...covered.values()].filter((one) => one !== null);
  return shown.sort((a, b) => bandPlace(a.answer) - bandPlace(b.answer) || (a.id < b.id ? -1 : 1));
}

/** Promoters complain, detractors thank. */
function bandPlace({ score }: Response): number {
  return AGAINST_KINDS.indexOf(bandOf(score) === "promoter" ? "complains" : "thanks");
}

function listedAnswer(judge: CommentJudge, { id, answer, text, locale }: ShownAnswer): AgainstWords[] {
  const { id: responseId, interactionId } = answer;
  const found = answerAgainst(judge, answer, text, locale);
  return found === null ? [] : [{ id, interactionId, responseId, text, said: null, days: null, ...found }];
}

function placeOf({ kind }: AgainstWords): number {
  return AGAINST_KINDS.indexOf(kind);
}

/** Whose words of the week, of those that may be read, disagree with their number or with what they said before; null where they could not be read in good time: no figure waits for words. Rejects as the store does. */
export function gatherAgainst(
  store: Reader,
  readable: readonly Response[],
  frame: AgainstFrame,
): Promise<AgainstFigures | null> {
  return unlessUnreadable(async () => {
    const answers = await gatherAnswers(store, readable, frame);
    const returned = await gatherReturned(store, frame);
    returned.sort((a, b) => placeOf(a) - placeOf(b) || (a.id < b.id ? -1 : 1));
    const said = answers.slice(0, MOST_AGAINST).flatMap((one) => listedAnswer(frame.judge, one));
    const listed = [...said, ...returned].slice(0, MOST_AGAINST);
    return { words: frame.judge.version, total: answers.length + returned.length, listed };
  });
}
