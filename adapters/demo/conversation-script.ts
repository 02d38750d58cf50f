import type { Random } from "./random.ts";
import type { DeskWords, Language, TalkTopic } from "./sample.ts";
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
  readonly language: Language;
  readonly desk: DeskWords;
  readonly words: TalkWords;
}

interface Writer {
  readonly steps: Step[];
  /** Adds a message and gives its name. */
  write(by: "customer" | "agent", text: string, after: number): string;
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

/** How long an agent takes for a line: mostly minutes, now and then half a day. */
function agentPause(random: Random): number {
  return random.chance(0.1) ? random.between(2, 5) * HOUR + minutes(random, 0, 59) : minutes(random, 2, 22);
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
  const { random, topic, language, words } = parts;
  const [opening, ...rest] = random.pick(language.scripts[topic]);
  writer.write("customer", words.greet(opening), 0);
  mishap(parts, writer);
  for (const [index, line] of rest.entries()) {
    const isAgent = index % 2 === 0;
    const pause = isAgent ? agentPause(random) : minutes(random, 1, 12);
    writer.write(isAgent ? "agent" : "customer", words.fill(line), pause);
  }
  if (random.chance(0.6)) writer.write("customer", words.fill(random.pick(language.closings)), minutes(random, 1, 9));
}

function reachOut({ random, language, words }: ScriptParts, writer: Writer): void {
  const [agent, customer] = random.pick(language.outreach);
  writer.then(0, { kind: "open" });
  writer.write("agent", words.fill(agent), MINUTE);
  writer.write("customer", words.fill(customer), minutes(random, 3, 50));
}

function giveUp({ random, topic, language, words }: ScriptParts, writer: Writer): void {
  writer.write("customer", words.greet(random.pick(language.scripts[topic])[0]), 0);
  writer.write("customer", words.fill(random.pick(language.neverMind)), minutes(random, 2, 9));
}

function comeBack({ random, language, words }: ScriptParts, writer: Writer): void {
  const [again, answer] = random.pick(language.reopenings);
  const pause = random.chance(0.5) ? minutes(random, 1, 4) : random.between(3, 40) * HOUR;
  writer.write("customer", words.fill(again), pause);
  writer.write("agent", words.fill(answer), agentPause(random));
}

/** The steps of a conversation from its first message to its last resolution, if it has one. */
export function stepsOf(course: Course, parts: ScriptParts): Step[] {
  const { random, desk } = parts;
  const writer = createWriter();
  const resolve = (skip?: string) =>
    writer.then(minutes(random, 2, 18), { kind: "resolve", ...(skip === undefined ? {} : { skip }) });
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
