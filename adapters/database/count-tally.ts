import { canonicalJson } from "../../src/canonical-json.ts";
import type { Tallies } from "../../src/tallies.ts";
import type { TallyWindow } from "./sealed-queries.ts";

function ordered(counts: readonly unknown[]): string {
  return `[${counts
    .map((count) => canonicalJson(count))
    .sort()
    .join(",")}]`;
}

/** The tally of that time, counted from the rows, as JSON of one form. Rejects as the store does. */
export async function countTally(tallies: Tallies, { what, from, to }: TallyWindow): Promise<string> {
  const window = { from, to };
  switch (what) {
    case "scores":
      return ordered(await tallies.countScores(window));
    case "aside":
      return ordered(await tallies.countAside(window));
    case "outcomes":
      return canonicalJson(await tallies.countOutcomes(window, to));
    case "mouth":
      return canonicalJson(await tallies.countWordOfMouth(window));
    case "recovered":
      return canonicalJson(await tallies.countRecovered(window));
    case "heard":
      return ordered(await tallies.countHeardAgain(to));
  }
}
