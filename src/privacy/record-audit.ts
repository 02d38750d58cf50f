import type { Context } from "../context.ts";
import { hashOf } from "../hash.ts";
import type { Change } from "../outcome.ts";
import { type Audit, type AuditNote, auditHash, type UnsealedAudit } from "./audit.ts";

/** Whoever acted, as the log names them: nobody of the team goes without their name, and no customer with it, for the log forgets nothing. */
async function whoOf(by: AuditNote["by"]): Promise<Pick<Audit, "byAddress" | "byName" | "byRole">> {
  if (by === null) return { byAddress: null, byName: null, byRole: null };
  const { address, role, name = null } = by;
  if (role !== "customer") return { byAddress: address, byName: name, byRole: role };
  return { byAddress: `customer:${await hashOf(address)}`, byName: null, byRole: role };
}

async function lineOf(note: AuditNote, at: number, last: Audit | null): Promise<UnsealedAudit> {
  const { by, act, table, subject, via, facts = {} } = note;
  const who = await whoOf(by);
  const chained = { number: (last?.number ?? 0) + 1, previous: last?.hash ?? "" };
  return { ...chained, at, act, ...who, subjectTable: table, subject, via, facts };
}

/** The lines that the notes add to the desk's audit log. Of two saves that would add the same line one is stale, so that the log stays one chain. */
export async function sealAudits(
  { deskId, store, ids }: Pick<Context, "deskId" | "store" | "ids">,
  notes: readonly AuditNote[],
  at: number,
): Promise<Change[]> {
  if (notes.length === 0) return [];
  let [last = null] = await store.list("audit", { orderBy: "number", descending: true, limit: 1 });
  const changes: Change[] = [];
  for (const note of notes) {
    const line = await lineOf(note, at, last);
    last = { id: ids.next(), version: 0, ...line, hash: await auditHash(deskId, line) };
    changes.push({ table: "audit", row: last });
  }
  return changes;
}
