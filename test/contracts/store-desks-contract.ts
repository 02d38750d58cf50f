import { beforeEach, describe, expect, it } from "vitest";
import { APPEND_ONLY, REFERENCES } from "../../adapters/database/keys.ts";
import { TABLES } from "../../adapters/database/tables.ts";
import type { Change } from "../../src/outcome.ts";
import type { Reader, Store } from "../../src/ports.ts";
import { change, DESK, postIn, sampleChanges, sampleRows } from "../database/sample-rows.ts";

const THEIRS = "theirs";
const WINDOW = { from: 0, to: 100 };

async function talliesOf(reader: Reader) {
  const counted = [reader.countScores(WINDOW), reader.listCommented(WINDOW), reader.countOutcomes(WINDOW, 50)];
  return Promise.all<unknown>(counted);
}

/** How any store keeps desks apart. `opened` is the empty store of the test. */
export function storeDesksContract(opened: () => Store): void {
  const save = (desk: string, ...changes: Change[]) => opened().save(desk, { id: null, at: 0 }, changes);

  describe("two desks", () => {
    it.each(TABLES)("see nothing of each other's rows: %s", async (table) => {
      const { id } = sampleRows()[table];
      await save(THEIRS, ...sampleChanges("1"), ...sampleChanges("2"));
      expect(await opened().at(DESK).get(table, id)).toBeNull();
      expect(await opened().at(DESK).list(table, {})).toEqual([]);
      expect(await opened().at(DESK).list(table, { where: { id }, limit: 1 })).toEqual([]);
      await save(DESK, ...sampleChanges("1"));
      expect(await opened().at(DESK).list(table, {})).toHaveLength(1);
      expect(await opened().at(THEIRS).list(table, {})).toHaveLength(2);
    });

    it("may use the same ids, tokens and conversations, and change nothing of each other's", async () => {
      expect(await save(DESK, ...sampleChanges())).toBe("saved");
      expect(await save(THEIRS, ...sampleChanges())).toBe("saved");
      const movable = sampleChanges().filter(({ table }) => !APPEND_ONLY.includes(table));
      const moved = movable.map((one) => ({ ...one, row: { ...one.row, version: 1 } }) as Change);
      expect(await save(THEIRS, ...moved)).toBe("saved");
      for (const { table, row } of movable) {
        expect(await opened().at(DESK).get(table, row.id)).toStrictEqual({ ...row, version: 1 });
        expect(await opened().at(THEIRS).get(table, row.id)).toStrictEqual({ ...row, version: 2 });
      }
    });

    it("are counted apart", async () => {
      await save(DESK, ...sampleChanges("1"));
      const alone = await talliesOf(opened().at(DESK));
      await save(THEIRS, ...sampleChanges("1"), ...sampleChanges("2"));
      expect(await talliesOf(opened().at(DESK))).toEqual(alone);
      const [scores, commented, outcomes] = await talliesOf(opened().at(THEIRS));
      expect(scores).toEqual([{ scale: "0-10", product: null, score: 0, count: 2 }]);
      expect(commented).toHaveLength(2);
      expect(outcomes).toMatchObject({ fates: { notAsked: { "too-short": 2 } }, cases: { opened: 2 } });
    });

    it("count a customer of both for each, and join nothing of the other's", async () => {
      const answered = sampleChanges().filter(({ table }) => table !== "case" && table !== "step");
      const later = change("response", { ...sampleRows().response, score: 9, band: "promoter", answeredAt: 60 });
      await save(DESK, ...answered.map((one) => (one.table === "response" ? later : one)));
      const alone = await opened().at(DESK).countOutcomes(WINDOW, 70);
      await save(THEIRS, ...sampleChanges());
      expect(await opened().at(DESK).countOutcomes(WINDOW, 70)).toEqual(alone);
      expect(alone.cases.recovered).toBe(0);
    });

    it.each(Object.keys(REFERENCES) as (keyof typeof REFERENCES)[])(
      "refer to no row of each other's: %s",
      async (table) => {
        await save(DESK, ...sampleChanges());
        const row = change(table, sampleRows()[table]);
        await expect(save(THEIRS, row)).rejects.toThrow(/nothing was saved/i);
        expect(await opened().at(THEIRS).list(table, {})).toEqual([]);
      },
    );

    it("move no row of each other's", async () => {
      await save(DESK, ...sampleChanges());
      const { receipt } = sampleRows();
      expect(await save(THEIRS, change("receipt", { ...receipt, version: 1 }))).toBe("stale");
      expect(await save(THEIRS, { table: "receipt", row: { ...receipt, version: 1 }, remove: true })).toBe("stale");
    });

    it("each handle an event of one name once", async () => {
      const event = { id: "e1", at: 1 };
      expect(await opened().save(DESK, event, [])).toBe("saved");
      expect(await opened().save(THEIRS, event, [])).toBe("saved");
      expect(await opened().save(DESK, event, [])).toBe("seen");
    });
  });

  describe("what is asked of all desks", () => {
    const heads = async (now: number, limit: number) =>
      (await opened().heads(now, limit)).map(({ desk, post }) => `${desk} ${post.id}`);
    const due = async (table: "survey" | "case" | "digest", now: number, limit = 9) =>
      (await opened().due(table, now, limit)).map(({ desk, id }) => `${desk} ${id}`);

    it("gives the first unsettled post of each lane of each desk, oldest first", async () => {
      const posts = [postIn("a", "2"), postIn("a", "4"), postIn("b", "5", { dueAt: 90 })];
      await save(DESK, ...posts.map((row) => change("post", row)));
      const theirs = [postIn("a", "1", { dueAt: 80 }), postIn("a", "3"), postIn("b", "2")];
      await save(THEIRS, ...theirs.map((row) => change("post", row)));
      expect(await heads(30, 9)).toEqual(["ours 2", "theirs 2"]);
      expect(await heads(80, 9)).toEqual(["theirs 1", "ours 2", "theirs 2"]);
      expect(await heads(90, 9)).toEqual(["theirs 1", "ours 2", "theirs 2", "ours 5"]);
      expect(await heads(90, 1)).toEqual(["theirs 1"]);
    });

    it("gives whole posts, whose they are beside them", async () => {
      await save(THEIRS, ...sampleChanges());
      expect(await opened().heads(30, 1)).toStrictEqual([{ desk: THEIRS, post: { ...sampleRows().post, version: 1 } }]);
    });

    it("gives what is due, the longest due first", async () => {
      const { digest } = sampleRows();
      const digests = (...dueAt: (number | null)[]) =>
        dueAt.map((at, index) => change("digest", { ...digest, id: `d${index}`, week: `w${index}`, dueAt: at }));
      await save(DESK, ...digests(7, 5, null));
      await save(THEIRS, ...digests(5, 6, 9));
      expect(await due("digest", 4)).toEqual([]);
      expect(await due("digest", 5)).toEqual(["theirs d0", "ours d1"]);
      expect(await due("digest", 8)).toEqual(["theirs d0", "ours d1", "theirs d1", "ours d0"]);
      expect(await due("digest", 8, 3)).toEqual(["theirs d0", "ours d1", "theirs d1"]);
    });

    it("finds surveys and cases that are due", async () => {
      await save(THEIRS, ...sampleChanges());
      expect([await due("survey", 29), await due("survey", 30)]).toEqual([[], ["theirs survey-1"]]);
      expect([await due("case", 49), await due("case", 50)]).toEqual([[], ["theirs case-1"]]);
    });

    describe("whose", () => {
      const BOTH = [DESK, THEIRS];
      const { identity, interaction, survey } = sampleRows();
      beforeEach(async () => {
        await save(THEIRS, ...sampleChanges("1"));
        await save(DESK, ...sampleChanges("2"));
      });

      it.each(["customer", "identity", "interaction", "survey", "response", "case", "post", "greeting"] as const)(
        "a %s is, by its id",
        async (table) => {
          expect(await opened().desksWith(BOTH, table, "id", sampleRows("1")[table].id)).toEqual([THEIRS]);
          expect(await opened().desksWith(BOTH, table, "id", sampleRows("2")[table].id)).toEqual([DESK]);
          expect(await opened().desksWith(BOTH, table, "id", "nobody's")).toEqual([]);
        },
      );

      it("a survey is by its token, and an interaction by its conversation", async () => {
        expect(await opened().desksWith(BOTH, "survey", "token", survey.token)).toEqual([THEIRS]);
        expect(await opened().desksWith(BOTH, "interaction", "conversation", interaction.conversation)).toEqual([
          THEIRS,
        ]);
      });

      it("nothing is of a desk that is not asked for", async () => {
        expect(await opened().desksWith([DESK], "survey", "token", survey.token)).toEqual([]);
        expect(await opened().desksWith([], "survey", "token", survey.token)).toEqual([]);
      });

      it("an address is that several desks know", async () => {
        await save(DESK, change("identity", { ...identity, customerId: "customer-2" }));
        expect(await opened().desksWith(BOTH, "identity", "id", identity.id)).toEqual([DESK, THEIRS]);
      });
    });
  });
}
