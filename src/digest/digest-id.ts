import type { DigestId } from "./document.ts";
import { parseWeek } from "./week.ts";

const SEPARATOR = "|";

/** The id as a row's, e.g. `2026-W46|Europe/Berlin|default`. */
export function digestIdText({ week, zone, team }: DigestId): string {
  return [week, zone, team].join(SEPARATOR);
}

/** The id that a text stands for, or null. */
export function parseDigestId(text: string): DigestId | null {
  const [week, zone, team, ...more] = text.split(SEPARATOR);
  if (!week || !zone || !team || more.length > 0 || parseWeek(week) === null) return null;
  return { week, zone, team };
}
