import { ORDINARY_JAPANESE } from "./ordinary-words.ts";
import type { Span } from "./spans.ts";

const UNSPACED = /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}々ー\s・]+$/u;
const HONORIFIC = /^\s?(?:さん|様|さま|氏|くん|君|ちゃん|先生|殿)/u;

/** Whether the whole name is written in a script without blanks. */
export function isUnspacedName(name: string): boolean {
  return UNSPACED.test(name);
}

interface NameForm {
  readonly text: string;
  /** Whether it is taken for the name only with an honorific after it. */
  readonly isWeak: boolean;
}

/** How a name in a script without blanks may be written: whole, by one of its parts, or by its beginning with an honorific. */
function formsOf(name: string): NameForm[] {
  const parts = name.split(/[\s・]+/).filter((part) => part !== "");
  const whole = parts.join("");
  const guessed = parts.length === 1 && whole.length > 2 ? [1, 2, 3].map((length) => whole.slice(0, length)) : [];
  const turned = [...parts].reverse().join("");
  const said = parts.map((text) => ({ text, isWeak: text.length < 2 || ORDINARY_JAPANESE.has(text) }));
  const forms = [...said, ...guessed.map((text) => ({ text, isWeak: true }))];
  return [...[whole, turned].map((text) => ({ text, isWeak: text.length < 2 })), ...forms];
}

/** Where the names stand, written in a script without blanks. */
export function unspacedNameSpans(text: string, names: readonly string[]): Span[] {
  const found: Span[] = [];
  const forms = names.flatMap(formsOf);
  for (const { text: form, isWeak } of forms)
    for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + form.length)) {
      const endsAt = at + form.length;
      if (!isWeak || HONORIFIC.test(text.slice(endsAt, endsAt + 4))) found.push({ startsAt: at, endsAt });
    }
  return found;
}
