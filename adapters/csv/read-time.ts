import { Temporal } from "temporal-polyfill";
import { shapeOf, type TimeShape } from "./time-shape.ts";

/** Which of day and month comes first where both are numbers. */
export const DATE_ORDERS = ["day-first", "month-first"] as const;
export type DateOrder = (typeof DATE_ORDERS)[number];

/** How the times of a file are to be understood. */
export interface TimeRule {
  /** IANA zone or offset of times that name none. */
  readonly zone: string;
  /** Order of `11/08/2026`; such dates are not read where it is null. With dots, `08.11.2026`, null means day first. */
  readonly order: DateOrder | null;
}

type WrittenDate = Exclude<TimeShape, { kind: "moment" | "serial" | "none" }>;

function dayOf(shape: WrittenDate, order: DateOrder | null): { year: number; month: number; day: number } | null {
  if (shape.kind === "day") return shape;
  const { first, second, year, isDotted } = shape;
  const how = order ?? (isDotted ? "day-first" : null);
  if (how === null) return null;
  return how === "day-first" ? { year, month: second, day: first } : { year, month: first, day: second };
}

/** The moment of a shape, in milliseconds since 1970; null where it names none. */
export function momentOf(shape: TimeShape, { zone, order }: TimeRule): number | null {
  if (shape.kind === "moment") return shape.at;
  if (shape.kind === "serial" || shape.kind === "none") return null;
  const date = dayOf(shape, order);
  if (date === null) return null;
  const { year, month, day } = date;
  try {
    const local = Temporal.PlainDateTime.from({ year, month, day, ...shape.clock }, { overflow: "reject" });
    const named = shape.zone === "Z" ? "UTC" : shape.zone;
    return local.toZonedDateTime(named ?? zone).epochMilliseconds;
  } catch {
    return null;
  }
}

/**
 * The moment a text names, in milliseconds since 1970; null where it names none. Read are RFC 3339 times, the same without an
 * offset or without a time of day in the rule's zone, dates with the month's name, dates in numbers by the rule's order, clocks of
 * 12 and 24 hours, offsets such as `GMT+1`, and Unix times of 10 digits (seconds) or 13 (milliseconds).
 */
export function readTime(text: string, rule: TimeRule): number | null {
  return momentOf(shapeOf(text), rule);
}
