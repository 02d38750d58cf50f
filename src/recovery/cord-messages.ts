import { dateFormat } from "../calendar/date-format.ts";
import type { Context } from "../context.ts";
import { gatherById } from "../gather-by-id.ts";
import { platformOf } from "../interaction/address.ts";
import type { Action, Fact, OutboundMessage, Section } from "../messages.ts";
import { productName } from "../name-product.ts";
import type { Draft } from "../outcome.ts";
import type { Response } from "../survey/response.ts";
import { customerName, momentText, replaceAtTeam } from "../team/say-to-team.ts";
import type { Values, WordingKey } from "../wording.ts";
import { type Cord, isUnhappy, type Pull } from "./cord.ts";
import { ownerName, ownerOf } from "./find-cord.ts";

/** What is told of a cord: whose desk's words. */
type CordWords = Pick<Context, "settings" | "wording">;

/** Most conversations that a card shows one by one. */
const MOST_SHOWN = 12;

/** The product's name as sentences take it; `none` where none is named. */
export function lineValues({ settings }: Pick<CordWords, "settings">, line: string): Values {
  return { product: line === "" ? "none" : productName(settings, line) };
}

/** A sentence about a cord in the desk's language, or in the one that is named. */
export function sayOfCord(
  { wording, settings }: CordWords,
  cord: Pick<Cord, "line">,
  key: WordingKey,
  values: Values = {},
  locale = wording.choose(settings.desk.locale),
): string {
  return wording.say(locale, key, { ...lineValues({ settings }, cord.line), ...values });
}

/** The people who must hear of it: the product's owner, and the leads where the owner is not. */
export function calledAboutLine({ settings }: Pick<CordWords, "settings">, line: string): readonly string[] {
  const owner = ownerOf(settings, line);
  const { leads } = settings.roles;
  return owner === null ? leads : [owner, ...leads.filter((lead) => platformOf(lead) !== platformOf(owner))];
}

/** Somebody's words with the conversation they belong to, or that there are none yet. */
function voice({ wording, settings }: CordWords, by: string, words: string | null, about: string): Section {
  if (words !== null) return { title: by, lines: [], quote: { text: words, by }, about };
  return { title: by, lines: [wording.say(wording.choose(settings.desk.locale), "cord.wordless")], about };
}

function pullVoice(context: Context, { address, name, sentence, interactionId }: Pull): Section {
  return voice(context, name ?? address, sentence, interactionId);
}

async function answerVoice(context: Context, response: Response): Promise<Section | null> {
  const customer = await context.store.get("customer", response.customerId);
  return customer && voice(context, customerName(context, customer), response.comment, response.interactionId);
}

/** The answers that the cord holds, in its order, as far as they are still a detractor's. */
async function heldAnswers({ store }: Context, { responses }: Cord): Promise<Response[]> {
  const found = await gatherById(responses, (ids) => store.list("response", { where: { id: ids } }));
  const byId = new Map(found.map((response) => [response.id, response]));
  const all = await Promise.all(responses.map(async (id) => byId.get(id) ?? (await store.get("response", id))));
  return all.filter((response) => response !== null).filter(isUnhappy);
}

/** Everybody's words with the conversations they were said in; never a score, for those who were rated read here too. */
async function voices(context: Context, cord: Cord, answers: readonly Response[]): Promise<Section[]> {
  const pulls = cord.pulls.slice(0, MOST_SHOWN).map((pull) => pullVoice(context, pull));
  const shown = answers.slice(0, Math.max(0, MOST_SHOWN - pulls.length));
  const answered = await Promise.all(shown.map((response) => answerVoice(context, response)));
  const all = [...pulls, ...answered.filter((section) => section !== null)];
  const left = cord.pulls.length + answers.length - all.length;
  const { wording, settings } = context;
  const more = { title: wording.say(wording.choose(settings.desk.locale), "home.more", { count: left }), lines: [] };
  return left > 0 ? [...all, more] : all;
}

async function factsOf(context: Context, { line, pulledAt }: Cord): Promise<Fact[]> {
  const { wording, settings } = context;
  const say = (key: WordingKey) => wording.say(wording.choose(settings.desk.locale), key);
  const owner = ownerOf(settings, line);
  const since = { label: say("cord.since"), value: momentText(context, pulledAt), moment: pulledAt };
  return owner === null
    ? [since, { label: say("cord.owner"), value: say("cord.leads") }]
    : [since, { label: say("cord.owner"), value: (await ownerName(context, line)) ?? owner, person: owner }];
}

/** One line for an overview: which cord stands, since when, and who is to answer. */
export async function standingLine(
  context: Pick<Context, "store" | "settings" | "wording">,
  cord: Cord,
  locale: string,
): Promise<string> {
  const { zone: timeZone } = context.settings.desk;
  const time = dateFormat(locale, { dateStyle: "medium", timeStyle: "short", timeZone });
  const owner = (await ownerName(context, cord.line)) ?? context.wording.say(locale, "cord.leads");
  return sayOfCord(context, cord, "cord.stands", { at: time.format(cord.pulledAt), owner }, locale);
}

function headline(context: Context, cord: Cord, answers: readonly Response[]): string {
  const by = cord.byName ?? cord.byAddress;
  if (by !== null) return sayOfCord(context, cord, "cord.byPerson", { agent: by });
  const count = new Set(answers.map(({ customerId }) => customerId)).size;
  return sayOfCord(context, cord, "cord.byRule", { count });
}

/** The card of a cord: while it stands with everybody's words and the one button; once it is answered with the answer. */
export async function cordMessage(context: Context, cord: Cord): Promise<OutboundMessage> {
  const answers = await heldAnswers(context, cord);
  const sections = await voices(context, cord, answers);
  const card = { kind: "alert", facts: await factsOf(context, cord), sections } as const;
  if (cord.state === "joined") return { kind: "alert", text: sayOfCord(context, cord, "cord.joined"), actions: [] };
  if (cord.state === "answered") {
    const agent = cord.answeredName ?? cord.answeredBy ?? "";
    const text = sayOfCord(context, cord, "cord.answered", { agent });
    return { ...card, text, quote: { text: cord.answer ?? "", by: agent }, actions: [] };
  }
  const answer: Action = { name: "cord-answer", subject: cord.id, label: sayOfCord(context, cord, "cord.answer") };
  return { ...card, text: headline(context, cord, answers), actions: [answer] };
}

/** Brings the card of the cord up to date in every channel, and puts the cord. */
export async function putCord(context: Context, draft: Draft, cord: Cord): Promise<void> {
  const posts = await replaceAtTeam(context, draft, cord.posts, await cordMessage(context, cord));
  draft.put("cord", { ...cord, posts });
}
