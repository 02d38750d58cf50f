import { describe, expect, it } from "vitest";
import { mapColumns } from "../../adapters/csv/column-map.ts";
import { COLUMNS, type Column } from "../../adapters/csv/columns.ts";
import { readMapping } from "../../adapters/csv/mapping.ts";
import { type CsvAnswer, isUnanswered, type ReadingRule, readAnswer } from "../../adapters/csv/read-answer.ts";

const rule: ReadingRule = {
  map: mapColumns(readMapping([]), COLUMNS),
  ...{ scale: "1-10", zone: "Europe/Berlin", order: null },
  now: Date.parse("2026-11-16T09:00:00Z"),
};

function recordOf(cells: Partial<Record<Column, string>>): string[] {
  const plain = { customer: "c-12", score: "8", answered_at: "2026-11-08T09:30:00Z" };
  const row: Partial<Record<Column, string>> = { ...plain, ...cells };
  return COLUMNS.map((column) => row[column] ?? "");
}

/** The answer of a row with these cells beside a plain one's. */
const answerOf = (cells: Partial<Record<Column, string>>): CsvAnswer => readAnswer(recordOf(cells), rule);

describe("A row of answers", () => {
  it("says nothing where its cells are empty", () => {
    const nothing = { comment: null, product: null, agent: null, channel: null, id: null };
    expect(answerOf({})).toEqual({
      ...{ customer: "c-12", score: 8, scale: "1-10", answeredAt: Date.parse("2026-11-08T09:30:00Z"), ...nothing },
      written: { comment: null, product: null },
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

  it.each(["NA", "N/A", "nan", "NULL", "None", "(null)", "#N/A", "-", "—", ".", "..."])(
    "takes %j for nobody's words",
    (mark) => {
      const answer = answerOf({ comment: mark, product: mark, agent: mark, channel: mark, id: mark, scale: mark });
      expect(answer).toMatchObject({
        comment: null,
        product: null,
        agent: null,
        channel: null,
        id: null,
        scale: "1-10",
      });
      expect(isUnanswered(recordOf({ score: mark }), rule)).toBe(true);
    },
  );

  it.each(["Nothing", "none of it worked", "- slow", "?"])("keeps %j as words", (comment) => {
    expect(answerOf({ comment }).comment).toBe(comment);
  });

  it("that names nobody is known by the answer's id, or else is an answer of its own", () => {
    expect(answerOf({ customer: "", id: "cm-3" }).customer).toBe("cm-3");
    expect(answerOf({ customer: "anonymous", id: "118000000010" }).customer).toBe("118000000010");
    const [one, another, again] = ["7", "8", "7"].map((id) => answerOf({ customer: "NA", id }).customer);
    expect(one).toMatch(/^answer-/);
    expect(one).not.toBe(another);
    expect(one).toBe(again);
    expect(answerOf({ customer: "Anonymous" }).customer).toMatch(/^answer-/);
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
    [{ answered_at: "46334.4" }, /^answered_at "46334.4" is a spreadsheet's number for a day/],
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
