import { dateFormat } from "../../../../src/calendar/date-format.ts";
import { type Deadline, deadlineOf } from "../../../../src/recovery/deadline.ts";
import type { CaseFrame } from "./case-frame.ts";
import type { CaseSeen } from "./load-cases.ts";

/** So many characters of a comment stand in a row. */
const FIRST_WORDS = 140;

function written({ times }: CaseFrame, at: number, style: Intl.DateTimeFormatOptions): string {
  return dateFormat(times.locale, { ...style, timeZone: times.zone }).format(at);
}

function deadlineText(frame: CaseFrame, deadline: Deadline): string {
  const { say } = frame;
  const day = (at: number) => written(frame, at, { day: "numeric", month: "short" });
  switch (deadline.kind) {
    case "late":
      return say(`cases.late.${deadline.unit}`, { count: deadline.count });
    case "due": {
      const time = written(frame, deadline.at, { hour: "numeric", minute: "2-digit" });
      if (deadline.when !== "on") return say(`cases.due.${deadline.when}`, { time });
      return say("cases.due.on", { time, day: day(deadline.at) });
    }
    case "closed":
      return say("cases.closedOn", { day: day(deadline.at) });
  }
}

/** How a case stands with its time, in words; null where there is nothing to say. */
export function deadlineWords(
  frame: CaseFrame,
  { item }: Pick<CaseSeen, "item">,
): { readonly kind: Deadline["kind"]; readonly text: string } | null {
  const deadline = deadlineOf(item, frame.desk.clock.now(), frame.desk.settings.desk);
  return deadline && { kind: deadline.kind, text: deadlineText(frame, deadline) };
}

/** The beginning of what the customer wrote, in one line; null where they wrote nothing. */
export function firstWords(comment: string | null): string | null {
  const line = [...(comment ?? "").replace(/\s+/g, " ").trim()];
  if (line.length === 0) return null;
  return line.length > FIRST_WORDS ? `${line.slice(0, FIRST_WORDS).join("").trimEnd()}…` : line.join("");
}
