import { expect, test } from "vitest";
import { meaningOf } from "../../src/talk/intent.ts";
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
  expect(meaningOf(PHRASES, text, "en").intent).toBe(intent);
});

test("words that no rule knows ask for nobody beside a score", () => {
  expect(meaningOf(PHRASES, "snorkels quibble the mumble bumble", "en").isAsking).toBe(false);
  expect(meaningOf(PHRASES, "can you quibble", "en").isAsking).toBe(true);
  expect(meaningOf(PHRASES, "quibble?", "en").isAsking).toBe(true);
});
