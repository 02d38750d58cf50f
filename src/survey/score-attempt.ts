function wordSet(...texts: string[]): ReadonlySet<string> {
  return new Set(texts.join(" ").split(" "));
}

/** Numbers in words, in the languages that customers are asked in. */
const NUMBERS = wordSet(
  "zero one two three four five six seven eight nine ten eleven twelve hundred",
  "null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf hundert",
  "cero uno dos tres cuatro cinco seis siete ocho nueve diez doce cien",
  "zéro un une deux trois quatre cinq six sept huit neuf dix onze douze cent",
  "um dois três quatro sete oito nove dez doze cem",
);

/** Words that stand around a score without making it a sentence about something else. */
const FILLERS = wordSet(
  "a an i d it is s my the answer score rating give say would be out of about around maybe probably guess think solid",
  "strong point points pts scale on from to please thanks thank you",
  "ich würde sage sagen gebe eine einen ein die meine note bewertung punkt punkte punkten von aus vielleicht etwa danke",
  "yo le doy daría diría pongo una mi nota puntuación punto puntos de sobre quizá quizás gracias",
  "je donne donnerais dirais mets mettrais ma sur environ merci",
  "eu dou daria minha nota uma ponto pontos em talvez obrigado obrigada",
);

const KANJI = /^[〇零一二三四五六七八九十点満中のです]+$/u;
const KANJI_NUMBER = /[〇零一二三四五六七八九十]/u;
/** Longer ones are taken for order or telephone numbers. */
const MOST_DIGITS = 3;

function isNumber(token: string): boolean {
  if (/^\p{N}/u.test(token)) return token.length <= MOST_DIGITS;
  return NUMBERS.has(token) || (KANJI.test(token) && KANJI_NUMBER.test(token));
}

/** Whether a short text looks like somebody trying to give a score: a number, and nothing beyond what goes with one. */
export function isAttempt(text: string): boolean {
  const tokens =
    text
      .normalize("NFKC")
      .toLowerCase()
      .match(/\p{N}+|[\p{L}\p{M}]+/gu) ?? [];
  return tokens.some(isNumber) && tokens.every((token) => isNumber(token) || FILLERS.has(token) || KANJI.test(token));
}
