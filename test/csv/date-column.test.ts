import { describe, expect, it } from "vitest";
import { createDateTally, type DateVerdict, dateVerdict } from "../../adapters/csv/date-column.ts";
import type { DateOrder } from "../../adapters/csv/read-time.ts";

function verdict(
  cells: readonly string[],
  chosen: DateOrder | null = null,
  usual: DateOrder | null = null,
): DateVerdict {
  const tally = createDateTally();
  for (const [index, cell] of cells.entries()) tally.add(index + 2, cell);
  return dateVerdict(tally.evidence(), chosen, usual);
}

describe("A column of dates", () => {
  it("tells by itself which number is the day, wherever in it one date does", () => {
    expect(verdict(["10/11/2026 15:00", "23/11/2026 9:05"])).toMatchObject({ order: "day-first" });
    expect(verdict(["10/11/2026", "7/22/26 11:00:22"])).toMatchObject({ order: "month-first" });
    expect(verdict(["10-11-2026", "23-11-2026"])).toMatchObject({ order: "day-first" });
  });

  it("is asked about where every date can be two days, and never where none can", () => {
    const asked = {
      obstacle: expect.stringMatching(/^Line 2: "10\/11\/2026" can be two days, .+--dates day-first or/),
    };
    expect(verdict(["10/11/2026", "11/11/2026"])).toMatchObject(asked);
    expect(verdict(["11/11/2026", "NA"])).toMatchObject({ order: null, why: null });
    expect(verdict(["10.11.2026", "2026-11-10", "Nov 10, 2026"])).toMatchObject({ order: null, why: null });
  });

  it("follows a choice, or what the tool is known for, unless its dates speak against it", () => {
    expect(verdict(["10/11/2026"], "day-first")).toMatchObject({ order: "day-first" });
    expect(verdict(["10/11/2026"], null, "month-first")).toMatchObject({ order: "month-first" });
    expect(verdict(["23/11/2026"], null, "month-first")).toMatchObject({ order: "day-first" });
    expect(verdict(["23/11/2026"], "month-first")).toMatchObject({
      obstacle: 'Line 2: "23/11/2026" cannot be read month-first. Leave out --dates month-first.',
    });
  });

  it.each([
    [["23/11/2026", "11/23/2026"], /^The dates are in both orders: line 2 has .+ and line 3/],
    [["26/11/10", "26/11/11"], /may begin with the year/],
    [["46336.375", "46337"], /is a spreadsheet's number for a day\. Format the column/],
    [["soon", "later"], /^Line 2: "soon" is no time such as .+ no other cell of its column is one/],
  ])("such as %j is kept back", (cells, sentence) => {
    expect(verdict(cells)).toMatchObject({ obstacle: expect.stringMatching(sentence) });
  });
});
