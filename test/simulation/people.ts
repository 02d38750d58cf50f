import type { Store } from "../../src/ports.ts";
import { DAY, HOUR, MINUTE } from "../world.ts";
import { createAddressees } from "./addressees.ts";
import { createDeeds, type DeedsParts } from "./deeds.ts";
import type { Ground, Standing } from "./ground.ts";
import type { Manners } from "./manners.ts";
import type { Platform, Talk } from "./platform.ts";
import type { Random } from "./random.ts";
import { DESKS, type Town } from "./town.ts";

export interface PeopleParts extends DeedsParts {
  readonly store: Store;
  readonly town: Town;
  readonly manners: Manners;
  readonly ground: Pick<Ground, "remove">;
  readonly random: Random;
}

/** Everybody who talks, answers and works here. */
export interface People {
  readonly talks: readonly Talk[];
  /** Somebody begins a conversation, which goes its way from there. */
  beginTalk(): Promise<void>;
  /** Somebody sees what stands there now. */
  see(standing: Standing): void;
  /** A question for somebody does not get through to that place. */
  heldUp(lane: string): void;
}

const COURTESIES = ["thanks!", "Thank you so much", "Great, bye"] as const;

/** What is said and done in each talk is drawn from a stream of its own, named by the talk's number: so it depends on no other. */
export function createPeople(parts: PeopleParts): People {
  const { platforms, town, manners } = parts;
  const talks: Talk[] = [];
  const byConversation = new Map<string, Talk>();
  const deeds = createDeeds(parts);
  const { after, atOnce, say, edit, turn } = deeds;

  /** After a conversation was resolved people thank, come back, or the agent has been too quick. */
  const afterwards = (random: Random, talk: Talk): void => {
    const what = random.next();
    const thanks = random.pick(COURTESIES);
    const { thanks: thanking, tooQuick, comesBack } = manners;
    if (what < thanking)
      after(random, "customer", [MINUTE, HOUR], async () => void (await say(talk, talk.customer, thanks)));
    else if (what < thanking + tooQuick) after(random, "agent", [MINUTE / 2, 4 * MINUTE], () => turn(talk, "reopens"));
    else if (what < thanking + tooQuick + comesBack)
      after(random, "customer", [HOUR, 2 * DAY], async () => {
        await say(talk, talk.customer, `${talk.token} It does not work again, can you look?`);
        after(random, "agent", [HOUR, DAY], () => turn(talk, "resolves"));
      });
  };

  /** An agent sees to it, and the customer may ask once more at that moment. */
  const mend = async (random: Random, talk: Talk): Promise<void> => {
    const asking = random.chance(0.2) ? [() => say(talk, talk.customer, "Are you still there?")] : [];
    const doing = [...asking, () => say(talk, talk.agent, "I have mended it.")];
    await atOnce(...doing.map((one) => async () => void (await one())));
    after(random, "agent", [MINUTE, 20 * HOUR], async () => {
      await turn(talk, "resolves");
      afterwards(random, talk);
    });
  };

  /** Who talks to whom, and where. */
  const open = (random: Random): Talk => {
    const platform = random.pick(platforms as [Platform, ...Platform[]]);
    const desk = random.pick(DESKS);
    const customer = town.customer(platform.name, desk, random);
    const token = `${desk}token${talks.length}x`;
    const who = { customer, agent: town.agent(platform.name, desk) };
    const talk: Talk = { desk, platform: platform.name, ...platform.begin(desk), ...who, token };
    talks.push(talk);
    byConversation.set(talk.conversation, talk);
    return talk;
  };

  const { see, heldUp } = createAddressees({
    ...parts,
    deeds,
    talkIn: (conversation) => byConversation.get(conversation),
  });
  return {
    talks,
    async beginTalk() {
      const random = parts.random.fork(`talk ${talks.length}`);
      const talk = open(random);
      const text = `${talk.token} The export fails, can you help?`;
      const messageId = await say(talk, talk.customer, text);
      if (random.chance(manners.edits))
        after(random, "customer", [MINUTE, HOUR], () => edit(talk, talk.customer, messageId, `${text} Please.`));
      after(random, "agent", [MINUTE, 2 * HOUR], () => mend(random, talk));
    },
    see,
    heldUp,
  };
}
