import { DEFAULT_DESK } from "../../src/desk.ts";
import type { DueTable } from "../../src/due.ts";
import { agent, customer, DAY, MONDAY_TEN } from "../world.ts";
import { canonical, digestOf } from "./canonical.ts";
import { type Between, emptyGround, type Ground, type Program, start } from "./ground.ts";
import { broken, lost } from "./invariants.ts";
import { canHappen, deliver, EVENT_NAMES, type EventName, idOf, latest, SCORES } from "./moves.ts";
import { type At, peril } from "./peril.ts";
import { type Snapshot, snapshotOf } from "./snapshot.ts";

/** Where one way through the space has led. */
export interface State {
  readonly ground: Ground;
  readonly rows: Snapshot;
  /** The same for all grounds that differ in nothing but ids. */
  readonly key: string;
  readonly trail: Trail | null;
}

/** What was done, in words, the last first. */
interface Trail {
  readonly label: string;
  readonly before: Trail | null;
}

/** What a program does next: hears an event, looks at what is due, posts, or lets time pass to when something is due. */
export type Act = EventName | "tick" | "drain" | "wait";

/** What came of an act: where it led, and of how many moments it was made. */
export interface Led {
  readonly state: State;
  readonly moments: number;
}

const DUE = ["survey", "case", "promise", "announcement", "told"] as const satisfies readonly DueTable[];

/** So many weeks after the first one something may still be due. */
const WEEKS = 2;
const WEEK = 7 * DAY;

export function isEvent(act: Act): act is EventName {
  return (EVENT_NAMES as readonly string[]).includes(act);
}

function wordsOf(trail: Trail | null): string {
  const words: string[] = [];
  for (let at = trail; at !== null; at = at.before) words.unshift(at.label);
  return words.join(", ") || "nothing";
}

/** Throws with the way that led there. */
export function fail(trail: Trail | null, faults: readonly string[]): never {
  throw new Error(`${faults.join("; ")}, after ${wordsOf(trail)}`);
}

/** When the next thing is due that is not yet; null where nothing will be. What is due every night or week is left out. */
function nextDue({ rows, ground }: State): number | null {
  const times = DUE.flatMap<number | null>((table) => rows[table].map(({ dueAt }) => dueAt));
  for (const post of rows.post)
    if (post.state === "pending" || post.state === "sending") times.push(Math.max(post.dueAt, post.leaseUntil ?? 0));
  const later = times.filter((time) => time !== null).filter((time) => time > ground.now);
  return later.length === 0 ? null : Math.min(...later);
}

async function isAnythingDue({ store, now }: Pick<Ground, "store" | "now">): Promise<boolean> {
  for (const table of DUE) if ((await store.due(table, now, 1)).length > 0) return true;
  return false;
}

/** What is possible there of those events, each once, and of the program itself. Time passes where nothing is to be done now. */
export async function possible(state: State, events: readonly EventName[]): Promise<Act[]> {
  const { ground, rows } = state;
  const acts: Act[] = [];
  if ((await ground.store.heads(ground.now, 1)).length > 0) acts.push("drain");
  if (await isAnythingDue(ground)) acts.push("tick");
  if (acts.length === 0 && nextDue(state) !== null) acts.push("wait");
  return [...acts, ...events.filter((name) => !ground.kept.includes(idOf(name)) && canHappen(rows, name))];
}

function keyOf(ground: Ground, rows: Snapshot, kept: readonly string[] = ground.kept): string {
  const mine = EVENT_NAMES.filter((name) => kept.includes(idOf(name)));
  return digestOf(`${ground.now} ${mine}\n${canonical(rows, ground.standing)}`);
}

async function stateOf(ground: Ground): Promise<State> {
  const rows = await snapshotOf(ground.store.at(DEFAULT_DESK));
  return { ground, rows, key: keyOf(ground, rows), trail: null };
}

/** The same later, when the next thing is due. */
function waited(state: State, label: string): State {
  const ground = { ...state.ground, now: nextDue(state) ?? state.ground.now };
  const trail = { label, before: state.trail };
  return { ...state, ground, trail, key: keyOf(ground, state.rows) };
}

async function perform(program: Program, act: Act): Promise<void> {
  if (act === "drain") await program.world.dispatcher.drain();
  else if (act === "tick") {
    await program.world.ticker.tick();
    if (await isAnythingDue({ store: program.store, now: program.world.now() }))
      throw new Error("What was due is still due after a tick");
  } else if (act !== "wait") await hear(program, act);
}

async function hear(program: Program, name: EventName): Promise<void> {
  const handled = await deliver(program, name);
  if (handled && !program.ground().kept.includes(idOf(name))) throw new Error(`${name} was acknowledged and not kept`);
  if (name !== "low" && name !== "high") return;
  if (handled?.status !== "saved" || handled.refusal !== undefined) return;
  const surveyId = await latest(program.reader, "survey");
  const [response] = await program.reader.list("response", { where: { surveyId } });
  if (response?.score !== SCORES[name]) throw new Error(`${SCORES[name]} was accepted, ${response?.score} is kept`);
}

/** The small world with what stands between its programs and their store and platform: nothing, or a planted fault. */
export function createSpace(between: Between = {}) {
  const arrive = async (from: State, ground: Ground, label: string, heard: Act): Promise<State> => {
    const next: State = { ...(await stateOf(ground)), trail: { label, before: from.trail } };
    const faults = [...broken(next.rows, ground), ...lost(from.rows, next.rows)];
    if (faults.length > 0) fail(next.trail, faults);
    // An event that changes nothing may come as often as it likes: that it came is no state of its own.
    const others = ground.kept.filter((id) => !isEvent(heard) || id !== idOf(heard));
    if (others.length < ground.kept.length && keyOf(ground, next.rows, others) === from.key) return from;
    return next;
  };

  /** Does the act on a program of its own, which dies at one of its moments, if any is named. */
  const step = async (state: State, act: Act, diesAt: number | null = null): Promise<Led> => {
    if (act === "wait") return { state: waited(state, act), moments: 0 };
    const danger = peril(diesAt === null ? null : { moment: diesAt, what: "dies" }, between);
    const program = start(state.ground, danger);
    const label = diesAt === null ? act : `${act} cut off at its moment ${diesAt}`;
    try {
      await perform(program, act);
    } catch (error) {
      if (diesAt === null) fail({ label, before: state.trail }, [String(error)]);
      await program.world.dispatcher.stop();
    }
    const faults = diesAt === null ? program.world.log.faults : [];
    if (faults.length > 0) fail({ label, before: state.trail }, faults);
    return { state: await arrive(state, program.ground(), label, act), moments: danger.count() };
  };

  /** Does the act while another program, on the same rows and platform, does something at one of its moments. */
  const race = async (state: State, act: Act, other: Act, moment: number): Promise<State> => {
    const label = `${act} with ${other} at its moment ${moment}`;
    let program: Program | null = null;
    const slip = async () => program && perform(program.beside(between), other);
    const at: At = { moment, what: slip };
    program = start(state.ground, peril(at, between));
    try {
      await perform(program, act);
    } catch (error) {
      fail({ label, before: state.trail }, [String(error)]);
    }
    return arrive(state, program.ground(), label, other);
  };

  /** What is kept and comes again is known, and changes nothing. */
  const repeat = async (state: State, name: EventName): Promise<void> => {
    const program = start(state.ground, between);
    const label = `${name} again`;
    const handled = await deliver(program, name);
    if (handled?.status !== "seen") fail({ label, before: state.trail }, ["It was taken for something new"]);
    const next = await arrive(state, program.ground(), label, "tick");
    if (next.key !== state.key) fail(next.trail, ["It changed something"]);
  };

  return { step, race, repeat };
}
export type Space = ReturnType<typeof createSpace>;

/** A customer has written and an agent has replied; the digests of all weeks that may come stand already, so that none is counted. */
export async function firstState(): Promise<State> {
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
  return stateOf(program.ground());
}
