import { lastMomentOf } from "../../src/calendar/weekly.ts";
import type { Settings } from "../../src/settings.ts";

/** Every moment after `from` and up to `until` at which a digest is to be posted. */
export function digestTimes({ digest, desk }: Settings, from: number, until: number): number[] {
  const times: number[] = [];
  for (
    let at = lastMomentOf(digest.post, until, desk.zone);
    at > from;
    at = lastMomentOf(digest.post, at - 1, desk.zone)
  )
    times.unshift(at);
  return times;
}
