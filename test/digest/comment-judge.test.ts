import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readJudge } from "../../adapters/judging-words.ts";

type Says = "complaint" | "nice" | "neither";

/** A made-up comment with what it says. `part`: whether it was read before the word lists were written, or kept back until later. */
interface Line {
  readonly locale: string;
  readonly part: "seen" | "kept" | "fresh" | "blind";
  readonly says: Says;
  readonly text: string;
}

const LINES = readFileSync(new URL("against/lines.jsonl", import.meta.url), "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line) as Line);
const judge = readJudge();
const FIND = {
  complaint: ({ text, locale }: Line) => judge.complaintIn(text, locale) !== null,
  nice: ({ text, locale }: Line) => judge.niceIn(text, locale) !== null,
} as const;

/** The comments listed wrongly, and the share of the right ones that are found. */
function measured(says: keyof typeof FIND, lines: readonly Line[]) {
  const right = lines.filter((line) => line.says === says);
  return {
    wrong: lines.filter((line) => line.says !== says && FIND[says](line)).map(({ text }) => text),
    found: right.filter(FIND[says]).length / right.length,
  };
}

describe("what comments say", () => {
  it("is measured on 400 lines in six languages, none of which is listed wrongly", () => {
    expect(LINES).toHaveLength(400);
    expect(new Set(LINES.map(({ locale }) => locale)).size).toBe(6);
    const complaints = measured("complaint", LINES);
    const nice = measured("nice", LINES);
    expect([complaints.wrong, nice.wrong]).toEqual([[], []]);
    expect(complaints.found).toBeGreaterThanOrEqual(0.93);
    expect(nice.found).toBeGreaterThanOrEqual(0.85);
  });

  it("is found in four of five lines that the lists were never mended by", () => {
    const blind = LINES.filter(({ part }) => part === "blind");
    expect(measured("complaint", blind).found).toBeGreaterThanOrEqual(0.8);
    expect(measured("nice", blind).found).toBeGreaterThanOrEqual(0.8);
  });

  it.each([
    ["en", "Great support, but the app still crashes every morning.", "still crashes"],
    ["de", "Danke für nichts.", "Danke für nichts"],
    ["en", "Danke für nichts", "Danke für nichts"],
    ["fr", "Super équipe, mais l'application plante toujours.", "plante toujours"],
    ["ja", "サポートは最高ですが、アプリがまだ落ちます。", "まだ落ち"],
    ["es", "Sin problemas.", null],
    ["de", "Nicht zu langsam, nicht zu teuer.", null],
    ["pt-BR", "Se travar de novo eu aviso.", null],
  ])("names the words that made it so: %s %s", (locale, text, words) => {
    expect(judge.complaintIn(text, locale)).toBe(words);
  });
});
