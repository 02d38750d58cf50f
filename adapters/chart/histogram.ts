import { scaleBand, scaleLinear } from "d3-scale";
import { type Band, bandOf } from "../../src/survey/score.ts";
import { type Frame, label, MARGIN, type Part, SIZES, WIDTH } from "./frame.ts";
import { element } from "./svg.ts";
import { amount, answersHeading, otherScalesNote, share } from "./wording.ts";

const BANDS = [
  { band: "detractor", name: "detractors" },
  { band: "passive", name: "passives" },
  { band: "promoter", name: "promoters" },
] as const satisfies readonly { readonly band: Band; readonly name: string }[];
const HEADING = 14;
const TOP = 36;
const BASE = 118;
/** Space between the bands, beside that between the bars. */
const APART = 9;
/** A bar of so many answers may be as high as there is room. */
const FEW = 4;
const SHARE_OF = { promoter: 0, passive: 1, detractor: 2 } as const;

interface Bar {
  readonly score: number;
  readonly count: number;
  readonly band: Band;
  readonly x: number;
  readonly width: number;
}

function barsOf({ digest }: Frame): Bar[] {
  const entries = Object.entries(digest.histogram).map(([score, count]) => ({ score: Number(score), count }));
  const place = scaleBand<number>()
    .domain(entries.map(({ score }) => score))
    .range([MARGIN, WIDTH - MARGIN - 2 * APART])
    .paddingInner(0.22);
  return entries.map(({ score, count }) => {
    const band = bandOf(score);
    const shift = APART * BANDS.findIndex((item) => item.band === band);
    return { score, count, band, x: (place(score) ?? 0) + shift, width: place.bandwidth() };
  });
}

/** Bands differ in their pattern as well as in colour: stripes, an outline, a full bar. */
function pattern({ theme, prefix }: Frame): string {
  const stripe = element("line", { x1: 1.5, y1: 0, x2: 1.5, y2: 6, stroke: theme.detractor, "stroke-width": 3 });
  const size = { width: 6, height: 6, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" };
  return element("defs", {}, element("pattern", { id: `${prefix}-stripes`, ...size }, stripe));
}

function fillOf({ theme, prefix }: Frame, band: Band): string {
  if (band === "promoter") return theme.promoter;
  return band === "passive" ? "none" : `url(#${prefix}-stripes)`;
}

function bar(frame: Frame, { score, count, band, x, width }: Bar, y: number): string {
  const { theme } = frame;
  const middle = { x: x + width / 2, "text-anchor": "middle" };
  const outline = { stroke: theme[band], "stroke-width": 1.5 };
  const box = { x: x + 0.75, y, width: width - 1.5, height: BASE - y };
  const shown =
    count === 0
      ? []
      : [
          element("rect", { ...box, fill: fillOf(frame, band), ...outline }),
          label(amount(count), { ...middle, y: y - 5, "font-size": SIZES.label, fill: theme.ink }),
        ];
  const name = label(String(score), { ...middle, y: BASE + 15, "font-size": SIZES.label, fill: theme.quiet });
  const floor = { x1: x, x2: x + width, y1: BASE, y2: BASE, stroke: theme.quiet, "stroke-width": 1 };
  return [...shown, element("line", floor), name].join("");
}

function bandLabel(
  { digest, theme, speaker }: Frame,
  bars: readonly Bar[],
  { band, name }: (typeof BANDS)[number],
): string {
  const own = bars.filter((item) => item.band === band);
  const [first, last] = [own[0], own.at(-1)];
  if (!first || !last) return "";
  const [from, to] = [first.x, last.x + last.width];
  const at = { x: (from + to) / 2, "text-anchor": "middle", fill: theme.ink };
  const percent = share(digest.nps, SHARE_OF[band], (rate) => ` · ${speaker.percent(rate)}`);
  return [
    element("line", { x1: from, x2: to, y1: BASE + 21, y2: BASE + 21, stroke: theme[band], "stroke-width": 2 }),
    label(speaker.say(`shadow.band.${band}`), { ...at, y: BASE + 35, "font-size": SIZES.label }),
    label(`${amount(digest.nps[name])}${percent}`, {
      ...at,
      y: BASE + 49,
      "font-size": SIZES.label,
      fill: theme.quiet,
    }),
  ].join("");
}

function chart(frame: Frame): Part {
  const bars = barsOf(frame);
  const most = Math.max(FEW, ...bars.map(({ count }) => count));
  const heightOf = scaleLinear().domain([0, most]).range([BASE, TOP]);
  const drawn = bars.map((item) => bar(frame, item, heightOf(item.count)));
  const names = BANDS.map((item) => bandLabel(frame, bars, item));
  return { svg: [pattern(frame), ...drawn, ...names].join(""), height: BASE + 52 };
}

/** How often each score was given, and the bands. */
export function histogramPart(frame: Frame): Part {
  const { digest, theme, speaker } = frame;
  const heading = { x: MARGIN, y: HEADING, "font-size": SIZES.heading, fill: theme.ink };
  const bars = digest.nps.answers === 0 ? { svg: "", height: HEADING + 4 } : chart(frame);
  const svg = label(answersHeading(speaker, digest), heading) + bars.svg;
  const note = otherScalesNote(speaker, digest);
  if (note === null) return { svg, height: bars.height };
  const below = { x: MARGIN, y: bars.height + 16, "font-size": SIZES.small, fill: theme.quiet };
  return { svg: svg + label(note, below), height: bars.height + 19 };
}
