/** Words that stand in a source as they are, with the line they begin in. */
export interface Found {
  readonly line: number;
  readonly text: string;
}

/** A literal of a source: its words with `\u0000` for each expression in it, and the code right before it. */
interface Literal extends Found {
  readonly before: string;
  readonly isMarkup: boolean;
}

const HOLE = "\u0000";
const BEFORE_REGEX = /(?:^|[=(,:[!&|?{};]|return|=>)\s*$/;

/** Reads one source from its beginning, and gives every literal that stands in it, those within templates too. */
class Reading {
  readonly literals: Literal[] = [];
  readonly #source: string;
  #at = 0;

  constructor(source: string) {
    this.#source = source;
    this.#code("");
  }

  #line(): number {
    return this.#source.slice(0, this.#at).split("\n").length;
  }

  #skipTo(end: string): void {
    const found = this.#source.indexOf(end, this.#at + 2);
    this.#at = found === -1 ? this.#source.length : found + end.length;
  }

  /** Code up to the brace that closes it, or to the end. */
  #code(end: string): void {
    let depth = 0;
    let before = "";
    while (this.#at < this.#source.length) {
      const two = this.#source.slice(this.#at, this.#at + 2);
      const [sign = ""] = two;
      if (two === "//") this.#skipTo("\n");
      else if (two === "/*") this.#skipTo("*/");
      else if (sign === "/" && BEFORE_REGEX.test(before)) this.#regex();
      else if (sign === '"' || sign === "'") this.#string(sign, before);
      else if (sign === "`") this.#template(before);
      else {
        if (sign === "{") depth += 1;
        if (sign === "}" && depth-- === 0 && end === "}") return;
        this.#at += 1;
        before = `${before}${sign}`.slice(-60);
        continue;
      }
      before = `${before}x`;
    }
  }

  #regex(): void {
    let isClass = false;
    for (this.#at += 1; this.#at < this.#source.length; this.#at += 1) {
      const sign = this.#source[this.#at];
      if (sign === "\\") this.#at += 1;
      else if (sign === "[") isClass = true;
      else if (sign === "]") isClass = false;
      else if (sign === "/" && !isClass) break;
    }
    this.#at += 1;
  }

  #string(quote: string, before: string): void {
    const line = this.#line();
    let text = "";
    for (this.#at += 1; this.#source[this.#at] !== quote && this.#at < this.#source.length; this.#at += 1) {
      if (this.#source[this.#at] === "\\") this.#at += 1;
      text += this.#source[this.#at] ?? "";
    }
    this.#at += 1;
    this.literals.push({ line, text, before, isMarkup: false });
  }

  #template(before: string): void {
    const line = this.#line();
    let text = "";
    this.#at += 1;
    while (this.#source[this.#at] !== "`" && this.#at < this.#source.length) {
      if (this.#source.startsWith("${", this.#at)) {
        this.#at += 2;
        this.#code("}");
        text += HOLE;
      } else text += this.#source[this.#at] ?? "";
      this.#at += 1;
    }
    this.#at += 1;
    this.literals.push({ line, text, before, isMarkup: /\bhtml$/.test(before) });
  }
}

/** Attributes that are read to people. */
const SPOKEN = /\b(?:aria-label|placeholder|title|alt|data-offline|data-failed)="([^"]*)"/g;

/** An attribute alone, as it is put into a tag. */
const ATTRIBUTE = /^\s*(?:[a-z-]+|(?:[a-z-]+="[^"]*"\s*)+)\s*$/;

/** The words of a piece of markup: its text, and the attributes that are read to people. */
function wordsIn(markup: string): string[] {
  const attributes = [...markup.matchAll(SPOKEN)].map(([, value]) => value ?? "");
  if (ATTRIBUTE.test(markup.replaceAll(HOLE, " "))) return attributes;
  const text = markup.replace(/<style[\s\S]*?<\/style>/g, "").split(/<[^>]*>/);
  return [...text, ...attributes].map((words) => words.replaceAll(HOLE, " ").replace(/\s+/g, " ").trim());
}

/** Names and signs that are the same in every language. */
const ALLOWED = new Set(["Empty Chair", "· Empty Chair", "utf-8", "Bearer …", "CSV", "PNG", "SVG", "JSON Lines"]);

/** Whether a bare string reads like a sentence: a capital and a further word, or four words in a row. */
function isSentence(text: string): boolean {
  const words = text.replaceAll(HOLE, "x").trim();
  return /^[A-Z][a-z’]+[,:]? [a-z0-9]/.test(words) || /^[a-z’]+(?: [a-z’]+){3,}[.!?]?$/.test(words);
}

/** What people never see: the log, faults of the program, and what is read by browsers or other programs alone. */
const UNSEEN = /(?:\blog\.\w+\(|Error\(|\bApiProblem\(\s*\d+,\s?|message: |\bwhat: |from |import\()$/;

/** The English that is left in the source of a page: in its markup, in spoken attributes and in bare sentences. */
export function englishIn(source: string): Found[] {
  return new Reading(source).literals.flatMap(({ line, text, before, isMarkup }) => {
    if (UNSEEN.test(before.trimEnd().concat(before.endsWith(" ") ? " " : ""))) return [];
    const words = isMarkup ? wordsIn(text) : isSentence(text) ? [text.replaceAll(HOLE, "…")] : [];
    return words.filter((one) => /\p{L}{2,}/u.test(one) && !ALLOWED.has(one)).map((one) => ({ line, text: one }));
  });
}
