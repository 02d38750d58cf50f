import type { Context } from "../context.ts";
import type { EventOf } from "../events.ts";
import type { Person } from "../interaction/customer.ts";
import { createDraft, type Draft, type Outcome } from "../outcome.ts";
import { may } from "../rights.ts";
import { refuseWith, refuseWithout } from "../say-who-may.ts";
import { type Cord, withSentence } from "./cord.ts";
import { putCord } from "./cord-messages.ts";
import { ownerOf, standingOn } from "./find-cord.ts";
import { pull } from "./pull-cord.ts";

/** Whoever pulled the cord says what is wrong, and perhaps with which product. */
export async function wordCord(event: EventOf<"cord-worded">, context: Context): Promise<Outcome> {
  const draft = createDraft();
  const { by, cordId } = event;
  const cord = await context.store.get("cord", cordId);
  const sentence = event.sentence.trim();
  if (!may(by.role, "pull-cord")) refuseWithout(context, draft, by, "pull-cord");
  else if (!cord?.pulls.some(({ address }) => address === by.address) || cord.state !== "pulled")
    refuseWith(context, draft, by, { code: "late", key: "cord.late" });
  else if (sentence === "") refuseWith(context, draft, by, { code: "unclear", key: "cord.sentenceNeeded" });
  else {
    const worded = { ...cord, pulls: withSentence(cord.pulls, by.address, sentence) };
    const product = context.settings.products.find(({ id }) => id === event.product)?.id ?? null;
    if (product === null || cord.line !== "") await putCord(context, draft, worded);
    else await nameProduct(context, draft, worded, { by, product });
  }
  return draft.outcome();
}

/** What somebody pulled without naming a product goes to the product's line. */
async function nameProduct(
  context: Context,
  draft: Draft,
  cord: Cord,
  { by, product }: { readonly by: Person; readonly product: string },
): Promise<void> {
  const own = cord.pulls.filter(({ address }) => address === by.address);
  const others = cord.pulls.filter(({ address }) => address !== by.address);
  if (others.length === 0 && (await standingOn(context, product)) === null) {
    await putCord(context, draft, { ...cord, line: product });
    return;
  }
  const [first, ...more] = own;
  if (first !== undefined) await pull(context, draft, product, [first, ...more]);
  const left: Cord = others.length === 0 ? { ...cord, line: product, state: "joined" } : { ...cord, pulls: others };
  await putCord(context, draft, left);
}

/** The product's owner answers for the cord in a sentence, or a lead, executive or admin does: the line goes on. */
export async function answerCord(event: EventOf<"cord-answered">, context: Context): Promise<Outcome> {
  const draft = createDraft();
  const { by, at, cordId } = event;
  const cord = await context.store.get("cord", cordId);
  const answer = event.sentence.trim();
  const isOwner = cord !== null && ownerOf(context.settings, cord.line) === by.address;
  if (!isOwner && !may(by.role, "answer-cord")) refuseWithout(context, draft, by, "answer-cord");
  else if (cord === null || cord.state !== "pulled") refuseWith(context, draft, by, { code: "late", key: "cord.late" });
  else if (answer === "") refuseWith(context, draft, by, { code: "unclear", key: "cord.sentenceNeeded" });
  else {
    const answered = { answer, answeredBy: by.address, answeredName: by.name ?? null, answeredAt: at };
    await putCord(context, draft, { ...cord, state: "answered", ...answered });
  }
  return draft.outcome();
}
