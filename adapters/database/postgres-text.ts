/** Marks what Postgres cannot hold as it is. Unicode never gives it a meaning. */
const MARK = "\ufdd0";
/** A NUL, the mark itself, and what Postgres refuses within JSON: an escaped NUL, and half of a pair; a backslash before either makes it plain text. */
const UNHOLDABLE = /\0|\ufdd0|\\\\|\\u0000|\\ud[89a-f]/g;
const MAY_BE_UNHOLDABLE = /[\0\ufdd0]|\\u(?:0000|d[89a-f])/;

/** The text as Postgres can hold it, which `heldText` turns back; nearly every text as it is. */
export function holdable(text: string): string {
  if (!MAY_BE_UNHOLDABLE.test(text)) return text;
  return text.replace(UNHOLDABLE, (found) => {
    if (found === "\0") return `${MARK}0`;
    if (found === MARK) return MARK + MARK;
    return found === "\\\\" ? found : MARK + found.slice(1);
  });
}

/** The text as it was before it was made holdable. */
export function heldText(text: string): string {
  if (!text.includes(MARK)) return text;
  return text.replace(/\ufdd0([0u\ufdd0])/g, (_, kind: string) => {
    if (kind === "0") return "\0";
    return kind === "u" ? "\\u" : MARK;
  });
}
