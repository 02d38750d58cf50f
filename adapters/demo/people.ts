import { Temporal } from "temporal-polyfill";
import type { Person } from "../../src/interaction/customer.ts";
import type { Random } from "./random.ts";
import { type DeskWords, SAMPLE_LOCALES, type SampleLocale } from "./sample.ts";

const DAY = 24 * 60 * 60 * 1000;

const LOCALE_WEIGHTS: Readonly<Record<SampleLocale, number>> = { en: 54, de: 16, es: 8, fr: 7, "pt-BR": 9, ja: 8 };
const ZONES: Readonly<Record<SampleLocale, readonly string[]>> = {
  en: ["Europe/London", "Europe/Dublin", "Europe/Berlin", "America/New_York"],
  de: ["Europe/Berlin", "Europe/Berlin", "Europe/Vienna", "Europe/Zurich"],
  es: ["Europe/Madrid", "Europe/Madrid", "America/Mexico_City"],
  fr: ["Europe/Paris", "Europe/Brussels"],
  "pt-BR": ["America/Sao_Paulo"],
  ja: ["Asia/Tokyo"],
};
/** Share of conversations begun by somebody who has written before. */
const RETURNING = 0.22;
const LEAST_BREAK = 2 * DAY;

/** A customer of the sample. */
export interface Visitor {
  readonly person: Person;
  readonly locale: SampleLocale;
}

/** The sample's customers, made as they are needed. */
export interface People {
  /** Somebody for whom it is daytime: new, or back after some days. */
  visitor(at: number): Visitor;
  /** A new customer in that zone, who writes English and does not come again by chance. */
  newcomer(zone: string, name?: string): Visitor;
  /** Says that the customer is to come again, if the quarter is long enough. */
  expectAgain(visitor: Visitor, at: number): void;
}

function isAwake(zone: string, at: number): boolean {
  const { hour } = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  return hour >= 7 && hour < 22;
}

function slug(name: string): string {
  return name.toLowerCase().replaceAll(" ", "-");
}

/** A member of the team by name, at the address that the local desk gives them. */
export function teamMember(name: string, role: "agent" | "lead" | "executive"): Person {
  return { address: `web:agent:${slug(name)}`, role, name };
}

/** Customers drawn from the desk's names and numbers. */
export function createPeople(random: Random, desk: DeskWords): People {
  const seen: { visitor: Visitor; lastAt: number }[] = [];
  const expected: { visitor: Visitor; lastAt: number }[] = [];
  let count = 0;

  const numbered = (): { id: string; name: string } => {
    count += 1;
    const id = String(count).padStart(4, "0");
    const { first, last } = desk.customers;
    const name = `${first[count % first.length]} ${last[Math.floor(count / first.length) % last.length]}`;
    return { id, name: count % 3 !== 0 || name === desk.recovered.customer ? `Customer ${id}` : name };
  };

  const visitorOf = (locale: SampleLocale, zone: string, named?: string): Visitor => {
    const { id, name } = numbered();
    const person: Person = { address: `web:customer:${id}`, role: "customer", name: named ?? name, locale, zone };
    return { locale, person };
  };

  const somebodyNew = (at: number): Visitor => {
    const awake = SAMPLE_LOCALES.flatMap((locale) => {
      const zones = ZONES[locale].filter((zone) => isAwake(zone, at));
      return zones.length > 0 ? [{ locale, zones }] : [];
    });
    if (awake.length === 0) return visitorOf("en", "Europe/Berlin");
    const weights = Object.fromEntries(awake.map(({ locale }) => [locale, LOCALE_WEIGHTS[locale]]));
    const locale = random.weighted(weights) as SampleLocale;
    const zones = awake.find((one) => one.locale === locale)?.zones ?? ZONES.en;
    return visitorOf(locale, random.pick(zones));
  };

  const mayCome = (at: number) => (one: { visitor: Visitor; lastAt: number }) =>
    one.lastAt + LEAST_BREAK < at && isAwake(one.visitor.person.zone ?? "UTC", at);

  const returning = (at: number): Visitor | null => {
    const back = expected.findIndex(mayCome(at));
    if (back >= 0 && random.chance(0.1)) return expected.splice(back, 1)[0]?.visitor ?? null;
    if (seen.length === 0 || !random.chance(RETURNING)) return null;
    const one = random.pick(seen);
    if (!mayCome(at)(one)) return null;
    one.lastAt = at;
    return one.visitor;
  };

  return {
    visitor(at) {
      const known = returning(at);
      if (known) return known;
      const visitor = somebodyNew(at);
      seen.push({ visitor, lastAt: at });
      return visitor;
    },
    newcomer: (zone, name) => visitorOf("en", zone, name),
    expectAgain: (visitor, at) => void expected.push({ visitor, lastAt: at }),
  };
}
