import { type ScaleLinear, scaleLinear, scalePoint } from "d3-scale";
import { area, line } from "d3-shape";
import { type Frame, label, MARGIN, type Part, type Pictured, type PicturedWeek, SIZES, WIDTH } from "./frame.ts";
import { legend } from "./legend.ts";
import { cross, diamond, dot, whisker } from "./shapes.ts";
import { element, path } from "./svg.ts";
import { briefly, markedChange, weekOfYear, weeksHeading } from "./wording.ts";

const HEADING = 14;
const TOP = 34;
const BASE = 150;
/** Room at the left for the names of the lines and rows. */
const GUTTER = 64;
/** Room at the right for the week's own score. */
const SCORE_ROOM = 28;
const RIGHT = WIDTH - MARGIN - SCORE_ROOM;
const LEGEND = BASE + 54;
const FEWEST_SHOWN = 4;
/** So many weeks have room for a name each. */
const MOST_NAMED = 14;

/** A week where it stands. */
interface Placed extends PicturedWeek {
  readonly x: number;
  readonly isLast: boolean;
}

/** The weeks worth a place: from the first that has answers, four at least; none where there is no answer at all. */
export function shownWeeks(weeks: readonly PicturedWeek[]): readonly PicturedWeek[] {
  const first = weeks.findIndex(({ nps }) => nps.answers > 0);
  return first === -1 ? [] : weeks.slice(Math.min(first, Math.max(0, weeks.length - FEWEST_SHOWN)));
}

function placed(weeks: readonly PicturedWeek[]): Placed[] {
  const place = scalePoint()
    .domain(weeks.map(({ week }) => week))
    .range([GUTTER, RIGHT])
    .padding(0.5);
  return weeks.map((item, index) => ({ ...item, x: place(item.week) ?? 0, isLast: index === weeks.length - 1 }));
}

/** From the lowest to the highest that is drawn, in twenties; everything a score can be where nothing is. */
function heights({ trend }: Pictured, weeks: readonly PicturedWeek[]): ScaleLinear<number, number> {
  const mark = markedChange({ trend, weeks });
  const levels = mark ? [mark.before, mark.after] : [];
  const scores = weeks.flatMap(({ nps, average }) => [...(nps.interval95 ?? []), ...(average?.limits ?? [])]);
  const ends = [...levels, ...scores];
  const low = Math.max(-100, Math.floor(Math.min(0, ...ends) / 20) * 20);
  const high = Math.min(100, Math.ceil(Math.max(0, ...ends) / 20) * 20);
  return scaleLinear()
    .domain(ends.length === 0 ? [-100, 100] : [low, high])
    .range([BASE, TOP]);
}

function grid({ theme, speaker }: Frame, y: ScaleLinear<number, number>): string[] {
  return y.ticks(5).map((value) => {
    const at = y(value);
    const stroke = { stroke: value === 0 ? theme.quiet : theme.line, "stroke-width": 1 };
    const text = { x: GUTTER - 8, y: at + 4, "text-anchor": "end", "font-size": SIZES.small, fill: theme.quiet };
    return (
      element("line", { x1: GUTTER, x2: RIGHT - 4, y1: at, y2: at, ...stroke }) + label(speaker.points(value), text)
    );
  });
}

function average({ theme }: Frame, weeks: readonly Placed[], y: ScaleLinear<number, number>): string[] {
  const known = weeks.flatMap(({ x, average }) => (average ? [{ x, ...average }] : []));
  if (known.length === 0) return [];
  type Point = (typeof known)[number];
  const shade = area<Point>()
    .x(({ x }) => x)
    .y0(({ limits }) => y(limits[0]))
    .y1(({ limits }) => y(limits[1]));
  const edge = (end: 0 | 1) =>
    line<Point>()
      .x(({ x }) => x)
      .y(({ limits }) => y(limits[end]))(known);
  const dashed = { fill: "none", stroke: theme.quiet, "stroke-width": 1, "stroke-dasharray": "3 3" };
  const course = line<Point>()
    .x(({ x }) => x)
    .y(({ value }) => y(value));
  return [
    path(shade(known), { fill: theme.shade }),
    path(edge(0), dashed),
    path(edge(1), dashed),
    path(course(known), { fill: "none", stroke: theme.ink, "stroke-width": 1.5 }),
  ];
}

/** The scores before and since the change as a step, with a line where it begins and both figures at its head. */
function change({ digest, theme, speaker }: Frame, weeks: readonly Placed[], y: ScaleLinear<number, number>): string[] {
  const mark = markedChange({ trend: digest.trend, weeks });
  const begins = weeks.findIndex(({ week }) => week === mark?.since);
  const [before, first] = [weeks[begins - 1], weeks[begins]];
  if (!mark || !before || !first) return [];
  const x = (before.x + first.x) / 2;
  const colour = mark.direction === "falling" ? theme.detractor : theme.promoter;
  const level = (from: number, to: number, score: number) =>
    element("line", { x1: from, x2: to, y1: y(score), y2: y(score), stroke: colour, "stroke-width": 2.5 });
  const figure = (score: number, at: number, anchor: "start" | "end") =>
    label(speaker.points(score), { x: at, y: TOP - 5, "text-anchor": anchor, "font-size": SIZES.label, fill: colour });
  return [
    element("line", { x1: x, x2: x, y1: TOP - 14, y2: BASE, stroke: colour, "stroke-width": 1 }),
    level(GUTTER, x, mark.before),
    level(x, RIGHT - 4, mark.after),
    figure(mark.before, x - 5, "end"),
    figure(mark.after, x + 5, "start"),
  ];
}

function week({ theme, speaker }: Frame, { x, nps, isLast }: Placed, y: ScaleLinear<number, number>): string {
  if (nps.score === null || nps.interval95 === null) return nps.answers === 0 ? "" : cross(x, BASE - 7, theme.quiet);
  const [low, high] = nps.interval95;
  const at = y(nps.score);
  const range = whisker(x, y(low), y(high), isLast ? theme.ink : theme.quiet);
  if (!isLast) return range + dot(x, at, theme.under, theme.ink);
  const text = { x: x + 13, y: at + 4.5, "font-size": SIZES.heading, fill: theme.ink };
  return range + diamond(x, at, theme.ink) + label(speaker.points(nps.score), text);
}

function rows({ theme, speaker: { say } }: Frame, weeks: readonly Placed[]): string[] {
  const cell = (x: number, y: number, text: string, fill: string) =>
    label(text, { x, y, "text-anchor": "middle", "font-size": SIZES.small, fill });
  const name = { x: MARGIN - 6, "font-size": SIZES.small, fill: theme.quiet };
  const step = Math.ceil(weeks.length / MOST_NAMED);
  const named = weeks.filter((_, index) => (weeks.length - 1 - index) % step === 0);
  return [
    label(say("chart.week"), { ...name, y: BASE + 19 }),
    label(say("chart.answersRow"), { ...name, y: BASE + 33 }),
    ...named.map(({ x, week, isLast }) => cell(x, BASE + 19, weekOfYear(week), isLast ? theme.ink : theme.quiet)),
    ...named.map(({ x, nps, isLast, isHidden }) =>
      cell(x, BASE + 33, isHidden ? "–" : briefly(nps.answers), isLast ? theme.ink : theme.quiet),
    ),
  ];
}

function chart(frame: Frame, weeks: readonly Placed[]): Part {
  const y = heights(frame.digest, weeks);
  const key = legend(frame, weeks, LEGEND);
  const svg = [
    ...grid(frame, y),
    ...average(frame, weeks, y),
    ...change(frame, weeks, y),
    ...weeks.map((item) => week(frame, item, y)),
    ...rows(frame, weeks),
    key.svg,
  ].join("");
  return { svg, height: LEGEND + key.height };
}

/** The scores of the last weeks with what they may be, and the trend's average with its limits. */
export function weeksPart(frame: Frame): Part {
  const { digest, theme, speaker } = frame;
  const weeks = shownWeeks(digest.weeks);
  if (weeks.length === 0 && digest.trend === undefined) return { svg: "", height: 0 };
  const heading = label(weeksHeading(speaker, digest), {
    x: MARGIN,
    y: HEADING,
    "font-size": SIZES.heading,
    fill: theme.ink,
  });
  if (weeks.length === 0) return { svg: heading, height: HEADING + 4 };
  const { svg, height } = chart(frame, placed(weeks));
  return { svg: heading + svg, height };
}
