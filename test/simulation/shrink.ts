import { ORDINARY_TERMS } from "./desk-terms.ts";
import { ORDINARY_MANNERS } from "./manners.ts";
import type { Options } from "./options.ts";

/** What is broken in the world that the options describe, a sentence each; none where every promise was kept. */
export type Breaking = (options: Options) => Promise<readonly string[]>;

/** The smallest world found in which a promise is still broken. */
export interface Shrunk {
  readonly options: Options;
  readonly broken: readonly string[];
  /** How many worlds were tried. */
  readonly tried: number;
}

/** The rates of faults: every number in the options that is nothing else. */
type Rates = { readonly [name: string]: number | Rates };

/** The same with each rate of a fault off in turn. */
function oneOff(rates: Rates): Rates[] {
  return Object.entries(rates).flatMap(([name, rate]) => {
    if (typeof rate !== "number") return oneOff(rate).map((less) => ({ ...rates, [name]: less }));
    return rate === 0 ? [] : [{ ...rates, [name]: 0 }];
  });
}

function allOff(rates: Rates): Rates {
  const off = Object.entries(rates).map(([name, rate]) => [name, typeof rate === "number" ? 0 : allOff(rate)]);
  return Object.fromEntries(off) as Rates;
}

/** The same with one of the people's manners, and one of a desk's terms, as it mostly is. */
function lessStrange({ terms, manners }: Options): Partial<Options>[] {
  const names = Object.keys(manners) as (keyof Options["manners"])[];
  return [
    ...[{ manners: ORDINARY_MANNERS }, { terms: ORDINARY_TERMS }],
    ...[{ terms: { ...terms, north: ORDINARY_TERMS.north } }, { terms: { ...terms, south: ORDINARY_TERMS.south } }],
    ...names.map((name) => ({ manners: { ...manners, [name]: ORDINARY_MANNERS[name] } })),
  ];
}

/** Worlds a little smaller than this one, those first that save most. */
function smaller(options: Options): Options[] {
  const { seed, days, replicas, talksADay, terms, manners, ...faults } = options;
  const fewerDays = [1, days >> 2, days >> 1, days - (days >> 2), days - 1].filter((some) => some > 0 && some < days);
  const withFaults = (less: Rates) => ({ ...options, ...less }) as Options;
  return [
    ...[...new Set(fewerDays)].map((some) => ({ ...options, days: some })),
    ...(replicas > 1 ? [{ ...options, replicas: 1 }] : []),
    ...[allOff(faults as unknown as Rates), ...oneOff(faults as unknown as Rates)].map(withFaults),
    ...lessStrange(options).map((less) => ({ ...options, ...less })),
    ...(talksADay > 0.5 ? [{ ...options, talksADay: talksADay / 2 }] : []),
  ].filter((other) => JSON.stringify(other) !== JSON.stringify(options));
}

/**
 * Finds a smaller world in which something is still broken: fewer days, one process, one kind of fault off after the other, fewer talks.
 * What is broken there may be another sentence. `most` worlds are tried at most.
 */
export async function shrink(options: Options, breaking: Breaking, most: number): Promise<Shrunk> {
  let least: Shrunk = { options, broken: [], tried: 0 };
  const refuted = new Set<string>();
  for (let wishes = smaller(options); wishes.length > 0 && least.tried < most; ) {
    const [wish] = wishes.splice(0, 1);
    const name = JSON.stringify(wish);
    if (!wish || refuted.has(name)) continue;
    const broken = await breaking(wish);
    least = { ...least, tried: least.tried + 1 };
    if (broken.length === 0) refuted.add(name);
    else {
      least = { options: wish, broken, tried: least.tried };
      wishes = smaller(wish);
    }
  }
  return least;
}
