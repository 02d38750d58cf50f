/** A moment as it stands in the names of files, e.g. `20261128T090000Z`. */
export function stampOf(at: number): string {
  return new Date(at).toISOString().replace(/[-:]|\.\d+/g, "");
}
