import { beforeEach, describe, expect, it } from "vitest";
import type { PassedOver } from "../../src/outbox/passed-over.ts";
import type { Change } from "../../src/outcome.ts";
import type { Among, Filter, Store } from "../../src/ports.ts";
import type { Rows, Table } from "../../src/rows.ts";
import { change, DESK, postIn, sampleRows } from "../database/sample-rows.ts";

/** How any store finds rows. `opened` is the empty store of the test. */
export function storeListContract(opened: () => Store): void {
  const rows = () => opened().at(DESK);
  const put = (...changes: Change[]) => opened().save(DESK, { id: null, at: 0 }, changes);
  const ids = async <T extends Table>(table: T, filter: Filter<Rows[T]>) =>
    (await rows().list(table, filter)).map((row) => row.id);
  const headIds = async (now: number, limit = 100) => (await opened().heads(now, limit)).map(({ post }) => post.id);

  describe("listing", () => {
    const post = (id: string, more: Partial<Rows["post"]>) => change("post", postIn("web:a", id, more));
    beforeEach(async () => {
      await put(
        post("1", { state: "posted", postedAt: 30, attempts: 2, dueAt: 30 }),
        post("2", { state: "failed", error: "gone", attempts: 1, dueAt: 10 }),
        post("3", { state: "posted", postedAt: 10, attempts: 1, dueAt: 20 }),
        post("4", { attempts: 0, dueAt: 20 }),
        post("5", { state: "posted", postedAt: 20, attempts: 1, dueAt: 50 }),
      );
    });

    const filters: [string, Filter<Rows["post"]>, string[]][] = [
      ["everything by id", {}, ["1", "2", "3", "4", "5"]],
      ["everything backwards", { descending: true }, ["5", "4", "3", "2", "1"]],
      ["what equals a value", { where: { state: "posted" } }, ["1", "3", "5"]],
      ["what equals one of several", { where: { state: ["failed", "pending"] } }, ["2", "4"]],
      ["what is null", { where: { postedAt: null } }, ["2", "4"]],
      ["what is null or a value", { where: { postedAt: [null, 20] } }, ["2", "4", "5"]],
      ["what is null alone in a list", { where: { postedAt: [null] } }, ["2", "4"]],
      ["nothing for no values", { where: { state: [] } }, []],
      ["what meets every condition", { where: { state: "posted", attempts: 1 } }, ["3", "5"]],
      ["what is at most a number, never nulls", { atMost: { postedAt: 20 } }, ["3", "5"]],
      ["what is at least a number, never nulls", { atLeast: { postedAt: 20 } }, ["1", "5"]],
      ["what lies between", { atLeast: { dueAt: 20 }, atMost: { dueAt: 30 } }, ["1", "3", "4"]],
      ["what follows an id", { after: "3" }, ["4", "5"]],
      ["what follows an id, backwards to it", { after: "3", descending: true }, ["5", "4"]],
      ["what follows an id that is not there", { after: "25" }, ["3", "4", "5"]],
      ["the next page", { after: "2", limit: 2 }, ["3", "4"]],
      ["what follows an id and meets the other conditions", { after: "1", where: { state: "posted" } }, ["3", "5"]],
      ["nothing after the last", { after: "5" }, []],
      ["by a column, then by id", { orderBy: "dueAt" }, ["2", "3", "4", "1", "5"]],
      ["by a column backwards, ids too", { orderBy: "dueAt", descending: true }, ["5", "1", "4", "3", "2"]],
      ["nulls as lowest", { orderBy: "postedAt" }, ["2", "4", "3", "5", "1"]],
      ["nulls last when backwards", { orderBy: "postedAt", descending: true }, ["1", "5", "3", "4", "2"]],
      ["only so many", { orderBy: "dueAt", limit: 2 }, ["2", "3"]],
      ["none where the limit is 0", { limit: 0 }, []],
    ];
    it.each(filters)("lists %s", async (_, filter, expected) => {
      expect(await ids("post", filter)).toEqual(expected);
    });

    it("filters by yes and no", async () => {
      const { customer } = sampleRows();
      await put(change("customer", customer), change("customer", { ...customer, id: "c0", teamMember: false }));
      expect(await ids("customer", { where: { teamMember: true } })).toEqual([customer.id]);
      expect(await ids("customer", { where: { teamMember: false } })).toEqual(["c0"]);
    });

    it("sees a row under its new value once it has changed", async () => {
      expect(await ids("post", { where: { state: "pending" } })).toEqual(["4"]);
      await put(post("4", { version: 1, state: "failed" }));
      expect(await ids("post", { where: { state: "pending" } })).toEqual([]);
      expect(await ids("post", { where: { state: "failed" } })).toEqual(["2", "4"]);
    });

    it("orders texts by code point", async () => {
      const texts = ["z", "Z", "é", "10", "9", "\u{1F600}", "\uFF01", ""];
      for (const [index, reference] of texts.entries()) await put(post(`t${index}`, { lane: "web:t", reference }));
      const listed = await rows().list("post", { where: { lane: "web:t" }, orderBy: "reference" });
      expect(listed.map((row) => row.reference)).toEqual(["", "10", "9", "Z", "z", "é", "\uFF01", "\u{1F600}"]);
    });

    const wrong: [string, Filter<Rows["post"]>][] = [
      ["an unknown column", { where: { colour: "red" } } as Filter<Rows["post"]>],
      ["an unknown order", { orderBy: "colour" } as unknown as Filter<Rows["post"]>],
      ["a value of the wrong type", { where: { attempts: "1" } } as unknown as Filter<Rows["post"]>],
      ["a condition left undefined", { where: { lane: undefined } } as unknown as Filter<Rows["post"]>],
      ["a column held as JSON", { where: { message: postIn("a", "b").message } }],
      ["a bound on a text", { atMost: { lane: 5 } }],
      ["a limit below 0", { limit: -1 }],
      ["an id that is no text", { after: 3 } as unknown as Filter<Rows["post"]>],
    ];
    it.each(wrong)("throws at %s", async (_, filter) => {
      await expect(rows().list("post", filter)).rejects.toThrow();
    });
  });

  describe("heads", () => {
    it("gives the first unsettled post of each lane, oldest first", async () => {
      await put(
        ...[postIn("b", "1"), postIn("b", "4"), postIn("a", "3"), postIn("a", "5"), postIn("c", "2")].map((row) =>
          change("post", row),
        ),
      );
      expect(await headIds(100)).toEqual(["1", "2", "3"]);
      expect(await headIds(100, 2)).toEqual(["1", "2"]);
    });

    it("passes over what is settled, and offers again what was being sent", async () => {
      await put(
        change("post", postIn("a", "1", { state: "posted", postedAt: 1 })),
        change("post", postIn("a", "2", { state: "failed" })),
        change("post", postIn("a", "3", { state: "sending" })),
        change("post", postIn("a", "4")),
      );
      expect(await headIds(100)).toEqual(["3"]);
      await put(change("post", postIn("a", "3", { version: 1, state: "posted", postedAt: 5 })));
      expect(await headIds(100)).toEqual(["4"]);
    });

    it("holds a lane back while its head is not due, and no other lane", async () => {
      await put(
        change("post", postIn("a", "1", { dueAt: 500 })),
        change("post", postIn("a", "2", { dueAt: 10 })),
        change("post", postIn("b", "3", { dueAt: 100 })),
      );
      expect(await headIds(99)).toEqual([]);
      expect(await headIds(100)).toEqual(["3"]);
      expect(await headIds(500)).toEqual(["1", "3"]);
    });

    describe("among what is wanted", () => {
      const ALL: PassedOver = { platforms: [], spaces: [], channels: [], lanes: [], paced: [] };
      const wanted = async (more: Partial<Among>, except: Partial<PassedOver> = {}, limit = 100) => {
        const among: Among = { kinds: ["notice"], after: "", ...more, except: { ...ALL, ...except } };
        return (await opened().heads(100, limit, among)).map(({ post }) => post.id);
      };
      const said = (id: string, lane: string, message: Partial<Rows["post"]["message"]> = {}) =>
        change("post", postIn(lane, id, { message: { kind: "notice", text: id, actions: [], ...message } }));
      beforeEach(async () => {
        await put(
          said("1", "a:s:c:1"),
          said("2", "a:s:c:2"),
          said("3", "a:s:c:3", { replaces: "0" }),
          said("4", "a:s:c:4", { privateTo: "a:s:u" }),
          said("5", "a:s:d"),
          said("6", "b:t"),
          said("7", "a:s:e", { kind: "alert" }),
        );
      });

      it("gives those of one kind, and no other lane's in place of one that is not", async () => {
        await put(said("8", "a:s:e"));
        expect(await wanted({})).toEqual(["1", "2", "3", "4", "5", "6"]);
        expect(await wanted({ kinds: ["alert"] })).toEqual(["7"]);
        expect(await wanted({ kinds: ["digest"] })).toEqual([]);
      });

      it("gives kind after kind as they are named, each from its oldest on", async () => {
        await put(said("0", "a:s:f"), said("8", "a:s:g", { kind: "alert" }));
        expect(await wanted({ kinds: ["alert", "notice"] }, {}, 4)).toEqual(["7", "8", "0", "1"]);
        expect(await wanted({ kinds: ["alert", "notice"], after: "7" }, {}, 3)).toEqual(["8", "0", "1"]);
        expect(await wanted({ kinds: ["notice", "alert"], after: "5" })).toEqual(["6", "7", "8"]);
      });

      it("goes on after an id", async () => {
        expect(await wanted({ after: "2" }, {}, 2)).toEqual(["3", "4"]);
        expect(await wanted({ after: "6" })).toEqual([]);
      });

      const passed: [string, Partial<PassedOver>, string[]][] = [
        ["a platform", { platforms: ["a"] }, ["6"]],
        ["platforms", { platforms: ["b", "c", "a"] }, []],
        ["a space", { spaces: ["a:s", "c:s"] }, ["6"]],
        ["a space that is a lane", { spaces: ["b:t", "a:s:c"] }, ["1", "2", "3", "4", "5"]],
        ["a channel with its threads", { channels: ["a:s:c"] }, ["5", "6"]],
        [
          "a channel that is a lane, and no part of a name",
          { channels: ["a:s", "a:s:d", "b:t"] },
          ["1", "2", "3", "4"],
        ],
        ["a lane alone", { lanes: ["a:s:c:1", "a:s:c"] }, ["2", "3", "4", "5", "6"]],
        ["all but what goes beside a channel's pace", { paced: ["a:s:c", "b:t"] }, ["3", "4", "5"]],
        ["everything at once", { platforms: ["b"], lanes: ["a:s:d"], paced: ["a:s:c"], channels: ["x"] }, ["3", "4"]],
      ];
      it.each(passed)("passes over %s", async (_, except, expected) => {
        expect(await wanted({}, except)).toEqual(expected);
      });

      it("offers nothing behind a head that is passed over", async () => {
        await put(said("9", "a:s:c:1", { privateTo: "a:s:u" }));
        expect(await wanted({}, { paced: ["a:s:c"] })).toEqual(["3", "4", "5", "6"]);
      });
    });

    it("leaves alone what is leased until its time has run out, with the lane behind it, and no other lane", async () => {
      await put(
        change("post", postIn("a", "1", { state: "sending", leaseOwner: "A", leaseUntil: 500 })),
        change("post", postIn("a", "2")),
        change("post", postIn("b", "3")),
      );
      expect(await headIds(499)).toEqual(["3"]);
      expect(await headIds(500)).toEqual(["1", "3"]);
    });
  });
}
