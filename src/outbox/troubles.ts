import { channelOf, spaceOf } from "../interaction/address.ts";
import type { Log } from "../ports.ts";
import type { Reach } from "./passed-over.ts";

/** What keeps posts from being taken until a person mends it: told in the log when it begins and when it is over, not between. */
export interface Troubles {
  /** The lane takes nothing for that reason, nor does what is within its reach. */
  begin(lane: string, reason: string, remedy: string, reach?: Reach): void;
  /** The lane has taken something, or what was for it is given up. */
  end(lane: string): void;
}

export function createTroubles(log: Log): Troubles {
  /** The channels that a remedy would help, by what it would help and the remedy. */
  const troubled = new Map<string, Set<string>>();
  return {
    begin: (lane, reason, remedy, reach) => {
      const name = `${reach === undefined ? channelOf(lane) : spaceOf(lane)} ${remedy}`;
      const known = troubled.get(name);
      troubled.set(name, (known ?? new Set()).add(channelOf(lane)));
      if (!known) log.fault(remedy, { to: lane, reason });
    },
    end: (lane) => {
      for (const [name, channels] of troubled) {
        if (!channels.delete(channelOf(lane)) || channels.size > 0) continue;
        troubled.delete(name);
        log.info("Posts are taken again where they were kept", { to: lane });
      }
    },
  };
}
