import { drawHurriedTerms } from "../desk-terms.ts";
import { drawManners } from "../manners.ts";
import { drawOptions, type Options } from "../options.ts";
import { createRandom, type Random } from "../random.ts";

const SOUND: Options["saves"] = { rejected: 0, busy: 0, lost: 0, crashBefore: 0, crashAfter: 0 };

const often = (rate: number, times: number) => Math.min(0.12, rate * times);

/** Kinds of worlds, of which each seed is of some: what one fault needs to be seen hides another. */
const KINDS: readonly ((random: Random, drawn: Options) => Partial<Options>)[] = [
  (random) => ({ terms: drawHurriedTerms(random.fork("terms")) }),
  (random) => ({ manners: drawManners(random.fork("manners"), 0.6) }),
  ({ pick }, { events }) => ({ events: { ...events, late: pick([0.3, 0.7]), again: pick([events.again, 0.4]) } }),
  // A Sunday is among the days, and the Monday on which the digest of this week is due.
  ({ pick }) => ({ days: pick([8, 9]), talksADay: 3, mondays: pick([0.3, 0.9]) }),
  // A platform is out for longer than there is time to answer.
  (random) => ({
    ...{ outages: random.pick([0.3, 0.7]), longestOutage: random.pick([30, 72]) },
    terms: drawHurriedTerms(random.fork("terms")),
  }),
  (_, { posts }) => ({ posts: { ...posts, refused: 0.15 } }),
  (_, { saves, reads }) => ({ saves: { ...saves, rejected: 0.05, crashBefore: 0.02 }, reads: Math.max(reads, 0.002) }),
  // Processes stand still with what they hold, and in some nobody knows for long what has arrived.
  ({ pick }, { posts, lookups }) => ({
    ...{ stills: { saves: 0.05, posts: 0.1 }, slowReads: 0.02, replicas: pick([2, 3]) },
    ...{ posts: { ...posts, standing: 0.2 }, lookups: pick([lookups, 0.85]) },
  }),
];

/** A short and busy world with many faults, in which something wrong shows soon. */
export function plantedWorld(seed: number): Options {
  const random = createRandom(`planted/${seed}`);
  const drawn = drawOptions(seed);
  const { saves, posts } = drawn;
  const more = Object.fromEntries(Object.entries(posts).map(([kind, rate]) => [kind, often(rate, 5)]));
  const busy: Options = {
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
    begins: random.pick([0, 0, 4, 5]),
  };
  const kinds = KINDS.filter(() => random.chance(0.35)).map((kind) => kind(random, busy));
  return Object.assign({}, busy, ...kinds) as Options;
}
