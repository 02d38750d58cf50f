import type { Context } from "../context.ts";
import { platformOf } from "../interaction/address.ts";
import type { Draft, RowChange } from "../outcome.ts";
import { replaceAtTeam, sayToTeam } from "../team/say-to-team.ts";
import { type Case, type CaseCard, type CaseStep, isCaseOpen } from "./case.ts";
import { type CaseFile, caseCard } from "./case-messages.ts";
import { fileOf } from "./find-case.ts";
import { calledFor, stepMessage } from "./step-messages.ts";

/** What is kept of a case that no card follows: the answer's own changes are told as such, and not each of them. */
const UNFOLLOWED: readonly string[] = ["alerts", "version", "dueAt", "product", "score"] satisfies (keyof Case)[];

/** What a card says of a case, as it can be compared. */
function shownOf(item: Case): string {
  return JSON.stringify(Object.entries(item).filter(([name]) => !UNFOLLOWED.includes(name)));
}

/** A case is new or has got further: its cards say so, and what happened is told under them. */
export async function sayCase(context: Context, draft: Draft, { before, after }: RowChange<"case">): Promise<void> {
  if (before !== null && shownOf(before) === shownOf(after)) return;
  const file = await fileOf(context, after.id);
  if (file) await sayCards(context, draft, file);
}

/** Brings the one card in each team channel up to date, and tells under it what has not been told there. A case that has ended where no card stands gets none any more. */
export async function sayCards(context: Context, draft: Draft, file: CaseFile): Promise<void> {
  const { item } = file;
  const card = caseCard(context, file);
  const standing = await replaceAtTeam(context, draft, item.alerts, card);
  const lanes = new Set(item.alerts.map(({ lane }) => lane));
  const without = isCaseOpen(item) ? context.teamLanes.filter((lane) => !lanes.has(lane)) : [];
  const fresh = sayToTeam({ ...context, teamLanes: without }, draft, card);
  const alerts = await sayUntold(context, draft, file, [...standing, ...fresh]);
  draft.put("case", { ...item, alerts });
}

/** The steps of the case that came after a number, those of the draft among them, in order. */
async function stepsAfter({ store }: Context, draft: Draft, caseId: string, number: number): Promise<CaseStep[]> {
  const kept = await store.list("step", { where: { caseId }, atLeast: { number: number + 1 } });
  const drafted = draft
    .outcome()
    .changes.flatMap(({ table, row }) => (table === "step" && row.caseId === caseId && row.version === 0 ? [row] : []));
  return [...kept, ...drafted].filter((step) => step.number > number).sort((a, b) => a.number - b.number);
}

/** Tells in the thread under each card what is not told there yet; where none stands yet it waits. Gives the cards as they then are. */
export async function sayUntold(
  context: Context,
  draft: Draft,
  file: CaseFile,
  cards: readonly CaseCard[],
): Promise<CaseCard[]> {
  const { id, stepCount } = file.item;
  const isBehind = ({ thread, told = 0 }: CaseCard) => thread != null && told < stepCount;
  const behind = cards.filter(isBehind);
  if (behind.length === 0) return [...cards];
  const from = Math.min(...behind.map(({ told = 0 }) => told));
  const steps = await stepsAfter(context, draft, id, from);
  return cards.map((card) => {
    if (!isBehind(card)) return card;
    for (const step of steps.filter(({ number }) => number > (card.told ?? 0)))
      sayStep(context, draft, file, step, card);
    return { ...card, told: stepCount };
  });
}

function sayStep(context: Context, draft: Draft, file: CaseFile, step: CaseStep, { lane, thread }: CaseCard): void {
  const called = calledFor(context, file, step, platformOf(lane));
  const message = stepMessage(context, file, step);
  const calling = called.length === 0 ? message : { ...message, kind: "alert" as const, mentions: called };
  draft.say({ id: context.ids.next(), to: thread ?? lane, message: calling });
}
