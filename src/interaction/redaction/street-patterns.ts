import { latePattern } from "./late-pattern.ts";

/** How addresses are written in one language. */
export interface Streets {
  /** A cheap test: without a match here no other pattern is tried. */
  readonly seen: RegExp;
  /** Addresses that are such wherever they stand. */
  readonly sure: () => RegExp;
  /** What is an address only where the sentence speaks of living or delivering, or where the group (a city after it) matched. */
  readonly likely?: () => RegExp;
}

const UP = "\\p{Lu}[\\p{L}\\p{M}'’.-]{0,30}";
const LOW = "\\p{L}[\\p{L}\\p{M}'’-]{1,20}";
const TOWN = "(?:St\\. )?\\p{Lu}[\\p{L}\\p{M}'’-]{0,30}";
const CITY = `${TOWN}(?:[ -](?:${TOWN}|am|an der|a\\.d\\.|im|in|sur|sous|les?|la|de|del|do|da|dos|en)){0,4}`;
const JOINT = "\\s{0,2},?\\s{0,2}";
const END = "(?![\\p{L}\\p{N}])";
const START = "(?<![\\p{L}\\p{N}.,-])";

/** Words of which the first letter may be a capital. */
function words(list: string): string {
  return `(?:${list.replace(/(^|\|)(\p{L})/gu, (_, bar: string, letter: string) => `${bar}[${letter}${letter.toUpperCase()}]`)})`;
}

const FLAT = `(?:${words("apt|apartment|suite|ste|flat|unit|floor|fl")}\\.?\\s?#?[\\w-]{1,6}|#\\s?[\\w-]{1,6})`;
const BRITISH_CODE = "[A-Z]{1,2}\\d[A-Z\\d]?\\s?\\d[A-Z]{2}";
const ENGLISH_STREET =
  "(?:Street|St|Avenue|Ave|Road|Rd|Lane|Ln|Drive|Dr|Court|Ct|Boulevard|Blvd|Way|Place|Pl|Square|Sq|Terrace|Close|Crescent|Parkway|Pkwy|Highway|Hwy|Circle|Trail|Mews|Grove|Gardens|Row|Walk|Hill)(?!\\p{L})\\.?";
const NO_STREET = "Day|Hour|Minute|Week|Month|Year|Time|Item|Star|Business|Step|Point|Percent|Out|Of|In|On|The|To";
const ENGLISH_TAIL = `(?:${JOINT}${FLAT})?(?:${JOINT}${CITY})?(?:${JOINT}(?:[A-Z]{2}\\s{0,2}\\d{5}(?:-\\d{4})?|\\d{5}(?:-\\d{4})?|${BRITISH_CODE}|[A-Z]{2}))?`;
const ENGLISH_LIKELY =
  /(?<![\p{L}\p{N}.,-])\d{1,5}[a-z]?\s(?:(?!of|on|in|the|a|an|at|hours?|days?|times?|minutes?|km|miles?|per|more|other)\p{L}{2,20}\s){1,2}(?:street|st|avenue|ave|road|rd|lane|drive|boulevard|close|court|terrace|crescent)(?!\p{L})(?:,?\s\p{L}{2,20})?(?:,?\s(?:[a-z]{2}\s)?\d{5}(?!\d))?/giu;
const ENGLISH: Streets = {
  seen: /\d[^\n]{0,60}(?:street|\bst\b|\bave|road|\brd\b|lane|\bln\b|drive|\bdr\b|court|\bct\b|boul|blvd|\bway\b|place|\bpl\b|square|\bsq\b|terrace|close|crescent|pkwy|parkway|hwy|highway|circle|trail|mews|grove|gardens|\brow\b|\bwalk\b|\bhill\b)|\bbox \d|\b[a-z]{1,2}\d[a-z\d]?\s?\d[a-z]{2}\b/i,
  sure: latePattern(
    `${START}(?:${FLAT},?\\s)?\\d{1,5}[a-zA-Z]?,?\\s(?:(?:N|S|E|W|North|South|East|West)\\.?\\s)?(?:(?!(?:${NO_STREET})s?\\s)(?:${UP}|\\d{1,2}(?:st|nd|rd|th))\\s){1,3}${ENGLISH_STREET}(?:\\s(?:NW|NE|SW|SE|N|S|E|W)(?!\\p{L}))?${ENGLISH_TAIL}${END}|(?<![\\p{L}\\p{N}])(?:(?:${UP}\\s){1,2}(?:Cottage|House|Farm|Lodge|Barn),\\s)?(?:${UP}\\s){1,3}${ENGLISH_STREET},?\\s${CITY},?\\s${BRITISH_CODE}(?!\\p{L})|\\bP\\.?\\s?O\\.?\\s?Box\\s\\d{1,6}`,
    "gu",
  ),
  likely: () => ENGLISH_LIKELY,
};

const GERMAN_CITY = `(?:${JOINT}(?:D-|A-|CH-)?\\d{4,5}\\s${CITY}|,\\s${CITY})`;
const HOUSE = "\\s\\d{1,4}(?:\\s?[a-z](?!\\p{L}))?(?:\\s?[-/]\\s?\\d{1,4})?(?!\\p{N})";
const GERMAN_STRONG = "(?:straße|strasse|str\\.|allee|gasse|chaussee)";
const GERMAN: Streets = {
  seen: /(?:stra(?:ß|ss)e|str\.|allee|gasse|chaussee|weg|platz|ring|damm|ufer|hof|markt|stie?g|graben|berg|tor|wall|kamp|feld|pfad|promenade|winkel|zeile)\s(?:\d|de[sr]|am|zu[mr])|(?:am|an de[rn]|im|in der|auf de[mr]|zu[mr]|unter den|alte[rs]?|neue[rs]?)\s\p{L}{1,30}(?:\s\p{L}{1,30})?\s\d/iu,
  sure: latePattern(
    `(?<![\\p{L}\\p{N}])(?:\\p{L}[\\p{L}.-]{0,30}${GERMAN_STRONG}|(?!(?:Die|Der|Das|Eine?|Meine?|Unsere?|Diese|Jede|In|Auf|An)\\s(?:Straße|Strasse|Allee|Gasse))(?:${UP}[ -]){1,3}(?:Straße|Strasse|Str\\.|Allee|Gasse|Chaussee)|(?:Straße|Strasse|Platz|Allee)\\s(?:des|der|am|zum|zur)\\s(?:\\d{1,2}\\.\\s)?${UP}(?:\\s${UP})?)${HOUSE}${GERMAN_CITY}?`,
    "gu",
  ),
  likely: latePattern(
    `(?<![\\p{L}\\p{N}])(?:(?:Am|An der|An den|Im|In der|Auf dem|Auf der|Zum|Zur|Unter den|Alte[rs]?|Neue[rs]?)\\s${UP}(?:\\s${UP})?|(?:${UP}[ -]){0,2}\\p{Lu}[\\p{L}-]{1,30}(?:weg|platz|ring|damm|ufer|hof|markt|steig|stieg|graben|berg|tor|wall|kamp|feld|pfad|promenade|winkel|zeile)|(?:${UP}[ -]){1,2}(?:Weg|Platz|Ring|Damm|Ufer|Hof|Markt|Steig|Graben|Berg|Tor|Wall|Promenade))${HOUSE}(${GERMAN_CITY})?`,
    "gu",
  ),
};

const FRENCH_STREET = words(
  "rue|avenue|av\\.|boulevard|bd\\.?|chemin|allée|impasse|quai|faubourg|place|route|square|résidence|cours|passage|sentier",
);
const FRENCH_OF = "(?:(?:de la|de l['’]|des|de|du|d['’]|la|le|les|aux?|à la)\\s?)?(?:l['’])?";
const FRENCH_HOUSE = "\\d{1,4}(?:\\s?(?:bis|ter|quater|[A-D](?!\\p{L})))?,?\\s";
const FRENCH: Streets = {
  seen: /\d[^\n]{0,12}(?:rue|av|boulevard|bd|chemin|all[ée]e|impasse|quai|faubourg|place|route|square|r[ée]sidence|cours|passage|sentier)/i,
  sure: latePattern(
    `${START}${FRENCH_HOUSE}${FRENCH_STREET}\\s${FRENCH_OF}(?:${UP}|\\d{1,2}(?=\\s\\p{L}))(?:[ -](?:${UP}|de|du|des|la|le|les|et)(?![\\p{L}\\p{N}])){0,5}(?:${JOINT}(?:F-)?\\d{5}\\s${CITY})?${END}`,
    "gu",
  ),
  likely: latePattern(
    `${START}${FRENCH_HOUSE}${FRENCH_STREET}\\s${FRENCH_OF}(?:${LOW}[ -]?){1,4}(${JOINT}\\d{5}(?:\\s${LOW})?)?${END}`,
    "gu",
  ),
};

const SPANISH_STREET = words(
  "calle|c\\/|avenida|avda\\.?|av\\.|plaza|pza\\.?|paseo|p\\.º|camino|carretera|ctra\\.?|ronda|travesía|pasaje|glorieta|callejón|urbanización",
);
const SPANISH_HOUSE =
  "(?:,?\\s(?:n[.º°]{0,2}\\s?|número\\s|#\\s?|no\\.\\s?)?(?:\\d{1,4}(?:-\\d{1,3})?|[sS]\\/[nN]))(?!\\p{N})";
const SPANISH_FLAT =
  "(?:,?\\s(?:\\d{1,2}\\s?[.º°ª]{1,2}(?:\\s?[A-Z](?!\\p{L})|\\s(?:izq|dcha|izquierda|derecha)\\.?)?|piso\\s\\d{1,2}|(?:pta|puerta|esc|dpto)\\.?\\s\\w{1,3})){0,3}";
const SPANISH_OF = "(?:(?:de las|de los|de la|del|de|la|el|los|las)\\s)?";
const SPANISH: Streets = {
  seen: /(?:calle|c\/|aven|avda|av\.|plaza|pza|paseo|p\.º|camino|carret|ctra|ronda|traves|pasaje|glorieta|urbani)[^\n]{0,80}(?:\d|s\/n)/i,
  sure: latePattern(
    `(?<![\\p{L}\\p{N}])${SPANISH_STREET}\\s?${SPANISH_OF}(?:${UP}(?:\\s(?:${UP}|de|del|la|las|los|y)){0,5}|\\d{1,3})${SPANISH_HOUSE}${SPANISH_FLAT}(?:${JOINT}\\d{5}\\s${CITY})?`,
    "gu",
  ),
  likely: latePattern(
    `(?<![\\p{L}\\p{N}])${SPANISH_STREET}\\s?${SPANISH_OF}${LOW}(?:\\s${LOW}){0,2}${SPANISH_HOUSE}(${JOINT}\\d{5}(?:\\s${LOW})?)?`,
    "gu",
  ),
};

const PORTUGUESE_STREET = words(
  "rua|r\\.|avenida|av\\.?|travessa|alameda|praça|rodovia|estrada|largo|beco|ladeira|quadra",
);
const PORTUGUESE_OF = "(?:(?:das|dos|da|do|de)\\s)?";
const PORTUGUESE_HOUSE = "(?:,?\\s(?:n[.º°]{0,2}\\s?|número\\s)?(?:\\d{1,5}|[sS]\\/[nN]º?))(?!\\p{N})";
const PORTUGUESE: Streets = {
  seen: /(?:rua|\br\.|aven|\bav|travessa|alameda|praça|rodovia|estrada|largo|beco|ladeira|quadra)[^\n]{0,80}(?:\d|s\/n)/i,
  sure: latePattern(
    `(?<![\\p{L}\\p{N}])${PORTUGUESE_STREET}\\s${PORTUGUESE_OF}(?:${UP}(?:\\s(?:${UP}|de|da|do|das|dos|e)){0,5}|\\d{1,3})${PORTUGUESE_HOUSE}(?:${JOINT}(?:-\\s)?${words("ap(?:to|artamento)?\\.?|bloco|casa|sala|fundos")}\\s?\\w{0,5}){0,2}(?:\\s?[-,]\\s?${CITY}){0,2}(?:\\s?[-,/]\\s?[A-Z]{2}(?!\\p{L}))?(?:\\s?[-,]?\\s?(?:CEP:?\\s)?\\d{5}-?\\d{3}(?!\\p{N}))?`,
    "gu",
  ),
  likely: latePattern(
    `(?<![\\p{L}\\p{N}])${PORTUGUESE_STREET}\\s${PORTUGUESE_OF}${LOW}(?:\\s${LOW}){0,2}${PORTUGUESE_HOUSE}(${JOINT}(?:CEP:?\\s)?\\d{5}-?\\d{3})?`,
    "gu",
  ),
};

const CHOME = "\\d{1,4}(?:丁目|番地?|号|[-のー])\\s?\\d{1,4}(?:(?:番地?|号|[-のー])\\s?\\d{0,4}){0,3}号?";
const NUMERAL = "[一二三四五六七八九十〇\\d]{1,4}";
const LETTER = "[\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}々ヶケー]";
const JAPANESE: Streets = {
  seen: /[市区郡県都府道町村]/,
  sure: latePattern(
    `(?:〒?\\s?\\d{3}-\\d{4}\\s{0,2})?(?:東京都|北海道|(?:京都|大阪)府|\\p{sc=Han}{2,3}県|[\\p{sc=Han}ヶケ々]{1,5}[市区郡])${LETTER}{0,16}?(?:${CHOME}|${NUMERAL}丁目${NUMERAL}番地?(?:${NUMERAL}号)?|\\d{1,4}(?=\\s?(?:番地|号)))(?:\\s{0,2}(?:${LETTER}|[A-Za-z]){2,14}\\s?\\d{1,4}(?:号室?)?)?`,
    "gu",
  ),
};

/** Addresses in six languages. */
export const STREETS: readonly Streets[] = [ENGLISH, GERMAN, FRENCH, SPANISH, PORTUGUESE, JAPANESE];
