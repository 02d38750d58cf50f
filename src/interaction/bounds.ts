/** The most that is kept of what people send: lengths in UTF-16 units, the rest in numbers. */
export const BOUNDS = {
  /** A message, and each wording of one that is edited. */
  message: 64_000,
  /** The reason for a score. */
  comment: 20_000,
  /** What a colleague adds to an act: what was done about a case, why nobody is asked, why an answer does not count, a decision's sentence; and how a customer wants to be contacted. */
  note: 4_000,
  /** A person's name, a product's, and whatever else is one line. */
  line: 500,
  /** Name or type of a file. */
  fileName: 200,
  /** Files of one message. */
  files: 20,
  /** Colleagues that a conversation may begin with. */
  agents: 50,
  /** Id of a conversation, a message or what else an event is about. */
  id: 1_000,
  /** Messages of one conversation; what is written after them is not kept. */
  entries: 5_000,
  /** Wordings of one message that are kept beside the one in force: the first and the latest. */
  wordings: 20,
  /** Revisions of one answer that are kept: the first and the latest. */
  revisions: 50,
  /** Versions of one digest that are kept beside the one in force: the first and the latest. */
  digestVersions: 10,
} as const;

/** What is kept of a text, and how many UTF-16 units of it are not. */
export interface KeptText {
  readonly text: string;
  readonly dropped: number;
}

let graphemes: Intl.Segmenter | null = null;
/** So far back the beginning of the character that a cut would fall into is looked for. */
const AROUND = 64;

function isInsidePair(text: string, index: number): boolean {
  return /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(index - 1, index + 1));
}

/** Where the text can be cut, at the index or a little before it, without cutting what people see as one character. */
function cutBefore(text: string, index: number): number {
  const from = Math.max(0, index - AROUND);
  graphemes ??= new Intl.Segmenter(undefined, { granularity: "grapheme" });
  const found = graphemes.segment(text.slice(from, index + AROUND)).containing(index - from)?.index ?? 0;
  if (found > 0) return from + found;
  return isInsidePair(text, index) ? index - 1 : index;
}

/** The text as it is, or its beginning where it is longer. */
export function keptOf(text: string, longest: number): KeptText {
  if (text.length <= longest) return { text, dropped: 0 };
  const end = cutBefore(text, longest);
  return { text: text.slice(0, end), dropped: text.length - end };
}

/** The text, or its beginning and its end, on lines of their own, where it is longer than both: where people say what they want. */
export function endsOf(text: string, each: number): string {
  if (text.length <= 2 * each) return text;
  const from = cutBefore(text, text.length - each);
  return `${keptOf(text, each).text}\n${text.slice(from)}`;
}

/** The text, or its beginning and an ellipsis where it is longer: for names, which need no more. */
export function shortName(text: string, longest: number = BOUNDS.line): string {
  return text.length <= longest ? text : `${keptOf(text, longest - 1).text}…`;
}

/** The first of a row and the latest, in order, where there are more than so many. */
export function firstAndLatest<Item>(items: readonly Item[], most: number): readonly Item[] {
  return items.length <= most ? items : [...items.slice(0, 1), ...items.slice(1 - most)];
}
