import { type HeardCount, lookBackFrom } from "../../src/digest/heard-again.ts";
import type { Outcomes } from "../../src/digest/outcomes.ts";
import type { RecoveredCounts } from "../../src/digest/recovered.ts";
import type { AsideCount, ScoreCount } from "../../src/digest/score-counts.ts";
import type { WordOfMouthCounts } from "../../src/digest/word-of-mouth.ts";
import type { SliceFilter } from "../../src/explore/slice.ts";
import type { Store } from "../../src/ports.ts";
import type { Tallies } from "../../src/tallies.ts";
import type { SealedWeeks } from "./sealed-weeks.ts";

type SealedCounts = Pick<
  Tallies,
  | ("countScores" | "countAside" | "countOutcomes" | "countWordOfMouth")
  | ("countRecovered" | "countHeardAgain" | "countSliceWeeks")
>;

/** Whether the filter asks for nothing that an answer's own count does not tell. */
function isByProduct({ agent, channel, language }: SliceFilter): boolean {
  return agent === undefined && channel === undefined && language === undefined;
}

/** What of a desk's tallies is asked of the sealed ones first, and counted from the rows where they do not know. */
function sealedTallies(counted: Tallies, seals: SealedWeeks, desk: string): SealedCounts {
  return {
    countScores: async (window) => {
      const [sealed] = await seals.find<ScoreCount[]>(desk, "scores", [window]);
      return sealed ?? counted.countScores(window);
    },
    countAside: async (window) => {
      const [sealed] = await seals.find<AsideCount[]>(desk, "aside", [window]);
      return sealed ?? counted.countAside(window);
    },
    countOutcomes: async (window, now) => {
      const [sealed] = now < window.to ? [] : await seals.find<Outcomes>(desk, "outcomes", [window]);
      return sealed ?? counted.countOutcomes(window, now);
    },
    countWordOfMouth: async (window) => {
      const [sealed] = await seals.find<WordOfMouthCounts>(desk, "mouth", [window]);
      return sealed ?? counted.countWordOfMouth(window);
    },
    countRecovered: async (window) => {
      const [sealed] = await seals.find<RecoveredCounts>(desk, "recovered", [window]);
      return sealed ?? counted.countRecovered(window);
    },
    countHeardAgain: async (until) => {
      const [sealed] = await seals.find<HeardCount[]>(desk, "heard", [lookBackFrom(until)]);
      return sealed ?? counted.countHeardAgain(until);
    },
    countSliceWeeks: async (weeks, filter) => {
      if (!isByProduct(filter)) return counted.countSliceWeeks(weeks, filter);
      const sealed = await seals.find<ScoreCount[]>(desk, "scores", weeks);
      const missing = weeks.filter((_, index) => sealed[index] === undefined);
      const rest = missing.length === 0 ? [] : await counted.countSliceWeeks(missing, filter);
      const { product } = filter;
      const isChosen = (one: ScoreCount) => product === undefined || one.product === product;
      let next = 0;
      return weeks.map(({ from }, index) => {
        const scores = sealed[index]?.filter(isChosen) ?? rest[next++]?.scores ?? [];
        return { from, scores };
      });
    },
  };
}

/** The store that asks what is sealed first. */
export function sealedStore(store: Store, seals: SealedWeeks): Store {
  return {
    ...store,
    at: (desk) => {
      const counted = store.at(desk);
      return { ...counted, ...sealedTallies(counted, seals, desk) };
    },
  };
}
