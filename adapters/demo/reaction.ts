import { readReply } from "../../src/survey/read-reply.ts";
import { type Band, bandOf } from "../../src/survey/score.ts";
import type { Random } from "./random.ts";
import type { Language, SampleLocale, TalkTopic } from "./sample.ts";
import type { Step, TalkAct, TalkReaction } from "./talk.ts";
import type { TalkWords } from "./words.ts";

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

/** What a customer makes of the question: mostly nothing. In hundred questions. */
const CHOICES = { silent: 89.2, answer: 9.6, "not-now": 0.7, never: 0.5 };
/** After the release that went wrong more people speak up. */
const CHOICES_AFTER_RELEASE = { silent: 66, answer: 33, "not-now": 0.7, never: 0.3 };

const BANDS: Readonly<Record<TalkTopic, Readonly<Record<Band, number>>>> = {
  billing: { promoter: 44, passive: 33, detractor: 23 },
  app: { promoter: 38, passive: 37, detractor: 25 },
  delivery: { promoter: 64, passive: 21, detractor: 15 },
  returns: { promoter: 20, passive: 26, detractor: 54 },
  release: { promoter: 4, passive: 9, detractor: 87 },
};
const SCORES: Readonly<Record<Band, Readonly<Record<string, number>>>> = {
  promoter: { 9: 4, 10: 6 },
  passive: { 7: 4, 8: 6 },
  detractor: { 1: 12, 2: 9, 3: 15, 4: 14, 5: 23, 6: 27 },
};
const COMMENTS: Readonly<Record<Band, number>> = { promoter: 0.55, passive: 0.5, detractor: 0.8 };

/** What a customer thinks of a conversation, and whether and how they say so. */
export interface Opinion {
  readonly choice: keyof typeof CHOICES;
  readonly to: TalkReaction["to"];
  readonly band: Band;
}

/** An opinion of a conversation about that topic: the silent have one too. */
export function opinionOf(random: Random, topic: TalkTopic): Opinion {
  const isAngered = topic === "release";
  const choice = random.weighted(isAngered ? CHOICES_AFTER_RELEASE : CHOICES);
  const to = random.chance(isAngered ? 0.08 : 0.25) ? "reminder" : "question";
  return { choice, to, band: random.weighted(BANDS[topic]) };
}

/** Who reacts, and in what words. */
export interface Respondent {
  readonly random: Random;
  /** Choices about word of mouth, apart from all others. */
  readonly mouth: Random;
  readonly locale: SampleLocale;
  readonly language: Language;
  readonly words: TalkWords;
  readonly opinion: Opinion;
  /** The reason, if they give one. */
  readonly comment: string;
}

function pauseBefore(random: Random): number {
  return random.chance(0.7) ? random.between(20, 1_500) * SECOND : random.between(90, 420) * MINUTE;
}

function typed(random: Random, locale: SampleLocale, score: number): string {
  const fullWidth = [...String(score)].map((digit) => String.fromCodePoint((digit.codePointAt(0) ?? 0) + 0xfee0));
  return random.pick([String(score), ` ${score} `, `${score}/10`, ...(locale === "ja" ? [fullWidth.join("")] : [])]);
}

function scoring({ random, locale, language }: Respondent, score: number): Step[] {
  const after = pauseBefore(random);
  if (!random.chance(0.25)) return [{ after, act: { kind: "tap", score } }];
  const write = (message: string, text: string): TalkAct => ({ kind: "write", by: "customer", message, text });
  const plain = write("score", typed(random, locale, score));
  if (!random.chance(0.2)) return [{ after, act: plain }];
  return [
    { after, act: write("attempt", random.pick(language.unclear)) },
    { after: 40 * SECOND, act: plain },
  ];
}

/** Whether the words, typed as a message, might be taken for a question. */
function mayAsk(text: string): boolean {
  return readReply(text, { scale: "1-10", locale: "en" }).kind !== "words";
}

/** The reason for a score: as the next message, or in the form, where it might else be taken for a question. */
export function reasonStep(random: Random, text: string): Step {
  const after = random.between(25, 240) * SECOND;
  if (random.chance(0.3) || mayAsk(text)) return { after, act: { kind: "comment", text } };
  return { after, act: { kind: "write", by: "customer", message: "reason", text } };
}

function reasoning({ random, language, words, opinion, comment }: Respondent): Step[] {
  if (random.chance(COMMENTS[opinion.band])) return [reasonStep(random, comment)];
  if (!random.chance(0.12)) return [];
  const [question, answer] = random.pick(language.newQuestions);
  return [
    { after: 2 * MINUTE, act: { kind: "write", by: "customer", message: "question", text: words.fill(question) } },
    { after: 30 * SECOND, act: { kind: "press", button: "new-question" } },
    { after: 12 * MINUTE, act: { kind: "write", by: "agent", message: "answer", text: words.fill(answer) } },
    { after: 6 * MINUTE, act: { kind: "resolve", by: "agent" } },
  ];
}

function secondThoughts(random: Random, score: number): Step[] {
  if (!random.chance(0.08)) return [];
  const other = random.pick([score - 2, score - 1, score + 1, score + 2].filter((near) => near >= 1 && near <= 10));
  return [
    { after: random.between(5, 300) * MINUTE, act: { kind: "press", button: "change" } },
    { after: 15 * SECOND, act: { kind: "tap", score: other } },
  ];
}

/** How often who taps one of the buttons about word of mouth says what, by band. */
const TOLD = {
  promoter: { good: 5, bad: 0, none: 4 },
  passive: { good: 2, bad: 1, none: 6 },
  detractor: { good: 0, bad: 5, none: 4 },
} as const;
const PEOPLE_WEIGHTS = { "1-2": 6, "3-5": 4, "6-10": 1, more: 1 } as const;

/** One tap about word of mouth, and perhaps one more for how many; somebody unhappy is offered it once there are words. */
function telling({ mouth }: Respondent, score: number, hasWords: boolean): Step[] {
  const band = bandOf(score);
  if (!mouth.chance(0.4) || (band === "detractor" && !hasWords)) return [];
  const told = mouth.weighted(TOLD[band]);
  const first: Step = { after: 20 * SECOND, act: { kind: "told", told } };
  if (told === "none" || !mouth.chance(0.7)) return [first];
  return [first, { after: 5 * SECOND, act: { kind: "told", told, people: mouth.weighted(PEOPLE_WEIGHTS) } }];
}

function answering(respondent: Respondent): Step[] {
  const { random, opinion } = respondent;
  const score = Number(random.weighted(SCORES[opinion.band]));
  const reasons = reasoning(respondent);
  const changes = reasons.length > 1 ? [] : secondThoughts(random, score);
  const isQuestion = reasons.length > 1;
  const told = isQuestion ? [] : telling(respondent, score, reasons.length === 1);
  return [...scoring(respondent, score), ...reasons, ...told, ...changes];
}

/** What the customer will make of the question; null: nothing. */
export function reactionOf(respondent: Respondent): TalkReaction | null {
  const { random, opinion } = respondent;
  const { choice, to } = opinion;
  if (choice === "silent") return null;
  if (choice === "answer") return { to, steps: answering(respondent) };
  return { to, steps: [{ after: pauseBefore(random), act: { kind: "press", button: choice } }] };
}

/** Whether the customer will ask never to be asked again. */
export function optsOut(reaction: TalkReaction | null): boolean {
  return reaction?.steps.some(({ act }) => act.kind === "press" && act.button === "never") ?? false;
}
