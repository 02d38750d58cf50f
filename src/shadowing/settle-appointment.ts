import type { Draft } from "../outcome.ts";
import type { Appointment } from "./appointment.ts";
import type { Sitting } from "./sitting.ts";

/** The appointment is kept once each of its conversations was read, guessed and closed with a lesson; one of a shift only while it may be: what is finished later was begun. */
export function settleAppointment(draft: Draft, appointment: Appointment, all: readonly Sitting[], at: number): void {
  const isKept = all.length > 0 && all.every(({ state }) => state === "done");
  const isLate = appointment.shiftId !== null && appointment.dueAt === null;
  if (isKept && !isLate) draft.put("appointment", { ...appointment, state: "kept", keptAt: at, dueAt: null });
}
