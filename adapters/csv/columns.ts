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

/** Whether the text names a column of an import. */
export function isColumn(text: string): text is Column {
  return (COLUMNS as readonly string[]).includes(text);
}

/** A title as it is compared: small letters and digits alone, so that `Created at` and `created_at` are one; other signs where there are none. */
export function plainTitle(title: string): string {
  const plain = title.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
  return plain === "" ? title.trim() : plain;
}
