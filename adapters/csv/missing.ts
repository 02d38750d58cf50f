/** What programs write where nothing is known, in small letters. */
const MARKS = new Set([
  ...["na", "n/a", "n.a.", "n.a", "#n/a", "#na", "<na>", "nan", "-nan", "nat", "null", "(null)", "<null>", "#null"],
  ...[
    "none",
    "(none)",
    "<none>",
    "nil",
    "\\n",
    "undefined",
    "(blank)",
    "(empty)",
    "(leer)",
    "k.a.",
    "k. a.",
    "n/d",
    "s/d",
  ],
  ...["#value!", "#ref!", "#div/0!", "#name?", "#null!", "#num!"],
]);
const LONGEST_MARK = 10;
const SIGNS = /^[-–—−‐.…_]+$/u;
const NOBODY = new Set(["anonymous", "anonym", "anonyme", "anonymus", "anónimo", "anonimo", "anônimo", "匿名"]);

/** Whether a cell says that nothing is known: it is empty, or holds a mark such as NA, NULL, `-` or a spreadsheet's fault. */
export function isMissing(cell: string): boolean {
  const text = cell.trim();
  if (text.length > LONGEST_MARK) return false;
  return text === "" || SIGNS.test(text) || MARKS.has(text.toLowerCase());
}

/** Whether a cell that should name a person says that nobody is named. */
export function isNobody(cell: string): boolean {
  return isMissing(cell) || NOBODY.has(cell.trim().toLowerCase());
}
