import type { RecentWeek } from "../../src/digest/recent-weeks.ts";
import { type Frame, label, MARGIN, type Part, SIZES } from "./frame.ts";
import { cross, dot, whisker } from "./shapes.ts";
import { element } from "./svg.ts";
import { markedChange } from "./wording.ts";

const STEP = 17;
const KEY = 24;

type Key = readonly [draw: (y: number) => string, text: string];

/** What the marks mean; only those that are there. */
export function legend({ digest, theme, speaker: { say } }: Frame, weeks: readonly RecentWeek[], top: number): Part {
  const middle = MARGIN + KEY / 2 - 2;
  const shade = (y: number) =>
    element("rect", { x: MARGIN, y: y - 6, width: KEY - 4, height: 12, fill: theme.shade }) +
    element("line", { x1: MARGIN, x2: MARGIN + KEY - 4, y1: y, y2: y, stroke: theme.ink, "stroke-width": 1.5 });
  const score = (y: number) => whisker(middle, y - 7, y + 7, theme.quiet) + dot(middle, y, theme.under, theme.ink);
  const mark = markedChange({ trend: digest.trend, weeks });
  const step = (y: number) => {
    const stroke = mark?.direction === "falling" ? theme.detractor : theme.promoter;
    const [up, down] = mark?.direction === "falling" ? [y - 4, y + 4] : [y + 4, y - 4];
    const points = `${MARGIN},${up} ${middle},${up} ${middle},${down} ${MARGIN + KEY - 4},${down}`;
    return element("polyline", { points, fill: "none", stroke, "stroke-width": 2 });
  };
  const hasScore = weeks.some(({ nps }) => nps.score !== null);
  const hasFew = weeks.some(({ nps }) => nps.score === null && nps.answers > 0);
  const keys: Key[] = [
    ...(hasScore ? [[score, say("chart.legend.score")] as const] : []),
    ...(weeks.some(({ average }) => average) ? [[shade, say("chart.legend.average")] as const] : []),
    ...(mark ? [[step, say("chart.legend.change")] as const] : []),
    ...(hasFew ? [[(y: number) => cross(middle, y, theme.quiet), say("chart.legend.few")] as const] : []),
  ];
  const svg = keys.map(([draw, text], index) => {
    const y = top + index * STEP;
    return draw(y) + label(text, { x: MARGIN + KEY + 4, y: y + 4, "font-size": SIZES.small, fill: theme.quiet });
  });
  return { svg: svg.join(""), height: keys.length * STEP - 10 };
}
