import type { Store } from "../../src/ports.ts";
import { DAY, MINUTE, SECOND } from "../world.ts";
import type { Act, Agenda } from "./agenda.ts";
import { createAsked } from "./asked.ts";
import { createCardReaders } from "./card-readers.ts";
import type { Deeds } from "./deeds.ts";
import { type Ground, named, type Pressable, type Standing } from "./ground.ts";
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

/** Those who have a message of ours before them. */
export interface Addressees {
  /** Somebody sees what stands there now. */
  see(standing: Standing): void;
  /** A question for somebody does not get through to that place. */
  heldUp(lane: string): void;
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
  const { store, town, manners, agenda, deeds, now, talkIn } = parts;
  const { after, press } = deeds;
  const cards = createCardReaders(parts);
  const leads = createLeads(parts);
  const asked = createAsked(parts);
  const seen = new Map<string, number>();
  const streamFor = (name: string) => {
    const number = (seen.get(name) ?? 0) + 1;
    seen.set(name, number);
    const what = `${name} ${number}`;
    return { what, random: parts.random.fork(what) };
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
      asked.askAnew(random.fork("asks anew"), question, about);
      leads.mindAnswer(random.fork("left out"), button.subject);
      asked.answer(random, question);
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
        after(random, "customer", [SECOND / 10, 4 * SECOND], () => asked.stop(by, what));
    },
  };
}
