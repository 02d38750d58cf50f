import { SECOND } from "../world.ts";
import { type Evidence, rowsOf } from "./checks.ts";
import { grouped } from "./grouped.ts";
import { DESKS } from "./town.ts";
import type { Acknowledged } from "./wire.ts";

/** Within so much platforms' clocks may be apart: then what arrives last is the last. */
const ONE_MOMENT = 30 * SECOND;

interface Tap {
  readonly surveyId: string;
  readonly score: string;
  readonly at: number;
  /** Whether it is certain to count: who comes a second time is not told whether the first came too late. */
  readonly isTaken: boolean;
}

function tapsIn(acknowledged: readonly Acknowledged[]): Tap[] {
  return acknowledged.flatMap(({ event, handled: { status, refusal } }) => {
    if (event.kind !== "score-given" || refusal !== undefined) return [];
    const { surveyId, score, at } = event;
    return [{ surveyId, score: String(score), at, isTaken: status === "saved" }];
  });
}

/** Of several taps the last counts by the time at which people made them, in whatever order they arrived; all have arrived once it is calm. */
export async function checkTaps(evidence: Evidence): Promise<string[]> {
  if (!evidence.isCalm) return [];
  const bySurvey = grouped(tapsIn(evidence.acknowledged), ({ surveyId }) => surveyId);
  const broken: string[] = [];
  for (const desk of DESKS) {
    const revisions = [...(await rowsOf(evidence, desk, "revision")).values()];
    const others = new Set(revisions.flatMap(({ via, responseId }) => (via === "tap" ? [] : [responseId])));
    for (const { id, surveyId, score } of (await rowsOf(evidence, desk, "response")).values()) {
      const taps = bySurvey.get(surveyId) ?? [];
      const last = Math.max(...taps.filter(({ isTaken }) => isTaken).map(({ at }) => at));
      const lasting = taps.filter(({ at }) => at >= last - ONE_MOMENT).map((tap) => tap.score);
      if (taps.length < 2 || others.has(id) || lasting.includes(String(score))) continue;
      broken.push(`answer ${id} is ${score}, and the last tap was ${lasting.join(" or ")}`);
    }
  }
  return broken;
}
