import type { Log } from "../src/ports.ts";

/** How well one platform, or the database, does its work. The log has one line when it breaks and one when it heals. */
export interface Health {
  /** A part of it does not work; of what is said before it heals the last counts. */
  broken(part: string, why: string): void;
  /** A part of it does not work, which may pass: it counts as broken only after so many milliseconds without `healed`. */
  lost(part: string, why: string, graceMs: number): void;
  /** The part works, again or still. */
  healed(part: string): void;
  /** Why it cannot do its work, a sentence; null where it can. */
  readonly why: string | null;
  /** Waits for nothing any more. */
  stop(): void;
}

/** A part that does not work; with a timer while that may pass. */
interface Ill {
  why: string;
  timer: NodeJS.Timeout | null;
}

/** Everything works until something else is said; `name` is what people call it, e.g. `Slack`. */
export function createHealth(name: string, log: Log): Health {
  const ill = new Map<string, Ill>();
  const told = () => [...ill.values()].filter(({ timer }) => timer === null);

  const broken = (part: string, why: string): void => {
    const known = ill.get(part);
    if (known?.timer) clearTimeout(known.timer);
    if (known === undefined || known.timer !== null) log.fault(why, { health: name, part });
    ill.set(part, { why, timer: null });
  };

  return {
    broken,
    lost(part, why, graceMs) {
      const known = ill.get(part);
      if (known) known.why = why;
      else {
        const timer = setTimeout(() => broken(part, ill.get(part)?.why ?? why), graceMs).unref();
        ill.set(part, { why, timer });
      }
    },
    healed(part) {
      const known = ill.get(part);
      if (known === undefined) return;
      ill.delete(part);
      if (known.timer) clearTimeout(known.timer);
      else log.info(`${name} works again`, { health: name, part });
    },
    get why() {
      return told()[0]?.why ?? null;
    },
    stop() {
      for (const { timer } of ill.values()) if (timer) clearTimeout(timer);
    },
  };
}

/** What an error says, short: without its kind, in one line. */
export function shortly(error: unknown): string {
  return String(error)
    .replace(/^(?:\w*Error: )+/, "")
    .replace(/\s+/g, " ")
    .trim();
}
