import { readEach } from "../digest/read-each.ts";
import type { ThemeFinder } from "../digest/themes.ts";
import { countThemes } from "../digest/themes.ts";
import { themesIn } from "../digest/themes-in.ts";
import { isWithin, type Window, windowOf } from "../digest/week.ts";
import type { Reader } from "../ports.ts";
import type { Settings } from "../settings.ts";
import type { Response } from "../survey/response.ts";
import { type Explored, type ExploredTallies, exploredOf, numberOfAnswers } from "./explored.ts";
import { SLICE_FILTERS, type Slice, type SliceCounts, type SliceFilter } from "./slice.ts";
import { type ChosenSpan, weeksOfSpan, windowOfSpan } from "./span.ts";

/** What somebody wants to see: a span, what is chosen of it, and perhaps one theme of its comments. */
export interface ExploreWish {
  readonly span: ChosenSpan;
  readonly filter: SliceFilter;
  readonly theme?: string | undefined;
}

/** What figures are gathered with. */
export interface ExploreSource {
  readonly store: Reader;
  readonly settings: Settings;
  readonly themes: ThemeFinder;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** How many comments of a span, the latest, are read for their themes. */
export const MOST_THEMED = 300;
/** What reading them may take, milliseconds of work. */
const MOST_WORK_MS = 60_000;

/** The wish as the desk allows it: who was helped by whom is nobody's filter where the settings do not have it so. */
export function allowedWish(wish: ExploreWish, { explore }: Pick<Settings, "explore">): ExploreWish {
  if (explore.byAgent || wish.filter.agent === undefined) return wish;
  const { agent: _, ...filter } = wish.filter;
  return { ...wish, filter };
}

/** The slice of the wish at the desk. */
export function sliceFor({ span, filter }: ExploreWish, { settings }: Pick<ExploreSource, "settings">): Slice {
  return { ...windowOfSpan(span, settings.desk.zone), filter };
}

/** A commented answer with the themes that its comment names. */
export interface ThemedAnswer {
  readonly answer: Response;
  readonly themes: readonly string[];
}

/** The latest commented answers of the slice, each with its themes by the words of the language in which it was asked. Rejects as the store does. */
export async function gatherThemed({ store, themes }: ExploreSource, slice: Slice): Promise<ThemedAnswer[]> {
  const answers = await store.listSliceComments(slice, { limit: MOST_THEMED });
  const said = answers.map(({ answer, language }) => ({ id: answer.id, answer, language: language ?? "en" }));
  const read = await readEach(said, MOST_WORK_MS, ({ answer, language }) => themesIn(themes, answer, language));
  return answers.map(({ answer }) => ({ answer, themes: read.get(answer.id) ?? [] }));
}

/** The filters that choose more than this one: each of its parts left out in turn, and nothing chosen at all. */
function widerThan(filter: SliceFilter): SliceFilter[] {
  const named = SLICE_FILTERS.filter((name) => filter[name] !== undefined);
  const without = named.length < 2 ? [] : named.map((name) => ({ ...filter, [name]: undefined }));
  return named.length === 0 ? [] : [...without, {}];
}

async function widerNumbers(source: ExploreSource, { filter, ...window }: Slice): Promise<number[]> {
  const numbers: number[] = [];
  for (const wider of widerThan(filter)) {
    const [whole] = await source.store.countSliceWeeks([window], wider);
    numbers.push(numberOfAnswers(whole?.scores ?? []));
  }
  return numbers;
}

/** The scores of those answers alone. */
function scoresOf(answers: readonly Response[]): SliceCounts["scores"] {
  return answers.map(({ scale, product, score }) => ({ scale, product, score, count: 1 }));
}

/** The tallies narrowed to the answers whose comment names the theme. */
function onTheme(tallies: ExploredTallies, themed: readonly ThemedAnswer[], theme: string, windows: readonly Window[]) {
  const answers = themed.filter((one) => one.themes.includes(theme)).map(({ answer }) => answer);
  const inWeek = (window: Window | undefined) =>
    answers.filter(({ answeredAt }) => window !== undefined && isWithin(answeredAt, window));
  return {
    ...tallies,
    counts: { ...tallies.counts, scores: scoresOf(answers) },
    weeks: tallies.weeks.map((week, index) => ({ ...week, scores: scoresOf(inWeek(windows[index])) })),
    wider: [...tallies.wider, numberOfAnswers(tallies.counts.scores)],
  };
}

/** The figures of what somebody wants to see. Rejects as the store does. */
export async function gatherExplored(source: ExploreSource, wanted: ExploreWish): Promise<Explored> {
  const { store, settings, now } = source;
  const wish = allowedWish(wanted, settings);
  const slice = sliceFor(wish, source);
  const labels = weeksOfSpan(wish.span).filter((week) => windowOf(week, settings.desk.zone).from <= now);
  const windows = labels.map((week) => windowOf(week, settings.desk.zone));
  const counted = await store.countSliceWeeks(windows, wish.filter);
  const themed = await gatherThemed(source, slice);
  const answers = themed.map(({ answer }) => answer);
  const byId = new Map(themed.map(({ answer, themes }) => [answer.id, themes]));
  const { found } = countThemes(answers, ({ id }) => byId.get(id) ?? []);
  const tallies: ExploredTallies = {
    counts: await store.countSlice(slice, now),
    weeks: counted.map((week, index) => ({ ...week, week: labels[index] ?? "" })),
    themes: { found, comments: await store.countSliceComments(slice), read: answers.length },
    wider: await widerNumbers(source, slice),
  };
  const { from, to } = slice;
  const { minAnswers, smallBelow } = settings.digest;
  const frame = { span: wish.span, window: { from, to }, scale: settings.question.scale, minAnswers, smallBelow, now };
  const narrowed = wish.theme === undefined ? tallies : onTheme(tallies, themed, wish.theme, windows);
  return exploredOf(narrowed, { ...frame, products: settings.products });
}
