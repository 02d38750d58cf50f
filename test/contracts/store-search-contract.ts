import { beforeEach, describe, expect, it } from "vitest";
import type { Change } from "../../src/outcome.ts";
import type { Store } from "../../src/ports.ts";
import type { Rows } from "../../src/rows.ts";
import type { SearchWanted } from "../../src/search/finding.ts";
import { readQuery } from "../../src/search/query.ts";
import { change, DESK, sampleRows } from "../database/sample-rows.ts";

const SECOND = 1_000;

/** One conversation with what was written in it, a second apart from the moment on; every sixth second is the reason for a score. */
export function conversationOf(
  key: string,
  at: number,
  texts: readonly string[],
  more: Partial<Rows["interaction"]> = {},
) {
  const { customer, interaction, entry, resolution, survey, response } = sampleRows(key);
  const entries = texts.map((text, index) => ({
    ...{ ...entry, id: `${key}/${index}`, position: index + 1, text, at: at + index * SECOND, deletedAt: null },
    author: index % 2 === 0 ? "customer" : "agent",
  }));
  const talk = { ...interaction, agents: [{ address: "web:desk:agent-2", name: null }], ...more };
  return {
    customer: { ...customer, name: `Cleo Sample${key}`, createdAt: at },
    interaction: talk,
    entries: entries as Rows["entry"][],
    resolution,
    survey: { ...survey, questionPostId: null },
    response: { ...response, comment: null, answeredAt: at + 5 * SECOND } as Rows["response"],
  };
}
type Conversation = ReturnType<typeof conversationOf>;

/** All its rows, as changes; what was written stands before its conversation. */
export function changesOf({ customer, interaction, entries, resolution, survey, response }: Conversation): Change[] {
  const rest = [
    change("interaction", interaction as Rows["interaction"]),
    change("customer", customer as Rows["customer"]),
    change("resolution", resolution as Rows["resolution"]),
    change("survey", survey as Rows["survey"]),
    change("response", response),
  ];
  return [...entries.map((entry) => change("entry", entry)), ...rest];
}

/** How any store finds words. `opened` is the empty store of the test. */
export function storeSearchContract(opened: () => Store): void {
  const save = (changes: Change[], desk = DESK) => opened().save(desk, { id: null, at: 0 }, changes);
  const find = async (typed: string, more: Partial<SearchWanted> = {}, desk = DESK) => {
    const found = await opened()
      .at(desk)
      .search({ query: readQuery(typed), limit: 20, ...more });
    return found.map(({ id }) => id);
  };
  const at = Date.UTC(2026, 10, 16);

  describe("searching", () => {
    const first = conversationOf(
      "a",
      at,
      ["Please refund my Überweisung", "The refund is under way", "Thanks, naïve me"],
      {
        product: "billing",
      },
    );
    const later = conversationOf("b", at + 100 * SECOND, [
      "返金をお願いします。iPhoneの件",
      "Your phone's refunds are not a refund",
    ]);
    const scored = { ...later, response: { ...later.response, score: 3, comment: "No refund, no thanks" } };

    beforeEach(async () => {
      await save(changesOf(first));
      await save(changesOf(scored));
    });

    const queries: [string, string, string[]][] = [
      ["a word in whatever letters, the newest first", "REFUND", ["response-b", "b/1", "a/1", "a/0"]],
      ["every one of several words", "refund way", ["a/1"]],
      ["words next to each other", '"under way"', ["a/1"]],
      ["no words that stand apart", '"refund under"', []],
      ["nothing with a word that must not be there", "refund -please -no", ["b/1", "a/1"]],
      [
        "nothing with words next to each other that must not be",
        'refund -"my überweisung"',
        ["response-b", "b/1", "a/1"],
      ],
      ["a word without its accents", "uberweisung naive -x", []],
      ["a word with other accents", "ÜBERWEISUNG", ["a/0"]],
      ["the beginnings of words", "refun*", ["response-b", "b/1", "a/1", "a/0"]],
      ["a word with an apostrophe", "phone's", ["b/1"]],
      ["a word of writing without blanks", "返金", ["b/0"]],
      ["more of such writing", "お願いします", ["b/0"]],
      ["one character of it, wherever it stands", "金", ["b/0"]],
      ["what is mixed with it", "iphone", ["b/0"]],
      ["both at once", "iPhoneの件", ["b/0"]],
      ["nothing in another order", "金返", []],
      ["everything where no word is named", "", ["response-b", "b/1", "b/0", "a/2", "a/1", "a/0"]],
      ["everything without a word", "-refund", ["b/0", "a/2"]],
    ];
    it.each(queries)("finds %s", async (_, typed, expected) => {
      expect(await find(typed)).toEqual(expected);
    });

    const filters: [string, Partial<SearchWanted>, string[]][] = [
      ["a product", { product: "billing" }, ["a/1", "a/0"]],
      ["an unknown product", { product: "none" }, []],
      ["a band", { band: "detractor", product: "billing" }, ["a/1", "a/0"]],
      ["a band that nobody answered in", { band: "promoter" }, []],
      ["an agent", { agent: "web:desk:agent-2", limit: 1 }, ["response-b"]],
      ["an unknown agent", { agent: "web:desk:agent" }, []],
      ["customers", { customerIds: ["customer-a", "nobody"] }, ["a/1", "a/0"]],
      ["nobody", { customerIds: [] }, []],
      ["a time", { from: at + SECOND, to: at + 101 * SECOND }, ["a/1"]],
    ];
    it.each(filters)("holds to %s", async (_, more, expected) => {
      expect(await find("refund", more)).toEqual(expected);
    });

    it("goes on behind what was found, whatever the filters", async () => {
      for (const more of [{}, { agent: "web:desk:agent-2" }]) {
        const wanted = { query: readQuery("refund"), ...more };
        const page = await opened()
          .at(DESK)
          .search({ ...wanted, limit: 3 });
        const behind = page.at(-1)?.place ?? 0;
        expect(page.map(({ id }) => id)).toEqual(["response-b", "b/1", "a/1"]);
        expect(
          (
            await opened()
              .at(DESK)
              .search({ ...wanted, limit: 3, behind })
          ).map(({ id }) => id),
        ).toEqual(["a/0"]);
      }
    });

    it("finds a message that is the reason for a score as the reason alone", async () => {
      await save([change("response", { ...scored.response, version: 1, commentEntryId: "b/1" })]);
      expect(await find("refund")).toEqual(["response-b", "a/1", "a/0"]);
    });

    it("finds what was edited by its new words, and nothing that was taken back or removed", async () => {
      const [edited, taken, removed] = first.entries as [Rows["entry"], Rows["entry"], Rows["entry"]];
      await save([
        change("entry", { ...edited, version: 1, text: "Please hurry" }),
        change("entry", { ...taken, version: 1, deletedAt: at }),
        { ...change("entry", { ...removed, version: 1 }), remove: true },
        change("response", { ...scored.response, version: 1, comment: null }),
      ]);
      expect(await find("")).toEqual(["b/1", "b/0", "a/0"]);
      expect([await find("hurry"), await find("uberweisung")]).toEqual([["a/0"], []]);
    });

    it("finds nothing of whoever does not want to be read, and all of it once they do again", async () => {
      const customer = first.customer as Rows["customer"];
      await save([change("customer", { ...customer, version: 1, readOptOutAt: at })]);
      expect(await find("refund")).toEqual(["response-b", "b/1"]);
      await save([change("customer", { ...customer, version: 2 })]);
      expect(await find("please")).toEqual(["a/0"]);
    });

    it("knows people by their names, and no other desk's words", async () => {
      const people = (typed: string, desk = DESK) => opened().at(desk).searchPeople(readQuery(typed), 10);
      await save(changesOf(conversationOf("c", at, ["Elsewhere: refund"])), "theirs");
      expect([await people("cleo"), await people("SAMPLEA"), await people("refund")]).toEqual([
        ["customer-b", "customer-a"],
        ["customer-a"],
        [],
      ]);
      expect([await people("cleo*", "theirs"), await people("", "theirs")]).toEqual([["customer-c"], []]);
      expect([await find("refund", {}, "theirs"), await find("elsewhere")]).toEqual([["c/0"], []]);
      await save([change("customer", { ...(first.customer as Rows["customer"]), version: 1, name: "Zoë Other" })]);
      expect([await people("samplea"), await people("zoe other")]).toEqual([[], ["customer-a"]]);
    });

    it("finds a pair wherever it stands in a long text without blanks", async () => {
      const texts = [254, 255, 256, 257].map((before) => `${"の".repeat(before)}返金${"の".repeat(300)}`);
      await save(changesOf(conversationOf("d", at + 200 * SECOND, texts)));
      expect(await find("返金")).toEqual(["d/3", "d/2", "d/1", "d/0", "b/0"]);
    });

    it("finds what stands behind a NUL, and no more once it is renamed", async () => {
      const told = conversationOf("e", at + 200 * SECOND, ['\u0000返金\u0000払い \\u0000 "Skonto"\u0000\u0000Storno']);
      const customer = { ...told.customer, name: "\u0000金überfällig" } as Rows["customer"];
      await save(changesOf({ ...told, customer: customer as typeof told.customer }));
      const found = ["返金", "払い", "u0000", "skonto", "storno", "金払", "nstorno"].map((typed) => find(typed));
      expect(await Promise.all(found)).toEqual([["e/0", "b/0"], ["e/0"], ["e/0"], ["e/0"], ["e/0"], [], []]);
      const people = async () => opened().at(DESK).searchPeople(readQuery("金 uberfallig"), 10);
      expect(await people()).toEqual(["customer-e"]);
      await save([change("customer", { ...customer, version: 1, name: "\u0000" })]);
      expect(await people()).toEqual([]);
    });

    it("takes whatever is typed for words", async () => {
      const hostile = [
        '"',
        "AND",
        "OR NOT",
        "NEAR(a b)",
        "said:refund",
        "^a",
        "a + b",
        "*",
        "-",
        "--",
        '-"',
        "{said}: x",
      ];
      for (const typed of [
        ...hostile,
        `"${"((".repeat(400)}`,
        "\u0000",
        "'; DROP TABLE entry; --",
        "\ud800",
        "a*b* c**",
      ]) {
        expect(Array.isArray(await find(typed))).toBe(true);
      }
    });
  });
}
