import type { DigestFrame } from "../../src/digest/digest.ts";
import type { Digest } from "../../src/digest/document.ts";
import { PAST_WEEKS } from "../../src/digest/history.ts";
import { type DigestAnswer, isCommented } from "../../src/digest/tally.ts";
import { shiftedWeek, weeksUpTo, windowOf } from "../../src/digest/week.ts";
import type { FateKind } from "../../src/interaction/interaction.ts";
import { type DigestRows, digestOf, tallyWeeks } from "../digest/from-rows.ts";
import { answers } from "../digest/samples.ts";

const ZONE = "Europe/Berlin";
export const WEEK = "2026-W46";
const { from, to } = windowOf(WEEK, ZONE);

const FRAME: DigestFrame = {
  id: { week: WEEK, zone: ZONE, team: "default" },
  ...{ scale: "1-10", minAnswers: 5, smallBelow: 30, now: to + 1, redact: (text) => text },
  products: [
    { id: "app", name: "Mobile app" },
    { id: "billing", name: "Billing", owner: "web:agent:lead" },
    { id: "parcel", name: "パーセル配送" },
  ],
};
const THRESHOLD = { threshold: 3, blindSpot: 18 };
const NOTHING: DigestRows = {
  ...{ answers: [], resolutions: [], cases: [], past: [] },
  threshold: THRESHOLD,
};

/** Scores of a week of 25 answers: 12 promoters, 6 passives, 7 detractors. */
export const SCORES = [10, 10, 10, 10, 10, 10, 10, 10, 10, 9, 9, 9, 8, 8, 8, 8, 7, 7, 6, 6, 5, 4, 3, 3, 1] as const;
const COMMENTS = [
  "Quick and friendly, thank you.",
  "The parcel came a week late and nobody told me why.",
  "Es hat gut geklappt, aber das Formular war umständlich.",
  "The app logs me out every time I open an invoice. I have written about this twice, and both times I was told that it had been mended.",
];

/** Answers with these scores, spread over the products. */
export function scored(scores: readonly number[], week = WEEK): DigestAnswer[] {
  const at = windowOf(week, ZONE).from;
  const products = ["app", "billing", null] as const;
  return scores.flatMap((score, index) =>
    answers([score], { product: products[index % 3] ?? null, answeredAt: at + index * 60_000 }),
  );
}

function commented(given: readonly DigestAnswer[]): DigestAnswer[] {
  return given.map((answer, index) =>
    index % 6 === 5 ? { ...answer, comment: COMMENTS[(index / 6) | 0] ?? null } : answer,
  );
}

function tallied(given: readonly DigestAnswer[]) {
  return tallyWeeks(given, weeksUpTo(shiftedWeek(WEEK, -1), PAST_WEEKS), { zone: ZONE, scale: "1-10" });
}

function resolutions(counts: Partial<Record<FateKind, number>>, reasons: readonly string[] = []) {
  const fates = Object.entries(counts) as [FateKind, number][];
  return fates.flatMap(([fate, count]) =>
    Array.from({ length: count }, (_, index) => ({
      at: from,
      fate,
      fateReason: fate === "not-asked" ? (reasons[index % reasons.length] ?? null) : null,
    })),
  );
}

/** Answers of the 25 weeks before, between 12 and 33 in a week, and one week with too few; happier at first or at last. */
function quarterBefore(shift: (weeksAgo: number) => number): DigestAnswer[] {
  return weeksUpTo(shiftedWeek(WEEK, -1), 25).flatMap((week, index) => {
    const ago = 25 - index;
    const length = ago === 6 ? 3 : 12 + ((index * 7) % 22);
    return scored(
      Array.from({ length }, (_, item) => Math.max(1, Math.min(10, ((item * 7 + index * 5) % 10) + 1 + shift(ago)))),
      week,
    );
  });
}

/** A digest of these rows; what is not given is empty. */
export function digest(rows: Partial<DigestRows> = {}, frame: Partial<DigestFrame> = {}): Digest {
  return digestOf({ ...NOTHING, ...rows }, { ...FRAME, ...frame });
}

/** A week of 120 conversations and 25 answers after a full quarter. */
export function fullWeek(): Digest {
  const given = commented(scored(SCORES));
  const fates = { answered: 25, silent: 60, declined: 6, waiting: 10, "not-asked": 19 };
  return digest({
    answers: [...given, ...answers([9, 2, 7], { scale: "0-10", answeredAt: from })],
    resolutions: resolutions(fates, ["cooldown", "cooldown", "cooldown", "too-short"]),
    past: tallied(quarterBefore(() => 2)),
    themes: {
      found: [
        { theme: "delivery", mentions: 6, detractors: 5 },
        { theme: "app", mentions: 2, detractors: 1 },
      ],
      matched: 3,
      unmatched: given.filter(isCommented).filter(({ comment }) => comment === COMMENTS[0]),
      version: "1",
    },
  });
}

/** A week after a quarter in which it went down. */
export function fallingWeek(): Digest {
  return digest({
    answers: scored([1, 2, 2, 3, 4, 5, 6, 6, 3, 9, 10, 7, 1, 1, 4, 4, 8, 3, 2, 5]),
    resolutions: resolutions({ answered: 20, silent: 45 }),
    past: tallied(quarterBefore((ago) => (ago > 8 ? 3 : -3))),
  });
}

/** Three answers of 14 conversations, after two weeks that had some. */
export function fewAnswers(): Digest {
  const before = [...scored([9, 10, 7, 6, 8, 3], shiftedWeek(WEEK, -2)), ...scored([9, 4], shiftedWeek(WEEK, -1))];
  return digest({
    answers: commented(scored([9, 8, 2])),
    resolutions: resolutions({ answered: 3, silent: 11 }),
    past: tallied(before),
  });
}

/** A first week without a single conversation. */
export function emptyWeek(): Digest {
  return digest();
}

/** The very first week with answers. */
export function firstWeek(): Digest {
  return digest({ answers: scored(SCORES.slice(0, 9)), resolutions: resolutions({ answered: 9, silent: 8 }) });
}
