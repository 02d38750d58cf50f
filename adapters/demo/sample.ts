import { readFileSync } from "node:fs";
import { z } from "zod";
import { packageFile } from "../package-root.ts";
import { badTaleSchema, calmTaleSchema, storySchema } from "./story.ts";

/** The desk's products, as the settings name them. */
export const PRODUCTS = ["billing", "app", "delivery", "returns"] as const;
export type SampleProduct = (typeof PRODUCTS)[number];

/** What a conversation is about: a product, or the release of the app that went wrong. */
export const TALK_TOPICS = [...PRODUCTS, "release"] as const;
export type TalkTopic = (typeof TALK_TOPICS)[number];

/** The languages in which the sample's customers write. */
export const SAMPLE_LOCALES = ["en", "de", "es", "fr", "pt-BR", "ja"] as const;
export type SampleLocale = (typeof SAMPLE_LOCALES)[number];

const line = z.string().min(1);
const lines = z.array(line).min(1);
const pair = z.tuple([line, line]);
const lesson = z.strictObject({ surprised: line, fix: line });

const languageSchema = z.strictObject({
  currency: z.string().length(3),
  greetings: z.array(z.string()).min(1),
  stories: z.record(z.enum(TALK_TOPICS), z.array(storySchema).min(1)),
  /** The team writes first: its line and the customer's answer. */
  outreach: z.record(z.enum(TALK_TOPICS), z.array(pair).min(1)),
  /** The customer needs nobody any more. */
  neverMind: lines,
  /** A last word, by what its customer thinks. */
  closings: z.strictObject({ promoter: lines, passive: lines, detractor: lines }),
  /** The customer comes back with something small, or because nothing has been solved; and what the agent then says. */
  reopenings: z.strictObject({ calm: z.array(pair).min(1), again: z.array(pair).min(1) }),
  /** Written by mistake and taken back. */
  slips: lines,
  /** A message before and after its author mended it. */
  corrections: z.array(pair).min(1),
  /** Written after the score, but not the reason for it; and the agent's answer. */
  newQuestions: z.array(pair).min(1),
  /** Typed attempts at a score that cannot be read as one. */
  unclear: lines,
});

const deskSchema = z.strictObject({
  customers: z.strictObject({ first: lines, last: lines }),
  agents: lines,
  lead: line,
  /** What executives take from conversations that have no lesson of their own. `again`: around what they have written down before. */
  lessons: z.strictObject({
    again: line,
    promoter: z.record(z.enum(TALK_TOPICS), z.array(lesson).min(1)),
    passive: z.record(z.enum(TALK_TOPICS), z.array(lesson).min(1)),
    outreach: z.array(lesson).min(1),
    short: z.array(lesson).min(1),
  }),
  skips: lines,
  /** What was done about a case behind which there was little, in the closer's words. */
  calmed: lines,
  unreachable: lines,
  /** The customer who is won back: who, what went wrong at first, and how they come again weeks later. */
  recovered: z.strictObject({ customer: line, letDown: badTaleSchema, wonBack: calmTaleSchema }),
});

export type Language = z.output<typeof languageSchema>;
export type DeskWords = z.output<typeof deskSchema>;

/** Every word of the demo's quarter. */
export interface Sample {
  readonly desk: DeskWords;
  readonly languages: Readonly<Record<SampleLocale, Language>>;
}

function readWords<Schema extends z.ZodType>(name: string, schema: Schema): z.output<Schema> {
  const file = packageFile("data", "sample", `${name}.json`);
  const result = schema.safeParse(JSON.parse(readFileSync(file, "utf8")));
  if (result.success) return result.data;
  const faults = result.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
  throw new Error(`The sample in ${file} is not fit to play: ${faults.join("; ")}. Restore the file.`);
}

/** The sample of `data/sample`. Throws one sentence naming the file that is not fit. */
export function readSample(): Sample {
  const languages = SAMPLE_LOCALES.map((locale) => [locale, readWords(locale, languageSchema)] as const);
  return { desk: readWords("desk", deskSchema), languages: Object.fromEntries(languages) as Sample["languages"] };
}
