import { html } from "hono/html";
import { numberOf } from "../../../../src/digest/say-figures.ts";
import type { DigestRow } from "../../../../src/rows.ts";
import { type Markup, NOTHING } from "../markup.ts";
import type { DigestsFrame } from "./digest-frame.ts";

const HEIGHT = 56;
const STEP = 24;
const EDGE = 6;

interface Dot {
  readonly x: number;
  readonly y: number;
}

/** Stretches of weeks that have a score, each drawn as a line of its own: a week without one is a gap. */
function stretches(dots: readonly (Dot | null)[]): Dot[][] {
  const found: Dot[][] = [[]];
  for (const dot of dots) {
    if (dot) found.at(-1)?.push(dot);
    else found.push([]);
  }
  return found.filter((stretch) => stretch.length > 0);
}

/** The scores of the weeks as a small line, the oldest first, which says them to those who cannot see it; nothing without a score. */
export function sparkline({ say, speaker }: DigestsFrame, weeks: readonly (DigestRow | null)[]): Markup {
  const scores = weeks.map((row) => row?.document.nps.score ?? null);
  const known = scores.filter((score) => score !== null);
  if (known.length < 2) return NOTHING;
  const [low, high] = [Math.min(...known), Math.max(...known)];
  const y = (score: number) => EDGE + ((high - score) / Math.max(1, high - low)) * (HEIGHT - 2 * EDGE);
  const dots = scores.map((score, index) => (score === null ? null : { x: EDGE + index * STEP, y: y(score) }));
  const told = weeks.map((row, index) => {
    const score = scores[index] ?? null;
    return row === null || score === null ? "–" : `${numberOf(row.week)}: ${speaker.points(score)}`;
  });
  const line = (stretch: readonly Dot[]) =>
    html`<polyline points="${stretch.map((dot) => `${dot.x},${dot.y.toFixed(1)}`).join(" ")}"/>`;
  const circle = (dot: Dot) => html`<circle cx="${dot.x}" cy="${dot.y.toFixed(1)}" r="3"/>`;
  const width = 2 * EDGE + (weeks.length - 1) * STEP;
  return html`<svg class="sparkline" viewBox="0 0 ${width} ${HEIGHT}" width="${width}" height="${HEIGHT}" role="img" aria-label="${say("weeks.line", { list: told.join(", ") })}">
${stretches(dots).map(line)}${dots.flatMap((dot) => (dot ? [circle(dot)] : []))}</svg>`;
}
