import { setTimeout } from "node:timers/promises";
import { createRandom } from "../simulation/random.ts";
import { check, type Findings } from "./checks.ts";
import { talkOnDiscord } from "./discord-talk.ts";
import type { Fault } from "./faults.ts";
import type { House } from "./house.ts";
import { createLedger, type Ledger } from "./ledger.ts";
import type { Blow } from "./report.ts";
import type { Scene } from "./scene.ts";
import { talkOnSlack } from "./slack-talk.ts";
import { standingOn } from "./standing.ts";
import { holdTalks, type Stage, type Talk } from "./talks.ts";
import type { Victim } from "./victim.ts";
import { callApi, talkOnWeb } from "./web-talk.ts";

/** How long it is, and with what. */
export interface Plan {
  readonly seed: string;
  /** Until when faults strike, milliseconds since 1970. */
  readonly faultsUntil: number;
  /** Only faults with this in their name. */
  readonly only: string;
  readonly say: (line: string) => void;
}

/** What came of it. */
export interface Result {
  readonly blows: readonly Blow[];
  readonly ledger: Ledger;
  readonly findings: Findings;
  readonly talks: readonly Talk[];
  /** Sentences, each of a promise that was not kept. */
  readonly broken: readonly string[];
}

const AT_ONCE = 3;
const [HOUR, DAY] = [3_600_000, 86_400_000];
/** After the last fault everything that is due has to happen within so long, milliseconds: what Slack may still carry out is waited for, a minute. */
const PATIENCE = 150_000;
/** And so many times what the first start took: the machine may be busy with other things. */
const STARTS = 8;
/** So much processor time a program may take until it is ready, and so long altogether, milliseconds: the machine may be busy with other things. */
const [READY_CPU, READY_WITHIN] = [20_000, 300_000];
/** So long before the last fault no conversation begins any more, milliseconds. */
const LAST_TALKS = 5_000;
/** Faults strike for so long at least, however long the first start took, milliseconds. */
const LEAST = 20_000;
const QUIET_AFTER_RESTART = 3_000;

const isTrue = (value: boolean) => value;

/** Milliseconds until all are up and say that they are ready; null where that takes too long. */
async function readyAgain(victims: readonly Victim[]): Promise<number | null> {
  const begun = Date.now();
  const isReady = async (victim: Victim) => {
    await victim.lives();
    return (await victim.readiness())?.ok === true;
  };
  const before = victims.map(({ pid, cpuMs }) => ({ pid, cpuMs }));
  const isSpent = ({ pid, cpuMs }: Victim, index: number) =>
    cpuMs - (before[index]?.pid === pid ? (before[index]?.cpuMs ?? 0) : 0) > READY_CPU;
  while (Date.now() - begun < READY_WITHIN && !victims.some(isSpent)) {
    if ((await Promise.all(victims.map(isReady))).every(isTrue)) return Date.now() - begun;
    await setTimeout(100);
  }
  return null;
}

/** One conversation of last week, so that a digest is due of it. */
async function tellOfLastWeek({ origin }: Victim): Promise<void> {
  const now = new Date();
  const sinceMonday = ((now.getUTCDay() + 6) % 7) * DAY + (now.getTime() % DAY);
  const at = new Date(now.getTime() - sinceMonday - 12 * HOUR).toISOString();
  await callApi(origin, "POST", "/interactions", { id: "old", customer: { id: "c-old" }, openedAt: at }, "old-open");
  await callApi(origin, "POST", "/interactions/old/resolve", { by: "Ash", at }, "old-resolve");
}

/** Seconds since the beginning, for people. */
function since(begun: number): string {
  return `${((Date.now() - begun) / 1_000).toFixed(1).padStart(6)} s`;
}

/** Every fault in turn, in an order that the seed decides, again and again until the time is over. */
async function strikeInTurn(house: House, scene: Scene, plan: Plan, broken: string[]): Promise<Blow[]> {
  const random = createRandom(plan.seed);
  const begun = Date.now();
  const blows: Blow[] = [];
  const possible = house.faults.filter(({ name, obstacle }) => name.includes(plan.only) && obstacle() === null);
  const strike = async (fault: Fault) => {
    const at = Date.now();
    await fault.strike({
      victim: random.pick([...house.victims]),
      scene,
      random,
      broken: (said) => void broken.push(said),
    });
    const lasted = Date.now() - at;
    const healed = await readyAgain(house.victims);
    if (healed === null) broken.push(`${fault.name}: not ready again, for all the time it was given`);
    blows.push({ name: fault.name, at, healedIn: healed === null ? null : healed / 1_000 });
    const again = healed === null ? "not ready again" : `ready again ${(healed / 1_000).toFixed(1)} s later`;
    plan.say(`${since(begun)}  ${fault.name}: lasted ${(lasted / 1_000).toFixed(1)} s, ${again}`);
  };
  for (let left: Fault[] = []; Date.now() < plan.faultsUntil && possible.length > 0; ) {
    if (left.length === 0) left = [...possible];
    await setTimeout(random.between(500, 2_000));
    for (const fault of left.splice(random.below(left.length), 1)) await strike(fault);
  }
  plan.say(`${since(begun)}  no more faults`);
  return blows;
}

/** Everybody talks at once, on all platforms; returns once all talks are over. */
async function holdAll(
  house: House,
  scene: Scene,
  stage: Stage,
  mayBegin: () => boolean,
  talks: Talk[],
): Promise<void> {
  const how = { atOnce: AT_ONCE, mayBegin };
  let turn = 0;
  const origin = () => house.victims[turn++ % house.victims.length]?.origin ?? "";
  await Promise.all([
    holdTalks("slack", { ...how, holding: talkOnSlack(scene.slack, stage) }, talks),
    holdTalks("discord", { ...how, holding: talkOnDiscord(scene.discord, scene.discordSupport, stage) }, talks),
    holdTalks("web", { ...how, holding: talkOnWeb(origin, stage) }, talks),
  ]);
}

/** Waits until the digest's time has come and nothing is due any more. */
async function untilDone(house: House, { digestAt }: Scene, deadline: number): Promise<void> {
  const evidence = await house.read();
  const isDue = async () => {
    const posts = await evidence.rows("post");
    const isWaiting = posts.some(({ state }) => state === "pending" || state === "sending");
    return isWaiting || (await evidence.rows("digest")).length === 0;
  };
  while (Date.now() < deadline && (Date.now() < digestAt || (await isDue()))) await setTimeout(250);
  await evidence.close();
}

/** Told to stop, started again and stopped again: nothing is said for it. */
async function restartQuietly({ victims }: House, scene: Scene, broken: string[]): Promise<void> {
  const stopAll = async () => {
    for (const code of await Promise.all(victims.map((victim) => victim.stop())))
      if (code !== 0) broken.push(`Told to stop, it ended with ${code}`);
  };
  await stopAll();
  const { length } = standingOn(scene);
  await Promise.all(victims.map((victim) => victim.lives()));
  await setTimeout(QUIET_AFTER_RESTART);
  await stopAll();
  if (standingOn(scene).length !== length) broken.push("A restart after everything was done said something more");
}

/** Starts the program, has people talk and faults strike, lets everything come to its end, and looks at what is there. */
export async function runThrough(house: House, scene: Scene, given: Plan): Promise<Result> {
  const broken: string[] = [];
  const talks: Talk[] = [];
  const begun = Date.now();
  for (const victim of house.victims) await victim.lives();
  const firstStart = (Date.now() - begun) / house.victims.length;
  const plan = { ...given, faultsUntil: Math.max(given.faultsUntil, Date.now() + LEAST) };
  plan.say(`${since(begun)}  the first start took ${(firstStart / 1_000).toFixed(1)} s`);
  await tellOfLastWeek(house.victims[0]);
  const ledger = createLedger(scene.slack);
  const reading = setInterval(() => ledger.readSlack(), 50);
  const deadline = Math.max(plan.faultsUntil, scene.digestAt) + PATIENCE + STARTS * firstStart;
  const stage = { ledger, isOver: () => Date.now() > deadline };
  const talking = holdAll(house, scene, stage, () => Date.now() < plan.faultsUntil - LAST_TALKS, talks);
  const blows = await strikeInTurn(house, scene, plan, broken);
  await talking;
  await untilDone(house, scene, deadline);
  await restartQuietly(house, scene, broken);
  clearInterval(reading);
  ledger.readSlack();
  const evidence = await house.read();
  const findings = await check(evidence, { ledger, talks, standing: standingOn(scene), teamLanes: scene.teamLanes });
  await evidence.close();
  if (blows.length === 0) broken.push("No fault struck, so that nothing is known");
  const complaints = [...scene.slack.complaints, ...scene.discord.complaints].map((said) => `A platform: ${said}`);
  return { blows, ledger, findings, talks, broken: [...broken, ...findings.broken, ...complaints] };
}
