import { dateFormat } from "../calendar/date-format.ts";
import type { OutboundMessage, Section } from "../messages.ts";
import type { FoundWord, FoundWords } from "../privacy/disclosure.ts";
import type { WordsWanted } from "../reading-events.ts";
import type { Asking } from "./find-overview.ts";

/** How much of what is found is shown in chat; the page shows the rest. */
const SHOWN = 5;

/** What is asked of the bot for somebody who searches from chat. */
export function searchFromChat({ by, clock }: Pick<Asking, "by" | "clock">, typed: string): WordsWanted {
  const wanted = { kind: "search", sought: { typed, limit: SHOWN } } as const;
  return { kind: "words-wanted", id: null, at: clock.now(), by, via: "chat", purpose: "learn", wanted };
}

function sectionOf({ wording, settings, locale }: Asking, hit: FoundWord): Section {
  const { kind, author, score, at, text, interactionId } = hit;
  const given = score === null ? "search.reasonGiven" : "search.reasonGivenScore";
  const said = author === "agent" ? "search.agentSaid" : "search.customerSaid";
  const who = wording.say(locale, kind === "comment" ? given : said, { score: score ?? 0 });
  const times = { dateStyle: "medium", timeStyle: "short", timeZone: settings.desk.zone } as const;
  const moment = dateFormat(locale, times).format(at);
  return { title: `${who}, ${moment}`, lines: [text], about: interactionId };
}

/** What was found, for whoever searched alone; a sentence where that is nothing. */
export function foundMessage(asking: Asking, { hits, behind }: FoundWords): OutboundMessage | string {
  const { wording, locale } = asking;
  if (hits.length === 0) return wording.say(locale, "search.nothing");
  const text = wording.say(locale, behind === null ? "search.found" : "search.first", { count: hits.length });
  return { kind: "detail", text, sections: hits.map((hit) => sectionOf(asking, hit)), actions: [] };
}
