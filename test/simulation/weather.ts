import type { Journal } from "./journal.ts";
import type { Options } from "./options.ts";
import type { Random } from "./random.ts";

/**
 * How a platform takes what is posted. `absent` and `standing` give no answer; the second has it stand there all the same. `locked` takes nothing of
 * ours until a person has mended that.
 */
export type Reception = "fine" | "retry" | "limited" | "refused" | "absent" | "standing" | "out" | "locked";

/** What befalls the platforms. */
export interface Weather {
  /** How the next post is taken. */
  receive(platform: string): Reception;
  /** Whether the next look for a post fails, though the platform is there. */
  failsToLook(): boolean;
  /** Whether nothing reaches the platform now. */
  isOut(platform: string): boolean;
  /** Whether it takes nothing of ours now. */
  isLocked(platform: string): boolean;
  goOut(platform: string, until: number): void;
  lockOut(platform: string, until: number): void;
  /** No fault befalls anything from now on. */
  clear(): void;
}

export function createWeather(options: Options, random: Random, journal: Journal, now: () => number): Weather {
  const outUntil = new Map<string, number>();
  const lockedUntil = new Map<string, number>();
  let isClear = false;
  const drawn = (): Reception => {
    const draw = random.next();
    let edge = 0;
    for (const [kind, rate] of Object.entries(options.posts) as [
      Exclude<Reception, "fine" | "out" | "locked">,
      number,
    ][]) {
      edge += rate;
      if (draw < edge) return kind;
    }
    return "fine";
  };
  const isUnder = (until: ReadonlyMap<string, number>, platform: string) =>
    !isClear && now() < (until.get(platform) ?? 0);
  const receptionAt = (platform: string): Reception => {
    if (isUnder(outUntil, platform)) return "out";
    if (isUnder(lockedUntil, platform)) return "locked";
    return isClear ? "fine" : drawn();
  };
  return {
    receive(platform) {
      const reception = receptionAt(platform);
      if (reception !== "fine") journal.fault(`post ${reception}`);
      return reception;
    },
    isOut: (platform) => isUnder(outUntil, platform),
    isLocked: (platform) => isUnder(lockedUntil, platform),
    failsToLook() {
      const fails = !isClear && random.chance(options.lookups);
      if (fails) journal.fault("look for a post fails");
      return fails;
    },
    goOut(platform, until) {
      journal.fault(`outage of ${platform}`);
      outUntil.set(platform, Math.max(until, outUntil.get(platform) ?? until));
    },
    lockOut(platform, until) {
      journal.fault(`${platform} locks the bot out`);
      lockedUntil.set(platform, until);
    },
    clear: () => {
      isClear = true;
    },
  };
}
