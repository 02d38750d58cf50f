import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { parseArgs } from "node:util";
import { createRandom } from "../simulation/random.ts";
import { check } from "./checks.ts";
import { talkOnDiscord } from "./discord-talk.ts";
import { readSqlite } from "./evidence.ts";
import { FAULTS, type Ground, NOT_MADE } from "./faults.ts";
import { createLedger } from "./ledger.ts";
import { type Blow, reportTable } from "./report.ts";
import { openScene, type Scene, TEAM } from "./scene.ts";
import { talkOnSlack } from "./slack-talk.ts";
import { createSmallDisk, diskObstacle } from "./small-disk.ts";
import { standingOn } from "./standing.ts";
import { holdTalks, type Talk } from "./talks.ts";
import { createVictim, type Victim } from "./victim.ts";
import { API_KEY, callApi, talkOnWeb } from "./web-talk.ts";

const { values } = parseArgs({
  options: {
    minutes: { type: "string", default: "4" },
    seed: { type: "string", default: "1" },
    only: { type: "string", default: "" },
  },
});

const MEGABYTES = 48;
const AT_ONCE = 3;
const WEEK = 7 * 86_400_000;
/** After the last fault everything that is due has to happen within so long, milliseconds: what Slack may still carry out is waited for, a minute. */
const PATIENCE = 150_000;
const READY_WITHIN = 45_000;

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Milliseconds until it is up and says that it is ready; null where that takes too long. */
async function readyAgain(victim: Victim): Promise<number | null> {
  const begun = Date.now();
  while (Date.now() - begun < READY_WITHIN) {
    await victim.lives();
    if ((await victim.readiness())?.ok) return Date.now() - begun;
    await setTimeout(100);
  }
  return null;
}

/** One conversation of the week before last, so that a digest is due of the last. */
async function tellOfLastWeek(origin: string): Promise<void> {
  const at = new Date(Date.now() - 2 * WEEK).toISOString();
  await callApi(origin, "POST", "/interactions", { id: "old", customer: { id: "c-old" }, openedAt: at }, "old-open");
  await callApi(origin, "POST", "/interactions/old/resolve", { by: "Ash", at }, "old-resolve");
}

async function strikeInTurn(ground: Ground, until: number, started: number): Promise<Blow[]> {
  const blows: Blow[] = [];
  const possible = FAULTS.filter(({ name, obstacle }) => name.includes(values.only) && obstacle() === null);
  let left: typeof possible = [];
  while (Date.now() < until) {
    if (left.length === 0) left = [...possible];
    const [fault] = left.splice(ground.random.below(left.length), 1);
    if (!fault) break;
    await setTimeout(ground.random.between(500, 2_000));
    const at = Date.now();
    await fault.strike(ground);
    const healed = await readyAgain(ground.victim);
    if (healed === null) ground.broken(`${fault.name}: not ready within ${READY_WITHIN / 1_000} s after it was over`);
    blows.push({ name: fault.name, at, healedIn: healed === null ? null : healed / 1_000 });
    const took = `lasted ${((Date.now() - at - (healed ?? 0)) / 1_000).toFixed(1)} s`;
    const again = healed === null ? "not ready again" : `ready again ${(healed / 1_000).toFixed(1)} s later`;
    say(`${((at - started) / 1_000).toFixed(1).padStart(6)} s  ${fault.name}: ${took}, ${again}`);
  }
  return blows;
}

/** Everybody talks at once, on all platforms, for as long as `mayBegin`; returns once all talks are over. */
async function holdAll(
  scene: Scene,
  origin: string,
  stage: Parameters<typeof talkOnSlack>[1],
  mayBegin: () => boolean,
  talks: Talk[],
) {
  const how = { atOnce: AT_ONCE, mayBegin };
  await Promise.all([
    holdTalks("slack", { ...how, holding: talkOnSlack(scene.slack, stage) }, talks),
    holdTalks("discord", { ...how, holding: talkOnDiscord(scene.discord, scene.discordSupport, stage) }, talks),
    holdTalks("web", { ...how, holding: talkOnWeb(() => origin, stage) }, talks),
  ]);
}

/** Waits until nothing is due any more. */
async function untilDone(folder: string, deadline: number): Promise<void> {
  const evidence = readSqlite(folder);
  const isDue = async () => {
    const posts = await evidence.rows("post");
    const waiting = posts.filter(({ state }) => state === "pending" || state === "sending");
    const surveys = await evidence.rows("survey");
    return (
      waiting.length > 0 || surveys.some(({ state, due_at: due }) => state === "scheduled" && Number(due) < Date.now())
    );
  };
  while (Date.now() < deadline && (await isDue())) await setTimeout(250);
  await evidence.close();
}

async function torture(): Promise<boolean> {
  const started = Date.now();
  const broken: string[] = [];
  const logs = mkdtempSync(join(tmpdir(), "emptychair-torture-log-"));
  const faultsUntil = started + Math.max(20_000, Number(values.minutes) * 60_000 - 60_000);
  const scene = await openScene((faultsUntil - started) / 3);
  const disk = createSmallDisk(MEGABYTES);
  const data = { EMPTYCHAIR_DATA: disk.folder, EMPTYCHAIR_API_KEY: API_KEY, LOG_LEVEL: "info", LOG_FORMAT: "json" };
  const victim = await createVictim({ ...scene.variables, ...data }, join(logs, "program.log"));
  const end = async () => {
    await victim.kill();
    disk.remove();
    await scene.stop();
  };
  process.once("SIGINT", () => void end().then(() => process.exit(130)));
  process.once("SIGTERM", () => void end().then(() => process.exit(143)));
  try {
    writeFileSync(join(disk.folder, "settings.yaml"), JSON.stringify(scene.settings));
    await victim.lives();
    await tellOfLastWeek(victim.origin);
    const ledger = createLedger(scene.slack);
    const reading = setInterval(() => ledger.readSlack(), 50);
    const deadline = faultsUntil + PATIENCE;
    const stage = { ledger, isOver: () => Date.now() > deadline };
    const talks: Talk[] = [];
    const talking = holdAll(scene, victim.origin, stage, () => Date.now() < faultsUntil - 5_000, talks);
    const ground = {
      victim,
      disk,
      scene,
      random: createRandom(values.seed),
      broken: (one: string) => void broken.push(one),
    };
    const blows = await strikeInTurn(ground, faultsUntil, started);
    say(
      `${((Date.now() - started) / 1_000).toFixed(1).padStart(6)} s  no more faults; ${talks.length} conversations so far`,
    );
    await talking;
    await untilDone(disk.folder, deadline);
    const standing = standingOn(scene);
    const code = await victim.stop();
    if (code !== 0) broken.push(`Told to stop, it ended with ${code}`);
    await victim.lives();
    await setTimeout(3_000);
    if (standingOn(scene).length !== standing.length)
      broken.push("A restart after everything was done said something more");
    await victim.stop();
    clearInterval(reading);
    ledger.readSlack();
    const evidence = readSqlite(disk.folder);
    const teamLanes = (await evidence.rows("post"))
      .map(({ lane }) => String(lane))
      .filter((lane) => lane.includes(TEAM) || lane.includes(scene.discordTeam.id));
    const findings = await check(evidence, {
      ledger,
      talks,
      standing: standingOn(scene),
      teamLanes: [...new Set(teamLanes)],
    });
    await evidence.close();
    broken.push(...findings.broken);
    for (const complaint of [...scene.slack.complaints, ...scene.discord.complaints])
      broken.push(`A platform: ${complaint}`);
    say("");
    say(reportTable(blows, ledger, findings));
    say("");
    const { starts, refusals, falls } = victim.counts;
    say(
      `${talks.length} conversations in ${((Date.now() - started) / 1_000).toFixed(0)} s; started ${starts} times, of which ${refusals} refused; fell ${falls} times by itself.`,
    );
  } finally {
    await end();
  }
  for (const sentence of broken.slice(0, 60)) say(`BROKEN  ${sentence}`);
  if (broken.length > 60) say(`... and ${broken.length - 60} more`);
  say(broken.length === 0 ? "Every promise was kept." : `Not kept; what the program logged is in ${logs}.`);
  if (broken.length === 0) rmSync(logs, { recursive: true, force: true });
  return broken.length === 0;
}

const obstacle = diskObstacle();
if (obstacle !== null) {
  say(`Nothing was tortured: ${obstacle}.`);
  process.exit(2);
}
for (const { name, obstacle: ofFault } of FAULTS) {
  const why = ofFault();
  if (why !== null) say(`Skipped "${name}": ${why}.`);
}
for (const sentence of NOT_MADE) say(`Not made here: ${sentence}.`);
process.exit((await torture()) ? 0 : 1);
