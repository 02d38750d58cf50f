import type { Context } from "./context.ts";
import type { Person } from "./interaction/customer.ts";
import type { Draft, Hindrance } from "./outcome.ts";
import type { Right } from "./rights.ts";
import type { WordingKey } from "./wording.ts";

const SENTENCES = {
  "read-transcript": "refused.readTranscript",
  resolve: "refused.resolve",
  "skip-question": "refused.skipQuestion",
  "work-case": "refused.workCase",
  "read-figures": "team.notAllowed",
  "decide-product": "refused.decideProduct",
  "pull-cord": "refused.pullCord",
  "answer-cord": "refused.answerCord",
  "tell-customers": "refused.tellCustomers",
  "exclude-answer": "refused.excludeAnswer",
  shadow: "refused.shadow",
  search: "refused.search",
  "change-settings": "refused.changeSettings",
} as const satisfies Partial<Record<Right, WordingKey>>;

/** A right that somebody may want and not have. */
export type Refusable = keyof typeof SENTENCES;

/** A kind sentence for somebody without the right, in their own language: who has it. */
export function whoMay(
  { wording, settings }: Pick<Context, "wording" | "settings">,
  by: Person,
  right: Refusable,
): string {
  return wording.say(wording.choose(by.locale, settings.desk.locale), SENTENCES[right]);
}

/** Refuses an act for want of the right to it. */
export function refuseWithout(context: Context, draft: Draft, by: Person, right: Refusable): void {
  draft.refuse({ code: "not-allowed", text: whoMay(context, by, right) });
}

/** Refuses an act with a sentence in the person's own language, or else the desk's. */
export function refuseWith(
  { wording, settings }: Pick<Context, "wording" | "settings">,
  draft: Draft,
  by: Person,
  { code, key }: { readonly code: Hindrance["code"]; readonly key: WordingKey },
): void {
  draft.refuse({ code, text: wording.say(wording.choose(by.locale, settings.desk.locale), key) });
}
