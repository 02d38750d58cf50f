import { beforeEach, describe, expect, it } from "vitest";
import { APPEND_ONLY, REFERENCES } from "../../adapters/database/keys.ts";
import type { Change } from "../../src/outcome.ts";
import type { Store } from "../../src/ports.ts";
import type { Table } from "../../src/rows.ts";
import { change, DESK, sampleChanges, sampleRows } from "../database/sample-rows.ts";

/** Tables whose rows are about a person. */
const PERSONAL: readonly Table[] = [
  ...(["customer", "identity", "interaction", "entry", "resolution"] as const),
  ...(["survey", "response", "revision", "case", "step", "post"] as const),
  ...([
    "enhancement",
    "telling",
    "promise",
    "greeting",
    "plea",
    "amendment",
    "examination",
    "told",
    "sitting",
    "listener",
    "informed",
  ] as const),
];

/** The row, as it was saved once, is to be gone. */
function removal(one: Change): Change {
  return { ...one, row: { ...one.row, version: 1 }, remove: true } as Change;
}

function removals(key: string): Change[] {
  return sampleChanges(key)
    .filter(({ table }) => PERSONAL.includes(table))
    .map(removal);
}

/** How any store removes rows. `opened` is the empty store of the test. */
export function storeRemovalContract(opened: () => Store): void {
  const rows = () => opened().at(DESK);
  const put = (...changes: Change[]) => opened().save(DESK, { id: null, at: 0 }, changes);
  const { receipt, interaction, survey } = sampleRows();
  const gone = removal(change("receipt", receipt));

  describe("removing", () => {
    beforeEach(() => put(...sampleChanges("1"), ...sampleChanges("2")));

    it("takes the row away that stands at the version it was read at, and no other", async () => {
      expect(await put(gone)).toBe("saved");
      expect(await rows().get("receipt", receipt.id)).toBeNull();
      expect((await rows().list("receipt", {})).map(({ id }) => id)).toEqual(["key-2"]);
    });

    it.each(APPEND_ONLY)("or changing a row of the %s log is refused with everything beside it", async (table) => {
      const row = { ...sampleRows()[table], version: 1 };
      const beside = change("cursor", { ...sampleRows("3").cursor });
      await expect(put(beside, { table, row, remove: true } as Change)).rejects.toThrow();
      await expect(put(beside, { table, row: { ...row, via: "changed" } } as Change)).rejects.toThrow();
      expect(await rows().get(table, row.id)).toStrictEqual(row);
      expect(await rows().list("cursor", {})).toHaveLength(2);
    });

    it.each<[string, Change]>([
      ["a row that has moved since", { table: "receipt", row: { ...receipt, version: 7 }, remove: true }],
      ["a row that is not there", { table: "receipt", row: { ...receipt, id: "ghost", version: 1 }, remove: true }],
      ["a row that was never read", { table: "receipt", row: { ...receipt, id: "ghost" }, remove: true }],
    ])("of %s is refused as stale together with everything beside it", async (_, wrong) => {
      expect(await put(change("cursor", { ...sampleRows("3").cursor }), wrong)).toBe("stale");
      expect(await put(removal(change("cursor", sampleRows("1").cursor)), wrong)).toBe("stale");
      expect(await rows().list("cursor", {})).toHaveLength(2);
      expect(await rows().list("receipt", {})).toHaveLength(2);
    });

    it("is done once: one of two from one reading is stale", async () => {
      expect((await Promise.all([put(gone), put(gone)])).sort()).toEqual(["saved", "stale"]);
    });

    it("makes room for another with the same unique value in the same save, whichever is named first", async () => {
      const { customerId } = interaction;
      const anew = { ...interaction, id: "anew", state: "open", resolutionId: null, customerId } as const;
      const others = removals("1").filter(({ table }) => table !== "customer" && table !== "identity");
      expect(await put(change("interaction", anew), ...others)).toBe("saved");
      expect(await rows().list("interaction", { where: { conversation: interaction.conversation } })).toMatchObject([
        { id: "anew", version: 1 },
      ]);
    });

    it("lets a row of the same id begin anew", async () => {
      expect(await put(gone)).toBe("saved");
      expect(await put(change("receipt", receipt))).toBe("saved");
      expect(await rows().get("receipt", receipt.id)).toStrictEqual({ ...receipt, version: 1 });
      expect(await put(change("receipt", { ...receipt, at: 9 }), gone)).toBe("saved");
      expect(await rows().get("receipt", receipt.id)).toStrictEqual({ ...receipt, at: 9, version: 1 });
    });

    it.each([
      ["children first", removals("1")],
      ["parents first", removals("1").reverse()],
    ])("erases a whole person in one save, %s, and nobody else", async (_, erased) => {
      const others = await Promise.all(PERSONAL.map((table) => rows().get(table, sampleRows("2")[table].id)));
      expect(await put(...erased)).toBe("saved");
      for (const table of PERSONAL) expect(await rows().get(table, sampleRows("1")[table].id)).toBeNull();
      expect(await Promise.all(PERSONAL.map((table) => rows().get(table, sampleRows("2")[table].id)))).toEqual(others);
      expect(await put(...sampleChanges("1").filter(({ table }) => PERSONAL.includes(table)))).toBe("saved");
    });

    const named = [...new Set(Object.values(REFERENCES).flatMap((columns) => Object.values(columns)))];
    it.each(named)("throws where another row still refers to it, and keeps it: %s", async (table) => {
      const wanted = removal(change(table, sampleRows()[table]));
      await expect(put(gone, wanted)).rejects.toThrow(/nothing was saved/i);
      expect(await rows().get(table, wanted.row.id)).toStrictEqual({ ...sampleRows()[table], version: 1 });
      expect(await rows().get("receipt", receipt.id)).not.toBeNull();
    });

    it("goes with a row that lets go of it", async () => {
      const letGo = change("survey", { ...survey, version: 1, questionPostId: null });
      expect(await put(removal(change("post", sampleRows().post)), letGo)).toBe("saved");
      expect(await rows().get("post", sampleRows().post.id)).toBeNull();
    });
  });
}
