/** How often in a row a platform has left us without an answer. While it is silent it is tried with one post at a time. */
export interface Silences {
  answered(platform: string): void;
  /** It gave no answer that tells how a post ended; gives until when nothing more is to be sent to it, or null. */
  missed(platform: string, now: number): number | null;
  /** How many posts may be under way to it at once, of those that it takes. */
  mostAtOnce(platform: string, most: number): number;
}

/** So many in a row are no chance. */
const SILENT_AFTER = 8;
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 60_000;

interface Silence {
  count: number;
  pauses: number;
  pausedUntil: number;
}

/** Every platform answers, as far as is known. What may have been sent to one that does not must be looked for, each post by itself. */
export function createSilences(): Silences {
  const silences = new Map<string, Silence>();
  return {
    answered: (platform) => void silences.delete(platform),
    missed: (platform, now) => {
      const silence = silences.get(platform) ?? { count: 0, pauses: 0, pausedUntil: 0 };
      silences.set(platform, silence);
      silence.count += 1;
      if (silence.count < SILENT_AFTER) return null;
      if (now >= silence.pausedUntil) {
        silence.pausedUntil = now + Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** silence.pauses);
        silence.pauses += 1;
      }
      return silence.pausedUntil;
    },
    mostAtOnce: (platform, most) => ((silences.get(platform)?.count ?? 0) >= SILENT_AFTER ? 1 : most),
  };
}
