import { describe, expect, it } from "vitest";
import { explore } from "./explore.ts";
import { type Act, createSpace, firstState, type Space, type State } from "./space.ts";

const UNTIL_ASKED: readonly Act[] = ["resolve", "wait", "tick", "drain"];
/** Where it begins: nobody is asked yet, or the question stands. */
const BEGINNINGS: readonly (readonly [where: string, acts: readonly Act[]])[] = [
  ["a conversation that is not resolved yet", []],
  ["a question that stands", UNTIL_ASKED],
];

async function led(space: Space, acts: readonly Act[], first: State): Promise<State> {
  let state = first;
  for (const act of acts) state = (await space.step(state, act)).state;
  return state;
}

const first = await firstState({ crashes: 1, repeats: 1, races: 1 });

describe("the small space: one survey, two customers, an agent and programs that die", () => {
  it.each(BEGINNINGS)("keeps every promise in each state that can be reached from %s", async (_, acts) => {
    const space = createSpace();
    const begun = await led(space, acts, first);
    const found = await explore(space, begun, 1, 10);
    expect(found.states).toBeGreaterThan(15);
  });
});
