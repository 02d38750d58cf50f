import { DEFAULT_DESK } from "../../../src/desk.ts";
import { gatherComments } from "../../../src/explore/gather-comments.ts";
import { type ExploreSource, type ExploreWish, gatherExplored } from "../../../src/explore/gather-explored.ts";
import type { SliceFilter } from "../../../src/explore/slice.ts";
import { parseSpan } from "../../../src/explore/span.ts";
import { settingsSchema } from "../../../src/settings.ts";
import { readThemes } from "../../themes.ts";
import { fillExplore } from "./fill-explore.ts";
import { timed } from "./measured.ts";
import { openStore } from "./open-store.ts";

const REPETITIONS = 9;
const PAGE = 20;
const [FROM, TO] = [Date.UTC(2026, 0, 1), Date.UTC(2027, 0, 1)];

/** A week, a month, a quarter and the whole year that the conversations took, as they are and through each filter. */
const WISHES: Readonly<Record<string, readonly [span: string, filter: SliceFilter, theme?: string]>> = {
  week: ["2026-W46", {}],
  month: ["2026-11", {}],
  quarter: ["2026-Q4", {}],
  year: ["2026-01-01..2026-12-31", {}],
  yearOfAProduct: ["2026-01-01..2026-12-31", { product: "p1" }],
  yearOfAnAgent: ["2026-01-01..2026-12-31", { agent: "bench:agent:7" }],
  yearOfAChannel: ["2026-01-01..2026-12-31", { channel: "bench:talk:c1" }],
  yearOfALanguage: ["2026-01-01..2026-12-31", { language: "de" }],
  yearOfATheme: ["2026-01-01..2026-12-31", {}, "billing"],
  yearOfAProductAndALanguage: ["2026-01-01..2026-12-31", { product: "p1", language: "de" }],
};

function wishOf([label, filter, theme]: readonly [string, SliceFilter, string?]): ExploreWish {
  const span = parseSpan(label);
  if (span === null) throw new RangeError(`${label} is no span`);
  return { span, filter, theme };
}

function rounded(ms: number): number {
  return Number(ms.toPrecision(3));
}

/** How long the figures of a span take with so many conversations of a year, and a page of its comments; milliseconds, medians. */
export async function measureExplore(path: string, conversations: number) {
  await fillExplore(path, conversations, FROM, TO);
  const store = await openStore(path);
  const settings = settingsSchema.parse({ explore: { byAgent: true } });
  const source: ExploreSource = { store: store.at(DEFAULT_DESK), settings, themes: readThemes(), now: TO };
  const found: Record<string, { readonly figures: number; readonly comments: number; readonly answers: number }> = {};
  for (const [name, given] of Object.entries(WISHES)) {
    const wish = wishOf(given);
    const figures = await timed(REPETITIONS, async () => (await gatherExplored(source, wish)).scores?.nps.answers ?? 0);
    const comments = await timed(REPETITIONS, async () => {
      const { comments: listed } = await gatherComments(source, wish, { limit: PAGE });
      return listed.length;
    });
    found[name] = { figures: rounded(figures.ms), comments: rounded(comments.ms), answers: figures.rows };
  }
  await store.close();
  return found;
}
