import type { Examination } from "../../../../src/digest/examination.ts";
import { returnAfter, solvedWordsBefore } from "../../../../src/digest/returned.ts";
import { type AgainstWords, againstId, answerAgainst } from "../../../../src/digest/words-against-numbers.ts";
import type { PageDesk } from "../../desk.ts";
import type { ResolvedSeen, ToldTalk } from "./load-story.ts";

/** Words that disagree with a number in this conversation, and what somebody found. */
export interface AgainstHere {
  readonly words: AgainstWords;
  readonly examination: Examination | null;
}

const ALWAYS = { from: 0, to: Number.MAX_SAFE_INTEGER };

function answersAgainst({ themes, settings }: PageDesk, { resolved, isHidden }: ToldTalk): AgainstWords[] {
  if (isHidden) return [];
  const askings = resolved.flatMap((one) => one.askings).filter(({ survey }) => survey.purpose === "recommend");
  return askings.flatMap(({ survey, answer }) => {
    const { response } = answer ?? {};
    if (!response || response.comment === null || response.excluded !== null) return [];
    const locale = survey.locale ?? settings.desk.locale;
    const found = answerAgainst(themes.judge, response, response.comment, locale);
    if (found === null) return [];
    const { id, interactionId, revisionCount, comment } = response;
    const named = againstId({ table: "response", id, revision: revisionCount });
    return [{ ...found, id: named, interactionId, responseId: id, text: comment, said: null, days: null }];
  });
}

/** What was said after the resolution against what was said before it, among the messages on the page. */
function returnAgainst(
  desk: PageDesk,
  { entries, discretion }: ToldTalk,
  { resolution }: ResolvedSeen,
): AgainstWords[] {
  const { settings, themes } = desk;
  const { id, at, interactionId } = resolution;
  const own = entries
    .filter((entry) => entry.author === "customer" && entry.deletedAt === null)
    .flatMap((entry) => {
      const text = discretion.wordsOf(entry);
      return text === null ? [] : [{ ...entry, text }];
    });
  const solved = solvedWordsBefore(own, at, settings.desk.locale);
  const found = solved && returnAfter(own, at, { judge: themes.judge, window: ALWAYS, settings });
  const because = found && themes.judge.complaintIn(found.entry.text, settings.desk.locale);
  if (!solved || !found || because === null) return [];
  const named = againstId({ table: "resolution", id });
  const words = { text: found.entry.text, because, said: solved.text, days: found.days, mayBeUpsideDown: false };
  return [{ ...words, id: named, kind: "reopened", interactionId, responseId: null }];
}

/** Words in this conversation that disagree with their number or with each other, as this reader may know them. */
export function againstIn(desk: PageDesk, story: ToldTalk): readonly AgainstHere[] {
  const found = [...answersAgainst(desk, story), ...story.resolved.flatMap((one) => returnAgainst(desk, story, one))];
  return found.map((words) => ({ words, examination: story.examinations.find(({ id }) => id === words.id) ?? null }));
}
