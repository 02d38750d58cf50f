import type { Context } from "../context.ts";
import type { Person } from "../interaction/customer.ts";
import type { Draft, Hindrance } from "../outcome.ts";
import { may } from "../rights.ts";
import { refuseWith, refuseWithout } from "../say-who-may.ts";
import type { ReadVia } from "../shadowing-events.ts";
import type { WordingKey } from "../wording.ts";
import type { Appointment } from "./appointment.ts";
import type { Sitting } from "./sitting.ts";

/** Somebody who comes for a sitting, and how. */
export interface Sitter {
  readonly by: Person;
  readonly via: ReadVia;
}

/** A sitting with the appointment that it is of. */
export interface SittingFile {
  readonly sitting: Sitting;
  readonly appointment: Appointment;
  /** All of the appointment, in their order. */
  readonly all: readonly Sitting[];
}

/** The sittings of the appointment, in their order. */
export function sittingsAt({ store }: Pick<Context, "store">, appointmentId: string): Promise<Sitting[]> {
  return store.list("sitting", { where: { appointmentId }, orderBy: "number" });
}

/** Refuses the read with a sentence, and tells the audit log of it. */
export function denySitting(
  context: Context,
  draft: Draft,
  { by, via }: Sitter,
  denied: { readonly subject: string; readonly code: Hindrance["code"]; readonly key: WordingKey },
): null {
  const { subject, code, key } = denied;
  draft.audit({ by, act: "read-denied", table: "sitting", subject, via, facts: { purpose: "learn", why: code } });
  refuseWith(context, draft, by, { code, key });
  return null;
}

/** Whether somebody may sit down with conversations; whoever may not is refused, and the audit log tells of it. */
export function maySit(context: Context, draft: Draft, { by, via }: Sitter, subject: string | null): boolean {
  if (may(by.role, "shadow")) return true;
  draft.audit({ by, act: "read-denied", table: "sitting", subject, via, facts: { purpose: "learn", why: "role" } });
  refuseWithout(context, draft, by, "shadow");
  return false;
}

/** The sitting where it is the person's own and they may; else they are refused: null. */
export async function ownSitting(
  context: Context,
  draft: Draft,
  sitter: Sitter,
  sittingId: string,
): Promise<SittingFile | null> {
  if (!maySit(context, draft, sitter, sittingId)) return null;
  const sitting = await context.store.get("sitting", sittingId);
  const appointment = sitting && (await context.store.get("appointment", sitting.appointmentId));
  if (!sitting || !appointment)
    return denySitting(context, draft, sitter, { subject: sittingId, code: "late", key: "sitting.over" });
  if (sitting.whoAddress !== sitter.by.address)
    return denySitting(context, draft, sitter, { subject: sittingId, code: "not-allowed", key: "sitting.notYours" });
  return { sitting, appointment, all: await sittingsAt(context, appointment.id) };
}
