import type { Context } from "../context.ts";
import { type Window, windowOf } from "../digest/week.ts";
import type { Person } from "../interaction/customer.ts";
import type { Resolution } from "../interaction/interaction.ts";
import type { Response } from "../survey/response.ts";
import type { Band } from "../survey/score.ts";
import type { DrawnAs, SittingFilter } from "./appointment.ts";
import { DRAWN_FROM_MS, type Drawable, drawnOf, slotsOf, startOf } from "./drawing.ts";
import { gatherReadable } from "./gather-readable.ts";

/** What is drawn for whom: the same over the same rows with the same seed. */
export interface DrawFrame {
  readonly who: Pick<Person, "address">;
  readonly count: number;
  readonly filter: SittingFilter | null;
  readonly seed: string;
  readonly at: number;
}

/** A conversation and as what it was drawn. */
export interface DrawnTalk extends Drawable {
  readonly drawnAs: DrawnAs;
}

export interface Draw {
  readonly talks: readonly DrawnTalk[];
  /** What was to be drawn and could not be: there is none left that this person has not read. */
  readonly lacking: readonly DrawnAs[];
}

/** So many are looked at together: one is drawn of those that may be. */
const BLOCK = 50;
/** After so many blocks without one that may be read there is taken to be none left. */
const MOST_BLOCKS = 40;

/** What is looked for: an answer of a band, a silence, or any conversation; and in what. */
interface DrawnKind {
  readonly band: Band | "silent" | null;
  readonly filter: SittingFilter | null;
}

/** Rows in the order of their time, those of the given moment and after it. */
type NextRows = (from: number, to: number) => Promise<readonly (Response | Resolution)[]>;

function timeOf(row: Response | Resolution): number {
  return "answeredAt" in row ? row.answeredAt : row.at;
}

function isThemed({ themes, settings }: Context, theme: string | undefined, row: Response | Resolution): boolean {
  if (theme === undefined) return true;
  const words = "comment" in row ? row.comment : null;
  return words !== null && themes.find(words, settings.desk.locale).includes(theme);
}

/** Answers where a band or a theme is looked for, else resolutions: read by their time, so many at once. */
function rowsOf(context: Context, { band, filter }: DrawnKind): NextRows {
  const { store } = context;
  const product = filter?.product === undefined ? {} : { product: filter.product };
  if (band === "silent" || (band === null && filter?.theme === undefined)) {
    const where = { imported: false, ...(band === "silent" ? { fate: "silent" as const } : {}), ...product };
    const order = { orderBy: "at", limit: BLOCK } as const;
    return (from, to) => store.list("resolution", { where, atLeast: { at: from }, atMost: { at: to - 1 }, ...order });
  }
  const ofBand = band === null ? {} : { band };
  const where = { purpose: "recommend" as const, excluded: null, ...ofBand, ...product };
  const order = { orderBy: "answeredAt", limit: BLOCK } as const;
  return (from, to) =>
    store.list("response", { where, atLeast: { answeredAt: from }, atMost: { answeredAt: to - 1 }, ...order });
}

/** The stretch in blocks, from a moment of chance to its end and then from its beginning. */
async function* blocksOf(next: NextRows, window: Window, seed: string): AsyncGenerator<(Response | Resolution)[]> {
  const start = startOf(window, seed);
  for (const { from, to } of [
    { from: start, to: window.to },
    { from: window.from, to: start },
  ]) {
    const seen = new Set<string>();
    for (let at = from; at < to; ) {
      const rows = await next(at, to);
      const fresh = rows.filter(({ id }) => !seen.has(id));
      for (const { id } of rows) seen.add(id);
      if (fresh.length > 0) yield fresh;
      if (rows.length < BLOCK) break;
      const last = Math.max(...rows.map(timeOf));
      at = last > at ? last : last + 1;
    }
  }
}

/** Where conversations are drawn from: the last ninety days as far as they are kept, or the week that is wanted. */
function windowOfDraw({ settings }: Context, { filter, at }: DrawFrame): Window {
  if (filter?.week !== undefined) {
    const { from, to } = windowOf(filter.week, settings.desk.zone);
    return { from, to: Math.min(to, at) };
  }
  return { from: at - Math.min(DRAWN_FROM_MS, settings.privacy.transcriptRetention), to: at };
}

async function drawOne(
  context: Context,
  frame: DrawFrame,
  sought: DrawnKind,
  drawn: readonly Drawable[],
  seed: string,
): Promise<Drawable | null> {
  let blocks = 0;
  for await (const rows of blocksOf(rowsOf(context, sought), windowOfDraw(context, frame), seed)) {
    const themed = rows.filter((row) => isThemed(context, sought.filter?.theme, row));
    const readable = await gatherReadable(context, frame.who.address, themed);
    const fresh = readable.filter((one) => !drawn.some(({ interactionId }) => interactionId === one.interactionId));
    const found = drawnOf(fresh, drawn, seed);
    if (found !== null) return found;
    blocks += 1;
    if (blocks === MOST_BLOCKS) return null;
  }
  return null;
}

/**
 * Draws conversations for somebody: a mixed draw, or within a filter. Each is looked for from a moment of chance in the last ninety days on,
 * among fifty at a time. Where one of a kind is lacking nothing takes its place. Rejects as the store does.
 */
export async function gatherDraw(context: Context, frame: DrawFrame): Promise<Draw> {
  const { filter, count, seed } = frame;
  const slots = filter === null ? slotsOf(count, seed) : Array.from({ length: count }, (): DrawnAs => "random");
  const talks: DrawnTalk[] = [];
  const lacking: DrawnAs[] = [];
  for (const [index, drawnAs] of slots.entries()) {
    const band = drawnAs === "random" ? (filter?.band ?? null) : drawnAs;
    const found = await drawOne(context, frame, { band, filter }, talks, `${seed}|${index}`);
    if (found) talks.push({ ...found, drawnAs });
    else lacking.push(drawnAs);
  }
  return { talks, lacking };
}
