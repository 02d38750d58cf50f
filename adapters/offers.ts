import type { Nameable } from "./platform.ts";

/** Most names that a sentence lists. */
const MOST_LISTED = 8;

/** A name as it is compared: without its sign, in small letters. */
function bare(name: string): string {
  return name.trim().replace(/^[#@]/, "").toLowerCase();
}

/** What is offered under a value or a name, with or without its sign; null where nothing is, or several are. */
export function offerNamed(written: string, offers: readonly Nameable[]): Nameable | null {
  const byValue = offers.find(({ value }) => value === written.trim());
  if (byValue !== undefined) return byValue;
  const [found, another] = offers.filter(({ name }) => bare(name) === bare(written));
  return found !== undefined && another === undefined ? found : null;
}

/** The names that come nearest to one that is none, or the values of those that share it. */
export function namesNear(written: string, offers: readonly Nameable[]): string[] {
  const same = offers.filter(({ name }) => bare(name) === bare(written));
  if (same.length > 1) return same.map(({ value }) => value);
  const start = bare(written).slice(0, 2);
  const near = offers.filter(({ name }) => bare(name).includes(start));
  return (near.length > 0 ? near : offers).slice(0, MOST_LISTED).map(({ name }) => name);
}

/** What there is in place of a name that is none, as a part of a sentence. */
export function offeredInstead(written: string, offers: readonly Nameable[]): string {
  if (offers.length === 0) return "none can be seen by the bot";
  const listed = namesNear(written, offers);
  const isShared = offers.filter(({ name }) => bare(name) === bare(written)).length > 1;
  if (isShared) return `there are several ${written}: ${listed.join(", ")}`;
  const more = offers.length > listed.length ? `, and ${offers.length - listed.length} more` : "";
  return `there are ${listed.join(", ")}${more}`;
}
