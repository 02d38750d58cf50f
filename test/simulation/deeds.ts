import type { Person } from "../../src/interaction/customer.ts";
import type { Act, Agenda } from "./agenda.ts";
import type { Pressable, Standing } from "./ground.ts";
import type { Pace, Role } from "./pace.ts";
import type { Platform, Talk } from "./platform.ts";
import type { Random } from "./random.ts";
import type { Wire } from "./wire.ts";

export interface DeedsParts {
  readonly platforms: readonly Platform[];
  readonly agenda: Agenda<Act>;
  readonly wire: Wire;
  readonly pace: Pace;
  readonly now: () => number;
}

/** Between how many milliseconds somebody waits before they do something. */
export type Span = readonly [least: number, most: number];

/** What people can do. */
export interface Deeds {
  platformOf(name: string): Platform;
  /** Has it done by somebody in that role after a while that their own chance decides. */
  after(random: Random, role: Role, span: Span, act: Act): void;
  /** Does all of it at one moment, or one after the other where people keep such a pace. */
  atOnce(...acts: readonly Act[]): Promise<void>;
  /** Does one after the other, at one moment or at the pace that people keep. */
  inOneGo(...acts: readonly Act[]): void;
  /** Gives the platform's name of what was said. */
  say(talk: Talk, by: Person, text: string): Promise<string>;
  edit(talk: Talk, by: Person, messageId: string, text: string): Promise<void>;
  turn(talk: Talk, how: "resolves" | "reopens"): Promise<void>;
  press(standing: Standing, by: Person, wanted: (button: Pressable) => boolean): Promise<void>;
}

export function createDeeds({ platforms, agenda, wire, pace, now }: DeedsParts): Deeds {
  const platformOf = (name: string): Platform => {
    const found = platforms.find((platform) => platform.name === name);
    if (!found) throw new Error(`There is no platform ${name}`);
    return found;
  };
  return {
    platformOf,
    after: (random, role, [least, most], act) =>
      agenda.plan(pace.at(now(), random.between(least, most), role, random), act),
    async atOnce(first, ...others) {
      const rest = pace.apart === 0 ? others : [];
      if (pace.apart > 0)
        for (const [index, act] of others.entries()) agenda.plan(now() + (index + 1) * pace.apart, act);
      await Promise.all([first, ...rest].map((act) => act?.()));
    },
    inOneGo(...acts) {
      for (const [index, act] of acts.entries()) agenda.plan(now() + index * pace.apart, act);
    },
    async say(talk, by, text) {
      const { event, messageId } = platformOf(talk.platform).says(talk, by, text);
      await wire.send(event, talk.desk);
      return messageId;
    },
    edit: (talk, by, messageId, text) =>
      wire.send(platformOf(talk.platform).edits(talk, by, messageId, text), talk.desk),
    turn: (talk, how) => wire.send(platformOf(talk.platform)[how](talk), talk.desk),
    async press(standing, by, wanted) {
      const button = standing.buttons.find(wanted);
      const [name = ""] = standing.lane.split(":");
      const event = button ? platformOf(name).presses(standing, button, by) : null;
      if (event !== null) await wire.send(event);
    },
  };
}
