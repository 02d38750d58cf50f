import { line, symbol, symbolCircle, symbolDiamond2, symbolTimes } from "d3-shape";
import { path } from "./svg.ts";

/** Area of a mark, in square units. */
const SIZE = 40;
const LARGE = 85;
const CAP = 3;

function at(x: number, y: number): { transform: string } {
  return { transform: `translate(${x.toFixed(2)} ${y.toFixed(2)})` };
}

/** A ring: the score of an earlier week. */
export function dot(x: number, y: number, fill: string, stroke: string): string {
  return path(symbol(symbolCircle, SIZE)(), { ...at(x, y), fill, stroke, "stroke-width": 1.75 });
}

/** A full diamond: the score of the week itself. */
export function diamond(x: number, y: number, fill: string): string {
  return path(symbol(symbolDiamond2, LARGE)(), { ...at(x, y), fill });
}

/** A cross: answers, but too few of them. */
export function cross(x: number, y: number, stroke: string): string {
  return path(symbol(symbolTimes, SIZE * 0.8)(), { ...at(x, y), fill: "none", stroke, "stroke-width": 1.75 });
}

/** A line with an end at either side: from where to where a score may be. */
export function whisker(x: number, from: number, to: number, stroke: string): string {
  const cap = (y: number) =>
    line()([
      [x - CAP, y],
      [x + CAP, y],
    ]);
  const stem = line()([
    [x, from],
    [x, to],
  ]);
  return path([stem, cap(from), cap(to)].join(""), { fill: "none", stroke, "stroke-width": 1.5 });
}
