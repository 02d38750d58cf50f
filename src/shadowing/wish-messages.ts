import type { Context } from "../context.ts";

/** What can be asked for, in the words of a platform on which it is typed after the given one. */
export function shadowHelp({ wording }: Pick<Context, "wording">, locale: string, command: string): string {
  const keys = ["shadow.help", "shadow.helpMore", "shadow.helpOnly"] as const;
  return keys.map((key) => wording.say(locale, key, { command: `${command} ` })).join("\n");
}
