import { canonical, digestOf } from "./canonical.ts";
import { EVENT_NAMES } from "./moves.ts";
import { type Act, possible, type Space, type State } from "./space.ts";

/** What was found of the space. */
export interface Found {
  readonly states: number;
  readonly transitions: number;
  /** Whether nothing is left beyond the depth. */
  readonly isWhole: boolean;
}

const MOST_TO_AN_END = 60;

async function keyOf({ ground, acknowledged, owed, crashes, repeats, races }: State): Promise<string> {
  const heard = JSON.stringify([acknowledged, owed, crashes, repeats, races, ground.now]);
  return digestOf(`${heard}\n${await canonical(ground)}`);
}

/** Each state once, breadth first from the first one to the depth; rejects at the first that must not be, with the way to it. */
export async function explore(space: Space, first: State, depth: number, everyEnd = 1): Promise<Found> {
  const seen = new Set([await keyOf(first)]);
  const ending = new Set<string>();
  let transitions = 0;
  let wave = [first];
  for (let left = depth; left > 0 && wave.length > 0; left -= 1) {
    const next: State[] = [];
    for (const state of wave) {
      for await (const led of neighbours(space, state)) {
        transitions += 1;
        const key = await keyOf(led);
        if (!seen.has(key)) next.push(led);
        seen.add(key);
      }
    }
    wave = next;
  }
  // What happens by itself from a state within leads to one of these.
  for (const state of wave.filter((_, index) => index % everyEnd === 0)) await reachEnd(space, state, ending);
  return { states: seen.size, transitions, isWhole: wave.length === 0 };
}

/** Everything that may come next: each act whole, cut off before each of its saves and after each post, and with another in its midst. */
async function* neighbours(space: Space, state: State): AsyncGenerator<State> {
  const acts = await possible(state);
  for (const act of acts) {
    const led = await space.step(state, act);
    yield led.state;
    const isOutlasting = act !== "wait";
    for (let at = 0; isOutlasting && state.crashes > 0 && at <= led.acts; at += 1) {
      const dies = { act: at, what: "dies" } as const;
      yield (await space.step(state, act, dies, `${act} cut off at its act ${at}`)).state;
    }
    for (let at = 0; isOutlasting && state.races > 0 && at < led.acts; at += 1)
      for (const other of acts.filter((one) => one !== "wait" && (one !== act || one === "drain")))
        yield await space.race(state, act, other, at);
  }
}

/** What happens if nobody does anything any more: what is owed is delivered, what is due done, until nothing is. */
async function reachEnd(space: Space, from: State, ending: Set<string>): Promise<void> {
  let state = from;
  for (let steps = 0; steps < MOST_TO_AN_END; steps += 1) {
    const key = await keyOf({ ...state, crashes: 0, repeats: 0, races: 0, acknowledged: [] });
    if (ending.has(key)) return;
    ending.add(key);
    const act = await nextByItself(state);
    if (act === null) return;
    state = (await space.step({ ...state, crashes: 0, repeats: 0 }, act)).state;
  }
  throw new Error(`No end was reached after ${state.trail.join(", ")}`);
}

async function nextByItself(state: State): Promise<Act | null> {
  const [owed] = state.owed;
  if (owed !== undefined) return owed;
  const acts = await possible({ ...state, repeats: 0, acknowledged: EVENT_NAMES });
  return (["drain", "tick", "wait"] as const).find((act) => acts.includes(act)) ?? null;
}
