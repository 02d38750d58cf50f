import { inject } from "vitest";

declare module "vitest" {
  export interface ProvidedContext {
    /** Whether this is the long form of the tests. */
    readonly isLong: boolean;
  }
}

/** How often something that is left to chance is tried: the first number in every run, the second in the long form, `npm run test:long`. */
export function times(usually: number, long: number): number {
  return inject("isLong") ? long : usually;
}
