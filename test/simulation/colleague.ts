import type { Store } from "../../src/ports.ts";
import type { Case } from "../../src/recovery/case.ts";
import { MINUTE } from "../world.ts";
import type { Deeds } from "./deeds.ts";
import type { Standing } from "./ground.ts";
import type { Manners } from "./manners.ts";
import type { Random } from "./random.ts";
import { DESKS, type Town } from "./town.ts";
import type { Wire } from "./wire.ts";

export interface ColleagueParts {
  readonly store: Store;
  readonly town: Town;
  readonly manners: Pick<Manners, "watches">;
  readonly wire: Wire;
  readonly deeds: Deeds;
}

/** Somebody who has the page with all cases before them, whatever platform the team reads: a case is there at once, wherever its card is by then. */
export interface Colleague {
  /** Somebody has answered that survey: where a case came of it, the colleague may take it up. */
  look(random: Random, surveyId: string): void;
}

/** Nobody whose own help is rated. */
const ADDRESS = "web:agent:3";

async function caseOf(store: Store, surveyId: string): Promise<Case | undefined> {
  for (const reader of DESKS.map((desk) => store.at(desk))) {
    const [response] = await reader.list("response", { where: { surveyId }, limit: 1 });
    const [found] = response ? await reader.list("case", { where: { responseId: response.id }, limit: 1 }) : [];
    if (found) return found;
  }
  return undefined;
}

/** What can be pressed about a case on the page. */
function pageOf(caseId: string): Standing {
  const buttons = ["case-claim", "case-contact"].map((name) => ({ name, subject: caseId, raw: {} }));
  return { reference: "page", lane: "web:page", postId: null, at: 0, text: "", edits: 0, buttons };
}

export function createColleague({ store, town, manners: { watches }, wire, deeds }: ColleagueParts): Colleague {
  const { after, inOneGo, press, platformOf } = deeds;
  const by = town.person(ADDRESS);
  const taken = new Set<string>();
  const pressing = (caseId: string, wanted: string) => () => press(pageOf(caseId), by, ({ name }) => name === wanted);
  const resolving = (caseId: string) => async () => {
    const event = platformOf("web").fills("case-resolve", caseId, "Rang them up at once, and mended it.", by);
    if (event) await wire.send(event);
  };
  return {
    look(random, surveyId) {
      if (!random.chance(watches)) return;
      const isDoneAtOnce = random.chance(0.5);
      after(random, "agent", [0, random.chance(0.7) ? 0 : 2 * MINUTE], async () => {
        const item = await caseOf(store, surveyId);
        if (!item || taken.has(item.id)) return;
        taken.add(item.id);
        const begun = ["case-claim", "case-contact"].map((name) => pressing(item.id, name));
        inOneGo(...begun, ...(isDoneAtOnce ? [resolving(item.id)] : []));
      });
    },
  };
}
