/** A moment as it stands in the names of files, e.g. `20261128T090000Z`. */
export function stampOf(at: number): string {
  return new Date(at).toISOString().replace(/[-:]|\.\d+/g, "");
}

/** The moment of a stamp, milliseconds since 1970; null where it is none. */
export function momentOf(stamp: string): number | null {
  const at = Date.parse(stamp.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, "$1-$2-$3T$4:$5:$6Z"));
  return Number.isNaN(at) ? null : at;
}
