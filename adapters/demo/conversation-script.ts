import type { Random } from "./random.ts";
import type { DeskWords, Language, TalkTopic } from "./sample.ts";
import type { StoryLine, Tale, Teller } from "./story.ts";
import type { Step, TalkAct } from "./talk.ts";
import type { TalkWords } from "./words.ts";

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** How a conversation runs up to its resolution. */
export type Course = "plain" | "too-short" | "skipped" | "outreach" | "reopened" | "unfinished";

/** How often each course is taken, in hundred conversations. */
export const COURSE_WEIGHTS = { plain: 90, "too-short": 3.5, skipped: 2, outreach: 1.5, reopened: 3 };

/** What a course is told with. */
export interface ScriptParts {
  readonly random: Random;
  readonly topic: TalkTopic;
  readonly tale: Tale;
  readonly language: Language;
  readonly desk: DeskWords;
  readonly words: TalkWords;
}

interface Writer {
  readonly steps: Step[];
  /** Adds a message and gives its name. */
  write(by: Teller, text: string, after: number): string;
  then(after: number, act: TalkAct): void;
}

function createWriter(): Writer {
  const steps: Step[] = [];
  let count = 0;
  const then = (after: number, act: TalkAct) => void steps.push({ after, act });
  return {
    steps,
    then,
    write(by, text, after) {
      count += 1;
      const message = `m${count}`;
      then(after, { kind: "write", by, message, text });
      return message;
    },
  };
}

function minutes(random: Random, least: number, most: number): number {
  return random.between(least * 60, most * 60) * SECOND;
}

/** Within how many minutes a line comes whose wait is not stated: the team's by what the customer thinks of it, the customer's as the quickest. */
const PAUSES = {
  promoter: { least: 1, most: 9 },
  passive: { least: 6, most: 35 },
  detractor: { least: 15, most: 60 },
} as const;
/** How far a stated wait may be missed either way. */
const LEEWAY = 0.1;

/** How long a line is in coming. */
function pauseBefore({ random, tale }: ScriptParts, { by, waited }: StoryLine): number {
  if (waited !== null) return Math.round(waited * MINUTE * (1 - LEEWAY + 2 * LEEWAY * random.fraction()));
  const { least, most } = by === "customer" ? PAUSES.promoter : PAUSES[tale.band];
  return minutes(random, least, most);
}

function mishap({ random, language, words }: ScriptParts, writer: Writer): void {
  if (random.chance(0.03)) {
    const [before, after] = random.pick(language.corrections);
    const message = writer.write("customer", words.fill(before), minutes(random, 1, 4));
    writer.then(minutes(random, 1, 2), { kind: "edit", message, text: words.fill(after) });
  }
  if (random.chance(0.02)) {
    const message = writer.write("customer", words.fill(random.pick(language.slips)), minutes(random, 1, 3));
    writer.then(minutes(random, 1, 2), { kind: "delete", message });
  }
}

function discuss(parts: ScriptParts, writer: Writer): void {
  const { random, tale, language, words } = parts;
  const [opening, ...rest] = tale.lines;
  writer.write("customer", words.greet(opening?.text ?? ""), 0);
  mishap(parts, writer);
  for (const line of rest) writer.write(line.by, words.fill(line.text), pauseBefore(parts, line));
  if (rest.at(-1)?.by === "customer" || !random.chance(0.5)) return;
  writer.write("customer", words.fill(random.pick(language.closings[tale.band])), minutes(random, 1, 9));
}

function reachOut({ random, topic, language, words }: ScriptParts, writer: Writer): void {
  const [agent, customer] = random.pick(language.outreach[topic]);
  writer.then(0, { kind: "open" });
  writer.write("agent", words.fill(agent), MINUTE);
  writer.write("customer", words.fill(customer), minutes(random, 3, 50));
}

function giveUp({ random, tale, language, words }: ScriptParts, writer: Writer): void {
  writer.write("customer", words.greet(tale.lines[0]?.text ?? ""), 0);
  writer.write("customer", words.fill(random.pick(language.neverMind)), minutes(random, 2, 9));
}

function comeBack(parts: ScriptParts, writer: Writer): void {
  const { random, tale, language, words } = parts;
  const [again, answer] = random.pick(language.reopenings[tale.band === "detractor" ? "again" : "calm"]);
  const pause = random.chance(0.5) ? minutes(random, 1, 4) : random.between(3, 40) * HOUR;
  writer.write("customer", words.fill(again), pause);
  const line = { by: lastOfTeam(writer.steps), waited: null, text: answer } as const;
  writer.write(line.by, words.fill(answer), pauseBefore(parts, line));
}

/** Who of the team wrote last, and so is the one to end it. */
function lastOfTeam(steps: readonly Step[]): "agent" | "second" {
  return steps.some(({ act }) => act.kind === "write" && act.by === "second") ? "second" : "agent";
}

/** The steps of a conversation from its first message to its last resolution, if it has one. */
export function stepsOf(course: Course, parts: ScriptParts): Step[] {
  const { random, desk } = parts;
  const writer = createWriter();
  const resolve = (skip?: string) =>
    writer.then(minutes(random, 2, 18), {
      kind: "resolve",
      by: lastOfTeam(writer.steps),
      ...(skip === undefined ? {} : { skip }),
    });
  if (course === "outreach") reachOut(parts, writer);
  else if (course === "too-short") giveUp(parts, writer);
  else discuss(parts, writer);
  if (course === "unfinished") return writer.steps.slice(0, random.between(1, 2));
  resolve(course === "skipped" ? random.pick(desk.skips) : undefined);
  if (course === "reopened") {
    comeBack(parts, writer);
    resolve();
  }
  return writer.steps;
}
