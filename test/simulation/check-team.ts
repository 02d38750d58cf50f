import type { CaseStep } from "../../src/recovery/case.ts";
import { DAY, HOUR, MINUTE } from "../world.ts";
import { type AllPosts, type Evidence, rowsOf } from "./checks.ts";
import type { Standing } from "./ground.ts";
import { grouped } from "./grouped.ts";
import { clockOf } from "./local-clock.ts";
import { DESKS } from "./town.ts";

const NINE = 9 * 60;

/** Posts that came to stand in the team's channel as messages of their own, by the case that each is about. */
function cardsOf({ ground, town }: Evidence, desk: string, posts: AllPosts): ReadonlyMap<string, readonly Standing[]> {
  return grouped(ground.in(town.teamLanes[desk] ?? ""), ({ postId }) => {
    const message = posts.get(postId ?? "")?.post.message;
    return message?.replaces === undefined ? (message?.caseId ?? "") : "";
  });
}

/** Whether somebody has deleted the card, and nothing has happened in the case since. */
function isAtRest(cards: readonly Standing[], steps: readonly CaseStep[], leeway: number): boolean {
  const goneSince = Math.max(...cards.map((card) => card.goneSince ?? Number.NEGATIVE_INFINITY));
  return steps.every(({ at }) => at <= goneSince + leeway);
}

/** Every detractor has one case, and every case one card. */
async function checkCases(evidence: Evidence, desk: string, posts: AllPosts): Promise<string[]> {
  const broken: string[] = [];
  const cases = [...(await rowsOf(evidence, desk, "case")).values()];
  const byResponse = grouped(cases, ({ responseId }) => responseId);
  for (const { id, score, purpose, excluded } of (await rowsOf(evidence, desk, "response")).values()) {
    const count = byResponse.get(id)?.length ?? 0;
    const isDetractor = score <= 6 && purpose === "recommend" && excluded === null;
    if (count > 1 || (isDetractor && count === 0))
      broken.push(`response ${id} at ${desk} of ${score} has ${count} cases`);
  }
  const cards = cardsOf(evidence, desk, posts);
  const steps = grouped([...(await rowsOf(evidence, desk, "step")).values()], ({ caseId }) => caseId);
  for (const { id } of cases) {
    const all = cards.get(id) ?? [];
    const count = all.filter(({ goneSince }) => goneSince === undefined).length;
    const isLeft = all.length > 0 && isAtRest(all, steps.get(id) ?? [], evidence.leeway);
    const isMissing = evidence.isCalm && count === 0 && !isLeft;
    if (count > 1 || isMissing) broken.push(`case ${id} at ${desk} has ${count} cards`);
  }
  return broken;
}

/** How often it was Monday nine o'clock on the desk's clock. */
function mondaysAtNine(from: number, now: number, zone: string): number {
  let count = 0;
  for (let at = from + 1; at <= now; at += HOUR) {
    const { weekday, minute } = clockOf(at, zone);
    if (weekday === "Mon" && minute >= NINE && minute < NINE + 60) count += 1;
    // The next Monday is far, however the clocks are set meanwhile.
    if (weekday === "Tue") at += 4 * DAY;
  }
  return count;
}

/** Each week since the desk first resolved anything has one digest, and it stands once before the team. */
async function checkDigests(evidence: Evidence, desk: string, posts: AllPosts): Promise<string[]> {
  const { zone } = evidence.town.settingsAt(desk).desk;
  const digests = [...(await rowsOf(evidence, desk, "digest")).values()];
  const broken: string[] = [];
  const resolved = [...(await rowsOf(evidence, desk, "resolution")).values()].map(({ at }) => at);
  const expected = mondaysAtNine(Math.min(...resolved) + NINE * MINUTE, evidence.now, zone);
  if (evidence.isCalm && digests.length !== expected)
    broken.push(`${digests.length} digests at ${desk} for ${expected} weeks`);
  if (new Set(digests.map(({ week }) => week)).size < digests.length) broken.push(`a week at ${desk} has two digests`);
  const standing = evidence.ground.in(evidence.town.teamLanes[desk] ?? "").filter(({ postId }) => {
    const message = posts.get(postId ?? "")?.post.message;
    return message?.kind === "digest" && message.replaces === undefined;
  });
  if (standing.length > digests.length || (evidence.isCalm && standing.length < digests.length))
    broken.push(`${standing.length} digests stand at ${desk} for ${digests.length} that were counted`);
  return broken;
}

/** What each team sees. */
export async function checkTeam(evidence: Evidence, posts: AllPosts): Promise<string[]> {
  const broken: string[] = [];
  for (const desk of DESKS) {
    broken.push(...(await checkCases(evidence, desk, posts)));
    broken.push(...(await checkDigests(evidence, desk, posts)));
  }
  return broken;
}
