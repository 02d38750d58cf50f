import type { WordingKey } from "../../../src/wording.ts";
import type { PageDesk } from "../desk.ts";
import { LONGEST_TEXT } from "../pages/form.ts";

/** The sentences that the widget itself says, by the names it knows them under. */
const WORDS = {
  title: "chat.title",
  welcome: "chat.welcome",
  open: "chat.open",
  close: "chat.close",
  unread: "chat.unread",
  message: "chat.message",
  send: "chat.send",
  name: "chat.name",
  product: "chat.product",
  productAny: "chat.productAny",
  fresh: "chat.new",
  offline: "chat.offline",
  failed: "chat.failed",
  deleted: "chat.deleted",
} as const satisfies Readonly<Record<string, WordingKey>>;

/** What the widget is written with. */
export interface WidgetWords {
  /** Each sentence by its name, and which language they are in as `lang`, a BCP 47 tag. */
  readonly words: Readonly<Record<keyof typeof WORDS | "lang", string>>;
  /** What a message may have at most, UTF-16 units. */
  readonly longest: number;
}

/** The widget's sentences in the language. */
export function widgetWords({ wording, settings }: PageDesk, lang: string): WidgetWords {
  const { brand } = settings.desk;
  const said = Object.entries(WORDS).map(([name, key]) => [name, wording.say(lang, key, { brand })]);
  return { words: Object.fromEntries([["lang", lang], ...said]), longest: LONGEST_TEXT };
}
