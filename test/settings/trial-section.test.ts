import { describe, expect, it } from "vitest";
import { readSettings } from "../../src/settings.ts";

const A = "normal";
const B = "From {low} to {high}: how likely are you to recommend {brand}?";

function faultsOf(trial: Record<string, string>): string[] {
  const read = readSettings({ trial: { of: "wording", id: "warmer", a: A, b: B, ...trial } });
  return "faults" in read ? read.faults.map(({ path, allowed }) => `${path}: ${allowed}`) : [];
}

describe("A trial in the settings", () => {
  it("is taken where both ways can be asked and differ", () => {
    expect(faultsOf({})).toEqual([]);
    expect(faultsOf({ of: "hour", a: "10:00", b: A })).toEqual([]);
    expect(faultsOf({ of: "reminder", a: "none", b: "2d", from: "2026-12-01", until: "2026-12-01" })).toEqual([]);
    expect(faultsOf({ b: "{low}から{high}までの数字で、{brand}を他の方にすすめる可能性を教えてください。" })).toEqual(
      [],
    );
  });

  it("may be half written while it is off", () => {
    expect(faultsOf({ of: "off", id: "", a: "", b: "" })).toEqual([]);
  });

  it.each<[string, Record<string, string>, string]>([
    ["two ways that are one", { b: A }, "trial.b: something else than trial.a"],
    ["one time written twice", { of: "reminder", a: "24h", b: "1d" }, "trial.b: something else than trial.a"],
    ["no name", { id: "" }, "trial.id: a name of the trial such as warmer-words, while it is on"],
    ["an hour that is none", { of: "hour", b: "25:00" }, 'trial.b: "normal", or a time such as "10:00"'],
    ["a reminder at once", { of: "reminder", b: "0s" }, 'trial.b: "normal", "none", or a duration such as 2d'],
    [
      "an end before the beginning",
      { from: "2026-12-02", until: "2026-12-01" },
      "trial.until: a day that is not before trial.from",
    ],
    ["a day that is none", { from: "2026-02-30" }, 'trial.from: a day such as "2026-12-01", or "" for none'],
  ])("is refused with %s", (_, trial, fault) => {
    expect(faultsOf(trial)).toEqual([fault]);
  });

  it.each([
    "Would you recommend {brand}?",
    "From {low} to {high}, would you recommend us?",
    "From {high} to {low}, would you recommend {brand}?",
    "Would you give {brand} a {high}, from {low} to {high}?",
    "From {low} to {high}, {name}, would you recommend {brand}?",
  ])("is refused with words that do not ask as the question does: %s", (b) => {
    expect(faultsOf({ b })[0]).toContain("with {brand} in it, and {low} before {high}, each once");
  });

  it.each([
    "From {low} to {high}, would you recommend {brand}? We hope for a ten.",
    "From {low} to {high}, would you recommend {brand}? A 9 helps us.",
    "Please give us a good rating for {brand}, from {low} to {high}.",
    "Von {low} bis {high}: Empfehlen Sie {brand}? Wir freuen uns auf 5 Sterne.",
    "De {low} à {high}, recommanderiez-vous {brand} ? Donnez-nous une bonne note.",
    "{low}から{high}で、{brand}はいかがですか。高評価をお願いします。",
  ])("is refused with words that wish for an answer: %s", (b) => {
    expect(faultsOf({ b })).toEqual([
      "trial.b: words that name no score or star beside {low} and {high}, and ask for no high one",
    ]);
  });
});
