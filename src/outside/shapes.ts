import { z } from "zod";
import { FATES } from "../interaction/interaction.ts";
import { CASE_ACTS, CASE_STATES, CUSTOMERS_WORDS, type StepKind } from "../recovery/case.ts";
import { SCALES } from "../survey/score.ts";
import { SURVEY_STATES } from "../survey/survey.ts";

/** A time as programs read and write it. */
export const time = z.iso.datetime({
  offset: true,
  error: "an RFC 3339 time with an offset, e.g. 2026-11-21T09:30:00+01:00",
});

const colleague = z.strictObject({ address: z.string(), name: z.string().optional() });
const yesOrNo = z.enum(["yes", "no"]);
const dueAt = time.meta({ description: "By when a person must have contacted the customer" });

const purpose = z.literal("recovery").optional().meta({
  description: "Present where it was asked after a case, whether that has been put right: in no weekly figure",
});

const response = z.strictObject({
  id: z.string(),
  score: z.int(),
  scale: z.enum(SCALES),
  band: z.enum(["promoter", "passive", "detractor"]),
  comment: z.string().optional(),
  answeredAt: time,
  excluded: z
    .string()
    .optional()
    .meta({ description: "Why the team leaves it out of the score; absent where it counts" }),
  purpose,
});

/** An interaction as programs see it. */
export const interactionSchema = z.strictObject({
  id: z.string(),
  status: z.enum(["open", "resolved"]),
  fate: z
    .strictObject({ kind: z.enum(FATES), reason: z.string().optional() })
    .meta({ description: "What became of the latest resolution; waiting before the first one" }),
  survey: z
    .strictObject({
      id: z.string(),
      state: z.enum(SURVEY_STATES),
      askedAt: time.optional(),
      purpose,
      url: z.string().optional().meta({
        description: "The customer's own page, where the survey is asked on the web",
        format: "uri",
      }),
    })
    .optional(),
  response: response.optional(),
  case: z
    .strictObject({
      id: z.string(),
      state: z.enum(CASE_STATES),
      dueAt,
      owner: colleague.optional(),
      outcomeKind: z.string().optional(),
      cause: z.string().optional(),
    })
    .optional(),
});

const STEP_KINDS = [
  ...CASE_ACTS,
  ...(["remind", "overdue", "lower", "raise", "comment", "withdraw"] as const),
  ...CUSTOMERS_WORDS,
] as const satisfies readonly StepKind[];

const step = z.strictObject({
  number: z.int().min(1),
  act: z.enum(STEP_KINDS),
  by: colleague.optional().meta({ description: "Absent where nobody took it: the clock did, or the customer" }),
  at: time,
  note: z.string().optional(),
  to: z.string().optional().meta({ description: "Name or address of who was given it; of assign" }),
  before: z.int().optional().meta({ description: "The score before the customer changed it" }),
  score: z.int().optional().meta({ description: "The score to which the customer changed it" }),
  takenBack: z.boolean(),
});

/** A case as programs see it in a list. */
export const listedCaseSchema = z.strictObject({
  id: z.string(),
  state: z.enum(CASE_STATES),
  openedAt: time,
  dueAt,
  overdue: z.boolean().meta({ description: "Nobody has contacted the customer, and dueAt is over" }),
  remindedAt: time.optional(),
  overdueAt: time.optional().meta({ description: "When the team was told that it is overdue" }),
  escalatedAt: time.optional(),
  contactedAt: time.optional(),
  closedAt: time.optional(),
  owner: colleague.optional(),
  outcome: z.string().optional().meta({ description: "What was done, in the closer's words" }),
  outcomeKind: z.string().optional().meta({ description: "Id from recovery.outcomes" }),
  cause: z.string().optional().meta({ description: "Id from recovery.causes" }),
  contactWish: yesOrNo.optional().meta({ description: "Whether the customer wants to be contacted" }),
  contactHow: z.string().optional().meta({ description: "How, in the customer's words" }),
  putRight: yesOrNo.optional().meta({ description: "Whether the customer says that it has been put right" }),
  interaction: z.string().meta({ description: "Id of the interaction, the caller's own where it came by this API" }),
  customer: z.strictObject({ id: z.string(), name: z.string().optional() }),
  product: z.string().optional(),
  agent: colleague.optional().meta({ description: "Who helped" }),
  response: response.optional().meta({ description: "The answer; absent where the customer has taken it back" }),
});

/** A case with its steps, oldest first. */
export const caseSchema = listedCaseSchema.extend({ steps: z.array(step) });

export type InteractionView = z.output<typeof interactionSchema>;
export type ListedCase = z.output<typeof listedCaseSchema>;
export type CaseView = z.output<typeof caseSchema>;
