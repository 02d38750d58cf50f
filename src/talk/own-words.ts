/** A line that repeats what somebody else wrote. */
const REPEATED = /^[^\S\n]*>.*$/gmu;
/** Begins what mail programs and phones put under a text. */
const SIGNATURE =
  /^(?:-- ?|_{3,}|(?:sent|get outlook) (?:from|for|via) .*|(?:von meinem|gesendet (?:von|mit|über)) .*|enviado (?:desde|do|pelo|a partir) .*|envoyé (?:de|depuis|à partir) .*|.{1,30}から送信)$/imu;
/** The same put on the last line by a text without line breaks. */
const TAIL =
  /\b(?:sent from my (?:\S{1,20} ?){1,3}|enviado (?:desde mi|do meu) (?:\S{1,20} ?){1,3}|envoyé de mon (?:\S{1,20} ?){1,3}|von meinem \S{1,20} gesendet)\.?\s*$/iu;
const LONGEST_TAIL = 80;

/** What somebody wrote without the lines they repeat and what stands under it: a signature, the name of a phone. */
export function ownWords(text: string): string {
  const own = text.replace(REPEATED, "");
  const end = SIGNATURE.exec(own)?.index ?? own.length;
  const signed = own.slice(0, end);
  const tail = signed.slice(-LONGEST_TAIL);
  return signed.slice(0, signed.length - tail.length) + tail.replace(TAIL, "");
}
