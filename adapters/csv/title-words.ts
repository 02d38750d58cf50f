import type { Scale } from "../../src/survey/score.ts";
import { titleText } from "./columns.ts";

const RECOMMEND =
  /recommend|promoter score|(?<![\p{L}\p{N}])nps(?![\p{L}\p{N}])|(?:weiter)?empfehl|empföhl|recomend|recommand|recomiend|薦|すす?め|勧め|推薦|推奨/iu;
const GROUP = /(?:group|category|segment|bucket|type)\W*$/iu;
const REASON =
  /(?<!\p{L})(?:why|reasons?|because|warum|wieso|weshalb|gr[uü]nde?|motivos?|pourquoi|raisons?)(?!\p{L})|por qu[eé]|理由|なぜ|どうして/iu;
const WORDS =
  /(?<!\p{L})(?:comments?|feedback|reviews?|verbatims?|suggestions?|remarks?|improve\w*|better|kommentare?|anmerkung\w*|verbesser\w*|besser|comentarios?|coment[aá]rios?|sugerencias?|sugest[oõ]es|mejorar\w*|melhorar\w*|commentaires?|remarques?|am[eé]liorer\w*|open.?ended)(?!\p{L})|コメント|ご意見|感想|改善/iu;
const MAIL = /e-?mail|メール|courriel|correo electr/iu;
const STARS =
  /(?<!\p{L})(?:stars?|ratings?|csat|ces|satisf\w*|effort|sterne?|bewertung\w*|zufrieden\w*|estrellas?|estrelas?|étoiles?|note|avalia\w*|calificaci[oó]n\w*|classifica\w*|[ée]valuation\w*|valoraci[oó]n\w*)(?!\p{L})|満足|評価|星/iu;
const SCALE =
  /(?<!\d)([01])\s?(?:-|–|—|~|〜|～|…|\.\.\.?|\/|to|through|until|bis|a|à|al|até|から|und|and|et|y|e)\s?10(?!\d)/iu;
const SHORT_SCALE =
  /(?<!\d)[01]\s?(?:-|–|—|~|〜|～|\.\.\.?|to|bis|a|à|al|から)\s?[3-7](?!\d)|out of [3-7](?!\d)|(?<!\d)\/\s?[3-7](?!\d)/iu;
/** The names of a scale that is not the question's, as a setting or a cell may hold it. */
const SCALE_NAME = /^([01])\s?(?:-|–|—|to|\.\.\.?|bis|a|à)\s?10$/iu;

/** Whether a title asks how likely somebody is to recommend, and neither why nor by band. */
export function asksToRecommend(title: string): boolean {
  const text = titleText(title);
  return RECOMMEND.test(text) && !GROUP.test(text);
}

/** Whether a title asks for a reason. */
export function asksWhy(title: string): boolean {
  return REASON.test(titleText(title));
}

/** Whether a title asks for words about the answer: a reason, a comment, what would be better. */
export function asksForWords(title: string): boolean {
  return asksWhy(title) || WORDS.test(titleText(title));
}

/** Whether a title speaks of an e-mail address. */
export function asksForMail(title: string): boolean {
  return MAIL.test(titleText(title));
}

/** Whether a title or a label speaks of stars, satisfaction or another rating that is not the recommend question. */
export function saysStars(title: string): boolean {
  const text = titleText(title);
  return STARS.test(text) || SHORT_SCALE.test(text);
}

/** The scale that a title names, as in "On a scale from 0 to 10"; null where it names none. */
export function scaleInTitle(title: string): Scale | null {
  const low = SCALE.exec(titleText(title))?.[1];
  return low === undefined ? null : low === "0" ? "0-10" : "1-10";
}

/** The scale that a cell or an option names; null where it is none of ours. */
export function readScale(text: string): Scale | null {
  const low = SCALE_NAME.exec(text.trim())?.[1];
  return low === undefined ? null : low === "0" ? "0-10" : "1-10";
}
