import type { DueTable } from "../../src/due.ts";
import { agent, customer, DAY, MONDAY_TEN } from "../world.ts";
import { type Between, emptyGround, type Ground, type Program, start } from "./ground.ts";
import { broken } from "./invariants.ts";
import { canHappen, deliver, EVENT_NAMES, type EventName, SCORES } from "./moves.ts";
import { type At, peril } from "./peril.ts";

/** What may still go wrong on one way through the space. */
export interface Budget {
  readonly crashes: number;
  /** Deliveries of what was acknowledged before. */
  readonly repeats: number;
  /** Acts in the midst of which somebody else comes. */
  readonly races: number;
}

/** Where one way through the space has led. */
export interface State extends Budget {
  readonly ground: Ground;
  readonly acknowledged: readonly EventName[];
  /** Heard, perhaps kept, and not acknowledged, as the program died: it will be delivered again. */
  readonly owed: readonly EventName[];
  /** What was done, in words. */
  readonly trail: readonly string[];
}

/** What a program does next: hears an event, looks at what is due, posts, or lets time pass to when something is due. */
export type Act = EventName | "tick" | "drain" | "wait";

/** What came of an act: where it led, and of how many saves and posts it was made. */
export interface Led {
  readonly state: State;
  readonly acts: number;
}

const DUE: readonly DueTable[] = ["survey", "case", "promise", "announcement", "told"];

/** So many weeks after the first one something may still be due. */
const WEEKS = 2;
const WEEK = 7 * DAY;

function isEvent(act: Act): act is EventName {
  return (EVENT_NAMES as readonly string[]).includes(act);
}

/** Throws with the way that led there. */
function fail(trail: readonly string[], faults: readonly string[]): never {
  throw new Error(`${faults.join("; ")}, after ${trail.join(", ")}`);
}

/** When the next thing is due that is not yet; null where nothing will be. What is due every night or week is left out. */
async function nextDue({ reader, world }: Program): Promise<number | null> {
  const times: (number | null)[] = [];
  for (const table of DUE)
    for (const row of await reader.list(table, {})) times.push((row as { dueAt: number | null }).dueAt);
  for (const post of await reader.list("post", { where: { state: ["pending", "sending"] } }))
    times.push(Math.max(post.dueAt, post.leaseUntil ?? 0));
  const later = times.filter((time) => time !== null).filter((time) => time > world.now());
  return later.length === 0 ? null : Math.min(...later);
}

async function isAnythingDue({ store, world }: Program): Promise<boolean> {
  for (const table of DUE) if ((await store.due(table, world.now(), 1)).length > 0) return true;
  return false;
}

async function isAnythingToPost({ store, world }: Program): Promise<boolean> {
  return (await store.heads(world.now(), 1)).length > 0;
}

/** The acts that are possible, faults and races apart. */
export async function possible({ ground, acknowledged, owed, repeats }: State): Promise<Act[]> {
  const program = start(ground);
  const acts: Act[] = [];
  for (const name of EVENT_NAMES) {
    const mayCome = !acknowledged.includes(name) || repeats > 0;
    if (mayCome && (owed.includes(name) || (await canHappen(program, name)))) acts.push(name);
  }
  if (await isAnythingToPost(program)) acts.push("drain");
  if (await isAnythingDue(program)) acts.push("tick");
  if ((await nextDue(program)) !== null) acts.push("wait");
  return acts;
}

async function scoresIn({ ground }: State): Promise<number[]> {
  const revisions = await ground.store.at("default").list("revision", {});
  return revisions.map(({ score }) => score);
}

/** The small world with what stands between its programs and their store and platform: nothing, or a planted fault. */
export function createSpace(between: Between = {}) {
  const perform = async (program: Program, act: Act): Promise<void> => {
    if (act === "drain") await program.world.dispatcher.drain();
    else if (act === "tick") {
      await program.world.ticker.tick();
      if (await isAnythingDue(program)) throw new Error("What was due is still due after a tick");
    } else if (act === "wait") program.world.sleep(((await nextDue(program)) ?? 0) - program.world.now());
    else await hear(program, act);
  };

  /** What was acknowledged and comes again is known, and changes nothing. */
  const hearAgain = async (program: Program, name: EventName): Promise<void> => {
    const handled = await deliver(program, name);
    if (handled?.status !== "seen") throw new Error(`${name} was taken for something new when it came again`);
  };

  const hear = async (program: Program, name: EventName): Promise<void> => {
    const handled = await deliver(program, name);
    if (name !== "low" && name !== "high") return;
    if (handled?.status !== "saved" || handled.refusal !== undefined) return;
    const [response] = await program.reader.list("response", {});
    if (response?.score !== SCORES[name]) throw new Error(`${SCORES[name]} was accepted, ${response?.score} is kept`);
  };

  /** What is left of the state's budget, and what has been heard, after the act. */
  const after = (state: State, act: Act, at: At | null, ground: Ground, label: string): State => {
    const isKilled = at?.what === "dies";
    const left = { ...state, ground, trail: [...state.trail, label] };
    const spent = {
      ...left,
      crashes: state.crashes - (isKilled ? 1 : 0),
      races: state.races - (at && !isKilled ? 1 : 0),
    };
    if (!isEvent(act)) return spent;
    const isRepeat = state.acknowledged.includes(act);
    const repeats = state.repeats - (isRepeat ? 1 : 0);
    const others = state.owed.filter((name) => name !== act);
    if (isKilled) return { ...spent, repeats, owed: isRepeat ? others : [...others, act].sort() };
    return {
      ...spent,
      repeats,
      owed: others,
      acknowledged: isRepeat ? state.acknowledged : [...state.acknowledged, act].sort(),
    };
  };

  const check = async (before: State, next: State): Promise<void> => {
    const faults = await broken(next.ground.store.at("default"), next.ground);
    const [had, has] = [await scoresIn(before), await scoresIn(next)];
    if (had.some((score, index) => has[index] !== score)) faults.push(`Of the scores ${had} only ${has} are kept`);
    if (faults.length > 0) fail(next.trail, faults);
  };

  /** Does the act on a program of its own, perhaps with something happening at one of its saves and posts. */
  const step = async (state: State, act: Act, at: At | null = null, label: string = act): Promise<Led> => {
    const danger = peril(at, between);
    const program = start(state.ground, danger);
    const trail = [...state.trail, label];
    const isAgain = isEvent(act) && state.acknowledged.includes(act);
    try {
      await (isAgain ? hearAgain(program, act) : perform(program, act));
    } catch (error) {
      if (at?.what !== "dies") fail(trail, [error instanceof Error ? error.message : String(error)]);
      await program.world.dispatcher.stop();
    }
    const faults = at === null ? program.world.log.faults : [];
    if (faults.length > 0) fail(trail, faults);
    const next = after(state, act, at, program.ground(), label);
    await check(state, next);
    return { state: next, acts: danger.count() };
  };

  /** Does the act while another program, on the same rows and platform, does something at one of its saves and posts. */
  const race = async (state: State, act: Act, other: Act, number: number): Promise<State> => {
    const label = `${act} with ${other} at its act ${number}`;
    let program: Program | null = null;
    const slip = async () => program && perform(program.beside(between), other);
    const danger = peril({ act: number, what: slip }, between);
    program = start(state.ground, danger);
    try {
      await perform(program, act);
    } catch (error) {
      fail([...state.trail, label], [error instanceof Error ? error.message : String(error)]);
    }
    const at: At = { act: number, what: slip };
    const one = after(state, act, at, program.ground(), label);
    const both = after({ ...one, trail: state.trail }, other, null, program.ground(), label);
    await check(state, both);
    return both;
  };

  return { step, race };
}
export type Space = ReturnType<typeof createSpace>;

/** A customer has written and an agent has replied; the digests of all weeks that may come stand already, so that none is counted. */
export async function firstState(budget: Budget): Promise<State> {
  let ground = emptyGround(MONDAY_TEN + WEEKS * WEEK);
  for (let week = WEEKS; week >= 0; week -= 1) {
    const { world, ...program } = start({ ...ground, now: MONDAY_TEN + week * WEEK });
    await world.settle();
    ground = { ...program.ground(), standing: [] };
  }
  const program = start(ground);
  const { world } = program;
  await world.writes(customer, "My invoice is wrong.");
  await world.writes(agent, "I have corrected it.");
  await world.settle();
  return { ...budget, ground: program.ground(), acknowledged: [], owed: [], trail: [] };
}
