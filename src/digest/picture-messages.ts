import type { Digest } from "./document.ts";
import type { Speaker } from "./say-figures.ts";
import { windowOf } from "./week.ts";

/** From the lowest to the highest score of the weeks that have one, the week's own among them, and how many these are. */
function spanOf({ points }: Speaker, { weeks }: Digest) {
  const scores = weeks.flatMap(({ nps }) => (nps.score === null ? [] : [nps.score])).toSorted((a, b) => a - b);
  return { weeks: scores.length, least: points(scores[0] ?? 0), most: points(scores.at(-1) ?? 0) };
}

/** The picture of a week in one sentence with its numbers, for those who cannot see it: the score, what it may be, of how many answers, and the span of the weeks. */
export function pictureAlt(speaker: Speaker, document: Digest): string {
  const { id, nps } = document;
  const { answers, score, interval95 } = nps;
  const { from, to } = windowOf(id.week, id.zone);
  const values = { span: speaker.days(from, to, id.zone), answers, ...spanOf(speaker, document) };
  if (answers === 0) return speaker.say("chart.alt.none", values);
  if (score === null || interval95 === null) return speaker.say("chart.alt.few", values);
  const [low, high] = interval95.map(speaker.points) as [string, string];
  return speaker.say("chart.alt.score", { ...values, score: speaker.points(score), low, high });
}
