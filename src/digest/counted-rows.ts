import { dayOf } from "../calendar/local-time.ts";
import { bandOf } from "../survey/score.ts";
import { type Basis, type CountedRow, inOrder, times } from "./basis.ts";
import { cordFiguresOf } from "./cord-figures.ts";
import type { DigestFrame, DigestTallies } from "./digest.ts";
import { exclusionNames, fateNames } from "./figures.ts";
import type { RecoveredCounts } from "./recovered.ts";
import { windowOf } from "./week.ts";

/** The week's answers that count: those with words each by itself, with its themes, and the others by how many there are. */
function countedAnswers({ scores, commented, themes }: DigestTallies): CountedRow[] {
  const worded = commented.filter(({ comment }) => comment?.trim());
  const kindOf = ({ scale, product, score }: Pick<(typeof scores)[number], "scale" | "product" | "score">) => ({
    ...{ kind: "answer", stands: "counted", scale, product, score, band: bandOf(score) },
  });
  const keyOf = (one: Parameters<typeof kindOf>[0]) => JSON.stringify([one.scale, one.product, one.score]);
  const withWords = new Map<string, number>();
  for (const one of worded) withWords.set(keyOf(one), (withWords.get(keyOf(one)) ?? 0) + 1);
  return [
    ...worded.flatMap((one) =>
      times(1, { ...kindOf(one), words: true, themes: themes?.byAnswer?.get(one.id) ?? (themes ? [] : null) }),
    ),
    ...scores.flatMap((one) =>
      times(one.count - (withWords.get(keyOf(one)) ?? 0), { ...kindOf(one), words: false, themes: [] }),
    ),
  ];
}

function answersAside({ aside = [] }: DigestTallies): CountedRow[] {
  const names = exclusionNames(aside.flatMap(({ reason }) => reason ?? []));
  return aside.flatMap(({ stands, reason, scale, product, score, count }) => {
    const why = reason === null ? null : (names.get(reason) ?? null);
    return times(count, { ...{ kind: "answer", stands, reason: why }, scale, product, score, band: bandOf(score) });
  });
}

function pastAnswers({ past }: DigestTallies, week: string): CountedRow[] {
  return past
    .filter((tally) => tally.week < week)
    .flatMap((tally) =>
      [...tally.products].flatMap(([product, histogram]) =>
        histogram.flatMap((count, score) =>
          count === 0 ? [] : times(1, { kind: "past", week: tally.week, product, score, count }),
        ),
      ),
    );
}

/** The changes that earlier digests have told of: as they said, so that none is told twice. */
function changeRows({ change }: DigestTallies): CountedRow[] {
  const before = change?.before;
  const told = [...(before?.change ? [{ product: null, ...before.change }] : []), ...(before?.products ?? [])];
  return told.flatMap((one) => times(1, { kind: "change", ...one }));
}

/** One row a resolution. */
function fateRows({ outcomes }: DigestTallies): CountedRow[] {
  const { fates, imported, mayStillAnswer } = outcomes;
  const row = (fate: string | null, more: object = {}) => ({
    ...{ kind: "fate", fate, reason: null, reached: null, imported: false },
    ...more,
  });
  const reasoned = (fate: string, reasons: typeof fates.notAsked) => {
    const names = fateNames(Object.keys(reasons));
    return Object.entries(reasons).flatMap(([reason, count]) => times(count, row(fate, { reason: names.get(reason) })));
  };
  return [
    ...(["answered", "silent", "declined"] as const).flatMap((fate) => times(fates[fate], row(fate))),
    ...times(mayStillAnswer, row("waiting", { reached: true })),
    ...times(fates.waiting - mayStillAnswer, row("waiting", { reached: false })),
    ...reasoned("undeliverable", fates.undeliverable),
    ...reasoned("not-asked", fates.notAsked),
    ...times(imported, row(null, { imported: true })),
  ];
}

/** One row for each thing that happened to a case, and one for each detractor who was followed. */
function caseRows({ outcomes, recovered }: DigestTallies): CountedRow[] {
  const { causes = [], ...happened } = outcomes.cases;
  return [
    ...Object.entries(happened).flatMap(([event, count]) => times(count, { kind: "case", event })),
    ...causes.flatMap(({ cause, cases }) => times(cases, { kind: "case", event: "closed", cause })),
    ...(recovered ? followedRows(recovered) : []),
  ];
}

function followedRows(recovered: RecoveredCounts): CountedRow[] {
  return (["contacted", "uncontacted"] as const).flatMap((group) => {
    const { cases, answeredAgain, recovered: better } = recovered[group];
    const row = { kind: "followed", contacted: group === "contacted" };
    return [
      ...times(better, { ...row, again: true, better: true }),
      ...times(answeredAgain - better, { ...row, again: true, better: false }),
      ...times(cases - answeredAgain, { ...row, again: false, better: false }),
    ];
  });
}

function mouthRows({ wordOfMouth: told }: DigestTallies): CountedRow[] {
  if (!told) return [];
  const { good, bad, none, ears, promised, sent } = told;
  const said = [
    { said: "good", customers: good, ears: ears.good },
    { said: "bad", customers: bad, ears: ears.bad },
    { said: "none", customers: none },
    { said: "sent", customers: sent.yes },
    { said: "unsent", customers: sent.no },
  ];
  return [...said.map((one) => ({ kind: "told", ...one })), { kind: "promised", ...promised }].flatMap((row) =>
    times(1, row),
  );
}

function silenceRows({ silence, heardAgain = [] }: DigestTallies): CountedRow[] {
  const heard = heardAgain.flatMap((one) => times(1, { kind: "heard", ...one }));
  if (!silence) return heard;
  const { weeks, settled, keyCustomers, greetings } = silence;
  return [
    ...heard,
    ...times(1, { kind: "silence", weeks, ...settled, keyCustomers: keyCustomers.length }),
    ...greetings.flatMap(({ state, score, scale }) => times(1, { kind: "greeting", state, score, scale })),
  ];
}

/** Of a trial one row for each answer, with the ways of those before it who gave none, and the ways of the rest. */
function trialRows({ trial, tried }: DigestTallies): CountedRow[] {
  if (!trial || !tried) return [];
  const rest = { silent: tried.silent, arm: null, answered: false, wrote: false, score: null };
  return [
    ...[...tried.answers, rest].flatMap((one, index) => times(1, { kind: "tried", number: index + 1, ...one })),
    ...times(trial.waiting, { kind: "drawn" }),
  ];
}

function productRows({ enhance = [], decisions, stood, aims = [] }: DigestTallies, zone: string): CountedRow[] {
  const before = (stood?.rows ?? []).map(({ product, verdict, since }) => ({ product, verdict, since }));
  return [
    ...before.flatMap((row) => times(1, { kind: "stood", week: stood?.week, ...row })),
    ...aims.flatMap(({ product, decided, measure, to, on }, index) =>
      times(1, { kind: "aim", number: index + 1, product, decided, measure, to, on }),
    ),
    ...enhance.flatMap(({ product, open }) => times(1, { kind: "enhance", product, open })),
    ...[...(decisions ?? [])].flatMap(([product, { verdict, at }]) =>
      times(1, { kind: "decision", product, verdict, on: dayOf(at, zone).toString() }),
    ),
  ];
}

function sittingRows({ shadowing, guesses = [] }: DigestTallies): CountedRow[] {
  const people = shadowing?.people ?? [];
  return [
    ...people.flatMap(({ due, kept, missed }, index) => {
      const row = { kind: "appointment", sitter: index + 1 };
      const others = times(due - kept - missed, { ...row, state: "neither" });
      return [...times(kept, { ...row, state: "kept" }), ...times(missed, { ...row, state: "missed" }), ...others];
    }),
    ...guesses.flatMap(({ guess, score }) => times(1, { kind: "guess", guess, score })),
    ...times(shadowing?.openLessons ?? 0, { kind: "lesson", state: "open" }),
    ...times(shadowing?.doneLessons ?? 0, { kind: "lesson", state: "done" }),
  ];
}

function askingRows({ asking }: DigestTallies): CountedRow[] {
  const skips = (asking?.skips ?? []).flatMap(({ count, kinds }, index) =>
    times(1, { kind: "skips", person: index + 1, count, ...kinds }),
  );
  return [...skips, ...times(asking?.begging.length ?? 0, { kind: "begging" })];
}

function cordRows({ cords = [] }: DigestTallies, { id, now }: DigestFrame): CountedRow[] {
  return cordFiguresOf(cords, windowOf(id.week, id.zone), now).flatMap((cord, index) => {
    const { product, by, detractors, answeredAt } = cord;
    return times(1, { kind: "cord", number: index + 1, product, by, detractors, stands: answeredAt === null });
  });
}

/** What a digest is counted from, without a person: the same tallies and frame give the same document and the same rows. */
export function basisOf(tallies: DigestTallies, frame: DigestFrame): Basis {
  const { id, scale, minAnswers, smallBelow, products } = frame;
  const rows = [
    ...countedAnswers(tallies),
    ...answersAside(tallies),
    ...pastAnswers(tallies, id.week),
    ...changeRows(tallies),
    ...fateRows(tallies),
    ...caseRows(tallies),
    ...mouthRows(tallies),
    ...silenceRows(tallies),
    ...productRows(tallies, id.zone),
    ...trialRows(tallies),
    ...sittingRows(tallies),
    ...askingRows(tallies),
    ...times(tallies.against?.total ?? 0, { kind: "against" }),
    ...cordRows(tallies, frame),
  ];
  const { threshold = null, blindSpot = null } = tallies.threshold ?? {};
  const levelFrom = tallies.change?.before?.from ?? null;
  const named = products.map((one) => one.id);
  return {
    rules: { scale, minAnswers, smallBelow, products: named, threshold, blindSpot, levelFrom },
    rows: inOrder(rows),
  };
}
