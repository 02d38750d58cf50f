import { describe, expect, test } from "vitest";
import { isReadAsLabelled, labelledReplies, recallByKind } from "../../adapters/cli/bench/measure-replies.ts";
import { packageFile } from "../../adapters/package-root.ts";
import { readReply } from "../../src/survey/read-reply.ts";

const CORPUS = labelledReplies(packageFile("data", "replies"));
const KINDS = ["score", "scored-words", "courtesy", "question", "words", "not-a-score"];

function read(text: string, locale = "en") {
  return readReply(text, { scale: "1-10", locale });
}

/** What is read, in short: `9` a score, `9+` with words, else the kind. */
function short(text: string, locale = "en"): string {
  const reply = read(text, locale);
  if (reply.kind === "score") return String(reply.score);
  return reply.kind === "scored-words" ? `${reply.score}+` : reply.kind;
}

describe("the corpus", () => {
  const recalls = recallByKind(CORPUS);

  test("has every language and kind, and no text twice in a language", () => {
    expect(CORPUS.length).toBeGreaterThanOrEqual(600);
    for (const locale of ["en", "de", "es", "fr", "ja", "pt-BR"])
      for (const kind of KINDS)
        expect(
          CORPUS.filter((line) => line.locale === locale && line.kind === kind).length,
          locale + kind,
        ).toBeGreaterThan(5);
    expect(new Set(CORPUS.map(({ locale, text }) => `${locale} ${text}`)).size).toBe(CORPUS.length);
    for (const { kind, score } of CORPUS) expect(score !== undefined).toBe(kind === "score" || kind === "scored-words");
  });

  test.each([
    ["question", 0.98],
    ["courtesy", 0.95],
    ["scored-words", 0.98],
    ["score", 0.97],
    ["not-a-score", 0.95],
    ["words", 0.9],
  ])("%s is read as such, in every language too", (kind, least) => {
    expect(recalls[kind]?.recall).toBeGreaterThanOrEqual(least);
    for (const locale of ["en", "de", "es", "fr", "ja", "pt-BR"]) {
      const lines = CORPUS.filter((line) => line.locale === locale && line.kind === kind);
      expect(lines.filter(isReadAsLabelled).length / lines.length, locale).toBeGreaterThanOrEqual(least - 0.05);
    }
  });

  test("a recall counts a right kind with a wrong score as wrong", () => {
    const lines = [
      { locale: "en", kind: "score", text: "9", score: 9 },
      { locale: "en", kind: "score", text: "8", score: 9 },
    ] as const;
    expect(recallByKind(lines)).toEqual({ score: { lines: 2, recall: 0.5 } });
  });
});

describe("a score", () => {
  test.each([
    ["9", "en", "9"],
    ["a big fat 10", "en", "10"],
    ["10 natürlich", "de", "10"],
    ["10 bien sûr", "fr", "10"],
    ["un 4 nomás", "es", "4"],
    ["10 com certeza", "pt-BR", "10"],
    ["9でーす", "ja", "9"],
    ["tenn", "en", "10"],
    ["8ish", "en", "8"],
    ["um", "pt-BR", "1"],
    ["9 gg fast reply", "en", "9+"],
    ["2 bot is trash", "en", "2+"],
    ["10 ちゃんと読んでくれた", "ja", "10+"],
    ["9 responderam voando", "pt-BR", "9+"],
    ["wow ok 9, didn't expect a human", "en", "9+"],
    ["Call it a 7, the search is slow", "en", "7+"],
    ["A generous 2, after weeks of silence", "en", "2+"],
    ["Sagen wir 3. Es war euer Fehler.", "de", "3+"],
    ["余裕で10、すぐ直った", "ja", "10+"],
    ["bekommt von mir ne 9, sehr bemüht", "de", "9+"],
    ["two/ten, took forever", "en", "2+"],
    ["um, perderam meus dados", "pt-BR", "1+"],
    ["uno, perdieron mis datos", "es", "1+"],
    ["Thanks for the help! 9 from me", "en", "9+"],
  ])("%s (%s) is %s", (text, locale, expected) => {
    expect(short(text, locale)).toBe(expected);
  });

  test.each([
    ["2 of 3 invoices are missing", "en"],
    ["3 users cannot log in", "en"],
    ["9 Rechnungen fehlen", "de"],
    ["8 facturas mal", "es"],
    ["3 factures manquent", "fr"],
    ["3 boletos errados", "pt-BR"],
    ["2点質問があります", "ja"],
    ["chui bloqué à l'étape 2", "fr"],
    ["version 9 still crashes", "en"],
    ["um, where is my parcel", "en"],
    ["der Export hat nur 8 von 10 Spalten", "de"],
    ["404 not found がまた出るんですが", "ja"],
    ["call me at 9", "en"],
  ])("the number in %s counts or names something", (text, locale) => {
    expect(short(text, locale)).toBe("question");
  });

  test.each([
    "11",
    "7.5",
    "7-8",
    "100%",
    "★★★★",
    "three and a half",
    "6-7ish",
    "B minus",
    "over 9000",
    "8 or 9",
    "0",
    "4 stars",
    "12/10",
  ])("%s is none", (text) => {
    expect(short(text)).toBe("not-a-score");
  });

  test("the words with it may want a person", () => {
    expect(read("3, still not working, please call me")).toEqual({ kind: "scored-words", score: 3, isAsking: true });
    expect(read("9, lovely people")).toEqual({ kind: "scored-words", score: 9, isAsking: false });
  });

  test("zero is a score on a scale that has it", () => {
    expect(readReply("0", { scale: "0-10", locale: "en" })).toEqual({ kind: "score", score: 0 });
  });
});

describe("words", () => {
  test.each([
    ["courtesy", "No trouble since the restart", "en"],
    ["courtesy", "Keine Störung mehr seit dem Neustart", "de"],
    ["courtesy", "Ninguna falla desde que reinicié", "es"],
    ["courtesy", "c'était ma box, désolé", "fr"],
    ["courtesy", "Stecker war nicht drin, sorry", "de"],
    ["courtesy", "ブラウザの拡張が原因でした、すみません", "ja"],
    ["courtesy", "> Can I help with anything else?\nNo thank you", "en"],
    ["courtesy", "Thanks a bunch! Sent from my phone", "en"],
    ["courtesy", "Danke für Ihre Zeit.\n--\nSekretariat, 3. Stock", "de"],
    ["courtesy", "how wonderful, thank you", "en"],
    ["courtesy", "エラーが出なくなりました", "ja"],
    ["question", "sorry, but the invoice is wrong", "en"],
    ["question", "no invoice", "en"],
    ["question", "Took the update. Phone is now a brick.", "en"],
    ["question", "起動しなくなった", "ja"],
    ["question", "下書きが全部消えました", "ja"],
    ["question", "解決してません", "ja"],
    ["question", "おなじ もんだい です", "ja"],
    ["question", "chegou a encomenda mas a caixa veio vazia", "pt-BR"],
    ["question", "sur le tel ok mais sur le pc non", "fr"],
    ["question", "We would appreciate confirmation that the seat is gone", "en"],
    ["question", "Solicitamos a gentileza de confirmar", "pt-BR"],
    ["question", "Wäre schön, wenn sich das jemand ansehen könnte", "de"],
    ["question", "I do not agree with closing", "en"],
    ["question", "one second", "en"],
    ["question", "the zorbel does not frumple on my quandle", "en"],
    ["words", "mid", "en"],
    ["words", "la nouvelle recherche est géniale", "fr"],
    ["words", "the manual is too small for my eyes", "en"],
  ])("%s: %s (%s)", (kind, text, locale) => {
    expect(short(text, locale)).toBe(kind);
  });
});

describe("a long text", () => {
  const LETTERS = 12_000;

  /** What the processor spends on it, milliseconds: what else the machine does does not count. */
  function timeOf(piece: string, letters: number): number {
    const text = piece.repeat(Math.ceil(letters / piece.length));
    const times = Array.from({ length: 3 }, () => {
      const from = process.cpuUsage();
      read(text, "ja");
      const { user, system } = process.cpuUsage(from);
      return (user + system) / 1_000;
    });
    return Math.min(...times);
  }

  test.each([
    "a",
    "ありがとう",
    "9",
    "9/",
    "9 ",
    "🙂",
    ":",
    "@",
    " ",
    "10 ",
    "i ",
    "1. a ",
    "星",
    ">",
    "\n--x",
    "sent from my ",
    "error ",
  ])("of many %j takes time in line with its length", (piece) => {
    expect(timeOf(piece, 1_800)).toBeLessThan(12 * timeOf(piece, 450) + 5);
    expect(timeOf(piece, 4 * LETTERS)).toBeLessThan(12 * timeOf(piece, LETTERS) + 5);
  });

  test("is read at its beginning and its end, without what it repeats", () => {
    const story = "and then it was blue ".repeat(200);
    expect(read(`${story} can you help`).kind).toBe("question");
    expect(read(`7, ${story}`)).toMatchObject({ kind: "scored-words", score: 7 });
    expect(
      read(`> ${story}
thanks`).kind,
    ).toBe("courtesy");
  });
});
