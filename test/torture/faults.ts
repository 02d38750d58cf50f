import { setTimeout } from "node:timers/promises";
import type { Random } from "../simulation/random.ts";
import type { Scene } from "./scene.ts";
import type { Victim } from "./victim.ts";

/** What faults are done to and with. */
export interface Ground {
  /** The program, or the one of its replicas whose turn it is. */
  readonly victim: Victim;
  readonly scene: Scene;
  readonly random: Random;
  /** A promise was seen broken. */
  readonly broken: (sentence: string) => void;
}

/** Something that goes wrong, and heals. */
export interface Fault {
  readonly name: string;
  /** Why it cannot be made on this machine; null where it can. */
  readonly obstacle: () => string | null;
  /** Returns once it is over; the program may lie dead then. */
  readonly strike: (ground: Ground) => Promise<void>;
}

/** Nothing keeps it from being made. */
export const none = () => null;

/** What can befall the program wherever it keeps its data. */
export const FAULTS: readonly Fault[] = [
  { name: "kill -9", obstacle: none, strike: ({ victim }) => victim.kill() },
  {
    name: "kill -9 while it starts",
    obstacle: none,
    async strike({ victim, random }) {
      await victim.kill();
      for (let times = 0; times < 3; times += 1) await victim.startAndKill(random.between(50, 900));
    },
  },
  {
    name: "frozen",
    obstacle: none,
    async strike({ victim, random }) {
      victim.signal("SIGSTOP");
      await setTimeout(random.between(1_000, 6_000));
      victim.signal("SIGCONT");
    },
  },
  {
    name: "answers of the platforms lost",
    obstacle: none,
    async strike({ scene: { slack, discord }, random }) {
      const lost = { when: "after-commit", times: random.between(1, 3) } as const;
      slack.faults.add({ ...lost, method: "chat.postMessage", how: { drop: "rst" } });
      discord.faults.add({ ...lost, on: "POST /channels/{channel_id}/messages", how: "reset" });
      await setTimeout(random.between(2_000, 4_000));
      slack.faults.clear();
      discord.faults.clear();
    },
  },
  {
    name: "platforms down",
    obstacle: none,
    async strike({ scene: { slack, discord }, random }) {
      slack.faults.add({ when: "before", method: "*", times: Number.POSITIVE_INFINITY, how: { status: 503 } });
      discord.faults.add({ when: "before", on: "*", times: Number.POSITIVE_INFINITY, how: { status: 503 } });
      slack.socketMode.cut();
      discord.gateway.turnsAway(true);
      discord.gateway.cuts();
      await setTimeout(random.between(1_500, 5_000));
      slack.faults.clear();
      discord.faults.clear();
      discord.gateway.turnsAway(false);
    },
  },
];
