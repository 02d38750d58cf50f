import type { Person } from "../../src/interaction/customer.ts";
import type { Store } from "../../src/ports.ts";
import { DAY, HOUR, MINUTE, SECOND } from "../world.ts";
import type { Act, Agenda } from "./agenda.ts";
import { createCardReaders } from "./card-readers.ts";
import { createColleague } from "./colleague.ts";
import type { Deeds } from "./deeds.ts";
import type { Ground, Pressable, Standing } from "./ground.ts";
import { createLeads } from "./leads.ts";
import type { Manners } from "./manners.ts";
import type { Talk } from "./platform.ts";
import type { Random } from "./random.ts";
import { DESKS, type Town } from "./town.ts";
import type { Wire } from "./wire.ts";

export interface AddresseesParts {
  readonly store: Store;
  readonly town: Town;
  readonly manners: Manners;
  readonly ground: Pick<Ground, "remove">;
  readonly agenda: Agenda<Act>;
  readonly wire: Wire;
  readonly deeds: Deeds;
  readonly random: Random;
  readonly now: () => number;
  readonly talkIn: (conversation: string) => Talk | undefined;
}

/** A question before its reader: as they have it before them, and as it stood when it came. */
interface Question {
  readonly surveyId: string;
  readonly before: Standing;
  readonly asItStood: Standing;
  readonly by: Person;
  /** Undefined on a direct line. */
  readonly talk: Talk | undefined;
  /** From the question on, milliseconds. */
  readonly expireAfter: number;
}

/** Those who have a message of ours before them. */
export interface Addressees {
  /** Somebody sees what stands there now. */
  see(standing: Standing): void;
  /** A question for somebody does not get through to that place. */
  heldUp(lane: string): void;
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

const named =
  (...names: string[]) =>
  ({ name }: Pressable) =>
    names.includes(name);

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

/** The buttons by which it is known what a message is. */
const KINDS = ["case-claim", "score", "put-right"] as const;

/** The conversation that a survey or a case is about. */
async function conversationOf(store: Store, subject: string): Promise<string | undefined> {
  for (const reader of DESKS.map((desk) => store.at(desk))) {
    const about = (await reader.get("survey", subject)) ?? (await reader.get("case", subject));
    const interaction = about && (await reader.get("interaction", about.interactionId));
    if (interaction) return interaction.conversation;
  }
  return undefined;
}

/**
 * What each does about a message is drawn from a stream of its own, named by what the message is, about which talk, and the how manieth of these: so it
 * depends on nothing else that happens, nor on when.
 */
export function createAddressees(parts: AddresseesParts): Addressees {
  const { store, town, manners, agenda, wire, deeds, now, talkIn } = parts;
  const { after, atOnce, say, edit, press, turn } = deeds;
  const cards = createCardReaders(parts);
  const leads = createLeads(parts);
  const colleague = createColleague(parts);
  const seen = new Map<string, number>();
  const streamFor = (name: string) => {
    const number = (seen.get(name) ?? 0) + 1;
    seen.set(name, number);
    const what = `${name} ${number}`;
    return { what, random: parts.random.fork(what) };
  };

  /** They want to be asked no more, wherever they are known. */
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

  /** The customer has the question before them: they answer or refuse in one way or another, or are silent; some come when it is over. */
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

  /** They ask something new where they were asked about, and then tap the question as they still have it before them. */
  const askAnew = (random: Random, { asItStood, by }: Question, talk: Talk | undefined): void => {
    if (talk?.customer.address !== by.address || !random.chance(manners.asksAnew)) return;
    after(random, "customer", [MINUTE, 5 * HOUR], async () => {
      await say(talk, by, `${talk.token} Now it fails again, can you help?`);
      after(random, "customer", [MINUTE, DAY], () => press(asItStood, by, scoring(random)));
      after(random, "agent", [HOUR, DAY], () => turn(talk, "resolves"));
    });
  };

  const react = async (standing: Standing, asItStood: Standing, button: Pressable): Promise<void> => {
    const about = talkIn((await conversationOf(store, button.subject)) ?? "");
    const { random } = streamFor(`${button.name} of ${about?.token ?? "no talk"}`);
    const desk = DESKS.find((one) => town.teamLanes[one] === standing.lane);
    const [platform = ""] = standing.lane.split(":");
    if (desk !== undefined) {
      if (button.name === "case-claim") cards.read(random, standing, town.agent(platform, desk), button.subject);
      return;
    }
    const talk = talkIn(standing.lane);
    const by = talk?.customer ?? town.person(standing.lane);
    const before = random.chance(manners.outdated) ? asItStood : standing;
    const { expireAfter } = town.termsAt(about?.desk ?? DESKS[0]);
    if (button.name === "score") {
      const question = { surveyId: button.subject, before, asItStood, by, talk, expireAfter };
      askAnew(random.fork("asks anew"), question, about);
      leads.mindAnswer(random.fork("left out"), button.subject);
      answer(random, question);
    } else if (button.name === "put-right") {
      const saying = named(random.pick(["put-right", "not-right"]));
      after(random, "customer", [MINUTE, DAY], () => press(before, by, saying));
    }
  };
  return {
    see(standing) {
      const button = standing.buttons.find(named(...KINDS));
      const asItStood = { ...standing };
      if (button) agenda.plan(now(), () => react(standing, asItStood, button));
    },
    heldUp(lane) {
      const by = talkIn(lane)?.customer ?? town.person(lane);
      const { what, random } = streamFor(`held up in ${lane}`);
      if (random.chance(manners.stopsMeanwhile))
        after(random, "customer", [SECOND / 10, 4 * SECOND], () => stop(by, what));
    },
  };
}
