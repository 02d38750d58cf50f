import { drawOf } from "../draw.ts";
import type { DrawnAs } from "./appointment.ts";

/** What a mixed draw has one of each of, where there are as many. */
const MIXED = ["detractor", "silent", "promoter"] as const;

/** How far back conversations are drawn from, milliseconds: ninety days, so that what is read is how it is now. */
export const DRAWN_FROM_MS = 90 * 86_400_000;

/** A conversation that may be drawn. */
export interface Drawable {
  readonly interactionId: string;
  readonly resolutionId: string;
  readonly responseId: string | null;
  readonly customerId: string;
  readonly product: string | null;
  /** Address of the agent who is credited with it; null where nobody is. */
  readonly agent: string | null;
}

/** In an order of chance that depends on the seed alone. */
function shuffled<T>(items: readonly T[], seed: string): T[] {
  return items
    .map((item, index) => ({ item, place: drawOf(`${seed}|${index}`) }))
    .toSorted((one, other) => one.place - other.place)
    .map(({ item }) => item);
}

/**
 * As what each of so many is drawn: one of each kind of the mixed ones and the rest at random, or of fewer than three different kinds.
 * They stand in an order of chance, so that none tells by its place what its customer thought.
 */
export function slotsOf(count: number, seed: string): DrawnAs[] {
  const kinds = shuffled(MIXED, `${seed}|kinds`).slice(0, count);
  const rest = Array.from({ length: Math.max(0, count - MIXED.length) }, (): DrawnAs => "random");
  return shuffled([...kinds, ...rest], `${seed}|order`);
}

/** The moment of the stretch at which one looks first. */
export function startOf({ from, to }: { readonly from: number; readonly to: number }, seed: string): number {
  return from + Math.floor(drawOf(`${seed}|start`) * (to - from));
}

/**
 * The one that is drawn of those that may be: by chance among those whose product, agent and customer have been drawn least before; null
 * of none.
 */
export function drawnOf(candidates: readonly Drawable[], drawn: readonly Drawable[], seed: string): Drawable | null {
  const repeats = ({ product, agent, customerId }: Drawable): number =>
    drawn.filter((one) => one.product === product).length +
    drawn.filter((one) => one.agent === agent).length +
    drawn.filter((one) => one.customerId === customerId).length * 2;
  const placed = candidates.map((one) => ({
    one,
    repeats: repeats(one),
    place: drawOf(`${seed}|${one.interactionId}`),
  }));
  const [first] = placed.toSorted((a, b) => a.repeats - b.repeats || a.place - b.place);
  return first?.one ?? null;
}
