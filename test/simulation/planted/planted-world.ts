import { drawOptions, type Options } from "../options.ts";
import { createRandom } from "../random.ts";

const SOUND: Options["saves"] = { rejected: 0, busy: 0, lost: 0, crashBefore: 0, crashAfter: 0 };

/** A short and busy world with many faults, in which something wrong shows soon. */
export function plantedWorld(seed: number): Options {
  const random = createRandom(`planted/${seed}`);
  const drawn = drawOptions(seed);
  const often = (rate: number, times: number) => Math.min(0.12, rate * times);
  const { saves, posts } = drawn;
  const more = Object.fromEntries(Object.entries(posts).map(([kind, rate]) => [kind, often(rate, 5)]));
  return {
    ...drawn,
    days: random.pick([1, 2, 3, 7]),
    replicas: random.pick([1, 2, 2, 3]),
    talksADay: random.pick([4, 6, 8]),
    saves: random.chance(0.3) ? SOUND : { ...saves, lost: often(saves.lost, 3), rejected: often(saves.rejected, 3) },
    posts: more as Options["posts"],
    outages: often(drawn.outages, 3),
    clocks: { ...drawn.clocks, wrong: random.chance(0.6) ? 0 : drawn.clocks.wrong },
    reads: random.chance(0.5) ? 0 : drawn.reads,
    jumps: random.chance(0.5) ? 0 : drawn.jumps,
  };
}
