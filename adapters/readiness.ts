import type { Health } from "./health.ts";

/** Whether the program can do its work now, check by check, and why not where it cannot. */
export interface Readiness {
  readonly ok: boolean;
  readonly checks: Readonly<Record<string, boolean>>;
  /** Only of those that cannot, a sentence each. */
  readonly why?: Readonly<Record<string, string>>;
}

/** What the parts say of themselves, put together. */
export function readinessOf(parts: Readonly<Record<string, Pick<Health, "why">>>): Readiness {
  const whys = Object.entries(parts).map(([name, { why }]) => [name, why] as const);
  const why = Object.fromEntries(whys.flatMap(([name, reason]) => (reason === null ? [] : [[name, reason]])));
  const checks = Object.fromEntries(whys.map(([name, reason]) => [name, reason === null]));
  const ok = Object.keys(why).length === 0;
  return ok ? { ok, checks } : { ok, checks, why };
}
