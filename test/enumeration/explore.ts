import { calm } from "./invariants.ts";
import { type EventName, idOf } from "./moves.ts";
import { type Act, fail, isEvent, possible, type Space, type State } from "./space.ts";

/** What may happen on the ways through the space. */
export interface Bounds {
  /** Who does what, each once unless it changes nothing. */
  readonly events: readonly EventName[];
  /** How often a program may die on one way. */
  readonly crashes: number;
  /** How often, after that, another program may do something in the midst of an act. */
  readonly races?: number;
  /** So many acts at most. */
  readonly depth?: number;
  /** Every so many of the states from which a bound keeps it are followed to their ends. */
  readonly everyEnd?: number;
}

/** What was found of the space. */
export interface Found {
  readonly states: number;
  readonly transitions: number;
  /** The longest of the shortest ways to a state, in acts. */
  readonly depth: number;
  /** States in which nothing happens any more by itself. */
  readonly ends: number;
  /** Whether every way was followed to where it leads nowhere new. */
  readonly isWhole: boolean;
}

/** Nothing in the small world takes more acts to come to rest. */
const MOST_TO_AN_END = 100;

/**
 * Each state once, breadth first: all that can be reached undisturbed, then all that one disturbance more leads to, and so on. In each
 * state every promise holds, and from each, if nobody does anything any more, all comes to a good end. Rejects at the first
 * state that must not be, with the way to it.
 */
export async function explore(space: Space, first: State, bounds: Bounds): Promise<Found> {
  const { crashes, races = 0, depth: most = Number.POSITIVE_INFINITY, everyEnd = 1 } = bounds;
  const seen = new Set([first.key]);
  const onward = new Map<string, string | null>();
  const left: State[] = [];
  let [transitions, depth] = [0, 0];
  const fresh = (states: readonly State[]): State[] =>
    states.filter(({ key }) => {
      const isNew = !seen.has(key);
      seen.add(key);
      return isNew;
    });
  let seeds = [first];
  for (let disturbed = 0; disturbed <= crashes + races; disturbed += 1) {
    const disturb = disturbed < crashes ? cutOff : disturbed < crashes + races ? overtaken : undisturbed;
    const after: State[] = [];
    let wave = seeds;
    for (let steps = disturbed; wave.length > 0; steps += 1) {
      depth = Math.max(depth, steps);
      if (steps >= most) {
        left.push(...wave);
        break;
      }
      const next: State[] = [];
      for (const state of wave) {
        const around = await neighbours(space, state, bounds.events, disturb);
        onward.set(state.key, around.byItself);
        transitions += around.led.length + around.disturbed.length;
        next.push(...fresh(around.led));
        after.push(...around.disturbed.filter(({ key }) => !seen.has(key)));
      }
      wave = next;
    }
    seeds = fresh(after);
  }
  for (const state of left.filter((_, index) => index % everyEnd === 0)) await reachEnd(space, state, onward);
  checkEnds(onward);
  const ends = [...onward.values()].filter((next) => next === null).length;
  return { states: seen.size, transitions, depth, ends, isWhole: left.length === 0 };
}

/** What can be done from a state. */
interface Neighbours {
  readonly led: readonly State[];
  readonly disturbed: readonly State[];
  /** Where it leads if nobody does anything; null where nothing happens then. */
  readonly byItself: string | null;
}

/** What may befall an act of so many moments in that state. */
type Disturb = (space: Space, state: State, act: Act, moments: number, acts: readonly Act[]) => AsyncIterable<State>;

async function neighbours(
  space: Space,
  state: State,
  events: readonly EventName[],
  disturb: Disturb,
): Promise<Neighbours> {
  const acts = await possible(state, events);
  const led: State[] = [];
  const disturbed: State[] = [];
  for (const act of acts) {
    const { state: next, moments } = await space.step(state, act);
    led.push(next);
    for await (const other of disturb(space, state, act, moments, acts)) disturbed.push(other);
  }
  for (const name of events) if (state.ground.kept.includes(idOf(name))) await space.repeat(state, name);
  const isResting = acts.every(isEvent);
  if (isResting) restWell(state);
  return { led, disturbed, byItself: isResting ? null : (led[0]?.key ?? null) };
}

function restWell(state: State): void {
  const faults = calm(state.rows, state.ground);
  if (faults.length > 0) fail(state.trail, faults);
}

async function* undisturbed(): AsyncGenerator<State> {}

async function* cutOff(space: Space, state: State, act: Act, moments: number): AsyncGenerator<State> {
  for (let moment = 0; moment < moments; moment += 1) yield (await space.step(state, act, moment)).state;
}

/** Time stands still for both. */
async function* overtaken(
  space: Space,
  state: State,
  act: Act,
  moments: number,
  acts: readonly Act[],
): AsyncGenerator<State> {
  const others = acts.filter((one) => one !== "wait" && (one !== act || one === "drain"));
  for (let moment = 0; moment < moments; moment += 1)
    for (const other of others) yield await space.race(state, act, other, moment);
}

/** Follows what happens by itself to a state that is known, or to where nothing does. */
async function reachEnd(space: Space, from: State, onward: Map<string, string | null>): Promise<void> {
  let state = from;
  for (let steps = 0; !onward.has(state.key); steps += 1) {
    if (steps > MOST_TO_AN_END) fail(state.trail, ["No end was reached"]);
    const [act] = await possible(state, []);
    if (act === undefined) {
      restWell(state);
      onward.set(state.key, null);
      return;
    }
    const { state: next } = await space.step(state, act);
    onward.set(state.key, next.key);
    state = next;
  }
}

/** Throws where what happens by itself goes round in circles. */
function checkEnds(onward: ReadonlyMap<string, string | null>): void {
  const good = new Set<string>();
  for (const first of onward.keys()) {
    const way = new Set<string>();
    for (let at: string | null = first; at !== null && !good.has(at); at = onward.get(at) ?? null) {
      if (way.has(at)) throw new Error(`What happens by itself after ${at} never ends`);
      way.add(at);
    }
    for (const key of way) good.add(key);
  }
}
