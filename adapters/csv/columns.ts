/** The columns of an import, by the names that the desk gives them. */
export const COLUMNS = [
  "customer",
  "score",
  "answered_at",
  "scale",
  "comment",
  "product",
  "agent",
  "channel",
  "id",
] as const;
export type Column = (typeof COLUMNS)[number];

/** Without these nothing can be imported. */
export const REQUIRED = ["customer", "score", "answered_at"] as const satisfies readonly Column[];

/** Of a longer title only so much is looked at. */
const LONGEST_TITLE = 2_000;
const LONGEST_SHOWN = 70;

/** Whether the text names a column of an import. */
export function isColumn(text: string): text is Column {
  return (COLUMNS as readonly string[]).includes(text);
}

/** A title without the markup that some tools put into it, on one line; of a very long one its beginning. */
export function titleText(title: string): string {
  return title
    .slice(0, LONGEST_TITLE)
    .replace(/<[^<>]*>/g, " ")
    .replace(/&(?:nbsp|#160);/gi, " ")
    .replace(/&amp;/gi, "&")
    .replace(/\s+/g, " ")
    .trim();
}

/** A title in quotes, cut to a readable length. */
export function quotedTitle(title: string): string {
  const text = titleText(title);
  return `"${text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}...` : text}"`;
}

/**
 * A title as it is compared: small letters and digits alone, so that `Created at` and `created_at` are one and markup is nothing;
 * other signs where there are none.
 */
export function plainTitle(title: string): string {
  const text = titleText(title).normalize("NFC");
  const plain = text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
  return plain === "" ? text : plain;
}
