import { dayOf, momentsOf } from "../calendar/local-time.ts";

/** The team's working week: ISO weekdays (1 Monday to 7 Sunday) and a daily span in minutes after local midnight. */
export interface BusinessHours {
  readonly days: readonly number[];
  readonly from: number;
  readonly to: number;
}

const DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const FORM =
  /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun)(?:-(Mon|Tue|Wed|Thu|Fri|Sat|Sun))? ([01][0-9]|2[0-3]):([0-5][0-9])-([01][0-9]|2[0-4]):([0-5][0-9])$/;

/** Reads `Mon-Fri 09:00-17:00`; null for anything else. */
export function parseBusinessHours(text: string): BusinessHours | null {
  const match = FORM.exec(text);
  if (!match) return null;
  const first = DAYS.indexOf(String(match[1]));
  const last = match[2] === undefined ? first : DAYS.indexOf(match[2]);
  const length = ((last - first + 7) % 7) + 1;
  const from = Number(match[3]) * 60 + Number(match[4]);
  const to = Number(match[5]) * 60 + Number(match[6]);
  if (from >= to || to > 24 * 60) return null;
  return { days: Array.from({ length }, (_, index) => ((first + index) % 7) + 1), from, to };
}

/** The moment at which `span` milliseconds of business time have passed since `at`, on a clock in that zone. */
export function addBusinessTime(at: number, span: number, hours: BusinessHours, zone: string): number {
  let left = span;
  for (let day = dayOf(at, zone); ; day = day.add({ days: 1 })) {
    if (!hours.days.includes(day.dayOfWeek)) continue;
    const start = Math.max(at, momentsOf(day, hours.from, zone)[0]);
    const open = momentsOf(day, hours.to, zone)[0] - start;
    if (open >= left) return start + left;
    left -= Math.max(open, 0);
  }
}
