import { plainText } from "../talk/plain-words.ts";

/** What a number that is asked for as a score may be followed by: `a 10 minute break` is none. */
const SCORE_ENDS = String.raw`(?=\s*(?:$|[,;:()"!/]|(?:out of|if|on|in|when|and|please|for|because|so|thanks?|wenn|bei|fur|und|von|punkte?|bitte|si|en|por|y|s'il|svp|pour|dans|et|sur|se|na|no|e|points?|puntos|pontos)(?!\p{L})))`;
const POLITE = "(?: please| kindly| bitte| doch| gerne?| mal| por favor| svp| s'il (?:vous|te) plait)*";

/** How a language asks for a high score: the words before it, and the scores it may be. */
interface BeggingPhrase {
  readonly asks: string;
  readonly high: string;
}

const PHRASES: readonly BeggingPhrase[] = [
  {
    asks: String.raw`(?:^|[,;:)]|please|kindly|(?:could|can|would|will|should|if|hope) you(?: could| can| would|ll| will)?|you (?:to|could|can|would|will|ll)|be sure to|make sure to|sure you|remember to|forget to|just|and|so|then)\s*(?:please |kindly |just )?(?:give (?:us|me)|leave (?:us|me)|leave|rate (?:us|me|my \p{L}+|our \p{L}+)|score (?:us|me)|mark (?:us|me))${POLITE}`,
    high: String.raw`(?:an? |as |with |with an? |the )?(?:(?:perfect |full |solid |nice )?(?:10|ten)(?: out of (?:10|ten))?${SCORE_ENDS}|(?:5|five)[ -]?stars?(?!\p{L})|9 or (?:a )?10|top (?:scores?|marks?|ratings?)|full marks|highly(?!\p{L})|well(?=\s*(?:$|[,;:)]|on|in|if|please))|(?:(?:very |really )?(?:good|great|high|positive|excellent|perfect|glowing|highest|best) (?:scores?|ratings?|reviews?|marks)))`,
  },
  {
    asks: "(?:(?:id|wed|i would|we would|would) (?:really |very much |greatly |so )?(?:love|appreciate|be (?:so |very )?(?:grateful|happy) (?:for|about))|hop(?:e|ing) (?:for|to get|to receive))",
    high: String.raw`(?:an? )?(?:(?:perfect )?(?:10|ten)${SCORE_ENDS}|(?:5|five)[ -]?stars?(?!\p{L})|(?:good|great|high|positive|perfect|top) (?:score|rating|review)s?(?!\p{L}))`,
  },
  {
    asks: "(?:anything|everything|a score) (?:less than|lower than|below|under)",
    high: "(?:an? )?(?:9|10|nine|ten|5 stars|five stars)[^.!?]{0,20}(?:fail|bad|negative|against (?:me|us)|hurts? (?:me|us))",
  },
  {
    asks: String.raw`(?:^|[,;:)]|bitte|wenn|und|konnten|wurden|gern|mal|doch)\s*(?:sie )?(?:(?:gib|gebt|geben|vergib|vergeben|hinterlass|hinterlassen|schenk|schenken|bewerte|bewerten|bewertet) (?:sie |ihr |du )?)(?:uns|mir|mich|meine \p{L}+|unseren? \p{L}+)?${POLITE}`,
    high: String.raw`(?:mit )?(?:einer?n? |die |der |volle )?(?:(?:10|zehn)${SCORE_ENDS}|(?:5|funf)[ -]?sternen?(?!\p{L})|bestnote|hochstnote|hochstwertung|volle punktzahl|hochste punktzahl|(?:(?:sehr )?(?:gut|positiv)(?=\s*(?:$|[,;:)])))|(?:sehr )?(?:gute|positive|hohe) (?:bewertung|note|punktzahl|rezension))`,
  },
  {
    asks: "(?:freuen? (?:wir uns|ich mich|uns|mich)|(?:wir|ich) (?:freuen?|wurden?) (?:uns|mich)(?: sehr)?|dankbar)(?: sehr)? (?:uber|auf|fur)",
    high: String.raw`(?:einer?n? |die )?(?:(?:10|zehn)${SCORE_ENDS}|(?:5|funf)[ -]?sterne(?!\p{L})|bestnote|(?:sehr )?(?:gute|positive|hohe) (?:bewertung|note|punktzahl))`,
  },
  {
    asks: String.raw`(?:^|[^\p{L}])(?:danos|denos|dame|deme|ponnos|ponganos|ponme|pongame|dejanos|dejenos|dejame|dejeme|puntuanos|puntuenos|calificanos|califiquenos|calificame|califiqueme|valoranos|valorenos|valorame|valoreme|evaluanos|evaluenos|(?:nos|me) (?:das|da|des|de|pones|pone|ponga|pongas|dejas|deja|deje|dejes|califica|califique|valora|valore)|(?:agradecer|gustar|encantar|ayudar)ia(?:mos|n)?(?: mucho)?)${POLITE}`,
    high: String.raw`(?:con )?(?:una? |el |la )?(?:(?:10|diez)${SCORE_ENDS}|(?:5|cinco) estrellas|(?:muy )?(?:buena|alta|excelente) (?:nota|puntuacion|calificacion|valoracion|resena)|(?:nota|puntuacion|calificacion) (?:maxima|alta)|maxima (?:nota|puntuacion|calificacion)|bien(?=\s*(?:$|[,;:)]|en|por)))`,
  },
  {
    asks: String.raw`(?:^|[^\p{L}])(?:(?:donne|mets|laisse|attribue|note|donnez|mettez|laissez|attribuez|notez)-(?:nous|moi)|(?:nous|me) (?:donner|mettre|laisser|attribuer|noter|donnez|mettez|laissez|notez)|apprecieri(?:ons|ez)|apprecierais)${POLITE}`,
    high: String.raw`(?:une? |la |le )?(?:(?:10|dix)${SCORE_ENDS}|(?:5|cinq) etoiles|(?:tres )?(?:bonne|haute|excellente) note|note maximale|meilleure note|(?:tres )?bon(?:ne)? (?:avis|evaluation)|avis positif|bien(?=\s*(?:$|[,;:)]|dans|sur)))`,
  },
  {
    asks: String.raw`(?:^|[^\p{L}])(?:(?:nos|me) (?:de|da|deem|dar|deixe|deixa|deixar|avalie|avalia|avaliar)|(?:de|da|deixe|deixa|avalie|avalia)(?:-nos|-me| nos| a gente| pra gente| para nos| (?:o )?(?:meu|nosso) \p{L}+)|(?:deixe|deixa|avalie)|agradecer(?:iamos|ia)|gostar(?:iamos|ia) de)${POLITE}`,
    high: String.raw`(?:com )?(?:uma? |a )?(?:(?:nota )?(?:10|dez)${SCORE_ENDS}|(?:5|cinco) estrelas|(?:otima|boa|alta|excelente) (?:nota|avaliacao)|nota (?:maxima|alta|boa)|avaliacao (?:positiva|boa|maxima)|bem(?=\s*(?:$|[,;:)]|na|no|por)))`,
  },
  {
    asks: "(?:10点|十点|満点|星(?:5|五)つ?|(?:5|五)つ星|5つ星|高評価|高い評価|(?:良|よ|い)い評価|高得点|最高評価|最高点)",
    high: "[^。!?]{0,8}?(?:お願い|おねがい|(?:くだ|下)さい|(?:いただ|頂)け(?:ます|れば|たら|ると|ない|ません)|もらえ(?:ます|れば|たら|ると|ない|ません)|(?:ほ|欲)しいです)",
  },
];

const BEGGING = new RegExp(PHRASES.map(({ asks, high }) => `${asks}\\s*${high}`).join("|"), "u");
/** Whoever says that no high score is wanted begs for none; `do not forget` and a threat are no such word. */
const UNWANTED =
  /(?<!\p{L})(?:dont|do not|never|no need|neednt|(?:do|does|not) have to|without|nicht|kein(?:e[nrsm]?)?|no (?:tienes?|hace falta|es necesario)|nunca|ne (?:vous|te|nous)|pas|jamais|nao)(?!\p{L}| forget| vergessen| oubli\p{L}*| olvid\p{L}*| esque\p{L}*)|不要|なくて|必要はあり|しないで|ではなく/u;
const FORGET =
  /(?:nicht|no|nao) (?:zu )?(?:vergessen|vergiss|olvid\p{L}*|se esque\p{L}*|esque\p{L}*)|n'oubli\p{L}* pas|vergiss nicht|vergessen sie nicht/gu;

/** A sentence and what ends it; a point between digits ends none. */
const SENTENCES = /(?:[^.!?。！？\n]|[.](?=\d))+[.!?。！？]*/gu;
/** The longest sentence that is looked at, in UTF-16 units: nobody begs at greater length. */
const LONGEST = 400;

/** Whether these words, of one sentence, ask for a high score: rather none is found than a wrong one. */
function begs(sentence: string): boolean {
  const plain = plainText(sentence)
    .replace(/\s+/gu, " ")
    .replace(/[.!?。]+\s*$/u, "")
    .trim();
  return BEGGING.test(plain) && !UNWANTED.test(plain.replace(FORGET, ""));
}

/** The first sentence of the text that asks the reader for a high score, in any of the six languages; null where none does. Linear in its length. */
export function beggingIn(text: string): string | null {
  for (const [sentence] of text.matchAll(SENTENCES)) {
    if (sentence.length <= LONGEST && begs(sentence)) return sentence.trim();
  }
  return null;
}
