import type { Context } from "../context.ts";
import { drawOf } from "../draw.ts";
import type { OutboundMessage, Section } from "../messages.ts";
import type { DigestRow } from "../rows.ts";
import type { WordingKey } from "../wording.ts";
import { againstLines, againstSections } from "./against-messages.ts";
import { aimLines } from "./aim-messages.ts";
import { boardActions, boardPart, gatherOwners } from "./board-messages.ts";
import { areWordsMissing, type Digest } from "./document.ts";
import { followUpLines } from "./follow-up-messages.ts";
import { ledgerLines } from "./ledger-messages.ts";
import { enhanceSections, wordOfMouthLines } from "./mouth-messages.ts";
import { pictureAlt } from "./picture-messages.ts";
import { recoveryLines } from "./recovery-messages.ts";
import { ROLLING_WEEKS } from "./rolling.ts";
import { createSpeaker, type Speaker } from "./say-figures.ts";
import { closerLines, scoreSectionLines } from "./score-messages.ts";
import { recountLines } from "./seal-messages.ts";
import { askingLines, heardLines, silenceLines } from "./silence-messages.ts";
import { shadowingLines } from "./sitting-messages.ts";
import { trialLines, trialNotes } from "./trial-messages.ts";
import type { Verbatim } from "./verbatims.ts";
import { windowOf } from "./week.ts";

/** What telling of a digest takes. */
export type Telling = Pick<Context, "store" | "settings" | "wording" | "themes">;

/** Most themes named in the post; the page has them all. */
const THEMES = 5;

/** The week and its score, in a line. */
export function headline(speaker: Speaker, { id, nps, otherScales }: Digest): string {
  const { from, to } = windowOf(id.week, id.zone);
  const span = speaker.days(from, to, id.zone);
  const { answers, score } = nps;
  const [other] = otherScales;
  if (answers === 0 && other)
    return speaker.say("digest.headline.otherScale", { span, answers: other.nps.answers, scale: other.scale });
  if (answers === 0) return speaker.say("digest.headline.none", { span });
  if (score === null) return speaker.say("digest.headline.few", { span, answers });
  return speaker.say("digest.headline.score", { span, answers, score: speaker.points(score) });
}

/** What has to be known of the post itself: that it is late, or has been corrected; null where it is neither. */
export function noteOf(speaker: Speaker, { isLate, history, document, computedAt }: DigestRow): string | null {
  const earlier = history[0]?.document.nps.answers;
  if (earlier === undefined) return isLate ? speaker.say("digest.late") : null;
  const after = document.nps.answers;
  const on = speaker.day(computedAt);
  return earlier === after
    ? speaker.say("digest.updated", { on })
    : speaker.say("digest.corrected", { on, before: earlier, after });
}

/** Whose words they are: nobody's name, but where they stand. */
async function quoted({ store }: Telling, { responseId, text }: Verbatim): Promise<Pick<Section, "quote" | "about">> {
  const response = await store.get("response", responseId);
  return { quote: { text, by: null }, ...(response ? { about: response.interactionId } : {}) };
}

/** One customer's own words, or why there are none. */
async function chair(context: Telling, speaker: Speaker, document: Digest): Promise<Section> {
  const { verbatims, nps, otherScales } = document;
  const title = speaker.say("digest.chair.title");
  const [verbatim] = verbatims;
  if (verbatim)
    return { title, lines: [speaker.say(`digest.chair.${verbatim.band}`)], ...(await quoted(context, verbatim)) };
  if (areWordsMissing(document)) return { title, lines: [speaker.say("digest.chair.unread")] };
  const isSilent = nps.answers === 0 && otherScales.length === 0;
  return { title, lines: [speaker.say(isSilent ? "digest.chair.silent" : "digest.chair.wordless")] };
}

/** The words of the others who are quoted. */
function otherVoices(context: Telling, speaker: Speaker, { verbatims }: Digest): Promise<Section[]> {
  return Promise.all(
    verbatims.slice(1).map(async (verbatim) => ({
      title: speaker.say(`digest.chair.${verbatim.band}`),
      lines: [],
      ...(await quoted(context, verbatim)),
      isDetail: true,
    })),
  );
}

/** How often a theme was named, and by how many unhappy customers. */
export function themeLine(
  { themes }: Pick<Telling, "themes">,
  speaker: Speaker,
  named: Digest["themes"][number],
): string {
  const { mentions, detractors } = named;
  const theme = themes.label(named.theme, speaker.locale);
  if (!detractors) return speaker.say("digest.themes.row", { theme, mentions });
  return speaker.say("digest.themes.detractors", { theme, mentions, detractors });
}

/** How far the dictionary covers the comments. */
export function coverageLine(speaker: Speaker, { comments }: Digest): string {
  return speaker.say("digest.themes.coverage", { matched: comments.matched, comments: comments.with });
}

function themeLines(context: Telling, speaker: Speaker, document: Digest): string[] {
  const { themes, comments } = document;
  if (comments.with === 0 || comments.dictionary === null) return [];
  const lines = themes.slice(0, THEMES).map((theme) => themeLine(context, speaker, theme));
  return [...lines, coverageLine(speaker, document)];
}

/** Conversations of each person whose customer they chose not to have asked that the post leads to; the page has more. */
const SKIPS = 3;

/** Whom somebody chose not to have asked, each by the conversation. */
function skippedSections(speaker: Speaker, { asking }: Digest): Section[] {
  return asking.skips.flatMap(({ by, conversations }) =>
    conversations.slice(0, SKIPS).map((about) => ({
      ...{ title: speaker.say("digest.asking.skips", { who: by, count: 1 }), lines: [] },
      ...{ about, isDetail: true },
    })),
  );
}

/** The sentences that asked for a high score, each with its conversation. */
function beggingSections(speaker: Speaker, { asking }: Digest): Section[] {
  const title = speaker.say("digest.asking.begged");
  return asking.begging.map(({ interactionId, sentence }) => ({
    ...{ title, lines: [], quote: { text: sentence, by: null } },
    ...{ about: interactionId, isDetail: true },
  }));
}

/** What goes into detail: read by those who want to know more. */
function inDetail(sections: readonly Section[]): Section[] {
  return sections.map((section) => ({ ...section, isDetail: true }));
}

/** Stands for the figures that the picture shows. */
function fingerprintOf({ histogram, nps, otherScales, weeks, trend }: Digest): string {
  return String(drawOf(JSON.stringify([histogram, nps, otherScales, weeks, trend])));
}

/** What is said of a week, by section and in the same sentences wherever it is told; a section that has nothing to say is empty. */
export async function digestLines(context: Telling, speaker: Speaker, document: Digest) {
  return {
    ledger: ledgerLines(speaker, document),
    score: [
      ...scoreSectionLines(speaker, document, context.settings.digest.minAnswers),
      ...trialNotes(speaker, document),
    ],
    aims: aimLines(speaker, document, context.settings),
    themes: themeLines(context, speaker, document),
    cases: [...followUpLines(context, speaker, document), ...recoveryLines(speaker, document)],
    told: wordOfMouthLines(speaker, document),
    shadowing: shadowingLines(speaker, document),
    silence: await silenceLines(context.store, speaker, document),
    asking: askingLines(speaker, document),
    against: await againstLines(context.store, speaker, document),
    reading: [speaker.say("digest.howToRead", { scale: document.scale })],
    closer: closerLines(speaker, document),
    heard: heardLines(speaker, document),
    trial: trialLines(speaker, document),
  };
}

/** The digest as it is posted. A section that has nothing to say is left out. */
export async function digestMessage(context: Telling, row: DigestRow): Promise<OutboundMessage> {
  const { document } = row;
  const speaker = createSpeaker(context);
  const note = noteOf(speaker, row);
  const owners = await gatherOwners(context, document);
  const lines = await digestLines(context, speaker, document);
  const board = boardPart(speaker, document, owners);
  const section = (key: WordingKey, told: readonly string[]): Section[] =>
    told.length === 0 ? [] : [{ title: speaker.say(key, { weeks: ROLLING_WEEKS }), lines: told }];
  const first = [
    await chair(context, speaker, document),
    ...section("digest.ledger.title", lines.ledger),
    ...section("digest.score.title", lines.score),
  ];
  const closer = section("digest.closer.title", lines.closer);
  return {
    kind: "digest",
    text: headline(speaker, document),
    ...(note === null ? {} : { hint: note }),
    sections: [
      ...first,
      ...section("digest.board.title", board.lines).map((part) => ({ ...part, ...board })),
      ...section("digest.aim.title", lines.aims),
      ...section("digest.themes.title", lines.themes),
      ...section("digest.cases.title", lines.cases),
      ...section("digest.told.title", lines.told),
      ...section("digest.shadowing.title", lines.shadowing),
      ...section("digest.silence.title", lines.silence),
      ...section("digest.asking.title", lines.asking),
      ...section("against.title", lines.against),
      ...section("digest.howToRead.title", lines.reading),
      ...inDetail([...closer, ...section("digest.heard.title", lines.heard)]),
      ...inDetail(section("digest.recount.title", recountLines(speaker, row))),
      ...inDetail(section("digest.trial.title", lines.trial)),
      ...skippedSections(speaker, document),
      ...beggingSections(speaker, document),
      ...(await againstSections(context.store, speaker, document)),
      ...(await otherVoices(context, speaker, document)),
      ...(await enhanceSections(context, speaker, document)),
    ],
    picture: {
      ...{ kind: "digest", digestId: row.id, alt: pictureAlt(speaker, document), after: first.length },
      fingerprint: fingerprintOf(document),
    },
    actions: boardActions(speaker, document),
  };
}
