import { unreadAmong } from "../interaction/find-unread.ts";
import type { Reader } from "../ports.ts";
import type { Settings } from "../settings.ts";
import type { Basis } from "./basis.ts";
import type { CordRow } from "./cord-figures.ts";
import { basisOf } from "./counted-rows.ts";
import { decisionsInForce } from "./decision.ts";
import type { ChangeFacts } from "./declared-change.ts";
import { type DigestFrame, type DigestTallies, documentOf } from "./digest.ts";
import type { Digest, DigestId } from "./document.ts";
import { gatherAgainst } from "./gather-against.ts";
import { gatherAims } from "./gather-aims.ts";
import { gatherAsking } from "./gather-asking.ts";
import { gatherThreshold, gatherToldBefore } from "./gather-change.ts";
import { gatherEnhance } from "./gather-enhance.ts";
import { gatherPast, gatherStood } from "./gather-rows.ts";
import { gatherShadowing } from "./gather-shadowing.ts";
import { gatherSilence } from "./gather-silence.ts";
import { gatherTrial } from "./gather-trial.ts";
import { gatherLocales, gatherWords } from "./gather-words.ts";
import { byProduct, type WeekTally } from "./history.ts";
import { RECOVERY_WEEKS } from "./recovered.ts";
import type { ScoreCount } from "./score-counts.ts";
import type { ThemeFinder } from "./themes.ts";
import type { Thresholds } from "./thresholds.ts";
import { shiftedWeek, type Window, windowOf } from "./week.ts";

/** Which digest, as of when, and what comments are read with. */
export interface GatherFrame {
  readonly id: DigestId;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly themes: ThemeFinder;
  /** Where somebody reads a week and waits a little for its threshold; else the one that is kept is taken. */
  readonly thresholds?: Thresholds | undefined;
}

/** So many weeks together, the digest's own the last. */
function overWeeks({ week, zone }: DigestId, weeks: number): Window {
  return { from: windowOf(shiftedWeek(week, 1 - weeks), zone).from, to: windowOf(week, zone).to };
}

/** The cords that stand, and those that were answered in the window or later. */
async function gatherCords(store: Reader, { from }: Window): Promise<CordRow[]> {
  const standing = await store.list("cord", { where: { state: "pulled" } });
  return [...standing, ...(await store.list("cord", { where: { state: "answered" }, atLeast: { answeredAt: from } }))];
}

/** A digest, and the rows from which anybody can count it again. */
export interface CountedDigest {
  readonly document: Digest;
  readonly basis: Basis;
}

/** What the changes of a week are found from. */
async function changeFacts(
  store: Reader,
  settings: Settings,
  id: DigestId,
  { scores, past }: { readonly scores: readonly ScoreCount[]; readonly past: readonly WeekTally[] },
): Promise<ChangeFacts> {
  const { scale } = settings.question;
  const own = { week: id.week, products: byProduct(scores, scale) };
  const { minAnswers } = settings.digest;
  return { week: id.week, tallies: [...past, own], before: await gatherToldBefore(store, id, scale), minAnswers };
}

/** What the changes of a week are found from, by the rows as they are now. */
export async function gatherChangeFacts(store: Reader, settings: Settings, id: DigestId): Promise<ChangeFacts> {
  const scores = await store.countScores(windowOf(id.week, id.zone));
  return changeFacts(store, settings, id, { scores, past: await gatherPast(store, id, settings.question.scale) });
}

/** The digest of a week, counted from the rows as they are now; without what is in words where those could not be read. */
export async function gatherDigest(store: Reader, settings: Settings, frame: GatherFrame): Promise<Digest> {
  const { tallies, rules } = await gatherTallies(store, settings, frame);
  return documentOf(tallies, rules);
}

/** The same with the rows from which it can be counted again. */
export async function gatherCounted(store: Reader, settings: Settings, frame: GatherFrame): Promise<CountedDigest> {
  const { tallies, rules } = await gatherTallies(store, settings, frame);
  return { document: documentOf(tallies, rules), basis: basisOf(tallies, rules) };
}

/** What the rows of the week come to, and by which rules they are told. */
async function gatherTallies(
  store: Reader,
  settings: Settings,
  frame: GatherFrame,
): Promise<{ readonly tallies: DigestTallies; readonly rules: DigestFrame }> {
  const { id, now } = frame;
  const { scale } = settings.question;
  const window = windowOf(id.week, id.zone);
  const commented = await store.listCommented(window);
  const { phoneCountry } = settings.desk;
  const customers = commented.map(({ customerId }) => customerId);
  const unread = await unreadAmong({ store }, customers);
  const locales = await gatherLocales(store, commented);
  const words = await gatherWords(store, commented, {
    week: id.week,
    finder: frame.themes,
    locales,
    unread,
    phoneCountry,
  });
  const readable = commented.filter(({ customerId }) => !unread.has(customerId));
  const past = await gatherPast(store, id, scale);
  const trial = await gatherTrial(store, settings, window, now);
  const scores = await store.countScores(window);
  const change = await changeFacts(store, settings, id, { scores, past });
  const decisions = await store.list("decision", {});
  const tallies = {
    scores,
    change,
    threshold: await gatherThreshold(store, id, change, frame.thresholds),
    commented,
    outcomes: await store.countOutcomes(window, now),
    past,
    stood: await gatherStood(store, id),
    wordOfMouth: await store.countWordOfMouth(window),
    enhance: await gatherEnhance(store, phoneCountry),
    recovered: await store.countRecovered(overWeeks(id, RECOVERY_WEEKS)),
    ...(words && { themes: words.themes }),
    cords: await gatherCords(store, window),
    decisions: decisionsInForce(decisions, now),
    silence: await gatherSilence(store, settings, id, past),
    heardAgain: await store.countHeardAgain(Math.min(window.to, now)),
    ...(await gatherShadowing(store, settings, window)),
    aside: await store.countAside(window),
    asking: await gatherAsking(store, settings, window),
    against: await gatherAgainst(store, readable, { window, judge: frame.themes.judge, locales, settings }),
    ...trial,
    aims: await gatherAims({ store, settings, zone: id.zone }, { week: id.week, decisions, now }),
  };
  const redact = words?.redact ?? (() => "");
  const { minAnswers, smallBelow } = settings.digest;
  const rules = { id, scale, minAnswers, smallBelow, products: settings.products, now, redact };
  return { tallies, rules };
}
