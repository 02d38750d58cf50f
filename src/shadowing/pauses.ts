/** What is shorter is no pause that a reader has to be told of, milliseconds. */
const LEAST_PAUSE_MS = 60_000;

/** The pause before each entry, milliseconds; null where there was none to speak of, and before the first. */
export function pausesBefore(entries: readonly { readonly at: number }[]): (number | null)[] {
  return entries.map(({ at }, index) => {
    const before = entries[index - 1];
    const pause = before === undefined ? 0 : at - before.at;
    return pause >= LEAST_PAUSE_MS ? pause : null;
  });
}

/** A length of time in the one unit that people would use, rounded down but never to nothing. */
export function spanOf(ms: number): { readonly unit: "second" | "minute" | "hour" | "day"; readonly count: number } {
  const units = [
    ["day", 86_400_000],
    ["hour", 3_600_000],
    ["minute", 60_000],
  ] as const;
  const [unit, size] = units.find(([, least]) => ms >= least) ?? (["second", 1_000] as const);
  return { unit, count: Math.max(1, Math.floor(ms / size)) };
}
