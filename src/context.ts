import type { ThemeFinder } from "./digest/themes.ts";
import type { Thresholds } from "./digest/thresholds.ts";
import type { Clock, Ids, Reader } from "./ports.ts";
import type { Settings } from "./settings.ts";
import type { Wording } from "./wording.ts";

/** What a use case decides with: one desk, as if there were no other. */
export interface Context {
  readonly deskId: string;
  readonly store: Reader;
  readonly settings: Settings;
  readonly wording: Wording;
  readonly themes: ThemeFinder;
  readonly ids: Ids;
  readonly clock: Clock;
  /** Addresses of the team channels, e.g. `web:team`. */
  readonly teamLanes: readonly string[];
  /** Finds thresholds of change; where there is none, a digest says nothing of change but what is kept. */
  readonly thresholds?: Thresholds | undefined;
}
