import { median } from "../../adapters/cli/bench/measured.ts";
import { openSlack, SETTINGS, SUPPORT, variablesFor, WORKSPACE } from "../slack-program.ts";
import { inFolder, type Launched, launchBare, launchOurs } from "./launch.ts";
import { saturate, type Taken } from "./saturate.ts";
import { createStorm, STORM_PEOPLE } from "./slack-storm.ts";

const AT_ONCE = 64;
const ROUNDS = 5;
const ROUND_MS = 2_000;
const WARM_MS = 1_500;

/** Events acknowledged at saturation, over HTTP: ours durably, a bare Bolt app's from memory, by turns in one run. */
export interface SlackSaturation {
  readonly atOnce: number;
  /** What was taken in the median round. */
  readonly perSecond: { readonly emptyChair: number; readonly bareBolt: number; readonly ratio: number };
  readonly cpuUs: { readonly emptyChair: number | null; readonly bareBolt: number | null };
  readonly p99Ms: { readonly emptyChair: number; readonly bareBolt: number };
  /** The same of Empty Chair while half as many come. */
  readonly atHalfLoad: { readonly perSecond: number; readonly p50Ms: number; readonly p99Ms: number };
  /** Answers of both that were no acknowledgement. */
  readonly refused: number;
}

type Round = (ms: number, perSecond?: number) => Promise<Taken>;

async function openBoth<T>(folder: string, work: (ours: Round, bare: Round) => Promise<T>): Promise<T> {
  const channels = [{ id: SUPPORT, members: STORM_PEOPLE.map(({ id }) => id) }, { id: "C9" }];
  const userGroups = [{ id: "S1", handle: "team", members: [] }];
  const slack = await openSlack({ workspaces: [{ ...WORKSPACE, people: STORM_PEOPLE, channels, userGroups }] });
  const variables = variablesFor(slack, "http");
  const { signingSecret, id: app } = slack.world.app;
  const people = STORM_PEOPLE.map(({ id }) => id);
  const launched: Launched[] = [];
  const rounds = (one: Launched): Round => {
    launched.push(one);
    const next = createStorm({ team: WORKSPACE.id, channel: SUPPORT, people, signingSecret, app });
    return (ms, perSecond) =>
      saturate({
        ...{ origin: one.origin, pid: one.pid, next, atOnce: AT_ONCE, ms },
        ...(perSecond ? { perSecond } : {}),
      });
  };
  try {
    const ours = rounds(await launchOurs(folder, SETTINGS, variables));
    return await work(ours, rounds(await launchBare("bare-bolt.mjs", variables)));
  } finally {
    for (const one of launched) await one.end();
    await slack.stop();
  }
}

function middleOf(rounds: readonly Taken[]): Taken {
  const middle = median(rounds.map(({ perSecond }) => perSecond));
  const found = rounds.find(({ perSecond }) => perSecond === middle);
  if (found === undefined) throw new Error("Nothing was measured.");
  return found;
}

/** Measures both by turns, so that they meet the same machine. */
export function benchSlackSaturation(): Promise<SlackSaturation> {
  return inFolder((folder) =>
    openBoth(folder, async (ours, bare) => {
      const found = { ours: [await ours(WARM_MS)], bare: [await bare(WARM_MS)] };
      for (let round = 0; round < ROUNDS; round += 1) {
        found.ours.push(await ours(ROUND_MS));
        found.bare.push(await bare(ROUND_MS));
      }
      const [emptyChair, bareBolt] = [middleOf(found.ours.slice(1)), middleOf(found.bare.slice(1))];
      const half = await ours(ROUND_MS * 2, emptyChair.perSecond / 2);
      const ratio = Number((emptyChair.perSecond / bareBolt.perSecond).toFixed(2));
      return {
        atOnce: AT_ONCE,
        perSecond: { emptyChair: emptyChair.perSecond, bareBolt: bareBolt.perSecond, ratio },
        cpuUs: { emptyChair: emptyChair.cpuUs, bareBolt: bareBolt.cpuUs },
        p99Ms: { emptyChair: emptyChair.p99, bareBolt: bareBolt.p99 },
        atHalfLoad: { perSecond: half.perSecond, p50Ms: half.p50, p99Ms: half.p99 },
        refused: [...found.ours, ...found.bare].reduce((sum, { refused }) => sum + refused, 0),
      };
    }),
  );
}
