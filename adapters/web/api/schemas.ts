import { z } from "zod";
import { BOUNDS } from "../../../src/interaction/bounds.ts";
import { FATES } from "../../../src/interaction/interaction.ts";
import { CASE_STATES } from "../../../src/recovery/case.ts";
import { isLocale, isZone } from "../../../src/settings/kinds.ts";
import { SCALES } from "../../../src/survey/score.ts";
import { SURVEY_STATES } from "../../../src/survey/survey.ts";

/** Text that every database keeps as it is (no NUL, no half of a surrogate pair), with something in it. */
const KEEPABLE = /^(?=[\s\S]*\S)[^\0\p{Cs}]+$/u;
const ONE_LINE = /^(?=.*\S)[^\p{Cc}\p{Cs}\u2028\u2029]+$/u;
const ADDRESS = /^(?!(?:web|api):)[a-z]+:[^:\s]+:[^:\s]+$/;

const id = z
  .string({ error: "an id as text" })
  .max(200, { error: "at most 200 characters" })
  .regex(ONE_LINE, { error: "an id of at least one character, without control characters" });
const line = z
  .string({ error: "a text" })
  .max(500, { error: "at most 500 characters" })
  .regex(ONE_LINE, { error: "a text of one line that is not empty; leave the field out if there is none" });
const words = (most: number) =>
  z
    .string({ error: "a text" })
    .max(most, { error: `at most ${most} characters; send the rest in another call or leave it out` })
    .regex(KEEPABLE, { error: "a text that is not empty; leave the field out if there is none" });
const time = z.iso.datetime({ offset: true, error: "an RFC 3339 time with an offset, e.g. 2026-11-21T09:30:00+01:00" });
const address = z
  .string({ error: "an address as text" })
  .regex(ADDRESS, { error: "an address such as slack:T1:U7 or discord:G1:R5" })
  .meta({ examples: ["slack:T1:U7", "discord:G1:R5"] });

const customer = z.strictObject({
  id: id.meta({ description: "The caller's own id of the person" }),
  name: line.optional(),
  email: line.regex(/^[^\s@]+@[^\s@]+$/, { error: "an email address" }).optional(),
  locale: z.string().refine(isLocale, { error: "a language tag such as en or pt-BR" }).optional(),
  zone: z.string().refine(isZone, { error: "an IANA time zone such as Europe/Berlin" }).optional(),
  address: address.optional().meta({ description: "Where to ask; on the web if left out" }),
});

/** `POST /api/v1/interactions` */
export const openSchema = z.strictObject({
  id: id.meta({ description: "The caller's own id of the conversation" }),
  customer,
  product: line.optional(),
  agents: z
    .array(line)
    .max(BOUNDS.agents)
    .optional()
    .meta({ description: "Names or addresses; the last one is credited" }),
  openedAt: time.optional(),
});

/** `POST /api/v1/interactions/{id}/entries` */
export const entrySchema = z.strictObject({
  author: z.enum(["customer", "agent", "system"], { error: "customer, agent or system" }),
  name: line.optional(),
  text: words(BOUNDS.message),
  at: time.optional(),
  id: id.optional().meta({ description: "The caller's own id of the message: sent twice, it is added once" }),
});

/** `POST /api/v1/interactions/{id}/resolve` */
export const resolveSchema = z.strictObject({ by: line.optional(), at: time.optional() });

/** `PUT /api/v1/surveys/{id}/response` */
export const answerSchema = z.strictObject({
  score: z.int({ error: "a whole number on the survey's scale" }).meta({ description: "On the survey's scale" }),
  comment: words(BOUNDS.comment).optional(),
});

/** An interaction that was opened. */
export const openedSchema = z.strictObject({ id: z.string(), status: z.literal("open"), openedAt: time });

/** An entry as it stands in the transcript. */
export const addedSchema = z.strictObject({
  id: z.string(),
  author: z.enum(["customer", "agent", "system"]),
  name: z.string().optional(),
  text: z.string(),
  at: time,
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
      url: z.url().optional().meta({ description: "The customer's own page, where the survey is asked on the web" }),
    })
    .optional(),
  response: z
    .strictObject({
      score: z.int(),
      scale: z.enum(SCALES),
      band: z.enum(["promoter", "passive", "detractor"]),
      comment: z.string().optional(),
      answeredAt: time,
    })
    .optional(),
  case: z
    .strictObject({
      id: z.string(),
      state: z.enum(CASE_STATES),
      dueAt: time.meta({ description: "By when a person must have contacted the customer" }),
    })
    .optional(),
});

export type NewInteraction = z.output<typeof openSchema>;
export type NewEntry = z.output<typeof entrySchema>;
export type InteractionView = z.output<typeof interactionSchema>;
export type AddedEntry = z.output<typeof addedSchema>;
export type OpenedView = z.output<typeof openedSchema>;
