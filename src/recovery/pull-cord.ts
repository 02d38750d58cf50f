import type { Context } from "../context.ts";
import type { EventOf, InboundEvent } from "../events.ts";
import type { Person } from "../interaction/customer.ts";
import { interactionIn } from "../interaction/open-interaction.ts";
import type { OutboundMessage } from "../messages.ts";
import { createDraft, type Draft, type Outcome, type RowChange } from "../outcome.ts";
import { may } from "../rights.ts";
import { refuseWith, refuseWithout } from "../say-who-may.ts";
import type { Response } from "../survey/response.ts";
import { sayToTeam } from "../team/say-to-team.ts";
import { type Cord, holding, isRun, isUnhappy, type Pull, pulledBy } from "./cord.ts";
import { calledAboutLine, cordMessage, putCord, sayOfCord } from "./cord-messages.ts";
import { cordsOn, runOn, standingOn } from "./find-cord.ts";

type CordBeginning = Pick<Cord, "line" | "pulledAt" | "byAddress" | "byName" | "pulls">;

/** Puts a new cord with a card in every team channel, which calls whoever is to answer. */
async function begin(
  context: Context,
  draft: Draft,
  beginning: CordBeginning,
  answers: readonly Response[],
): Promise<Cord> {
  const unanswered = { answer: null, answeredBy: null, answeredName: null, answeredAt: null };
  const empty = { id: context.ids.next(), version: 0, state: "pulled", responses: [], posts: [] } as const;
  const ids = answers.map(({ id }) => id);
  const cord = holding({ ...empty, ...beginning, ...unanswered }, ids);
  const message = await cordMessage(context, cord);
  const mentions = calledAboutLine(context, cord.line);
  const posts = sayToTeam(context, draft, { ...message, ...(mentions.length > 0 ? { mentions } : {}) });
  draft.put("cord", { ...cord, posts });
  return cord;
}

/** Under this name it is remembered what was last decided about a line: two that come at once are decided one after the other. */
function triedOn(product: string): string {
  return `cord:${product}`;
}

/** Lets nobody else decide about the line at this moment. */
async function guardLine({ store }: Context, draft: Draft, line: string, position: string, at: number): Promise<void> {
  const id = triedOn(line);
  draft.put("cursor", { id, version: (await store.get("cursor", id))?.version ?? 0, position, at });
}

async function tryRule(context: Context, draft: Draft, product: string, after: Response): Promise<void> {
  await guardLine(context, draft, product, after.id, after.changedAt);
  const before = await runOn(context, product, after.changedAt);
  const run = [...before.filter((one) => one.id !== after.id), after];
  if (!isRun(run, context.settings.recovery.cordDetractors)) return;
  const byRule = { byAddress: null, byName: null, pulls: [] };
  await begin(context, draft, { line: product, pulledAt: after.changedAt, ...byRule }, run);
}

/** Whether an earlier cord of the line holds the answer already. */
async function isHeld({ store }: Context, line: string, id: string): Promise<boolean> {
  return (await cordsOn({ store }, line)).some(({ responses }) => responses.includes(id));
}

/** An answer that was about another product after all leaves the cord that stands on the wrong one. */
async function leaveCord(context: Context, draft: Draft, { id, product }: Response): Promise<void> {
  const standing = product === null ? null : await standingOn(context, product);
  if (!standing?.responses.includes(id)) return;
  await putCord(context, draft, { ...standing, responses: standing.responses.filter((held) => held !== id) });
}

/**
 * An unhappy answer joins the cord that stands pulled on its product, or with others before it pulls one. What was brought in from
 * elsewhere is long past.
 */
export async function followCord(
  context: Context,
  draft: Draft,
  { before, after: { id, product } }: RowChange<"response">,
  event: InboundEvent,
): Promise<void> {
  const after = await context.store.get("response", id);
  if (event.kind === "answers-imported" || after === null) return;
  const isMoved = before !== null && before.product !== product;
  if (isMoved) await leaveCord(context, draft, before);
  if (product === null) return;
  const isNew = isUnhappy(after) && (before === null || isMoved || !isUnhappy(before));
  const standing = await standingOn(context, product);
  if (standing?.responses.includes(id) && isShownChange(before, after)) await putCord(context, draft, standing);
  else if (!isNew || (await isHeld(context, product, id))) return;
  else if (standing) await putCord(context, draft, holding(standing, [id]));
  else await tryRule(context, draft, product, after);
}

function isShownChange(before: Response | null, after: Response): boolean {
  return before === null || before.comment !== after.comment || isUnhappy(before) !== isUnhappy(after);
}

/** The pulls of one person join the cord that stands on the line, or begin one with what is unhappy there already; gives the cord where that is news. */
export async function pull(
  context: Context,
  draft: Draft,
  line: string,
  [first, ...more]: readonly [Pull, ...Pull[]],
): Promise<Cord | null> {
  const standing = await standingOn(context, line);
  if (standing === null) {
    await guardLine(context, draft, line, first.interactionId, first.at);
    const run = line === "" ? [] : await runOn(context, line, first.at);
    const by = { byAddress: first.address, byName: first.name, pulls: [first, ...more] };
    return begin(context, draft, { line, pulledAt: first.at, ...by }, run);
  }
  const joined = [first, ...more].reduce(pulledBy, standing);
  if (joined === standing) return null;
  await putCord(context, draft, joined);
  return joined;
}

/** A colleague pulls the cord from a conversation, with a sentence or without: it is pulled at once, and they are thanked. */
export async function pullCord(event: EventOf<"cord-pulled">, context: Context): Promise<Outcome> {
  const draft = createDraft();
  const { by, at, conversation } = event;
  if (!may(by.role, "pull-cord")) {
    refuseWithout(context, draft, by, "pull-cord");
    return draft.outcome();
  }
  const interaction = await interactionIn(context, conversation);
  if (interaction === null || interaction.isTest) {
    refuseWith(context, draft, by, { code: "unknown", key: "cord.notConversation" });
    return draft.outcome();
  }
  const named = context.settings.products.find(({ id }) => id === event.product)?.id;
  const sentence = event.sentence?.trim() || null;
  const given = { address: by.address, name: by.name ?? null, interactionId: interaction.id, sentence, at };
  const cord = await pull(context, draft, named ?? interaction.product ?? "", [given]);
  if (cord && event.answerIn !== undefined)
    draft.say({ id: context.ids.next(), to: event.answerIn, message: thanks(context, cord, by, sentence) });
  return draft.outcome();
}

/** Thanks whoever pulled it, to them alone, and asks for a sentence where there is none. */
function thanks(context: Context, cord: Cord, by: Person, sentence: string | null): OutboundMessage {
  const { wording, settings } = context;
  const locale = wording.choose(by.locale, settings.desk.locale);
  const said = (key: "cord.thanks" | "cord.askWhy" | "cord.words") => sayOfCord(context, cord, key, {}, locale);
  const notice = { kind: "notice", privateTo: by.address } as const;
  if (sentence !== null) return { ...notice, text: said("cord.thanks"), actions: [] };
  const words = { name: "cord-words", subject: cord.id, label: said("cord.words") } as const;
  return { ...notice, text: `${said("cord.thanks")} ${said("cord.askWhy")}`, actions: [words] };
}
