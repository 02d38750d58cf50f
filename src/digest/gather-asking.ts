import { gatherById } from "../gather-by-id.ts";
import { grouped } from "../grouping.ts";
import { BOUNDS, endsOf, keptOf } from "../interaction/bounds.ts";
import { type Cover, coverOf } from "../interaction/gather-cover.ts";
import type { Resolution } from "../interaction/interaction.ts";
import type { Entry } from "../interaction/transcript.ts";
import type { Reader } from "../ports.ts";
import type { Settings } from "../settings.ts";
import { meaningOf } from "../talk/intent.ts";
import { PHRASES } from "../talk/languages.ts";
import {
  type AskingFigures,
  type Begging,
  hasWaited,
  isLong,
  type Skip,
  type SkipKind,
  skipFiguresOf,
} from "./asking.ts";
import { beggingIn } from "./begging.ts";
import { during } from "./gather-rows.ts";
import { readEach, unlessUnreadable } from "./read-each.ts";
import type { Window } from "./week.ts";

/** Most skips and most begging messages that are looked into in a week, and what reading them may take. */
const MOST_READ = 1_000;
const MOST_BEGGING = 100;
const MOST_WORK_MS = 60_000;
/** So much of the customer's last words is read at each end, in UTF-16 units. */
const READ_AT_EACH_END = 1_000;
/** Longest reason shown, in UTF-16 units. */
const LONGEST_REASON = 200;

function kindsOf({ number, at }: Resolution, entries: readonly Entry[], locale: string): SkipKind[] {
  const standing = entries.filter((entry) => entry.deletedAt === null && entry.at <= at);
  const last = standing.toSorted((a, b) => a.position - b.position).findLast(({ author }) => author === "customer");
  const isAsking = last && meaningOf(PHRASES, endsOf(last.text, READ_AT_EACH_END), locale).isAsking;
  const found: readonly [SkipKind, boolean][] = [
    ["reopened", number > 1],
    ["waited", hasWaited(standing, at)],
    ["long", isLong(standing)],
    ["unsettled", isAsking === true],
  ];
  return found.flatMap(([kind, holds]) => (holds ? [kind] : []));
}

/** The reason in a fate's detail, which begins with who gave it. */
function reasonOf({ fateDetail, interactionId }: Resolution, cover: Cover): string {
  const reason = (fateDetail ?? "").replace(/^.*?: /su, "");
  return cover(keptOf(reason, LONGEST_REASON).text, interactionId).trim();
}

async function gatherSkips(store: Reader, { desk }: Pick<Settings, "desk">, window: Window): Promise<Skip[]> {
  const where = { fateReason: "skipped-by-person" };
  const skipped = await store.list("resolution", { where, ...during("at", window), limit: MOST_READ });
  if (skipped.length === 0) return [];
  const ids = skipped.map(({ interactionId }) => interactionId);
  const cover = await coverOf({ store, settings: { desk } }, ids);
  const entries = await gatherById(ids, (interactionId) => store.list("entry", { where: { interactionId } }));
  const said = grouped(entries, ({ interactionId }) => interactionId);
  const read = await readEach(skipped, MOST_WORK_MS, (one) => ({
    interactionId: one.interactionId,
    by: one.by ?? "?",
    reason: reasonOf(one, cover),
    kinds: kindsOf(one, said.get(one.interactionId) ?? [], desk.locale),
  }));
  return [...read.values()];
}

async function gatherBegging(store: Reader, { desk }: Pick<Settings, "desk">, window: Window): Promise<Begging[]> {
  const pleas = await store.list("plea", { ...during("at", window), limit: BOUNDS.entries });
  const entries = await gatherById(
    pleas.map(({ id }) => id),
    (id) => store.list("entry", { where: { id } }),
  );
  const standing = entries.filter(({ deletedAt }) => deletedAt === null).slice(0, MOST_BEGGING);
  const cover = await coverOf(
    { store, settings: { desk } },
    standing.map(({ interactionId }) => interactionId),
  );
  const read = await readEach(standing, MOST_WORK_MS, ({ interactionId, text }) => {
    const sentence = beggingIn(text);
    if (sentence === null) return null;
    return { interactionId, sentence: cover(sentence, interactionId) };
  });
  return [...read.values()].filter((one) => one !== null);
}

/** Who chose not to have whom asked in a week, after what kinds of conversation, and which messages asked for a high score. Rejects as the store does. */
export async function gatherAsking(
  store: Reader,
  settings: Pick<Settings, "desk">,
  window: Window,
): Promise<AskingFigures> {
  return {
    skips: skipFiguresOf((await unlessUnreadable(() => gatherSkips(store, settings, window))) ?? []),
    begging: (await unlessUnreadable(() => gatherBegging(store, settings, window))) ?? [],
  };
}
