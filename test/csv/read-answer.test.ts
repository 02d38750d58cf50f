import { describe, expect, it } from "vitest";
import { mapColumns, readMapping } from "../../adapters/csv/column-map.ts";
import { COLUMNS, type Column } from "../../adapters/csv/columns.ts";
import { type CsvAnswer, type ReadingRule, readAnswer } from "../../adapters/csv/read-answer.ts";

const rule: ReadingRule = {
  map: mapColumns(readMapping([]), COLUMNS),
  scale: "1-10",
  zone: "Europe/Berlin",
  now: Date.parse("2026-11-16T09:00:00Z"),
};

/** The answer of a row with these cells beside a plain one's. */
function answerOf(cells: Partial<Record<Column, string>>): CsvAnswer {
  const plain = { customer: "c-12", score: "8", answered_at: "2026-11-08T09:30:00Z" };
  const row: Partial<Record<Column, string>> = { ...plain, ...cells };
  return readAnswer(
    COLUMNS.map((column) => row[column] ?? ""),
    rule,
  );
}

describe("A row of answers", () => {
  it("says nothing where its cells are empty", () => {
    const nothing = { comment: null, product: null, agent: null, channel: null, id: null };
    expect(answerOf({})).toEqual({
      ...{ customer: "c-12", score: 8, scale: "1-10", answeredAt: Date.parse("2026-11-08T09:30:00Z"), ...nothing },
    });
  });

  it("is taken as it is, blanks at the ends left out", () => {
    const cells = {
      scale: "0-10",
      score: " 0 ",
      comment: " =Slow,\nsays she ",
      product: "app",
      agent: "Agent Ash",
      channel: "mail",
      id: "7",
    };
    expect(answerOf(cells)).toMatchObject({
      ...{
        scale: "0-10",
        score: 0,
        comment: "=Slow,\nsays she",
        product: "app",
        agent: "Agent Ash",
        channel: "mail",
        id: "7",
      },
    });
  });

  const refused: readonly [cells: Partial<Record<Column, string>>, reason: RegExp][] = [
    [{ customer: "  " }, /^customer is empty$/],
    [{ customer: "two\nlines" }, /^customer is one line of at most 200 characters, not "two\\nlines"$/],
    [{ customer: "c".repeat(201) }, /^customer is one line/],
    [{ score: "" }, /^score is empty$/],
    [{ score: "0" }, /^score "0" is no whole number on the scale 1-10$/],
    [{ score: "7.5" }, /^score "7.5" is no whole number/],
    [{ score: "11" }, /^score "11" is no whole number/],
    [{ score: "ten" }, /^score "ten" is no whole number/],
    [{ score: "Promoter" }, /^score "Promoter" is no whole number/],
    [{ scale: "1-5" }, /^scale is 1-10 or 0-10, not "1-5"$/],
    [{ answered_at: "" }, /^answered_at is empty$/],
    [{ answered_at: "last week" }, /^answered_at "last week" is no time such as/],
    [{ answered_at: "2026-11-17" }, /^answered_at "2026-11-17" has not come yet$/],
    [{ comment: "Gr\uFFFD\uFFFDe" }, /^comment has characters that are not UTF-8 text/],
    [{ comment: "nul\0" }, /^comment has characters that are not UTF-8 text/],
    [{ comment: "x".repeat(20_001) }, /^comment is longer than 20000 characters$/],
  ];
  it.each(refused)("with %j is refused with the reason", (cells, reason) => {
    expect(() => answerOf(cells)).toThrow(reason);
  });
});
