import { shownAt } from "../../../../src/chat/find-shown.ts";
import type { Person } from "../../../../src/interaction/customer.ts";
import type { Interaction } from "../../../../src/interaction/interaction.ts";
import type { Entry } from "../../../../src/interaction/transcript.ts";
import type { OutboundMessage } from "../../../../src/messages.ts";
import { caseCard } from "../../../../src/recovery/case-messages.ts";
import { fileFor } from "../../../../src/recovery/find-case.ts";
import { gatherRated } from "../../../../src/survey/gather-rated.ts";
import { isWithdrawn, type Response } from "../../../../src/survey/response.ts";
import type { ReadingDesk } from "../../desk.ts";
import { type Discretion, discretionFor } from "../agent/hidden-score.ts";
import { loadSteps, type ShownStep } from "./case-steps.ts";
import { type CaseSeen, isHiddenFrom, loadRows } from "./load-cases.ts";

/** So many of the last entries of the conversation stand beside the case. */
const MOST_ENTRIES = 60;
/** So many earlier answers of the customer are shown. */
const MOST_EARLIER = 10;

/** Another answer of the customer. */
export interface EarlierAnswer {
  readonly answer: Response;
  readonly isHidden: boolean;
}

/** All that stands on the page of a case. */
export interface CaseFound {
  readonly seen: CaseSeen;
  /** The card as this reader may read it. */
  readonly card: OutboundMessage;
  readonly steps: readonly ShownStep[];
  readonly interaction: Interaction | null;
  /** In the order in which they were said. */
  readonly entries: readonly Entry[];
  /** Whether earlier entries than these are kept. */
  readonly isCut: boolean;
  readonly discretion: Discretion;
  readonly earlier: readonly EarlierAnswer[];
}

async function loadEarlier(
  desk: ReadingDesk,
  { item, response }: CaseSeen,
  by: Person | null,
): Promise<EarlierAnswer[]> {
  const where = { customerId: item.customerId };
  const latest = { where, orderBy: "answeredAt", descending: true, limit: MOST_EARLIER + 1 } as const;
  const others = (await desk.store.list("response", latest)).filter(
    (one) => one.id !== response.id && !isWithdrawn(one),
  );
  const rated = await gatherRated(desk, others);
  return others.map((answer) => ({ answer, isHidden: isHiddenFrom(desk, rated.get(answer.id) ?? [], by) }));
}

/** The discretion for a reader who was rated; whoever was not may read it all. */
async function discretionOf(
  desk: ReadingDesk,
  interaction: Interaction | null,
  isHidden: boolean,
): Promise<Discretion> {
  return discretionFor(desk, interaction && isHidden ? [interaction] : []);
}

/** The case with that id with all that its page shows, as the reader may see it; null where there is none. */
export async function loadCase(desk: ReadingDesk, id: string, by: Person | null): Promise<CaseFound | null> {
  const [seen] = await loadRows(desk, [id], by);
  if (!seen) return null;
  const { interactionId } = seen.item;
  const latest = { orderBy: "position", descending: true, limit: MOST_ENTRIES + 1 } as const;
  const [file, interaction, entries, earlier, steps] = await Promise.all([
    fileFor(desk, seen.item),
    desk.store.get("interaction", interactionId),
    desk.store.list("entry", { where: { interactionId }, ...latest }),
    loadEarlier(desk, seen, by),
    loadSteps(desk, id, by),
  ]);
  return {
    ...{ seen, interaction, earlier, steps },
    card: shownAt(caseCard(desk, file), by),
    entries: entries.slice(0, MOST_ENTRIES).toReversed(),
    isCut: entries.length > MOST_ENTRIES,
    discretion: await discretionOf(desk, interaction, seen.isHidden),
  };
}
