import { type DiscordMessage, recordsIn, textIn } from "./api.ts";

const INLINE = /[\\*_~`|<[\]@]/g;
const LINK = /:(?=\/\/)/g;
const LINE_START = /^(\s*)(>|#|-|\+|[0-9]+(?=[.)]))/;

/** Text in which nothing is markup to Discord: neither a mention nor a link, not even at the end of a word. */
export function escaped(text: string): string {
  return text.replace(INLINE, "\\$&").replace(LINK, "\\:");
}

/** A line of escaped text, so that its beginning makes neither list nor heading nor quote. */
export function escapedStart(line: string): string {
  return line.replace(LINE_START, (_, blanks: string, mark: string) =>
    /[0-9]/.test(mark) ? `${blanks}${mark}\\` : `${blanks}\\${mark}`,
  );
}

function nameOf(message: DiscordMessage, id: string): string {
  const user = recordsIn(message, "mentions").find((mention) => textIn(mention, "id") === id);
  return (user && (textIn(user, "global_name") ?? textIn(user, "username"))) ?? id;
}

/** What a person wrote, out of Discord's own notation: people named, custom emoji by name. */
export function plainText(message: DiscordMessage, text: string): string {
  return text
    .replace(/<@!?([0-9]+)>/g, (_, id: string) => `@${nameOf(message, id)}`)
    .replace(/<@&([0-9]+)>/g, "@$1")
    .replace(/<#([0-9]+)>/g, "#$1")
    .replace(/<a?(:\w+:)[0-9]+>/g, "$1");
}
