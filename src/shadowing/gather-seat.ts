import type { Context } from "../context.ts";
import { gatherById } from "../gather-by-id.ts";
import { grouped } from "../grouping.ts";
import type { Appointment } from "./appointment.ts";
import { type GuessError, guessErrors } from "./gather-guesses.ts";
import type { LiveListener } from "./live-listener.ts";
import type { Shift } from "./shift.ts";
import type { Sitting } from "./sitting.ts";

/** An appointment that can still be gone on with, and what there is of it. Of those not guessed yet nobody is to see as what they were drawn. */
export interface OpenAppointment {
  readonly appointment: Appointment;
  readonly sittings: readonly Sitting[];
}

/** Everything at a leader's seat: theirs alone to see. */
export interface Seat {
  readonly shifts: readonly Shift[];
  /** The newest first. */
  readonly open: readonly OpenAppointment[];
  readonly guesses: readonly GuessError[];
  readonly listening: readonly LiveListener[];
}

/** What is older is not gone on with, milliseconds. */
const OPEN_FOR_MS = 30 * 86_400_000;
const MOST = 20;

/** What stands at the seat of whoever has this address. Rejects as the store does. */
export async function gatherSeat(context: Pick<Context, "store" | "clock">, whoAddress: string): Promise<Seat> {
  const { store, clock } = context;
  const newest = { orderBy: "at", descending: true, limit: MOST } as const;
  const appointments = await store.list("appointment", {
    where: { whoAddress, state: ["offered", "begun"] },
    atLeast: { at: clock.now() - OPEN_FOR_MS },
    ...newest,
  });
  const drawn = await gatherById(
    appointments.map(({ id }) => id),
    (appointmentId) => store.list("sitting", { where: { appointmentId }, orderBy: "number" }),
  );
  const sittings = grouped(drawn, ({ appointmentId }) => appointmentId);
  const open = appointments.map((appointment) => ({ appointment, sittings: sittings.get(appointment.id) ?? [] }));
  return {
    shifts: await store.list("shift", { where: { whoAddress, state: "standing" } }),
    open: open.filter((one) => one.sittings.some(({ state }) => state !== "done")),
    guesses: await guessErrors(context, whoAddress),
    listening: await store.list("listener", { where: { whoAddress, state: "listening" } }),
  };
}
