import { isRecord, recordsIn, textIn } from "./api.ts";
import { plainText, referred } from "./plain-text.ts";

/** How deep blocks may lie in each other; Slack's own are far from it. */
const DEEPEST = 16;
/** Members that hold words in whatever object Slack adds. */
const WORDED = ["title", "subtitle", "text", "description", "body", "label", "fallback", "alt_text"] as const;
/** Blocks that hold nothing to be read. */
const WORDLESS = new Set(["actions", "divider", "file"]);

type ReadWords = (node: unknown, depth: number) => string;

function joined(parts: readonly string[], between: string): string {
  return parts.filter((part) => part !== "").join(between);
}

function eachIn(key: string, between: string): ReadWords {
  return (node, depth) => {
    const list = isRecord(node) ? node[key] : undefined;
    return Array.isArray(list)
      ? joined(
          list.map((one) => words(one, depth + 1)),
          between,
        )
      : "";
  };
}

function members(...keys: readonly string[]): ReadWords {
  return (node, depth) =>
    isRecord(node)
      ? joined(
          keys.map((key) => words(node[key], depth + 1)),
          "\n",
        )
      : "";
}

const literal: ReadWords = (node) => textIn(node, "text") ?? "";
const written: ReadWords = (node) => plainText(textIn(node, "text") ?? "");
const named =
  (sign: string, key: string): ReadWords =>
  (node) =>
    `${sign}${textIn(node, key) ?? ""}`;
const inline: ReadWords = (node, depth) =>
  recordsIn(node, "elements")
    .map((one) => words(one, depth + 1))
    .join("");
const bulleted: ReadWords = (node, depth) =>
  recordsIn(node, "elements")
    .map((one) => `- ${words(one, depth + 1)}`)
    .join("\n");

function tableRows(node: unknown, depth: number): string {
  const rows = isRecord(node) && Array.isArray(node.rows) ? node.rows : [];
  const cellsOf = (row: unknown) => (Array.isArray(row) ? row : []);
  return joined(
    rows.map((row) =>
      cellsOf(row)
        .map((cell) => words(cell, depth + 1))
        .join(" | "),
    ),
    "\n",
  );
}

/** How the words of each known kind of object are read. */
const READ: Readonly<Record<string, ReadWords>> = {
  mrkdwn: written,
  plain_text: written,
  markdown: literal,
  raw_text: literal,
  text: literal,
  link: (node) => referred(textIn(node, "url") ?? "", textIn(node, "text") ?? undefined),
  emoji: (node) => plainText(`:${textIn(node, "name")}:`),
  user: named("@", "user_id"),
  usergroup: named("@", "usergroup_id"),
  channel: named("#", "channel_id"),
  broadcast: named("@", "range"),
  date: named("", "fallback"),
  color: named("", "value"),
  rich_text: eachIn("elements", "\n"),
  rich_text_section: inline,
  rich_text_quote: inline,
  rich_text_preformatted: inline,
  rich_text_list: bulleted,
  section: (node, depth) =>
    joined([words(isRecord(node) ? node.text : null, depth + 1), eachIn("fields", "\n")(node, depth)], "\n"),
  header: members("text"),
  context: eachIn("elements", " "),
  image: members("title", "alt_text"),
  video: members("title", "description"),
  table: tableRows,
};

/** The words of an object that we do not know: whatever stands in it where words stand, but for what is there to be pressed. */
function unknownWords(node: unknown, depth: number): string {
  if (Array.isArray(node))
    return joined(
      node.map((one) => words(one, depth + 1)),
      "\n",
    );
  if (!isRecord(node) || "action_id" in node) return "";
  const inside = Object.entries(node).map(([key, value]) =>
    typeof value === "string" && !WORDED.some((one) => one === key) ? "" : words(value, depth + 1),
  );
  return joined(inside, "\n");
}

function words(node: unknown, depth: number): string {
  if (typeof node === "string") return plainText(node);
  if (depth > DEEPEST) return "";
  const type = textIn(node, "type") ?? "";
  if (WORDLESS.has(type)) return "";
  return (Object.hasOwn(READ, type) ? READ[type] : undefined)?.(node, depth) ?? unknownWords(node, depth);
}

/** What is to be read in blocks, a line or more for each; of a kind we do not know, what stands in it where words stand. */
export function blockWords(blocks: readonly unknown[]): string {
  return joined(
    blocks.map((block) => words(block, 0)),
    "\n",
  );
}
