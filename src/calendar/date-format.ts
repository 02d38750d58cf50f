/** Most formats that are remembered: one takes longer to make than a hundred dates to write. */
const MOST_REMEMBERED = 512;
const FORMATS = new Map<string, Intl.DateTimeFormat>();

/** How dates are written in a language, in a zone. Throws where there is no such zone. */
export function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const known = FORMATS.get(key);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat(locale, options);
  if (FORMATS.size >= MOST_REMEMBERED) FORMATS.clear();
  FORMATS.set(key, format);
  return format;
}
