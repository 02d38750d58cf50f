import { type DiscordMessage, recordsIn, textIn, valueIn } from "./api.ts";
import { flattened, type ShownComponent } from "./components.ts";
import { textOf } from "./message-words.ts";

const BUTTON = 2;
/** Longest text in which such words are looked for: what ticket bots say of an end is short. */
const LONGEST = 600;
/** Words in the name by which a bot knows its button. */
const MOST_WORDS = 10;

/** Beginnings of words in the six languages, as ticket bots put them on buttons and into their names. */
const CLOSES = /clos|schlie(?:ß|ss)|gelösch|beenden|cerrar|ferm|clôtur|fechar|encerrar|閉じ|クローズ/iu;
const ACCEPTS = /accept|confirm|^yes$|bestätig|annehm|^ja$|acept|^sí$|^oui$|aceit|^sim$|承認|はい/iu;
const REFUSES =
  /cancel|den(?:y|ied)|declin|reject|keep|abort|^no$|abbrech|ablehn|offen|nein|rechaz|mantener|annul|refus|garder|^non$|recus|manter|não|キャンセル|拒否|いいえ/iu;
const REOPENS = /re-?open|^open$|öffnen|reabrir|rouvrir|^abrir|再開/iu;
const DELETES = /delet|lösch|elimin|borrar|suppr|exclu|apagar|削除/iu;
/** Words by which a bot says that the place will be gone in some seconds. */
const ENDS =
  /clos(?:e|ing)|delet|remov|archiv|lösch|geschlossen|schlie(?:ß|ss)|cerrar|elimin|borrar|ferm|supprim|fechad|fechar|exclu|apagad|閉|削除|クローズ/iu;
const SOON = /[0-9]\s?(?:s\b|sec|sek|seg|秒)|\b(?:few|einigen|unos|quelques|alguns|poucos)\s+(?:sec|sek|seg)|数秒/iu;

/** What is said of a button: its words, and those of the name that its bot knows it by. */
function saidOf(button: ShownComponent): string[] {
  const name = textIn(button, "custom_id") ?? "";
  const words = name.split(/[^\p{L}]+/u).slice(0, MOST_WORDS);
  return [textIn(button, "label") ?? "", ...words].map((part) => part.trim());
}

function isSaid(said: readonly string[], pattern: RegExp): boolean {
  return said.some((part) => pattern.test(part));
}

/** Whether two different buttons say so. */
function arePaired(buttons: readonly (readonly string[])[], one: RegExp, other: RegExp): boolean {
  return buttons.some(
    (said, index) => isSaid(said, one) && buttons.some((more, at) => at !== index && isSaid(more, other)),
  );
}

/**
 * Whether a bot's message in a conversation is the first sign of its end: it asks to close it (a button that does, one that refuses),
 * it has closed it (a button that opens again, one that deletes), or it says that the place will be gone in some seconds.
 */
export function isClosingSign(message: DiscordMessage): boolean {
  if (valueIn(message, "author", "bot") !== true) return false;
  const buttons = flattened(recordsIn(message, "components"))
    .filter(({ type }) => type === BUTTON)
    .map(saidOf);
  const words = textOf(message).slice(0, LONGEST);
  const isAboutClosing = CLOSES.test(words) || buttons.some((said) => isSaid(said, CLOSES));
  const asks = arePaired(buttons, CLOSES, REFUSES) || (isAboutClosing && arePaired(buttons, ACCEPTS, REFUSES));
  return asks || arePaired(buttons, REOPENS, DELETES) || (ENDS.test(words) && SOON.test(words));
}
