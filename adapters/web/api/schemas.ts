import { z } from "zod";
import { BOUNDS } from "../../../src/interaction/bounds.ts";
import { listedCaseSchema, time } from "../../../src/outside/shapes.ts";
import { CASE_ACTS } from "../../../src/recovery/case.ts";
import { isLocale, isZone } from "../../../src/settings/kinds.ts";

/** Text that every database keeps as it is (no NUL, no half of a surrogate pair), with something in it. */
const KEEPABLE = /^(?=[\s\S]*\S)[^\0\p{Cs}]+$/u;
const ONE_LINE = /^(?=.*\S)[^\p{Cc}\p{Cs}\u2028\u2029]+$/u;
const ADDRESS = /^(?!(?:web|api):)[a-z]+:[^:\s]+:[^:\s]+$/;
const TEAM_ADDRESS = /^(?!api:(?!agent:)|web:(?!agent:))[a-z]+:[^:\s]+:[^:\s]+$/;
const TEAMS_ADDRESS = "an address of somebody of the team, such as slack:T1:U7 or api:agent:Ash";

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
  key: z
    .boolean({ error: "true or false" })
    .optional()
    .meta({ description: "Whether the desk cannot do without them: told by name where they say nothing twice" }),
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

/** Somebody of the team, as a caller names them. */
const colleague = z.union(
  [
    z.strictObject({ address: line.regex(TEAM_ADDRESS, { error: TEAMS_ADDRESS }), name: line.optional() }),
    z.strictObject({ name: line }),
  ],
  { error: "a colleague: { address } as in a case, or { name }" },
);
const listId = z
  .string({ error: "an id as text" })
  .max(200, { error: "at most 200 characters" })
  .regex(ONE_LINE, { error: "an id from the desk's list" });

/** `POST /api/v1/responses/{id}/exclusion` */
export const exclusionSchema = z.strictObject({
  reason: words(BOUNDS.note).meta({ description: "Why the answer does not count, such as a test or spam" }),
  by: colleague.meta({ description: "Who decides it: the caller answers for it that they may" }),
});

/** `POST /api/v1/cases/{id}/acts` */
export const actSchema = z.strictObject({
  act: z.enum(CASE_ACTS, { error: CASE_ACTS.join(", ") }),
  by: colleague.meta({ description: "Who does it: the caller answers for it that they did" }),
  note: words(BOUNDS.note).optional().meta({ description: "Needed to note, resolve and close" }),
  to: colleague.optional().meta({ description: "Whose it is to be; of assign" }),
  outcomeKind: listId.optional().meta({ description: "Id from recovery.outcomes; of resolve and close" }),
  cause: listId.optional().meta({ description: "Id from recovery.causes; of resolve and close" }),
});

/** A page of cases. */
export const casePageSchema = z.strictObject({
  cases: z.array(listedCaseSchema),
  next: z.string().optional().meta({ description: "What to send as after for the next page; absent on the last" }),
});

export type NewInteraction = z.output<typeof openSchema>;
export type NewEntry = z.output<typeof entrySchema>;
export type AddedEntry = z.output<typeof addedSchema>;
export type OpenedView = z.output<typeof openedSchema>;
export type NewAct = z.output<typeof actSchema>;
