import { digestMessage } from "../digest/digest-messages.ts";
import { findLastDigest } from "../digest/find-digest.ts";
import { fateParts } from "../digest/ledger-messages.ts";
import { createSpeaker } from "../digest/say-figures.ts";
import type { ThemeFinder } from "../digest/themes.ts";
import type { Person } from "../interaction/customer.ts";
import type { OutboundMessage } from "../messages.ts";
import type { Clock, Reader } from "../ports.ts";
import { standingLine } from "../recovery/cord-messages.ts";
import { standingCords } from "../recovery/find-cord.ts";
import { may } from "../rights.ts";
import { whoMay } from "../say-who-may.ts";
import type { Settings } from "../settings.ts";
import type { Wording } from "../wording.ts";
import { caseFor, urgentCases } from "./find-cases.ts";

/** So many cases are told of in chat; the page has the others. */
const MOST_CARDS = 20;
const WEEK_MS = 7 * 24 * 60 * 60 * 1000;

/** Who asks for an overview, and in which language it is given. */
export interface Asking {
  readonly deskId: string;
  readonly store: Reader;
  readonly settings: Settings;
  readonly wording: Wording;
  readonly clock: Clock;
  readonly themes: ThemeFinder;
  readonly by: Person;
  readonly locale: string;
}

/** The cords that stand pulled, a line each. */
export async function cordLines(asking: Pick<Asking, "store" | "settings" | "wording" | "locale">): Promise<string[]> {
  const cords = await standingCords(asking.store);
  return Promise.all(cords.map((cord) => standingLine(asking, cord, asking.locale)));
}

/** What became of the conversations resolved in the last seven days, and which cords stand; a refusal to those without the right to read figures. */
export async function lastWeek(asking: Asking): Promise<string> {
  const { store, settings, wording, locale, by, clock } = asking;
  if (!may(by.role, "read-figures")) return whoMay(asking, by, "read-figures");
  const now = clock.now();
  const ledger = await store.countFates({ from: now - WEEK_MS, to: now + 1 });
  const { resolved } = ledger.fates;
  const speaker = createSpeaker({ wording, settings: { desk: { ...settings.desk, locale } } });
  const parts = speaker.list(fateParts(speaker, ledger).map(({ text }) => text));
  const week = resolved === 0 ? speaker.say("command.statusNone") : speaker.say("command.status", { resolved, parts });
  return [week, ...(await cordLines(asking))].join("\n");
}

/** The digest of the last week that is over, as the team is told of it; a sentence where there is none, or for those without the right to read figures. */
export async function lastDigest(asking: Asking): Promise<OutboundMessage | string> {
  const { wording, locale, by } = asking;
  if (!may(by.role, "read-figures")) return whoMay(asking, by, "read-figures");
  const row = await findLastDigest(asking);
  return row ? digestMessage(asking, row) : wording.say(locale, "digest.notYet");
}

/** The cords that stand, and the cases in which somebody still has to act, the most urgent first, each with its link; a sentence where there are none, or for those without the right to read figures. */
export async function openCases(asking: Asking): Promise<OutboundMessage | string> {
  const { wording, locale, by } = asking;
  if (!may(by.role, "read-figures")) return whoMay(asking, by, "read-figures");
  const { items, count } = await urgentCases(asking, { from: 0, most: MOST_CARDS });
  const cards = await Promise.all(items.map((item) => caseFor(asking, item)));
  const cords = await cordLines(asking);
  if (cards.length === 0) return [...cords, wording.say(locale, "home.noCases")].join("\n");
  const standing = cords.length === 0 ? [] : [{ title: wording.say(locale, "home.cords"), lines: cords }];
  const sections = cards.map(({ text, about }) => ({ title: "", lines: [text], ...(about ? { about } : {}) }));
  const left = count - cards.length;
  const more = left > 0 ? [{ title: "", lines: [wording.say(locale, "home.more", { count: left })] }] : [];
  const page = { name: "open-page", subject: "/cases", label: wording.say(locale, "feed.allOpen", { count }) } as const;
  return {
    ...{ kind: "detail", text: wording.say(locale, "home.cases"), sections: [...standing, ...sections, ...more] },
    actions: left > 0 && may(by.role, "work-case") ? [page] : [],
  };
}
