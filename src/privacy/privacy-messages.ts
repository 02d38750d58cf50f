import type { Context } from "../context.ts";
import type { Person } from "../interaction/customer.ts";
import type { OutboundMessage } from "../messages.ts";
import type { Values, WordingKey } from "../wording.ts";

type PrivacyWords = Pick<Context, "wording" | "settings">;

/** A sentence in the language of the person, or else the desk's. */
export function sayTo({ wording, settings }: PrivacyWords, by: Person, key: WordingKey, values: Values = {}): string {
  const locale = wording.choose(by.locale, settings.desk.locale);
  return wording.say(locale, key, { brand: settings.desk.brand, ...values });
}

/** The same as a message. It names nobody: it may be the last that is said to them. */
export function privacyNotice(
  context: PrivacyWords,
  by: Person,
  key: WordingKey,
  values: Values = {},
): OutboundMessage {
  return { kind: "notice", text: sayTo(context, by, key, values), actions: [] };
}

/** "Are you sure?", with the one button that forgets. */
export function forgetQuestion(context: PrivacyWords, by: Person): OutboundMessage {
  const label = sayTo(context, by, "privacy.forgetSure");
  return {
    ...privacyNotice(context, by, "privacy.forgetAsk"),
    actions: [{ name: "forget-sure", subject: "me", label }],
  };
}
