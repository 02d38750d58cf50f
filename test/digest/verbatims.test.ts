import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chooseVerbatims } from "../../src/digest/verbatims.ts";
import { weeksUpTo } from "../../src/digest/week.ts";
import { answer } from "./samples.ts";

const RULE = { week: "2026-W46", atMost: 5, redact: (text: string) => text };
const PRODUCTS = ["app", "billing", "web"];

function said(score: number, product: string | null = null, comment: string | null = `words for a ${score}`) {
  return answer({ score, product, comment });
}

describe("The verbatims", () => {
  it("give the word to each band in turn, the unhappiest first", () => {
    const answers = [...[10, 10, 9, 10].map((score) => said(score)), said(7), said(8), said(2)];
    const bands = chooseVerbatims(answers, RULE).map(({ band }) => band);
    expect(bands).toEqual(["detractor", "passive", "promoter", "passive", "promoter"]);
  });

  it("give the word to each product in turn, another one first in the next week", () => {
    const answers = PRODUCTS.flatMap((product) => [said(3, product), said(4, product)]);
    const productOf = new Map(answers.map(({ id, product }) => [id, product]));
    const firsts = weeksUpTo("2026-W46", 3).map((week) => {
      const chosen = chooseVerbatims(answers, { ...RULE, week, atMost: 3 }).map(({ responseId }) =>
        productOf.get(responseId),
      );
      expect(chosen.toSorted()).toEqual(PRODUCTS);
      return chosen[0];
    });
    expect(firsts.toSorted()).toEqual(PRODUCTS);
  });

  it("are drawn by lot within a product, so that not always the same place in the list is quoted", () => {
    const answers = Array.from({ length: 40 }, () => said(2));
    const places = weeksUpTo("2026-W46", 8).map((week) => {
      const [first] = chooseVerbatims(answers, { ...RULE, week, atMost: 1 });
      return answers.findIndex(({ id }) => id === first?.responseId);
    });
    expect(new Set(places).size).toBeGreaterThan(4);
  });

  it("are redacted, and left out where nothing remains", () => {
    const answers = [
      said(2, null, " call +1 555 0100 "),
      said(3, null, null),
      said(4, null, "  "),
      said(5, null, "gone"),
    ];
    const redact = (text: string) => text.replace("+1 555 0100", "[phone]").replace("gone", "");
    const chosen = chooseVerbatims(answers, { ...RULE, redact });
    expect(chosen).toEqual([{ responseId: answers[0]?.id, band: "detractor", text: "call [phone]" }]);
  });

  it("are the same whatever the order of the answers, and never more than asked for", () => {
    const answers = Array.from({ length: 30 }, (_, index) => said(1 + (index % 10), PRODUCTS[index % 4] ?? null));
    const chosen = chooseVerbatims(answers, RULE);
    expect(chosen).toHaveLength(5);
    fc.assert(
      fc.property(fc.shuffledSubarray(answers, { minLength: answers.length }), (shuffled) => {
        expect(chooseVerbatims(shuffled, RULE)).toEqual(chosen);
      }),
    );
  });
});
