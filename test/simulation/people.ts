import type { Person } from "../../src/interaction/customer.ts";
import { DAY, HOUR, MINUTE } from "../world.ts";
import type { Act, Agenda } from "./agenda.ts";
import type { Pressable, Standing } from "./ground.ts";
import type { Platform, Talk } from "./platform.ts";
import type { Random } from "./random.ts";
import { DESKS, type Town } from "./town.ts";
import type { Wire } from "./wire.ts";

export interface PeopleParts {
  readonly platforms: readonly Platform[];
  readonly town: Town;
  readonly agenda: Agenda<Act>;
  readonly wire: Wire;
  readonly random: Random;
  readonly now: () => number;
}

/** Everybody who talks, answers and works here. */
export interface People {
  readonly talks: readonly Talk[];
  /** Somebody begins a conversation, which goes its way from there. */
  beginTalk(): Promise<void>;
  /** Somebody sees what stands there now. */
  see(standing: Standing): void;
}

const ANSWERS = ["8", "9!", "I'd say 3", "2 because nobody called back", "10/10", "maybe 7"] as const;
/** Some leave an address, which is quoted to nobody but those who look after them. */
const REASONS = ["5 - slow, write to anna@example.org", "10 - great, write to anna@example.org"] as const;
const COURTESIES = ["thanks!", "Thank you so much", "Great, bye"] as const;

export function createPeople(parts: PeopleParts): People {
  const { platforms, town, agenda, wire, random, now } = parts;
  const talks: Talk[] = [];
  const byConversation = new Map<string, Talk>();
  const platformOf = (name: string): Platform => {
    const found = platforms.find((platform) => platform.name === name);
    if (!found) throw new Error(`There is no platform ${name}`);
    return found;
  };
  const after = (least: number, most: number, act: () => Promise<void>) =>
    agenda.plan(now() + random.between(least, most), act);

  const say = async (talk: Talk, by: Person, text: string): Promise<string> => {
    const { event, messageId } = platformOf(talk.platform).says(talk, by, text);
    await wire.send(event, talk.desk);
    return messageId;
  };
  const turn = (talk: Talk, how: "resolves" | "reopens") => wire.send(platformOf(talk.platform)[how](talk), talk.desk);

  /** After a conversation was resolved people thank, come back, or the agent has been too quick. */
  const afterwards = (talk: Talk): void => {
    const what = random.next();
    if (what < 0.2) after(MINUTE, HOUR, async () => void (await say(talk, talk.customer, random.pick(COURTESIES))));
    else if (what < 0.26) after(MINUTE / 2, 4 * MINUTE, () => turn(talk, "reopens"));
    else if (what < 0.32)
      after(HOUR, 2 * DAY, async () => {
        await say(talk, talk.customer, `${talk.token} It does not work again, can you look?`);
        after(HOUR, DAY, () => turn(talk, "resolves"));
      });
  };

  const beginTalk = async (): Promise<void> => {
    const platform = random.pick(platforms as [Platform, ...Platform[]]);
    const desk = random.pick(DESKS);
    const customer = town.customer(platform.name, desk, random);
    const token = `${desk}token${talks.length}x`;
    const who = { customer, agent: town.agent(platform.name, desk) };
    const talk: Talk = { desk, platform: platform.name, ...platform.begin(desk), ...who, token };
    talks.push(talk);
    byConversation.set(talk.conversation, talk);
    const text = `${token} The export fails, can you help?`;
    const messageId = await say(talk, customer, text);
    if (random.chance(0.1))
      after(MINUTE, HOUR, () => wire.send(platform.edits(talk, customer, messageId, `${text} Please.`), desk));
    after(MINUTE, 2 * HOUR, async () => {
      const meanwhile = random.chance(0.2) ? [say(talk, talk.customer, "Are you still there?")] : [];
      await Promise.all([...meanwhile, say(talk, talk.agent, "I have mended it.")]);
      after(MINUTE, 20 * HOUR, async () => {
        await turn(talk, "resolves");
        afterwards(talk);
      });
    });
  };

  const press = (standing: Standing, by: Person, wanted: (button: Pressable) => boolean): Promise<void> => {
    const button = standing.buttons.find(wanted);
    const [name = ""] = standing.lane.split(":");
    const event = button ? platformOf(name).presses(standing, button, by) : null;
    return event === null ? Promise.resolve() : wire.send(event);
  };
  const named =
    (...names: string[]) =>
    ({ name }: Pressable) =>
      names.includes(name);
  const scoring = () => {
    const score = String(random.between(1, 10));
    return ({ name, value }: Pressable) => name === "score" && value === score;
  };

  /** They write a score, and then another in its place. */
  const answerAndEdit = async (talk: Talk, by: Person): Promise<void> => {
    const messageId = await say(talk, by, String(random.between(7, 10)));
    const text = String(random.between(1, 6));
    after(MINUTE, 5 * HOUR, () => wire.send(platformOf(talk.platform).edits(talk, by, messageId, text), talk.desk));
  };

  /** The customer has the question before them: most are silent, tap or write, a few want none of it. */
  const answer = (standing: Standing, by: Person, talk: Talk | undefined): void => {
    const what = random.next();
    const soon = (act: () => Promise<void>) => after(MINUTE, random.chance(0.8) ? 5 * HOUR : 6 * DAY, act);
    if (what < 0.35) soon(() => press(standing, by, scoring()));
    else if (what < 0.45)
      soon(async () => {
        const twice = random.chance(0.3) ? [press(standing, by, scoring())] : [];
        await Promise.all([press(standing, by, scoring()), ...twice]);
        after(MINUTE, DAY, () => press(standing, by, scoring()));
      });
    else if (what < 0.52 && talk) soon(async () => void (await say(talk, by, random.pick(ANSWERS))));
    else if (what < 0.55 && talk) soon(async () => void (await say(talk, by, random.pick(REASONS))));
    else if (what < 0.6 && talk) soon(() => answerAndEdit(talk, by));
    else if (what < 0.65) soon(() => press(standing, by, named("not-now")));
    else if (what < 0.67) soon(() => press(standing, by, named("never")));
    else if (what < 0.69)
      soon(() => wire.send({ kind: "asking-changed", id: `off:${standing.reference}`, at: now(), by, ask: false }));
  };

  /** An agent has a card before them. */
  const work = (standing: Standing, by: Person, caseId: string): void => {
    if (random.chance(0.2)) return;
    after(MINUTE, 20 * HOUR, async () => {
      await press(standing, by, named("case-claim"));
      after(MINUTE, 20 * HOUR, () => press(standing, by, named("case-contact")));
      const form = random.chance(0.8) ? "case-resolve" : "case-unreachable";
      after(20 * HOUR, 5 * DAY, async () => {
        const event = platformOf(standing.lane.split(":")[0] ?? "").fills(form, caseId, "Called, and mended it.", by);
        if (event) await wire.send(event);
      });
    });
  };

  return {
    talks,
    beginTalk,
    see(standing) {
      const desk = DESKS.find((one) => town.teamLanes[one] === standing.lane);
      const [platform = ""] = standing.lane.split(":");
      const claim = standing.buttons.find(named("case-claim"));
      if (desk !== undefined) {
        if (claim) work(standing, town.agent(platform, desk), claim.subject);
        return;
      }
      const talk = byConversation.get(standing.lane);
      const by = talk?.customer ?? town.person(standing.lane);
      // Some have it before them as it stood when they came to it, whatever it has become since.
      const seen = random.chance(0.2) ? { ...standing } : standing;
      if (standing.buttons.some(named("score"))) answer(seen, by, talk);
      else if (standing.buttons.some(named("put-right")))
        after(MINUTE, DAY, () => press(standing, by, named(random.pick(["put-right", "not-right"]))));
    },
  };
}
