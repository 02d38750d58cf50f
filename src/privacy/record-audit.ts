import type { Context } from "../context.ts";
import type { Change } from "../outcome.ts";
import { type Audit, type AuditNote, auditHash, type UnsealedAudit } from "./audit.ts";

function lineOf(note: AuditNote, at: number, last: Audit | null): UnsealedAudit {
  const { by, act, table, subject, via, facts = {} } = note;
  const who = { byAddress: by?.address ?? null, byName: by?.name ?? null, byRole: by?.role ?? null };
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
    const line = lineOf(note, at, last);
    last = { id: ids.next(), version: 0, ...line, hash: await auditHash(deskId, line) };
    changes.push({ table: "audit", row: last });
  }
  return changes;
}
