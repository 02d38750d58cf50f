import { Temporal } from "temporal-polyfill";
import { z } from "zod";

const UNITS: Readonly<Record<string, number>> = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };
const SHORT_DURATION = /^([0-9]+)([smhd])$/;
/** A hundred years of 365 days, so that no moment leaves the calendar. */
const LONGEST = 36_500 * 86_400_000;

function isoMilliseconds(text: string): number | null {
  try {
    const duration = Temporal.Duration.from(text);
    if (duration.years !== 0 || duration.months !== 0 || duration.sign < 0) return null;
    return duration.total({ unit: "milliseconds", relativeTo: "1970-01-01" });
  } catch {
    return null;
  }
}

/**
 * Milliseconds of `90s`, `5m`, `24h`, `7d` or an ISO 8601 duration without months and years; null for anything else, for
 * fractions of a millisecond and for more than a hundred years.
 */
export function parseDuration(text: string): number | null {
  const [, amount, unit = ""] = SHORT_DURATION.exec(text) ?? [];
  const milliseconds = amount === undefined ? isoMilliseconds(text) : Number(amount) * (UNITS[unit] ?? Number.NaN);
  return Number.isInteger(milliseconds) && (milliseconds ?? 0) <= LONGEST ? milliseconds : null;
}

/** The same, at least a second; 0 for the empty text, which is never. */
export function parseDurationOrNever(text: string): number | null {
  if (text === "") return 0;
  const milliseconds = parseDuration(text);
  return milliseconds !== null && milliseconds >= 1_000 ? milliseconds : null;
}

/** The fraction that a whole percentage stands for, 0 to 1; null for anything else. */
export function parsePercent(text: string): number | null {
  const match = /^(0|[1-9][0-9]?|100)%$/.exec(text);
  return match ? Number(match[1]) / 100 : null;
}

/** Whether it names an IANA time zone; an offset such as `+02:00` does not. */
export function isZone(name: string): boolean {
  if (!/^[A-Za-z][A-Za-z0-9_+/-]*$/.test(name)) return false;
  try {
    Temporal.Now.zonedDateTimeISO(name);
    return true;
  } catch {
    return false;
  }
}

/** Whether it is a language tag (BCP 47). */
export function isLocale(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

const A_TEXT = "a text that is not empty";

/** A text that is not empty, with the blanks at its ends removed. */
export const text = z.string({ error: A_TEXT }).trim().min(1, { error: A_TEXT });
const SHORT = 500;
const A_SHORT_TEXT = `a text of up to ${SHORT} characters, or "" for none`;
/** A text of a sentence or two, with the blanks at its ends removed; may be empty. */
export const maybeText = z.string({ error: A_SHORT_TEXT }).trim().max(SHORT, { error: A_SHORT_TEXT });
/** true or false. */
export const flag = z.boolean({ error: "true or false" });
/** A text of a certain form; `allowed` says which. */
export const form = (pattern: RegExp, allowed: string) =>
  z.string({ error: allowed }).regex(pattern, { error: allowed });
/** What people call a thing by in the settings: a product, a theme, a desk. */
export const shortName = form(/^[a-z0-9][a-z0-9-]*$/, "small letters, digits and hyphens");
/** One of the words. */
export const choice = <const Words extends readonly string[]>(words: Words) =>
  z.enum(words, { error: words.join(" or ") });
/** A whole number. */
export const count = (least: number) => {
  const error = `a whole number, ${least} or more`;
  return z.int({ error }).min(least, { error });
};
/** Any number of values of a kind. */
export const list = <Item extends z.ZodType>(item: Item, allowed: string) => z.array(item, { error: allowed });

/** A text that `parse` understands (it returns null for the rest), kept as what it means. */
export function parsed<T>(normal: string, parse: (text: string) => T | null, allowed: string) {
  return z
    .string({ error: allowed })
    .default(normal)
    .transform((given, context) => {
      const value = parse(given);
      if (value !== null) return value;
      context.addIssue({ code: "custom", message: allowed });
      return z.NEVER;
    });
}

/** A duration of at least `least` milliseconds, kept as milliseconds. */
export function duration(normal: string, least = 1_000) {
  const allowed = `a duration such as 90s, 5m, 24h, 7d or an ISO 8601 duration, from ${least === 0 ? "0s" : "1s"} to 36500d`;
  const parse = (given: string) => {
    const milliseconds = parseDuration(given);
    return milliseconds !== null && milliseconds >= least ? milliseconds : null;
  };
  return parsed(normal, parse, allowed);
}

const WEB_SITE = "the address at which a site begins, such as https://www.example.com";
/** Where a site of somebody else begins: its origin, with or without a slash after it. */
export const webSite = z.string({ error: WEB_SITE }).refine(
  (given) => {
    const url = URL.canParse(given) ? new URL(given) : null;
    return url !== null && /^https?:$/.test(url.protocol) && url.href === `${url.origin}/`;
  },
  { error: WEB_SITE },
);

const WEB_ADDRESS = "an http:// or https:// address without user name and fragment";
/** Where a program of somebody else takes requests. */
export const webAddress = z.string({ error: WEB_ADDRESS }).refine(
  (given) => {
    const url = URL.canParse(given) ? new URL(given) : null;
    return url !== null && /^https?:$/.test(url.protocol) && url.username + url.password + url.hash === "";
  },
  { error: WEB_ADDRESS },
);

const A_ZONE = "an IANA time zone such as Europe/Berlin";
/** An IANA time zone. */
export const zone = z.string({ error: A_ZONE }).refine(isZone, { error: A_ZONE });
const A_LOCALE = "a language tag such as en or pt-BR";
/** A BCP 47 language tag. */
export const locale = z.string({ error: A_LOCALE }).refine(isLocale, { error: A_LOCALE });
/** A person, group or role on a platform. */
export const address = form(/^[a-z]+(:[^:\s]+)+$/, "an address such as slack:T1:U7 or discord:G1:R5");
/** A platform's name of a channel. YAML would round the long numbers of Discord, so they stand in quotes. */
export const channel = form(/^\S+$/, 'a channel id in quotes, such as "C0TEAM" or "112233445566778899"');
/** A day and time of the week. */
export const weekly = form(
  /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun) ([01][0-9]|2[0-3]):[0-5][0-9]$/,
  'a day and time such as "Mon 09:00"',
);

/** A group of settings; one that is not there has all its defaults. */
export const section = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z
    .strictObject(shape, { error: "a group of settings, or nothing at all" })
    .prefault({} as z.input<z.ZodObject<Shape, z.core.$strict>>);

/** The places in the list of those whose id another one before them has. */
function repeatedIds(items: unknown): number[] {
  if (!Array.isArray(items)) return [];
  const ids = items.map((item: unknown) =>
    typeof item === "object" && item !== null && "id" in item ? item.id : null,
  );
  return ids.flatMap((id, index) => (typeof id === "string" && ids.indexOf(id) < index ? [index] : []));
}

/** A list in which no two have the same id. */
export function ownIds<Item extends z.ZodType>(items: z.ZodArray<Item>, allowed: string) {
  return items.superRefine(
    (given, context) => {
      for (const index of repeatedIds(given))
        context.addIssue({ code: "custom", path: [index, "id"], message: allowed });
    },
    { when: () => true },
  );
}
