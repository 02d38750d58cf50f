const DIGITS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
const KEYCAP = new RegExp(`:(${DIGITS.join("|")}):`, "g");
const REFERENCE = /<([^<>|]+)(?:\|([^<>]*))?>/g;
/** What Slack's notation is made of: without any of it a text is as plain as it stands. */
const NOTATION = /[<&:]/;
const SCHEME = /^(?:https?:\/\/|mailto:|tel:)/;

/** What `!here`, `!subteam^S1` or `!date^123^{date}` stands for. */
function special(name: string, label: string | undefined): string {
  if (name.startsWith("date^")) return label ?? name;
  return `@${(label || name.split("^").at(-1) || name).replace(/^@/, "")}`;
}

/** What a reference reads as: a name after its sign, a link by its label with the address where that says more. */
export function referred(target: string, label: string | undefined): string {
  if (target.startsWith("!")) return special(target.slice(1), label);
  if (/^[@#]/.test(target)) return `${target[0]}${(label || target.slice(1)).replace(/^[@#]/, "")}`;
  const bare = target.replace(/^mailto:|^tel:/, "");
  const isSame = label === undefined || label === "" || label === target || label === target.replace(SCHEME, "");
  return isSame ? label || bare : `${label} (${bare})`;
}

/** What a person wrote, out of Slack's own notation: references named, entities turned back, keycap digits as emoji. */
export function plainText(text: string): string {
  if (!NOTATION.test(text)) return text;
  return text
    .replace(REFERENCE, (_, target: string, label?: string) => referred(target, label))
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&")
    .replaceAll(":keycap_ten:", "\u{1F51F}")
    .replace(KEYCAP, (_, name: string) => `${DIGITS.indexOf(name)}\uFE0F\u20E3`);
}

/** Text as Slack shows it literally: the three characters that start its notation are entities. */
export function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** Whether the index lies between the two halves of one character. */
function isInsidePair(text: string, index: number): boolean {
  const unit = text.charCodeAt(index);
  return unit >= 0xdc00 && unit <= 0xdfff;
}

/** Where to cut the text so that the first part is no longer than `longest`: at white space, else between two characters. */
function cutAt(text: string, longest: number): number {
  const head = text.slice(0, longest + 1);
  const space = Math.max(head.lastIndexOf(" "), head.lastIndexOf("\n"), head.lastIndexOf("\t"));
  if (space > 0) return space;
  return isInsidePair(text, longest) ? longest - 1 : longest;
}

/** The text in pieces no longer than `longest`, words left whole where they fit; at least one piece, never an empty one among several. */
export function pieces(text: string, longest: number): [string, ...string[]] {
  const parts: string[] = [];
  let rest = text;
  while (rest.length > longest) {
    const cut = cutAt(rest, longest);
    parts.push(rest.slice(0, cut).trimEnd());
    rest = rest.slice(cut).trimStart();
  }
  const [first, ...others] = [...parts, rest].filter((part) => part !== "");
  return first === undefined ? [text] : [first, ...others];
}

/** The text, or its beginning and an ellipsis where it is longer than `longest`. */
export function shortened(text: string, longest: number): string {
  return text.length <= longest ? text : `${pieces(text, longest - 1)[0].trimEnd()}…`;
}
