import { expect, it } from "vitest";
import { dateFormat } from "../../src/calendar/date-format.ts";

it("writes a moment by each locale, zone and style that it is asked for, however many came between", () => {
  const at = Date.UTC(2026, 10, 24, 23, 30);
  const zones = Intl.supportedValuesOf("timeZone");
  for (let round = 0; round < 2; round += 1)
    for (const timeZone of zones)
      for (const style of [{ dateStyle: "medium" }, { hour: "numeric", minute: "2-digit" }] as const) {
        const options = { ...style, timeZone };
        expect(dateFormat("de", options).format(at)).toBe(new Intl.DateTimeFormat("de", options).format(at));
      }
  expect(dateFormat("en", { timeZone: "UTC" })).toBe(dateFormat("en", { timeZone: "UTC" }));
  expect(() => dateFormat("en", { timeZone: "Nowhere/None" })).toThrow(RangeError);
});
