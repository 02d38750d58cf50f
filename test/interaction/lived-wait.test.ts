import { expect, it } from "vitest";
import { type WaitEntry, waitOf } from "../../src/interaction/lived-wait.ts";

const MINUTE = 60_000;
const customer = (minutes: number, isCourtesy = false): WaitEntry => ({
  ...{ author: "customer", address: "web:customer:one", at: minutes * MINUTE, isCourtesy },
});
const agent = (minutes: number, name = "ash"): WaitEntry => ({
  ...{ author: "agent", address: `web:agent:${name}`, at: minutes * MINUTE },
});
const silence = (...entries: WaitEntry[]) => waitOf(entries, [], null).longestSilenceMs / MINUTE;

it("counts the silence after a hand-over, in which nobody but the customer waits", () => {
  expect(silence(customer(0), agent(5), agent(65, "fern"))).toBe(60);
  expect(silence(customer(0), agent(5), agent(65))).toBe(5);
  expect(silence(customer(0), agent(5), customer(6, true), agent(65, "fern"))).toBe(5);
  const ended = waitOf([customer(0), agent(5), agent(65, "fern")], [6 * MINUTE], null);
  expect(ended.longestSilenceMs).toBe(5 * MINUTE);
});
