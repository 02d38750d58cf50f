import type { Explored } from "./explored.ts";

/** What a picture of a span is headed by, and what begins every id in it. */
export interface SpanHeading {
  readonly title: string;
  readonly prefix: string;
}

/** Draws the figures of a span. */
export interface DrawSpan {
  /** As SVG, in the colours of the page. */
  onPage(figures: Explored, heading: SpanHeading): string;
  /** As SVG on a background of its own. */
  alone(figures: Explored, heading: SpanHeading): string;
  png(figures: Explored, heading: SpanHeading): Promise<Uint8Array>;
}
