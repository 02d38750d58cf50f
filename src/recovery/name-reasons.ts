import type { Settings } from "../settings.ts";
import type { Wording } from "../wording.ts";

/** The outcomes and the root causes that a desk has which names none of its own. */
export const BUILT_IN = {
  outcomes: ["fixed", "explained", "compensated", "apologised", "nothing"],
  causes: ["fault", "slow", "wait", "unclear", "missing", "price", "behaviour", "other"],
} as const;

/** What a case can end with: how it came out, or what was behind it. */
export type ReasonKind = keyof typeof BUILT_IN;

/** One of them, as settings name it and people read it. */
export interface CaseReason {
  readonly id: string;
  readonly name: string;
}

interface ReasonTelling {
  readonly wording: Wording;
  readonly settings: Settings;
}

/** The outcomes or root causes of the desk, in the language; what is built in where its settings name none. */
export function reasonsOf(
  { wording, settings }: ReasonTelling,
  kind: ReasonKind,
  locale: string,
): readonly CaseReason[] {
  const own = settings.recovery[kind];
  if (own.length > 0) return own;
  if (kind === "outcomes") return BUILT_IN.outcomes.map((id) => ({ id, name: wording.say(locale, `outcome.${id}`) }));
  return BUILT_IN.causes.map((id) => ({ id, name: wording.say(locale, `cause.${id}`) }));
}

/** What people call it in the desk's language; null for none. One that is not on the list any more goes by its id. */
export function nameOfReason(telling: ReasonTelling, kind: ReasonKind, id: string | null): string | null {
  if (id === null) return null;
  const { wording, settings } = telling;
  const known = reasonsOf(telling, kind, wording.choose(settings.desk.locale));
  return known.find((one) => one.id === id)?.name ?? id;
}

/** Whether the desk has an outcome or root cause of that id. */
export function isReason(settings: Settings, kind: ReasonKind, id: string): boolean {
  const own = settings.recovery[kind];
  return own.length > 0 ? own.some((one) => one.id === id) : (BUILT_IN[kind] as readonly string[]).includes(id);
}
