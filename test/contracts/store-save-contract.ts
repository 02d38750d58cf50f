import { describe, expect, it } from "vitest";
import type { Customer } from "../../src/interaction/customer.ts";
import type { Change } from "../../src/outcome.ts";
import type { Store } from "../../src/ports.ts";
import { change, DESK, sampleChanges, sampleRows } from "../database/sample-rows.ts";

function emptyOrRefused(list: readonly unknown[] | undefined): void {
  if (list === undefined) throw new Error("The row is gone.");
  if (!Object.isFrozen(list)) (list as unknown[]).length = 0;
}

/** What any store does with rows and events. `opened` is the empty store of the test. */
export function storeSaveContract(opened: () => Store): void {
  const rows = () => opened().at(DESK);
  const put = (...changes: Change[]) => opened().save(DESK, { id: null, at: 0 }, changes);

  describe("keeping rows", () => {
    it("gives back a row of every table as it was saved, one version higher", async () => {
      expect(await put(...sampleChanges())).toBe("saved");
      for (const { table, row } of sampleChanges()) {
        expect(await rows().get(table, row.id)).toStrictEqual({ ...row, version: 1 });
        expect(await rows().list(table, {})).toStrictEqual([{ ...row, version: 1 }]);
      }
    });

    it("answers null for a row that is not there", async () => {
      expect(await rows().get("customer", "nobody")).toBeNull();
    });

    it("replaces a row that stands at the version it was read at, every column of it", async () => {
      const { customer } = sampleRows();
      await put(change("customer", customer));
      const changed: Customer = {
        id: customer.id,
        version: 1,
        name: null,
        correctedAt: 6,
        email: "cleo@example.com",
        locale: null,
        zone: "Asia/Kathmandu",
        teamMember: false,
        optedOutAt: 5,
        directConsentAt: null,
        readOptOutAt: 7,
        isKey: false,
        createdAt: 1,
      };
      expect(await put(change("customer", changed))).toBe("saved");
      expect(await rows().get("customer", customer.id)).toStrictEqual({ ...changed, version: 2 });
    });

    it("keeps a copy, and hands out copies or what cannot be changed: changing either changes nothing here", async () => {
      const { interaction, ...others } = sampleRows();
      const given = structuredClone(interaction);
      await put(
        change("interaction", given),
        change("customer", others.customer),
        change("resolution", others.resolution),
      );
      given.agents.length = 0;
      const read = await rows().get("interaction", interaction.id);
      emptyOrRefused(read?.agents);
      const [listed] = await rows().list("interaction", {});
      emptyOrRefused(listed?.agents);
      expect(await rows().get("interaction", interaction.id)).toStrictEqual({ ...interaction, version: 1 });
    });

    it.each([
      ["text where a number belongs", { createdAt: "5" }],
      ["a fraction where a whole number belongs", { createdAt: 0.5 }],
      ["a number where text belongs", { name: 5 }],
      ["a number where yes or no belongs", { teamMember: 1 }],
      ["null where a value must be", { createdAt: null }],
      ["a missing value", { name: undefined }],
      ["a column it does not know", { nickname: "C" }],
    ])("refuses %s, and keeps nothing", async (_, wrong) => {
      const row = { ...sampleRows().customer, ...wrong } as unknown as Customer;
      await expect(opened().save(DESK, { id: "e", at: 0 }, [change("customer", row)])).rejects.toThrow(TypeError);
      expect(await rows().list("customer", {})).toEqual([]);
      expect(await opened().save(DESK, { id: "e", at: 0 }, [])).toBe("saved");
    });
  });

  describe("saving once", () => {
    it("saves an event once: the second time it says so and changes nothing", async () => {
      const { customer } = sampleRows();
      expect(await opened().save(DESK, { id: "e1", at: 1 }, [change("customer", customer)])).toBe("saved");
      const again = [
        change("customer", { ...customer, version: 1, name: "Other" }),
        change("receipt", sampleRows().receipt),
      ];
      expect(await opened().save(DESK, { id: "e1", at: 2 }, again)).toBe("seen");
      expect((await rows().get("customer", customer.id))?.name).toBe(customer.name);
      expect(await rows().list("receipt", {})).toEqual([]);
    });

    it("says seen, not stale, where both are so", async () => {
      const { customer } = sampleRows();
      await opened().save(DESK, { id: "e1", at: 1 }, [change("customer", customer)]);
      expect(await opened().save(DESK, { id: "e1", at: 1 }, [change("customer", customer)])).toBe("seen");
    });

    it("remembers an event that changed nothing", async () => {
      expect(await opened().save(DESK, { id: "e1", at: 1 }, [])).toBe("saved");
      expect(await opened().save(DESK, { id: "e1", at: 1 }, [])).toBe("seen");
    });

    it("saves what has no event id as often as it comes", async () => {
      expect(await put()).toBe("saved");
      expect(await put()).toBe("saved");
    });

    it("lets exactly one of many decisions from the same row through", async () => {
      const { customer } = sampleRows();
      await put(change("customer", customer));
      const taps = Array.from({ length: 20 }, (_, index) =>
        opened().save(DESK, { id: `tap-${index}`, at: 0 }, [
          change("customer", { ...customer, version: 1, name: `n${index}` }),
        ]),
      );
      expect((await Promise.all(taps)).filter((saved) => saved === "saved")).toHaveLength(1);
      expect((await rows().get("customer", customer.id))?.version).toBe(2);
    });
  });

  describe("refusing what is stale", () => {
    const { customer, receipt } = sampleRows();
    const stale: [string, Change][] = [
      ["a new row whose id is taken", change("customer", customer)],
      ["a row that has moved since", change("customer", { ...customer, version: 7 })],
      ["a row that is not there", change("customer", { ...customer, id: "ghost", version: 1 })],
    ];
    it.each(stale)("refuses %s together with everything beside it", async (_, wrong) => {
      await put(change("customer", customer));
      const changes = [change("receipt", receipt), wrong, change("receipt", { ...receipt, id: "other" })];
      expect(await opened().save(DESK, { id: "e1", at: 0 }, changes)).toBe("stale");
      expect(await rows().list("receipt", {})).toEqual([]);
      expect(await rows().list("customer", {})).toStrictEqual([{ ...customer, version: 1 }]);
      expect(await opened().save(DESK, { id: "e1", at: 0 }, [])).toBe("saved");
    });

    it("refuses a row given twice in one save", async () => {
      expect(await put(change("customer", customer), change("customer", customer))).toBe("stale");
      expect(await rows().list("customer", {})).toEqual([]);
    });

    it("undoes an update that came before the stale one", async () => {
      await put(change("customer", customer));
      const moved = change("customer", { ...customer, version: 1, name: "Moved" });
      expect(await put(moved, change("receipt", { ...receipt, version: 1 }))).toBe("stale");
      expect((await rows().get("customer", customer.id))?.name).toBe(customer.name);
    });
  });
}
