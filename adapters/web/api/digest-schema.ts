import { z } from "zod";
import type { Digest } from "../../../src/digest/document.ts";
import { SCALES } from "../../../src/survey/score.ts";
import { aims, boardRowSchema } from "./board-schema.ts";
import { aboutChange } from "./change-schema.ts";
import { shadowing } from "./shadowing-schema.ts";
import { aboutSilence, ofTheSilent } from "./silence-schema.ts";
import { trialSchema } from "./trial-schema.ts";

const count = z.int().min(0);
const byReason = z.record(z.string(), count).meta({ description: "How many, by reason" });
const pair = z.tuple([z.number(), z.number()]);
const time = z.iso.datetime({ offset: true });
const week = z.string().meta({ examples: ["2026-W46"] });
const histogram = z.record(z.string(), count).meta({ description: "How often each score was given" });

const nps = z.strictObject({
  promoters: count,
  passives: count,
  detractors: count,
  answers: count,
  score: z.int().nullable().meta({ description: "Whole points; null where there are too few answers" }),
  interval95: pair.nullable().meta({ description: "Adjusted Wald, clipped to [-100, 100]" }),
  shares: z.tuple([count, count, count]).meta({ description: "Whole percent; they sum to 100" }),
  sample: z.enum(["none", "too-few", "small", "ok"]),
});
const point = z.strictObject({ value: z.number(), limits: pair });

const aboutScore = {
  nps,
  histogram,
  otherScales: z.array(z.strictObject({ scale: z.enum(SCALES), nps, histogram })),
  setAside: z.strictObject({ excluded: byReason, recovery: count, superseded: count }),
  rolling: z.strictObject({ weeks: count, nps }),
  trend: z.strictObject({
    verdict: z.enum(["rising", "falling", "no-detectable-change", "not-enough-data"]),
    method: z.enum(["bayes-factor", "ewma"]),
    value: z.number().nullable(),
    limits: pair.nullable(),
    weeks: count,
    ...aboutChange,
  }),
  weeks: z.array(z.strictObject({ week, nps, average: point.nullable() })),
  comparison: z.strictObject({
    previous: nps,
    difference: z.int().nullable(),
    interval95: pair.nullable(),
    p: z.number().nullable(),
  }),
};

const inWords = {
  themes: z.array(z.strictObject({ theme: z.string(), mentions: count, detractors: count.nullable() })),
  comments: z.strictObject({
    with: count,
    matched: count,
    dictionary: z.string().nullable(),
    unmatched: z.array(z.strictObject({ responseId: z.string(), text: z.string() })),
  }),
  verbatims: z.array(
    z.strictObject({
      responseId: z.string(),
      band: z.enum(["promoter", "passive", "detractor"]),
      text: z.string().meta({ description: "Redacted" }),
    }),
  ),
};

const share = z.number().min(0).max(1);
const recoveredShare = z.strictObject({
  cases: count.meta({ description: "Detractors of these weeks" }),
  answeredAgain: count,
  recovered: count.meta({ description: "Those whose next answer is in a better band" }),
  share: share.nullable().meta({ description: "recovered / answeredAgain; null where either group is too small" }),
  interval95: z.tuple([share, share]).nullable().meta({ description: "Wilson's score interval" }),
});

const followUp = {
  cases: z.strictObject({
    opened: count,
    contactedInTime: count,
    overdue: count,
    resolved: count,
    recovered: count,
    causes: z
      .array(z.strictObject({ cause: z.string(), cases: count }))
      .exactOptional()
      .meta({ description: "Root causes of the cases closed, the most frequent first" }),
  }),
  recovery: z
    .strictObject({ weeks: count, contacted: recoveredShare, uncontacted: recoveredShare })
    .optional()
    .meta({ description: "Absent in a digest that was posted before this was counted" }),
  cords: z
    .array(
      z.strictObject({
        product: z.string().nullable().meta({ description: "Null where none is named" }),
        pulledAt: time,
        detractors: count.meta({ description: "Unhappy answers that it holds" }),
        by: z.enum(["rule", "person"]),
        answeredAt: time.nullable().meta({ description: "Null while it stands" }),
      }),
    )
    .optional()
    .meta({
      description:
        "Cords pulled or answered in the week, or standing at its end; absent where the digest is older than they are",
    }),
  wordOfMouth: z
    .strictObject({
      good: count,
      bad: count,
      none: count,
      ears: z.strictObject({ good: count, bad: count }).meta({ description: "At least so many people heard it" }),
      promised: z
        .strictObject({ asked: count, answered: count, kept: count, warned: count, rate: z.number().nullable() })
        .meta({
          description: "Promoters asked months later what came of it; the rate is null where too few have answered",
        }),
      sent: z.strictObject({ yes: count, no: count }),
    })
    .meta({ description: "What customers said they have told others" }),
  shadowing,
  enhance: z
    .array(
      z.strictObject({
        product: z.string(),
        open: count,
        newest: z.strictObject({ responseId: z.string(), text: z.string() }).nullable(),
      }),
    )
    .meta({
      description: "Of the products to enhance: what passives would have changed and is not done yet; redacted",
    }),
};

/** `GET /api/v1/digest` */
export const digestSchema = z.strictObject({
  id: z.strictObject({ week, zone: z.string(), team: z.string() }),
  window: z.strictObject({ from: time, to: time }).meta({ description: "`to` is not part of it" }),
  scale: z.enum(SCALES),
  ...aboutScore,
  ...aboutSilence,
  board: z.array(boardRowSchema(nps)),
  ...inWords,
  ...followUp,
  ...ofTheSilent,
  trial: trialSchema(nps),
  aims,
}) satisfies z.ZodType<Digest>;
