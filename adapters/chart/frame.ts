import type { Digest } from "../../src/digest/document.ts";
import type { RecentWeek } from "../../src/digest/recent-weeks.ts";
import type { Speaker } from "../../src/digest/say-figures.ts";
import { type Attributes, words } from "./svg.ts";
import type { ChartColours } from "./theme.ts";

/** Width of the picture in its own units: that of a small phone, so that a unit is about a pixel there. */
export const WIDTH = 360;
/** Space left free at both sides. */
export const MARGIN = 16;

/** A week; where its figures are hidden, their number is not told either. */
export interface PicturedWeek extends RecentWeek {
  readonly isHidden?: boolean;
}

/** The figures that a picture shows. */
export type Pictured = Pick<Digest, "nps" | "histogram" | "otherScales"> & {
  readonly weeks: readonly PicturedWeek[];
  /** None where the weeks are not judged. */
  readonly trend?: Digest["trend"] | undefined;
};

/** What every part of the picture is drawn from. */
export interface Frame {
  readonly digest: Pictured;
  readonly speaker: Speaker;
  readonly theme: ChartColours;
  /** Begins every id, so that several pictures can stand on one page. */
  readonly prefix: string;
}

/** A part of the picture, drawn with its upper edge at 0. */
export interface Part {
  readonly svg: string;
  readonly height: number;
}

/** Size of words, in units. */
export const SIZES = { title: 17, heading: 13.5, label: 11.5, small: 10.5 } as const;

/** A line of words. */
export function label(text: string, attributes: Attributes): string {
  return words("text", attributes, text);
}
