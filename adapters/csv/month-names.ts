/** Languages in which the names of months and days are read. */
const LOCALES = ["en", "de", "es", "fr", "pt"];
const DAY = 86_400_000;

/** A name as it is compared: small, without accents and dots. */
function plain(name: string): string {
  return name
    .normalize("NFD")
    .replace(/[\p{M}.]/gu, "")
    .toLowerCase();
}

function namesOf(styles: readonly Intl.DateTimeFormatOptions[], moments: readonly number[]): Map<string, number> {
  const formats = LOCALES.flatMap((locale) =>
    styles.map((style) => new Intl.DateTimeFormat(locale, { ...style, timeZone: "UTC" })),
  );
  return new Map(
    moments.flatMap((at, index) => formats.map((format) => [plain(format.format(at)), index + 1] as const)),
  );
}

let months: Map<string, number> | null = null;
let weekdays: Map<string, number> | null = null;

/** The month of that name, 1 to 12, long or short, in English, German, Spanish, French or Portuguese; null where it is none. */
export function monthOf(name: string): number | null {
  months ??= new Map([
    ...namesOf(
      [{ month: "long" }, { month: "short" }],
      Array.from({ length: 12 }, (_, month) => Date.UTC(2026, month, 15)),
    ),
    ...([
      ["sept", 9],
      ["mrz", 3],
    ] as const),
  ]);
  return months.get(plain(name)) ?? null;
}

/** Whether the word is the name of a day of the week in one of those languages. */
export function isWeekday(name: string): boolean {
  weekdays ??= new Map([
    ...namesOf(
      [{ weekday: "long" }, { weekday: "short" }],
      Array.from({ length: 7 }, (_, day) => Date.UTC(2026, 0, 5) + day * DAY),
    ),
    ...["tues", "thur", "thurs"].map((one) => [one, 0] as const),
  ]);
  return weekdays.has(plain(name));
}
