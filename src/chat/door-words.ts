import { dateFormat } from "../calendar/date-format.ts";
import type { Person } from "../interaction/customer.ts";
import type { Disclosure } from "../privacy/disclosure.ts";
import type { PlatformDesk } from "./platform-desk.ts";

/** A one-time link as its person is told of it. */
export interface LinkSaid {
  /** In finished words, on their own clock. */
  readonly text: string;
  /** Web address to be shown under the words as it is. */
  readonly url: string;
}

/** What to tell the person that a one-time link was made for, and nobody else; null for what is no link. */
export function linkSaid(
  disclosed: Disclosure | undefined,
  by: Person,
  { wording, settings, enterAt }: Pick<PlatformDesk, "wording" | "settings" | "enterAt">,
): LinkSaid | null {
  if (disclosed?.kind !== "link") return null;
  const locale = wording.choose(by.locale, settings.desk.locale);
  const timeZone = by.zone ?? settings.desk.zone;
  const time = dateFormat(locale, { timeStyle: "short", timeZone }).format(disclosed.expiresAt);
  return { text: wording.say(locale, "door.yours", { time }), url: enterAt(disclosed.secret) };
}
