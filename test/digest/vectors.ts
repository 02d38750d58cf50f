import { existsSync, readFileSync } from "node:fs";
import type { Counts } from "../../src/digest/tally.ts";

type Pair = readonly [number, number];
type Triple = readonly [number, number, number];

/** Published and independently computed figures; points unless named otherwise. */
export interface Vectors {
  readonly single: readonly (Counts & {
    readonly id: string;
    readonly npsExact: number;
    readonly variance: number;
    readonly se: number;
    readonly npsAdjusted: number;
    readonly ci95: { readonly adjustedWald: Pair; readonly adjustedWaldClipped: Pair };
    readonly ci90: { readonly adjustedWald: Pair };
    readonly published: {
      readonly nps?: number;
      readonly var?: number;
      readonly se?: number;
      readonly seTol?: number;
    } | null;
  })[];
  readonly pairs: readonly {
    readonly id: string;
    readonly a: Counts;
    readonly b: Counts;
    readonly adjustedWald: {
      readonly diff: number;
      readonly se: number;
      readonly p: number;
      readonly ci95: Pair;
      readonly ci90: Pair;
    };
  }[];
  readonly packageTestData: Counts & { readonly nps: number; readonly adjustedWald95: Pair };
  readonly responseRates: readonly {
    readonly id: string;
    readonly counts: Readonly<Record<"I" | "P" | "R" | "NC" | "O", number>>;
    readonly RR6: number;
  }[];
  readonly rounding: readonly (Counts & {
    readonly npsRoundedHalfAwayFromZero: number;
    readonly percentsLargestRemainder: Counts;
  })[];
  readonly nonresponseBounds: readonly {
    readonly responseRate: number;
    readonly npsRespondents: number | null;
    readonly worstCase: number;
    readonly bestCase: number;
    readonly overallIfNonrespondentNpsIs?: Readonly<Record<string, number>>;
  }[];
  readonly rolling4: {
    readonly rows: readonly {
      readonly week: number;
      readonly weekCounts: Triple;
      readonly windowCounts: Triple;
      readonly nps: number;
      readonly adjWald95: Pair;
    }[];
  };
  readonly ewma: {
    readonly center: number;
    readonly varianceOfOneResponse: number;
    readonly rows: readonly {
      readonly nps: number;
      readonly n: number;
      readonly ewma: number;
      readonly lcl: number;
      readonly ucl: number;
      readonly signal: boolean;
    }[];
  };
  readonly coverage95_exact: readonly {
    readonly n: number;
    readonly all: {
      readonly "adjWald(3,T)": { readonly mean: number; readonly min: number; readonly meanWidthPts: number };
    };
  }[];
  readonly typeI_5pct_exact: readonly {
    readonly nA: number;
    readonly nB: number;
    readonly pop: string;
    readonly adjWald: number;
  }[];
  readonly isoWeeks: readonly {
    readonly instant: string;
    readonly zone: string;
    readonly isoWeek: string;
    readonly weekStart: string;
    readonly weekEndExclusive: string;
    readonly hours: number;
  }[];
}

const WHOLE = new URL("../../../shared/reference/stats-vectors.json", import.meta.url);
const OWN = new URL("vectors.json", import.meta.url);

/** The whole set where it lies beside the project, else the part of it that is kept here. */
export const vectors: Vectors = JSON.parse(readFileSync(existsSync(WHOLE) ? WHOLE : OWN, "utf8"));

/** Greatest distances allowed: of points from a formula, and of probabilities. */
export const POINTS = 1e-6;
export const PROBABILITY = 1e-9;
