import type { Clock } from "../../src/ports.ts";
import { keepLatest } from "./latest-kept.ts";

/** An interaction's token answers for fifteen minutes; the last of them is left as a reserve. */
const TOKEN_MS = 14 * 60_000;
const MOST_KEPT = 2_000;

/** What lets us speak to one person alone: the interaction they have just used. */
export interface Opening {
  readonly application: string;
  readonly token: string;
}

/** How to answer somebody in a channel: to them alone, openly because they spoke openly, or not there at all. */
export type Way = { readonly kind: "alone"; readonly opening: Opening } | { readonly kind: "openly" } | null;

/** What people did last where, for as long as an answer can make use of it. Nothing of it outlives the process. */
export interface Acts {
  /** They clicked or ran a command; `acknowledged` tells whether Discord took our acknowledgement. */
  used(channel: string, user: string, opening: Opening, acknowledged: Promise<boolean>): void;
  /** They wrote, which is being saved now; to be called back with whether it was news. */
  wrote(channel: string, user: string): (isNews: boolean) => void;
  /** How to say what was decided at that moment. Waits for an acknowledgement that is under way. */
  way(channel: string, user: string, decidedAt: number): Promise<Way>;
  /** What lets us speak to them alone wherever they clicked or ran a command last; null where nothing does. Waits for an acknowledgement that is under way. */
  lately(user: string): Promise<Lately | null>;
  /** Discord no longer takes answers to the interaction. */
  isOver(channel: string, user: string): void;
}

/** Somebody's last use, and where. */
export interface Lately {
  readonly channel: string;
  readonly opening: Opening;
}

interface Use {
  readonly opening: Opening;
  readonly acknowledged: Promise<boolean>;
  readonly at: number;
}

/** A span in which somebody wrote and did nothing else: what was decided in it answers their open words. */
interface Writing {
  readonly from: number;
  readonly to: number;
}

export function createActs(clock: Clock): Acts {
  const uses = new Map<string, Use>();
  const writings = new Map<string, Writing>();
  const places = new Map<string, string>();

  const keep = <T>(map: Map<string, T>, key: string, value: T | undefined): void => {
    if (value === undefined) map.delete(key);
    else keepLatest(map, key, value, MOST_KEPT);
  };

  const fresh = async (use: Use | undefined): Promise<Opening | null> => {
    const isFresh = use !== undefined && clock.now() - use.at < TOKEN_MS;
    return isFresh && (await use.acknowledged) ? use.opening : null;
  };

  return {
    used(channel, user, opening, acknowledged) {
      const key = `${channel}:${user}`;
      writings.delete(key);
      keep(places, user, channel);
      keep(uses, key, { opening, acknowledged, at: clock.now() });
    },
    wrote(channel, user) {
      const key = `${channel}:${user}`;
      const before = writings.get(key);
      const from = before?.from ?? clock.now();
      keep(writings, key, { from, to: Number.POSITIVE_INFINITY });
      return (isNews) => keep(writings, key, isNews ? { from, to: clock.now() } : before);
    },
    async lately(user) {
      const channel = places.get(user);
      const opening = channel === undefined ? null : await fresh(uses.get(`${channel}:${user}`));
      return channel === undefined || opening === null ? null : { channel, opening };
    },
    isOver: (channel, user) => void uses.delete(`${channel}:${user}`),
    async way(channel, user, decidedAt) {
      const key = `${channel}:${user}`;
      const opening = await fresh(uses.get(key));
      if (opening !== null) return { kind: "alone", opening };
      const writing = writings.get(key);
      return writing && writing.from <= decidedAt && decidedAt <= writing.to ? { kind: "openly" } : null;
    },
  };
}
