import type { Band } from "../survey/score.ts";

/** What somebody looks for, as they gave it. */
export interface SearchWish {
  /** Words as they are typed into a search box; may be empty where something else is given. */
  readonly typed: string;
  /** Id or name of a product. */
  readonly product?: string;
  readonly band?: Band;
  /** Address or name of a colleague who took part. */
  readonly agent?: string;
  /** ISO week in which it was written, e.g. `2026-W46`. */
  readonly week?: string;
  /** Id, address or name of a customer. */
  readonly person?: string;
  /** Only what stands behind this place: the next page. */
  readonly behind?: number;
  readonly limit?: number;
}
