import type { Scale } from "./score.ts";
import { isScore } from "./score.ts";
import { type ScoreToken, scoreTokens } from "./score-tokens.ts";

/** What a text says about a score: one on the scale, alone or with words, an attempt at one, or nothing. */
export type Mention =
  | { readonly kind: "score" | "scored-words"; readonly score: number }
  | { readonly kind: "not-a-score" | "none" };

function wordSet(...texts: string[]): ReadonlySet<string> {
  return new Set(texts.join(" ").split(" "));
}

/** Words that stand around a score without making it a sentence about something else. */
const AROUND = wordSet(
  "a an i id d it its is s my the you guys answer score rating rate rated vote give giving gave say saying would be would about around maybe probably guess think feel solid strong straight clear definitely easily easy full perfect like at least i'm im going with for this one",
  "point points pts pt somewhere roughly approx between and or to from me us please thanks thank so just only out of on scale sorry mean meant well hm ok okay then now",
  "ich du wurde wurd sage sagen sag gebe geb geben vergebe eine einen ein ne ner nen die der das meine note bewertung punkt punkte punkten pkt von aus auf mir uns vielleicht etwa circa ca wohl glatte klare klar volle solide starke gute knappe zwischen und oder bis danke bitte mal so nur euch ihnen dafur",
  "yo le les te doy daria dare diria digo pongo pondria seria es una un unos mi nota puntuacion calificacion voto punto puntos pto ptos quiza quizas tal vez como de sobre del al rotundo rotunda claro seguro entre y o u a para parte ustedes vosotros gracias",
  "je j dirais dis donne donnerais mets mettrais mettrai donnerai ce c serait est la le une un ma note sur environ peut etre plutot disons solide bon petit gros entre et ou a pour moi voila part de ma merci vous",
  "eu dou daria diria digo dei ponho e seria minha meu nota avaliacao ponto pontos uns umas talvez acho que em por volta cerca da minha entre ou e a de um uma pra para voces vcs mim parte entao obrigado obrigada ai",
  "点 満 中 で す か な ね く ら い ぐ 約 だ と 思 う 私 は の 評 価 数 お 願 し ま た く だ さ ん を つ け あ げ も 間 や ぶ 多 よ つ",
);
/** Words of denominators: what follows them is what a score is out of. */
const OUT_OF = wordSet("of von de sur sobre em aus over 点 中 out");
const TOP_WORDS = new Set([10]);
/** Words that say that a number is given. */
const GIVING = wordSet(
  "give gave rate rated score rating gebe geb vergebe note bewertung doy pongo pondria daria dare puntuacion calificacion mets mettrais mettrai donne donnerais donnerai dou dei ponho nota say sage dirais diria",
);
/** Words with which a sentence goes on after a score, where no mark parts them. */
const GOING_ON = wordSet(
  "still meh bof joa naja ni sigue siguen immer noch toujours encore ainda continua mais mas geht pour pela pelo sin ohne without",
  "because cause cuz bc bcs coz since as for but the your you this that it they we i my no not nobody noone never everything everyone all always very really super great good nice best excellent awesome amazing worst terrible bad horrible poor thanks thank thx ty love hate only just though although would could and with u ur service support",
  "weil da denn fur wegen aber das die der den ihr euer eure sie es ich wir mein nicht nichts niemand nie keiner kein keine alles immer sehr super gut guter gute toll tolle top spitze schlecht schlechter danke vielen trotzdem obwohl nur eine einfach und mit wer service support",
  "porque xq pq por pues ya pero el la los las su sus me no nada nadie nunca siempre todo muy buen buena excelente gracias pesimo mal aunque falta faltan solo y con tardaron tarda es un una servicio atencion",
  "parce pcq parceque car vu mais le la les l votre vous c ce il je personne rien jamais toujours tout tres super bon bonne excellent merci nul trop service et avec meme malgre",
  "pois mas o os as seu sua nao nada ninguem sempre tudo muito bom boa otimo otima excelente obrigado obrigada pessimo embora top faltou falta demorou servico atendimento e com so",
  "神 対 誰 と 早 遅 ただ 最 助 あ 良 親 丁 値 も 本 解 ま な 何 サ 全 感 素 大 使 す",
);

/** Words of the full marks that a score is out of. */
const FULL = wordSet("満 中");

interface Clause {
  readonly tokens: readonly ScoreToken[];
  /** The mark before it; empty at the start. */
  readonly after: string;
}

function clausesOf(tokens: readonly ScoreToken[]): Clause[] {
  const clauses: { tokens: ScoreToken[]; after: string }[] = [{ tokens: [], after: "" }];
  for (const token of tokens)
    if (token.kind === "break") clauses.push({ tokens: [], after: token.mark });
    else clauses.at(-1)?.tokens.push(token);
  return clauses.filter(({ tokens: found }) => found.length > 0);
}

type NumberToken = Extract<ScoreToken, { kind: "number" }>;

function isWordOf(token: ScoreToken | undefined, words: ReadonlySet<string>): boolean {
  return token?.kind === "word" && words.has(token.word);
}

/** The tokens with `nine out of ten` and the like as one number each. */
function joined(tokens: readonly ScoreToken[]): ScoreToken[] {
  const all: ScoreToken[] = [];
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index];
    if (token === undefined) continue;
    const length = token.kind === "number" ? outOfLength(tokens, index) : 0;
    const top = tokens[index + length];
    if (length > 0 && token.kind === "number" && top?.kind === "number") {
      all.push({ ...token, outOf: top.value });
      index += length;
    } else all.push(token);
  }
  return all;
}

/** How many tokens after a number say what it is out of; 0 where none do. */
function outOfLength(tokens: readonly ScoreToken[], at: number): number {
  let next = at + 1;
  while (next - at <= 2 && isWordOf(tokens[next], OUT_OF)) next += 1;
  const top = tokens[next];
  const isTop = top?.kind === "number" && top.outOf === null && TOP_WORDS.has(top.value);
  return next > at + 1 && isTop && !isWordOf(tokens[at + 1], wordSet("点")) ? next - at : 0;
}

/** What one clause says: a score and nothing else, a score with words, an attempt, or words. */
type Said =
  | { readonly kind: "score" | "scored-words"; readonly score: number; readonly isFirm: boolean }
  | { readonly kind: "attempt" | "words" | "little" };

function numbersIn(tokens: readonly ScoreToken[]): NumberToken[] {
  return tokens.filter((token): token is NumberToken => token.kind === "number");
}

function isOn(token: NumberToken, scale: Scale): boolean {
  return isScore(token.value, scale) && (token.outOf === null || token.outOf === 10);
}

function saidIn({ tokens }: Clause, scale: Scale, isFirst: boolean): Said {
  const numbers = numbersIn(tokens);
  const isOdd = tokens.some(({ kind }) => kind === "odd");
  const isBare = tokens.every((token) => token.kind !== "word" || AROUND.has(token.word));
  if (numbers.length === 0 && !isOdd) return { kind: isBare ? "little" : "words" };
  const isFullMark = (token: NumberToken) => token.value === 10 && tokens.some((one) => isWordOf(one, FULL));
  const meant =
    numbers.length > 1 ? numbers.filter((token) => !isFullMark(token) || numbers.every(isFullMark)) : numbers;
  const values = new Set(meant.map(({ value }) => value));
  const [first] = meant;
  const isOne = first !== undefined && values.size === 1 && !isOdd && isOn(first, scale);
  if (isBare) {
    if (!isOne) return { kind: "attempt" };
    return { kind: "score", score: first.value, isFirm: first.outOf === 10 || !isLonely(first, tokens) };
  }
  const score = isOdd ? null : withWords(tokens, meant, scale, isFirst);
  if (score !== null) return { kind: "scored-words", score, isFirm: true };
  return { kind: isFirst && isStrange(tokens, scale) ? "attempt" : "words" };
}

/** Whether the number stands in its clause by itself: a label before it, such as "order:", may make it something else. */
function isLonely(number: NumberToken, tokens: readonly ScoreToken[]): boolean {
  return tokens.length === 1 && number.outOf === null;
}

/** The score of a clause that has other words too: it leads them, it is out of ten, or it is said to be given; null where it is neither. */
function withWords(
  tokens: readonly ScoreToken[],
  numbers: readonly NumberToken[],
  scale: Scale,
  isFirst: boolean,
): number | null {
  const firm = numbers.find((token) => token.outOf === 10);
  if (firm) return isOn(firm, scale) ? firm.value : null;
  const [first] = numbers;
  if (first === undefined || !isOn(first, scale) || (first.isWritten && first.value <= 1)) return null;
  const at = tokens.indexOf(first);
  const before = tokens.slice(0, at);
  const next = tokens.slice(at + 1).find((token) => !(token.kind === "word" && UNITS.has(token.word)));
  const isUnit = next !== tokens[at + 1];
  const isLed = before.every((token) => token.kind === "word" && AROUND.has(token.word));
  if (isFirst && isLed && (isUnit || isWordOf(next, GOING_ON))) return first.value;
  if (
    isWordOf(tokens[at + 1], JAPANESE_UNIT) &&
    tokens.slice(at + 2).every((token) => token.kind === "word" && AROUND.has(token.word))
  )
    return first.value;
  const isGiven = before.slice(-5).some((token) => isWordOf(token, GIVING));
  const isLast = tokens.slice(at + 1).every((token) => token.kind === "word" && AROUND.has(token.word));
  return isGiven && (isLast || isWordOf(next, GOING_ON)) ? first.value : null;
}

const JAPANESE_UNIT = wordSet("点");
const UNITS = wordSet("points point pts pt punkte punkten punkt pkt puntos punto ptos pontos ponto 点");

/** Whether a clause opens with an answer that is on no scale of ours, such as `11/10`. */
function isStrange(tokens: readonly ScoreToken[], scale: Scale): boolean {
  const [first] = tokens;
  return first?.kind === "number" && first.outOf === 10 && !isScore(first.value, scale);
}

function isAsked(clauses: readonly Clause[], index: number): boolean {
  return clauses.slice(1, index + 1).some(({ after }) => after === "?");
}

/** Whether what stands before a clause is a label that makes its number something else: `Order: 7`. */
function isLabelled(clauses: readonly Clause[], index: number): boolean {
  const clause = clauses[index];
  if (index === 0 || clause?.after !== ":") return false;
  return !clauses[index - 1]?.tokens.some((token) => isWordOf(token, AROUND) || isWordOf(token, GIVING));
}

/** Whether the numbers only count the clauses off: `1. ... 2. ...`. */
function isList(said: readonly Said[]): boolean {
  const scores = said.flatMap((one) => (one.kind === "score" ? [one.score] : []));
  return (
    scores.length > 1 &&
    scores.every((score, index) => score === (scores[0] ?? 0) + index) &&
    said.some(({ kind }) => kind === "words")
  );
}

/**
 * The score that a text mentions as an answer. A clause of nothing but a number and what goes with one is a score; so is a number that
 * opens the text and is followed by a reason, one out of ten, and one that is said to be given. Two different ones are none.
 */
export function mentionIn(
  text: string,
  { scale, locale }: { readonly scale: Scale; readonly locale: string },
): Mention {
  const clauses = clausesOf(joined(scoreTokens(text, locale)));
  const said = clauses.map((clause, index) => saidIn(clause, scale, index === 0 || opensText(clauses, index)));
  if (isList(said)) return { kind: "none" };
  const scored = said.flatMap((one, index) =>
    (one.kind === "score" || one.kind === "scored-words") &&
    (one.isFirm || !(isAsked(clauses, index) || isLabelled(clauses, index)))
      ? [one]
      : [],
  );
  const values = new Set(scored.map(({ score }) => score));
  const hasWords = said.some(({ kind }) => kind === "words" || kind === "scored-words");
  const attempts = said.filter(({ kind }) => kind === "attempt").length;
  const [first] = scored;
  if (first !== undefined && values.size === 1 && attempts === 0)
    return { kind: hasWords ? "scored-words" : "score", score: first.score };
  if (values.size > 1 && !hasWords) return { kind: "not-a-score" };
  const opens = said.find(({ kind }) => kind !== "little")?.kind;
  return {
    kind:
      (attempts > 0 || values.size > 1) && (!hasWords || opens === "attempt" || opens === "score")
        ? "not-a-score"
        : "none",
  };
}

/** Whether nothing but what goes around a score has been said before a clause. */
function opensText(clauses: readonly Clause[], index: number): boolean {
  return clauses
    .slice(0, index)
    .every(({ tokens }) => tokens.every((token) => token.kind === "word" && AROUND.has(token.word)));
}
