import type { Person } from "../interaction/customer.ts";
import type { Disclosure } from "../privacy/disclosure.ts";
import type { PlatformDesk } from "./platform-desk.ts";

/** A one-time link in words for the person it was made for, on their own clock; null for what is no link. */
export function linkWords(
  disclosed: Disclosure | undefined,
  by: Person,
  { wording, settings, enterAt }: Pick<PlatformDesk, "wording" | "settings" | "enterAt">,
): string | null {
  if (disclosed?.kind !== "link") return null;
  const locale = wording.choose(by.locale, settings.desk.locale);
  const timeZone = by.zone ?? settings.desk.zone;
  const time = new Intl.DateTimeFormat(locale, { timeStyle: "short", timeZone }).format(disclosed.expiresAt);
  return wording.say(locale, "door.yours", { time, url: enterAt(disclosed.secret) });
}
