import { expect, test } from "vitest";
import { asksIn, intentOf } from "../../src/talk/intent.ts";
import { phrasesOf } from "../../src/talk/vocabulary.ts";

const PHRASES = phrasesOf([
  {
    thanks: "thanks",
    courtesy: "great",
    solved: "works",
    sorry: "sorry",
    filler: "the · it · is",
    ask: "can you · ^when",
    trouble: "still",
    fault: "error",
    matter: "invoice",
    topic: "app",
    opinion: "ugly",
    turn: "but",
    denial: "no",
  },
]);

test.each([
  ["it works", "courtesy"],
  ["it works not", "question"],
  ["no error", "courtesy"],
  ["no invoice", "question"],
  ["the cable, sorry", "courtesy"],
  ["app is great", "words"],
  ["great app", "courtesy"],
  ["ugly", "words"],
  ["it works but snorkels quibble", "question"],
  ["snorkels quibble the mumble bumble", "question"],
  ["great?", "question"],
  ["when", "question"],
  ["thanks", "courtesy"],
])("%s is %s", (text, intent) => {
  expect(intentOf(PHRASES, text, "en")).toBe(intent);
});

test("words that no rule knows ask for nobody beside a score", () => {
  expect(asksIn(PHRASES, "snorkels quibble the mumble bumble", "en")).toBe(false);
  expect(asksIn(PHRASES, "can you quibble", "en")).toBe(true);
  expect(asksIn(PHRASES, "quibble?", "en")).toBe(true);
});
