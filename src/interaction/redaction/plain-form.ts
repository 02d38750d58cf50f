const FIRST_WIDE = 0xff01;
const LAST_WIDE = 0xff5e;
const WIDE_BY = 0xfee0;
const UNUSUAL = /[\uFF01-\uFF5E\u3000\u00A0\u2007\u202F\u2009\u2010-\u2015\u2212\uFE63]/g;

/** The same letters, digits, blanks and hyphens however wide they are written, each in its place: positions are those of the text. */
export function plainForm(text: string): string {
  return text.replace(UNUSUAL, (sign) => {
    const code = sign.charCodeAt(0);
    if (code >= FIRST_WIDE && code <= LAST_WIDE) return String.fromCharCode(code - WIDE_BY);
    return /\s/.test(sign) ? " " : "-";
  });
}
