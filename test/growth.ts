/** What strangers may send by the yard: the name says what it is, the text is repeated. */
export const HOSTILE: Readonly<Record<string, string>> = {
  "one letter": "a",
  "small and capital": "aA",
  "Japanese letters": "注文",
  "Japanese words": "請求書を山田さんへ",
  "letters with dots": "a.",
  "letters with hyphens": "a-",
  "letters with plus signs": "a+",
  "letters at letters": "a@",
  "at signs": "@",
  "spoken addresses": "a(at)b(dot)",
  digits: "1",
  "digits with blanks": "1 ",
  "wide digits": "１＋",
  "dialling codes": "+1",
  "numbers with dots": "1.1.1.",
  "account numbers": "DE12",
  "card numbers": "4111 1111 1111 1111 ",
  blanks: " ",
  "wide blanks": "\u3000",
  "no-break blanks": "\u00a0",
  "line breaks": "\n",
  brackets: "[(<{",
  "openings of mentions": "<@",
  "openings of tokens": "eyJ-",
  "tokens that are none": "eyJabcdefgh-",
  "openings of keys": "-----BEGIN ",
  "words for secrets": "password is      ",
  "words for bearers": "bearer      ",
  "piled marks": "\u0301\u0323",
  "letters with marks": "a\u0301",
  "zero width": "\u200b",
  "joined emoji": "👩‍👩‍👧‍👦",
  keycaps: "9\ufe0f\u20e3",
  links: "https://a.b/c?",
  "openings of links": "http://",
  "exclamation marks": "!",
  punctuation: "!?.,;:",
  colons: "a:",
  entities: "&amp;",
  "signs of markup": "*_~`|",
  "addresses said aloud": "a arroba b punto ",
  "ats among words": "a at b.c dot ",
  "ids in groups": "123-45-6789.",
  "words for ids": "ssn no. is ",
  "words for things": "order no. is ",
  "words for codes": "cvv パスワード：",
  "dates of birth": "born on 1.1.",
  "numbers of houses": "1 A Street, B ",
  "streets without houses": "Rua A B de ",
  "streets of small letters": "1 rue de la a ",
  "endings of streets": "A-Straße ",
  "Japanese blocks": "東京都山1-",
  "Japanese kin": "夫の山さん",
  "Japanese closings": "お願いします。山",
  relations: "my son A ",
  titles: "Mr. Dr. ",
  initials: "Mr. A. A. ",
  "parts of names": "de la Robert ",
  "known names": "robert example ",
  closings: "Regards,\n",
  greetings: "Hi A, ",
  "fields of programs": '{"a":1,',
  "digests of tokens": "sha256:aA1",
};

/** The unit as often as makes a text of this length, in UTF-16 units. */
export function repeated(unit: string, length: number): string {
  return unit.repeat(Math.ceil(length / unit.length)).slice(0, length);
}

/** How much longer the longer text is. */
const TIMES = 4;
/** Twice as much as linear growth takes; quadratic growth takes four times as much as linear, cubic sixteen times. */
const ALLOWED = 2 * TIMES;
/** Below this no growth can be told from what else the machine does, milliseconds. */
const NOISE_MS = 25;

/** The least time that the processor spends on the work, milliseconds: what else the machine does at the moment does not count. */
async function fastest(work: (text: string) => unknown, text: string, runs: number): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let run = 0; run < runs; run += 1) {
    const begun = process.cpuUsage();
    await work(text);
    const { user, system } = process.cpuUsage(begun);
    least = Math.min(least, (user + system) / 1_000);
  }
  return least;
}

/** What the time of the work did between two lengths, in words; null where it grew no faster than the text, or at another try did not. */
async function fasterThanLinear(
  work: (text: string) => unknown,
  name: string,
  unit: string,
  length: number,
): Promise<string | null> {
  const [few, many] = [repeated(unit, length), repeated(unit, TIMES * length)];
  let found = "";
  for (const runs of [1, 3, 3]) {
    const once = await fastest(work, few, 1);
    const long = await fastest(work, many, runs);
    if (long <= NOISE_MS) return null;
    const isBeyond = (short: number) => long > ALLOWED * short + NOISE_MS;
    const short = isBeyond(once) ? once : Math.min(once, await fastest(work, few, 2));
    if (!isBeyond(short)) return null;
    found = `${name}: ${short.toFixed(1)} ms for ${length}, ${long.toFixed(1)} ms for ${TIMES * length}`;
  }
  return found;
}

/** The hostile texts whose time grows faster than their length, a sentence each. */
export async function superlinear(
  work: (text: string) => unknown,
  length = 4_000,
  units: Readonly<Record<string, string>> = HOSTILE,
): Promise<string[]> {
  const found: string[] = [];
  for (const [name, unit] of Object.entries(units)) {
    const breach = await fasterThanLinear(work, name, unit, length);
    if (breach !== null) found.push(breach);
  }
  return found;
}
