import type { Attachment } from "../../src/interaction/transcript.ts";
import { recordsIn, type SlackPayload, textIn } from "./api.ts";
import { blockWords } from "./block-words.ts";
import { plainText } from "./plain-text.ts";

/** What belongs to an address that stands in the words: a preview, which nobody wrote. */
const PREVIEWED = ["from_url", "original_url", "app_unfurl_url"] as const;

/** A message that was shared or forwarded into this one. */
function isShared(attachment: SlackPayload): boolean {
  return attachment.is_share === true || attachment.is_msg_unfurl === true;
}

function isPreview(attachment: SlackPayload): boolean {
  return !isShared(attachment) && PREVIEWED.some((key) => textIn(attachment, key) !== null);
}

function lines(parts: readonly (string | null)[]): string {
  return parts.filter((part) => part !== null && part !== "").join("\n");
}

function plain(attachment: SlackPayload, key: string): string {
  return plainText(textIn(attachment, key) ?? "");
}

/** What was said in a message that was passed on, after the name of who said it. */
function sharedWords(attachment: SlackPayload): string {
  const inside = recordsIn(attachment, "message_blocks").flatMap((one) => {
    const { message } = one as { readonly message?: unknown };
    return recordsIn(message, "blocks");
  });
  const said = plain(attachment, "text") || blockWords(inside) || plain(attachment, "fallback");
  const by = textIn(attachment, "author_name") || textIn(attachment, "author_subname");
  return by && said !== "" ? `${by}: ${said}` : said;
}

/** The words of a card; its fallback is for programs that show no cards. */
function cardWords(attachment: SlackPayload): string {
  const fields = recordsIn(attachment, "fields").map((field) =>
    [plain(field, "title"), plain(field, "value")].filter((part) => part !== "").join(": "),
  );
  const legacy = ["author_name", "title", "text"].map((key) => plain(attachment, key));
  const shown = [blockWords(recordsIn(attachment, "blocks")), ...legacy, ...fields, plain(attachment, "footer")];
  return lines([plain(attachment, "pretext"), ...shown]) || plain(attachment, "fallback");
}

function attachmentWords(attachment: SlackPayload): string {
  if (isPreview(attachment)) return "";
  return isShared(attachment) ? sharedWords(attachment) : cardWords(attachment);
}

/** What stands in the message itself. An app's text is shown only where it has no blocks; a person's rich text says what their text says. */
function ownWords(message: SlackPayload): string {
  const text = plainText(textIn(message, "text") ?? "");
  const blocks = recordsIn(message, "blocks");
  if (textIn(message, "bot_id") !== null) return blockWords(blocks) || text;
  return text === ""
    ? blockWords(blocks)
    : lines([text, blockWords(blocks.filter(({ type }) => type !== "rich_text"))]);
}

/** Everything that a reader sees of a message, in plain words: its own, and those of cards and of messages passed on with it. */
export function shownWords(message: SlackPayload): string {
  return lines([ownWords(message), ...recordsIn(message, "attachments").map(attachmentWords)]);
}

/** The files that came with a message, or with one that was passed on in it. */
export function filesOf(message: SlackPayload): Attachment[] {
  const shared = recordsIn(message, "attachments").filter(isShared);
  return [message, ...shared]
    .flatMap((one) => recordsIn(one, "files"))
    .map((file) => ({
      name: textIn(file, "name") ?? textIn(file, "title") ?? "file",
      type: textIn(file, "mimetype") ?? textIn(file, "filetype") ?? "unknown",
    }));
}
