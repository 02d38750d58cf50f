import { beforeAll, describe, expect, it } from "vitest";
import { quarterSettings } from "../../adapters/demo/settings.ts";
import { readThemes } from "../../adapters/themes.ts";
import { DEFAULT_DESK } from "../../src/desk.ts";
import type { Digest } from "../../src/digest/document.ts";
import { gatherDigest } from "../../src/digest/gather-digest.ts";
import { byProduct, wholeOf } from "../../src/digest/history.ts";
import { countsOf } from "../../src/digest/tally.ts";
import { weeksUpTo, windowOf } from "../../src/digest/week.ts";
import type { Explored } from "../../src/explore/explored.ts";
import { type ExploreSource, gatherExplored } from "../../src/explore/gather-explored.ts";
import { parseSpan } from "../../src/explore/span.ts";
import { type Played, played, SATURDAY } from "../demo/played.ts";

const THEMES = readThemes();
const LAST = "2026-W47";
const WEEKS = weeksUpTo(LAST, 14);

let quarter: Played;
beforeAll(async () => {
  quarter = await played({ interactions: 140 });
}, 120_000);

function sourceOf({ store }: Played): ExploreSource {
  return { store, settings: quarterSettings(), themes: THEMES, now: SATURDAY };
}

async function both(week: string): Promise<{ digest: Digest; explored: Explored }> {
  const source = sourceOf(quarter);
  const { zone } = source.settings.desk;
  const id = { week, zone, team: DEFAULT_DESK };
  const span = parseSpan(week);
  if (span === null) throw new Error(week);
  return {
    digest: await gatherDigest(quarter.store, source.settings, { id, now: SATURDAY, themes: THEMES }),
    explored: await gatherExplored(source, { span, filter: {} }),
  };
}

describe("A week that is explored", () => {
  it("comes to what its digest says, figure by figure, in every week of the quarter", async () => {
    let answers = 0;
    for (const week of WEEKS) {
      const { digest, explored } = await both(week);
      const { opened, contactedInTime, overdue, resolved } = digest.cases;
      expect({ week, ...explored.scores }).toEqual({ week, nps: digest.nps, histogram: digest.histogram });
      expect(explored.otherScales).toEqual(digest.otherScales);
      expect(explored.fates).toEqual(digest.fates);
      expect(explored.imported).toBe(digest.imported);
      expect(explored.responseRate).toEqual(digest.responseRate);
      expect(explored.sensitivity).toEqual(digest.sensitivity);
      expect(explored.cases).toEqual({ opened, contactedInTime, overdue, resolved });
      expect(explored.themes.found).toEqual(digest.themes);
      expect(explored.themes.comments).toBe(digest.comments.with);
      expect(explored.weeks).toEqual(digest.weeks.map(({ week: label, nps }) => ({ week: label, nps })));
      answers += digest.nps.answers;
    }
    expect(answers).toBeGreaterThan(20);
  }, 60_000);

  it("counts a customer who answered twice in a longer span once", async () => {
    const source = sourceOf(quarter);
    const span = parseSpan("2026-08-17..2026-11-22");
    if (span === null) throw new Error("no span");
    const { scores } = await gatherExplored(source, { span, filter: {} });
    const { zone } = source.settings.desk;
    const window = { from: windowOf(WEEKS[0] ?? "", zone).from, to: windowOf(LAST, zone).to };
    const counted = wholeOf(byProduct(await quarter.store.countScores(window), source.settings.question.scale));
    expect(scores?.nps).toMatchObject(countsOf(counted));
  });
});
