import { expect, it } from "vitest";
import { type AuditNote, auditHash } from "../../src/privacy/audit.ts";
import { sealAudits } from "../../src/privacy/record-audit.ts";
import { createWorld } from "../world.ts";

const note: AuditNote = {
  by: null,
  act: "read",
  table: "interaction",
  subject: "i1",
  via: "page",
  facts: { b: 1, a: 2 },
};

it("chains each line of the audit log to the one before", async () => {
  const world = createWorld();
  const context = { deskId: "default", store: world.store, ids: { next: () => "id", secret: () => "secret" } };
  const lines = await sealAudits(context, [note, { ...note, act: "erased" }], 7);
  const [first, second] = lines.flatMap((change) => (change.table === "audit" ? [change.row] : []));
  expect(first).toMatchObject({ number: 1, previous: "", at: 7, byAddress: null });
  expect(second).toMatchObject({ number: 2, previous: first?.hash, act: "erased" });
  expect(first?.hash).toMatch(/^[0-9a-f]{64}$/);
  if (first) expect(await auditHash("default", { ...first, facts: { a: 2, b: 1 } })).toBe(first.hash);
  if (first) expect(await auditHash("other", first)).not.toBe(first.hash);
});
