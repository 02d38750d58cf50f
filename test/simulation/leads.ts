import type { Store } from "../../src/ports.ts";
import { DAY, HOUR } from "../world.ts";
import type { Deeds } from "./deeds.ts";
import type { Manners } from "./manners.ts";
import type { Random } from "./random.ts";
import { DESKS } from "./town.ts";
import type { Wire } from "./wire.ts";

export interface LeadsParts {
  readonly store: Store;
  readonly manners: Pick<Manners, "leavesOut">;
  readonly wire: Wire;
  readonly deeds: Deeds;
  readonly now: () => number;
}

/** Those who decide which answers count. */
export interface Leads {
  /** Somebody is asked with that survey: where they have answered within days, the answer may be left out for some time. */
  mindAnswer(random: Random, surveyId: string): void;
}

const LEAD = { address: "web:lead:1", role: "lead", name: "lead 1" } as const;

export function createLeads({ store, manners: { leavesOut }, wire, deeds: { after }, now }: LeadsParts): Leads {
  const answerTo = async (surveyId: string): Promise<string | undefined> => {
    for (const desk of DESKS) {
      const [response] = await store.at(desk).list("response", { where: { surveyId }, limit: 1 });
      if (response) return response.id;
    }
    return undefined;
  };
  const decide = (surveyId: string, responseId: string, reason: string | null) =>
    wire.send({
      ...{ kind: "answer-excluded", id: `${reason === null ? "in" : "out"}:${surveyId}`, at: now() },
      ...{ by: LEAD, responseId, reason },
    });
  return {
    mindAnswer(random, surveyId) {
      if (!random.chance(leavesOut)) return;
      after(random, "agent", [HOUR, 4 * DAY], async () => {
        const responseId = await answerTo(surveyId);
        if (responseId === undefined) return;
        await decide(surveyId, responseId, "It was our own test.");
        if (random.chance(0.7)) after(random, "agent", [HOUR, 3 * DAY], () => decide(surveyId, responseId, null));
      });
    },
  };
}
