import type { Person } from "../../src/interaction/customer.ts";
import type { Store } from "../../src/ports.ts";
import { DAY, HOUR, MINUTE } from "../world.ts";
import type { Act, Agenda } from "./agenda.ts";
import type { Deeds } from "./deeds.ts";
import type { Pressable, Standing } from "./ground.ts";
import type { Talk } from "./platform.ts";
import type { Random } from "./random.ts";
import { DESKS, type Town } from "./town.ts";
import type { Wire } from "./wire.ts";

export interface AddresseesParts {
  readonly store: Store;
  readonly town: Town;
  readonly agenda: Agenda<Act>;
  readonly wire: Wire;
  readonly deeds: Deeds;
  readonly random: Random;
  readonly now: () => number;
  readonly talkIn: (conversation: string) => Talk | undefined;
}

/** Those who have a message of ours before them. */
export interface Addressees {
  /** Somebody sees what stands there now. */
  see(standing: Standing): void;
}

const ANSWERS = ["8", "9!", "I'd say 3", "2 because nobody called back", "10/10", "maybe 7"] as const;
/** Some leave an address, which is quoted to nobody but those who look after them. */
const REASONS = ["5 - slow, write to anna@example.org", "10 - great, write to anna@example.org"] as const;

const named =
  (...names: string[]) =>
  ({ name }: Pressable) =>
    names.includes(name);

/** A button of one score, drawn now. */
function scoring(random: Random) {
  const score = String(random.between(1, 10));
  return ({ name, value }: Pressable) => name === "score" && value === score;
}

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
  const { store, town, agenda, wire, deeds, now, talkIn } = parts;
  const { after, atOnce, say, edit, press, platformOf } = deeds;
  const seen = new Map<string, number>();
  const streamOf = async ({ name, subject }: Pressable): Promise<Random> => {
    const { token } = talkIn((await conversationOf(store, subject)) ?? "") ?? { token: "no talk" };
    const what = `${name} of ${token}`;
    const number = (seen.get(what) ?? 0) + 1;
    seen.set(what, number);
    return parts.random.fork(`${what} ${number}`);
  };

  /** They write a score, and then another in its place. */
  const answerAndEdit = async (random: Random, talk: Talk, by: Person): Promise<void> => {
    const text = String(random.between(1, 6));
    const messageId = await say(talk, by, String(random.between(7, 10)));
    after(random, "customer", [MINUTE, 5 * HOUR], () => edit(talk, by, messageId, text));
  };

  /** The customer has the question before them: most are silent, tap or write, a few want none of it. */
  const answer = (random: Random, standing: Standing, by: Person, talk: Talk | undefined): void => {
    const what = random.next();
    const soon = (act: Act) => after(random, "customer", [MINUTE, random.chance(0.8) ? 5 * HOUR : 6 * DAY], act);
    const tap = () => press(standing, by, scoring(random));
    if (what < 0.35) soon(tap);
    else if (what < 0.45)
      soon(async () => {
        await atOnce(tap, ...(random.chance(0.3) ? [tap] : []));
        after(random, "customer", [MINUTE, DAY], tap);
      });
    else if (what < 0.52 && talk) soon(async () => void (await say(talk, by, random.pick(ANSWERS))));
    else if (what < 0.55 && talk) soon(async () => void (await say(talk, by, random.pick(REASONS))));
    else if (what < 0.6 && talk) soon(() => answerAndEdit(random, talk, by));
    else if (what < 0.65) soon(() => press(standing, by, named("not-now")));
    else if (what < 0.67) soon(() => press(standing, by, named("never")));
    else if (what < 0.69)
      soon(() => wire.send({ kind: "asking-changed", id: `off:${standing.reference}`, at: now(), by, ask: false }));
  };

  /** An agent has a card before them. */
  const work = (random: Random, standing: Standing, by: Person, caseId: string): void => {
    if (random.chance(0.2)) return;
    after(random, "agent", [MINUTE, 20 * HOUR], async () => {
      await press(standing, by, named("case-claim"));
      after(random, "agent", [MINUTE, 20 * HOUR], () => press(standing, by, named("case-contact")));
      const form = random.chance(0.8) ? "case-resolve" : "case-unreachable";
      after(random, "agent", [20 * HOUR, 5 * DAY], async () => {
        const event = platformOf(standing.lane.split(":")[0] ?? "").fills(form, caseId, "Called, and mended it.", by);
        if (event) await wire.send(event);
      });
    });
  };

  const react = async (standing: Standing, asItStood: Standing, button: Pressable): Promise<void> => {
    const random = await streamOf(button);
    const desk = DESKS.find((one) => town.teamLanes[one] === standing.lane);
    const [platform = ""] = standing.lane.split(":");
    if (desk !== undefined) {
      if (button.name === "case-claim") work(random, standing, town.agent(platform, desk), button.subject);
      return;
    }
    const talk = talkIn(standing.lane);
    const by = talk?.customer ?? town.person(standing.lane);
    // Some have it before them as it stood when they came to it, whatever it has become since.
    const before = random.chance(0.2) ? asItStood : standing;
    if (button.name === "score") answer(random, before, by, talk);
    else if (button.name === "put-right") {
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
  };
}
