import type { Journal } from "./journal.ts";
import type { Options } from "./options.ts";
import type { Random } from "./random.ts";

/** How a platform takes what is posted. `absent` and `standing` give no answer; the second has it stand there all the same. */
export type Reception = "fine" | "retry" | "limited" | "refused" | "absent" | "standing" | "out";

/** What befalls the platforms. */
export interface Weather {
  /** How the next post is taken. */
  receive(platform: string): Reception;
  /** Whether the next look for a post fails, though the platform is there. */
  failsToLook(): boolean;
  /** Whether nothing reaches the platform now. */
  isOut(platform: string): boolean;
  goOut(platform: string, until: number): void;
  /** No fault befalls anything from now on. */
  clear(): void;
}

export function createWeather(options: Options, random: Random, journal: Journal, now: () => number): Weather {
  const outUntil = new Map<string, number>();
  let isClear = false;
  const drawn = (): Reception => {
    const draw = random.next();
    let edge = 0;
    for (const [kind, rate] of Object.entries(options.posts) as [Exclude<Reception, "fine" | "out">, number][]) {
      edge += rate;
      if (draw < edge) return kind;
    }
    return "fine";
  };
  const isOut = (platform: string) => !isClear && now() < (outUntil.get(platform) ?? 0);
  return {
    receive(platform) {
      const reception = isClear ? "fine" : isOut(platform) ? "out" : drawn();
      if (reception !== "fine") journal.fault(`post ${reception}`);
      return reception;
    },
    isOut,
    failsToLook() {
      const fails = !isClear && random.chance(options.lookups);
      if (fails) journal.fault("look for a post fails");
      return fails;
    },
    goOut(platform, until) {
      journal.fault(`outage of ${platform}`);
      outUntil.set(platform, until);
    },
    clear: () => {
      isClear = true;
    },
  };
}
