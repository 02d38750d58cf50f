import type { Context } from "../context.ts";
import type { OutboundMessage, Section } from "../messages.ts";
import type { DigestRow } from "../rows.ts";
import type { WordingKey } from "../wording.ts";
import { boardActions, boardLines, gatherOwners } from "./board-messages.ts";
import type { Digest } from "./document.ts";
import { ledgerLines } from "./ledger-messages.ts";
import { createSpeaker, type Speaker } from "./say-figures.ts";
import { scoreSectionLines } from "./score-messages.ts";
import { windowOf } from "./week.ts";

/** Most themes named in the post; the page has them all. */
const THEMES = 5;

function headline(speaker: Speaker, { id, nps, otherScales }: Digest): string {
  const { from, to } = windowOf(id.week, id.zone);
  const span = speaker.days(from, to);
  const { answers, score } = nps;
  const [other] = otherScales;
  if (answers === 0 && other)
    return speaker.say("digest.headline.otherScale", { span, answers: other.nps.answers, scale: other.scale });
  if (answers === 0) return speaker.say("digest.headline.none", { span });
  if (score === null) return speaker.say("digest.headline.few", { span, answers });
  return speaker.say("digest.headline.score", { span, answers, score: speaker.points(score) });
}

/** What has to be known of the post itself: that it is late, or has been corrected. */
function noteOf(speaker: Speaker, { isLate, history, document, computedAt }: DigestRow): string | null {
  const earlier = history.at(-1)?.document.nps.answers;
  if (earlier === undefined) return isLate ? speaker.say("digest.late") : null;
  const after = document.nps.answers;
  const on = speaker.day(computedAt);
  return earlier === after
    ? speaker.say("digest.updated", { on })
    : speaker.say("digest.corrected", { on, before: earlier, after });
}

/** One customer's own words, or why there are none. */
async function chair(context: Context, speaker: Speaker, { verbatims, nps, otherScales }: Digest): Promise<Section> {
  const title = speaker.say("digest.chair.title");
  const [verbatim] = verbatims;
  if (!verbatim) {
    const isSilent = nps.answers === 0 && otherScales.length === 0;
    return { title, lines: [speaker.say(isSilent ? "digest.chair.silent" : "digest.chair.wordless")] };
  }
  const { band, text, responseId } = verbatim;
  const response = await context.store.get("response", responseId);
  return {
    title,
    lines: [speaker.say(`digest.chair.${band}`)],
    quote: { text, by: null },
    ...(response ? { about: response.interactionId } : {}),
  };
}

function themeLines({ themes: finder }: Context, speaker: Speaker, { themes, comments }: Digest): string[] {
  if (comments.with === 0) return [];
  const lines = themes.slice(0, THEMES).map(({ theme: id, mentions, detractors }) => {
    const theme = finder.label(id, speaker.locale);
    if (!detractors) return speaker.say("digest.themes.row", { theme, mentions });
    return speaker.say("digest.themes.detractors", { theme, mentions, detractors });
  });
  return [...lines, speaker.say("digest.themes.coverage", { matched: comments.matched, comments: comments.with })];
}

function caseLines(speaker: Speaker, { cases }: Digest): string[] {
  const counts: [WordingKey, number][] = [
    ["digest.cases.opened", cases.opened],
    ["digest.cases.contacted", cases.contactedInTime],
    ["digest.cases.overdue", cases.overdue],
    ["digest.cases.resolved", cases.resolved],
    ["digest.cases.recovered", cases.recovered],
  ];
  const parts = counts.flatMap(([key, count]) => (count === 0 ? [] : [speaker.say(key, { count })]));
  return parts.length === 0 ? [] : [speaker.say("digest.cases", { parts: speaker.list(parts) })];
}

/** The digest as it is posted. A section that has nothing to say is left out. */
export async function digestMessage(context: Context, row: DigestRow): Promise<OutboundMessage> {
  const { document } = row;
  const speaker = createSpeaker(context);
  const { minAnswers } = context.settings.digest;
  const note = noteOf(speaker, row);
  const owners = await gatherOwners(context, document);
  const section = (key: WordingKey, lines: readonly string[]): Section[] =>
    lines.length === 0 ? [] : [{ title: speaker.say(key), lines }];
  return {
    kind: "digest",
    text: headline(speaker, document),
    ...(note === null ? {} : { hint: note }),
    sections: [
      await chair(context, speaker, document),
      ...section("digest.ledger.title", ledgerLines(speaker, document)),
      ...section("digest.score.title", scoreSectionLines(speaker, document, minAnswers)),
      ...section("digest.board.title", boardLines(speaker, document, owners)),
      ...section("digest.themes.title", themeLines(context, speaker, document)),
      ...section("digest.cases.title", caseLines(speaker, document)),
      ...section("digest.howToRead.title", [speaker.say("digest.howToRead", { scale: document.scale })]),
    ],
    picture: { kind: "digest", digestId: row.id, alt: speaker.say("digest.picture") },
    actions: boardActions(speaker, document),
  };
}
