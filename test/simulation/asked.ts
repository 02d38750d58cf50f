import type { Person } from "../../src/interaction/customer.ts";
import type { Store } from "../../src/ports.ts";
import { DAY, HOUR, MINUTE } from "../world.ts";
import type { Act } from "./agenda.ts";
import { createColleague } from "./colleague.ts";
import type { Deeds } from "./deeds.ts";
import { named, type Pressable, type Standing } from "./ground.ts";
import type { Manners } from "./manners.ts";
import type { Talk } from "./platform.ts";
import type { Random } from "./random.ts";
import type { Town } from "./town.ts";
import type { Wire } from "./wire.ts";

export interface AskedParts {
  readonly store: Store;
  readonly town: Town;
  readonly manners: Manners;
  readonly wire: Wire;
  readonly deeds: Deeds;
  readonly now: () => number;
}

/** A question before its reader: as they have it before them, and as it stood when it came. */
export interface Question {
  readonly surveyId: string;
  readonly before: Standing;
  readonly asItStood: Standing;
  readonly by: Person;
  /** Undefined on a direct line. */
  readonly talk: Talk | undefined;
  /** From the question on, milliseconds. */
  readonly expireAfter: number;
}

/** Those who are asked. */
export interface Asked {
  /** They answer or refuse in one way or another, or are silent; some come when it is over. */
  answer(random: Random, question: Question): void;
  /** They ask something new where they were asked about, and then tap the question as they still have it before them. */
  askAnew(random: Random, question: Question, talk: Talk | undefined): void;
  /** They want to be asked no more, wherever they are known. */
  stop(by: Person, what: string): Promise<void>;
}

const ANSWERS = ["8", "9!", "I'd say 3", "2 because nobody called back", "10/10", "maybe 7"] as const;
/** Some leave an address, which is quoted to nobody but those who look after them. */
const REASONS = ["5 - slow, write to anna@example.org", "10 - great, write to anna@example.org"] as const;

/** What is written behind a score, and what stands there once it was edited. */
type EditedReason = readonly [reason: string, worse: string];
const EDITED_REASONS: readonly [EditedReason, EditedReason] = [
  ["", ""],
  [" because it took long", " because it took far too long"],
];

/** A button of one score from those, drawn now. */
function scoring(random: Random, least = 1, most = 10) {
  const score = String(random.between(least, most));
  return ({ name, value }: Pressable) => name === "score" && value === score;
}

type AnswerName = keyof Manners["answers"];

/** Which of the ways to answer the draw falls on; null where it falls on none. */
function answerAt(draw: number, rates: Manners["answers"]): AnswerName | null {
  let edge = 0;
  for (const [name, rate] of Object.entries(rates) as [AnswerName, number][]) {
    edge += rate;
    if (draw < edge) return name;
  }
  return null;
}

/** More often nobody thinks again. */
const MOST_CHANGES = 4;

export function createAsked(parts: AskedParts): Asked {
  const { manners, wire, deeds, now } = parts;
  const { after, atOnce, say, edit, press, turn } = deeds;
  const colleague = createColleague(parts);

  const stop = (by: Person, what: string) =>
    wire.send({ kind: "asking-changed", id: `off:${what}`, at: now(), by, ask: false });

  /** They write a score, perhaps with a reason, and then another in its place. */
  const answerAndEdit = async (random: Random, talk: Talk, by: Person): Promise<void> => {
    const [reason, worse] = random.pick(EDITED_REASONS);
    const text = `${random.between(1, 6)}${worse}`;
    const messageId = await say(talk, by, `${random.between(7, 10)}${reason}`);
    after(random, "customer", [MINUTE, 5 * HOUR], () => edit(talk, by, messageId, text));
  };

  /** They tap another score on the question as it stood, and perhaps once more. */
  const thinkAgain = (random: Random, question: Question, times = 0): void => {
    if (times === MOST_CHANGES || !random.chance(manners.changes)) return;
    const most = random.chance(manners.worse) ? 6 : 10;
    after(random, "customer", [HOUR, 2 * DAY], async () => {
      await press(question.asItStood, question.by, scoring(random, 1, most));
      thinkAgain(random, question, times + 1);
    });
  };

  /** What somebody does who answers in that way. */
  const deedOf = (way: AnswerName, random: Random, { before, by, talk }: Question): Act => {
    const tap = () => press(before, by, scoring(random));
    const writing = (text: () => string) => (talk ? async () => void (await say(talk, by, text())) : tap);
    const deeds: Readonly<Record<AnswerName, Act>> = {
      tap,
      tapAgain: async () => {
        await atOnce(tap, ...(random.chance(0.3) ? [tap] : []));
        after(random, "customer", [MINUTE, random.chance(0.5) ? 20 * MINUTE : DAY], tap);
      },
      write: writing(() => random.pick(ANSWERS)),
      writeReason: writing(() => random.pick(REASONS)),
      writeAndEdit: talk ? () => answerAndEdit(random, talk, by) : tap,
      notNow: () => press(before, by, named("not-now")),
      never: () => press(before, by, named("never")),
      stop: () => stop(by, before.reference),
    };
    return deeds[way];
  };

  const answer = (random: Random, question: Question): void => {
    const { asItStood, by, talk, expireAfter } = question;
    const way = answerAt(random.next(), manners.answers);
    const most = random.chance(manners.late) ? manners.latestDays * DAY : 5 * HOUR;
    if (way !== null)
      after(random, "customer", [MINUTE, most], async () => {
        await deedOf(way, random, question)();
        colleague.look(random, question.surveyId);
        thinkAgain(random, question);
      });
    if (!random.chance(manners.afterwards)) return;
    const score = String(random.between(1, 10));
    const isWritten = talk !== undefined && random.chance(0.5);
    after(random, "customer", [expireAfter, expireAfter + 2 * DAY], async () => {
      if (isWritten) await say(talk, by, score);
      else await press(asItStood, by, ({ name, value }) => name === "score" && value === score);
    });
  };

  const askAnew = (random: Random, { asItStood, by }: Question, talk: Talk | undefined): void => {
    if (talk?.customer.address !== by.address || !random.chance(manners.asksAnew)) return;
    after(random, "customer", [MINUTE, 5 * HOUR], async () => {
      await say(talk, by, `${talk.token} Now it fails again, can you help?`);
      after(random, "customer", [MINUTE, DAY], () => press(asItStood, by, scoring(random)));
      after(random, "agent", [HOUR, DAY], () => turn(talk, "resolves"));
    });
  };

  return { answer, askAnew, stop };
}
