import { statSync } from "node:fs";

/** Whether both paths lead to one file, whatever links lie between; not where nothing is at one of them. */
export function isSameFile(one: string, other: string): boolean {
  const [a, b] = [one, other].map((path) => statSync(path, { bigint: true, throwIfNoEntry: false }));
  return a !== undefined && b !== undefined && a.ino === b.ino && a.dev === b.dev;
}
