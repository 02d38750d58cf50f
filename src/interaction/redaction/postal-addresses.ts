import { before } from "./labels.ts";
import { type Span, spansOf } from "./spans.ts";
import { STREETS } from "./street-patterns.ts";

/** Words for living somewhere and sending something there. */
const CUE =
  /(?<!\p{L})(?:lives?|living|address|ship|deliver|moved?|reside|wohn\p{L}*|adresse|anschrift|liefer\p{L}*|zieh\p{L}*|umgezogen|schick\p{L}*|send\p{L}*|gemeldet|habit\p{L}*|livr\p{L}*|domicil\p{L}*|envoy\p{L}*|viv[oe]\p{L}*|direcci[oó]n|env[ií]\p{L}*|domicilio|entreg\p{L}*|mor[oa]|endereço|envi\p{L}*)(?!\p{L})[^\n]{0,40}$/iu;
const NO_STREET =
  /(?:sitz|park|arbeits|stell|listen|tabellen|camping|warte|steh|speicher|steck|liege|fenster|gang|lager|spiel|rück|um|heim|hin|dienst|rechts|post|rad|transport|vertriebs|zahlungs|liefer|kommunikations|aus|bahn|super|bau)(?:platz|weg|hof|markt)\s|^(?:Platz|Weg|Im Schnitt|Am Tag|Zum Preis|Im Jahr|Im Monat)/iu;
/** Endings of German streets that hardly any other word has. */
const ROAD = /(?:weg|platz)\s\d/iu;

function likelySpans(text: string, pattern: RegExp): Span[] {
  const found: Span[] = [];
  for (const match of text.matchAll(pattern)) {
    const isMeant = match[1] !== undefined || ROAD.test(match[0]) || CUE.test(before(text, match.index));
    if (isMeant && !NO_STREET.test(match[0]))
      found.push({ startsAt: match.index, endsAt: match.index + match[0].length });
  }
  return found;
}

/** Addresses of houses: streets with numbers in six languages, and what goes on from there; a postcode or a city alone is none. */
export function postalAddressSpans(text: string): Span[] {
  const found = STREETS.filter(({ seen }) => seen.test(text)).flatMap(({ sure, likely }) => [
    ...spansOf(text, sure()),
    ...(likely === undefined ? [] : likelySpans(text, likely())),
  ]);
  return found.sort((a, b) => a.startsAt - b.startsAt || b.endsAt - a.endsAt);
}
