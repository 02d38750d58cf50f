/** Units of time as people say them, the largest first, each with its length in milliseconds. */
export const TIME_UNITS = [
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
  ["second", 1_000],
] as const;
