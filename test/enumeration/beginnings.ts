import type { Bounds } from "./explore.ts";
import type { Act, Space, State } from "./space.ts";

/** Where a part of the small space begins, and what may happen from there. */
export interface Beginning extends Bounds {
  readonly where: string;
  /** What leads there. */
  readonly acts: readonly Act[];
}

/** What leads to a question that stands. */
export const ASKED: readonly Act[] = ["resolve", "wait", "tick", "drain"];

/** Each is followed until it leads nowhere new. */
export const BEGINNINGS: readonly Beginning[] = [
  { where: "before the resolution", acts: [], events: ["resolve", "reopen"], crashes: 2 },
  { where: "before the resolution", acts: [], events: ["resolve", "optOut", "strangerWrites"], crashes: 1 },
  { where: "one question", acts: ASKED, events: ["high", "strangerScores"], crashes: 2 },
  { where: "one low answer", acts: ASKED, events: ["low"], crashes: 2 },
  { where: "one no", acts: ASKED, events: ["decline", "optOut"], crashes: 1 },
  { where: "two answers", acts: ASKED, events: ["low", "high"], crashes: 1 },
  { where: "two programs", acts: ASKED, events: ["high", "decline"], crashes: 0, races: 1 },
  { where: "a detractor has answered", acts: [...ASKED, "low"], events: ["claim", "settle"], crashes: 1 },
  { where: "two programs and a case", acts: [...ASKED, "low"], events: ["high", "claim"], crashes: 0, races: 1 },
];

/** So little of it that it is done in seconds, for planted faults: no way is followed further than that. */
export const QUICK: readonly Beginning[] = [
  { where: "a question stands", acts: ASKED, events: [], crashes: 1, depth: 4 },
  {
    ...{ where: "a question stands", acts: ASKED, crashes: 0, depth: 2, everyEnd: 5 },
    events: ["low", "high", "decline", "optOut", "reopen", "strangerScores"],
  },
  { where: "a question is due", acts: ["resolve", "wait", "tick"], events: ["optOut"], crashes: 1, depth: 3 },
  { where: "a question is due", acts: ["resolve", "wait", "tick"], events: ["low"], crashes: 0, races: 1, depth: 2 },
  { where: "a detractor has answered", acts: [...ASKED, "low"], events: ["claim"], crashes: 0, races: 1, depth: 2 },
];

/** The state to which the acts lead. */
export async function led(space: Space, acts: readonly Act[], first: State): Promise<State> {
  let state = first;
  for (const act of acts) state = (await space.step(state, act)).state;
  return state;
}
