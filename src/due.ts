/** Tables whose rows have a time at which the clock must look at them, in the order in which it does. */
export const DUE_TABLES = [
  ...(["survey", "case", "promise", "digest", "announcement", "told"] as const),
  ...(["shift", "appointment", "tombstone", "sweep"] as const),
] as const;
export type DueTable = (typeof DUE_TABLES)[number];
