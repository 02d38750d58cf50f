import { asObject, asObjects, asString, type Json } from "./json.ts";
import type { Message } from "./messages.ts";
import type { View } from "./views.ts";

/** A message as text, one line per block, buttons in brackets: for reading, and for tests of how it looks. */
export function readable(message: Message): string {
  const { content, user, onlyFor, threadTs, ts, edited, reactions } = message;
  const notes = [onlyFor && `only ${onlyFor} sees this`, edited && "edited"].filter(Boolean).join(", ");
  const lines = content.blocks && message.botId ? content.blocks.map(blockLine) : [content.text];
  const given = [...reactions].map(([name, people]) => `:${name}: ${people.length}`);
  const files = (message.files ?? []).map(({ name }) => `[file ${name}]`);
  const indent = threadTs && threadTs !== ts ? "  " : "";
  const head = `${message.username ?? user}${notes && ` (${notes})`}:`;
  return [head, ...[...lines, ...files, ...given].map((line) => `  ${line}`)].map((line) => indent + line).join("\n");
}

/** A modal or a Home tab as text. */
export function readableView({ definition, errors }: View): string {
  const title = asString(asObject(definition.title)?.text) ?? "Home";
  const lines = asObjects(definition.blocks).map((block) => {
    const error = errors[String(block.block_id)];
    return error ? `${blockLine(block)}  ! ${error}` : blockLine(block);
  });
  const buttons = [definition.submit, definition.close].flatMap((it) => asString(asObject(it)?.text) ?? []);
  const foot = buttons.map((it) => `[${it}]`).join(" ");
  return [`== ${title} ==`, ...lines, ...(foot ? [foot] : [])].join("\n");
}

function blockLine(block: Json): string {
  const accessory = asObject(block.accessory);
  switch (block.type) {
    case "divider":
      return "---";
    case "header":
      return `# ${words(block.text)}`;
    case "input":
      return `${words(block.label)}: ${elementText(asObject(block.element) ?? {})}`;
    case "image":
      return `[image: ${String(block.alt_text)}]`;
    case "table":
    case "data_table":
      return (block.rows as readonly (readonly Json[])[])
        .map((row) => `| ${row.map(words).join(" | ")} |`)
        .join("\n  ");
    case "rich_text":
      return asObjects(block.elements).map(richLine).join("\n  ");
    case "actions":
    case "context":
      return asObjects(block.elements).map(elementText).join(" ");
    default: {
      const fields = asObjects(block.fields).map(words);
      const own = block.text === undefined ? [] : [words(block.text)];
      return [...own, ...fields, ...(accessory ? [elementText(accessory)] : [])].join(" | ");
    }
  }
}

/** Rich text as it reads: a quote behind its bar, a link with its address. */
function richLine(part: Json): string {
  const text = asObjects(part.elements)
    .map((element) => (element.type === "link" ? `${words(element.text)} <${String(element.url)}>` : words(element)))
    .join("");
  return (part.type === "rich_text_quote" ? `> ${text}` : text).replaceAll("\n", "\n  ");
}

function elementText(element: Json): string {
  const options = asObjects(element.options).map(({ text }) => words(text));
  if (options.length > 0) return `(${options.join(" / ")})`;
  if (element.type === "button") return `[${words(element.text)}]`;
  if (element.type === "image") return `[image: ${String(element.alt_text)}]`;
  return words(element.text ?? element) || "______";
}

function words(value: unknown): string {
  return asString(value) ?? asString(asObject(value)?.text) ?? "";
}
