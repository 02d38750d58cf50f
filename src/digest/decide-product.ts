import { dayOf } from "../calendar/local-time.ts";
import type { Context } from "../context.ts";
import type { EventOf } from "../events.ts";
import { createDraft, type Outcome } from "../outcome.ts";
import { may } from "../rights.ts";
import { refuseWithout } from "../say-who-may.ts";
import { type Aim, aimFrom, type GivenAim, isNoAim, isReached, measured } from "./aim.ts";
import { aimNumber } from "./aim-messages.ts";
import { countsBefore } from "./gather-aims.ts";
import { createSpeaker } from "./say-figures.ts";

/** Somebody with the right to it decides what becomes of a product. The board shows it from then on. */
export async function decideProduct(event: EventOf<"product-decided">, context: Context): Promise<Outcome> {
  const draft = createDraft();
  const { wording, settings, ids } = context;
  const say = (key: "digest.noProduct" | "digest.sentenceNeeded") =>
    wording.say(wording.choose(settings.desk.locale), key);
  const { productId: product, verdict, by, at } = event;
  const sentence = event.sentence.trim();
  if (!may(by.role, "decide-product")) {
    refuseWithout(context, draft, by, "decide-product");
    return draft.outcome();
  }
  const aim = await aimOf(event, context);
  if (!(await isKnown(context, product))) draft.refuse({ code: "unknown", text: say("digest.noProduct") });
  else if (sentence === "") draft.refuse({ code: "unclear", text: say("digest.sentenceNeeded") });
  else if (typeof aim === "string") draft.refuse({ code: "unclear", text: aim });
  else {
    const row = { id: ids.next(), version: 0, product, verdict, by: by.name ?? by.address, sentence, at, aim };
    draft.put("decision", row);
  }
  return draft.outcome();
}

async function isKnown({ settings, store }: Context, product: string): Promise<boolean> {
  if (settings.products.some(({ id }) => id === product)) return true;
  return (await store.list("response", { where: { product }, limit: 1 })).length > 0;
}

/** What the decision is to move; null where nothing is named, and a sentence where it cannot be judged. */
async function aimOf(
  { aim: given, productId, at }: EventOf<"product-decided">,
  context: Context,
): Promise<Aim | string | null> {
  if (given === undefined || isNoAim(given)) return null;
  const { settings, store } = context;
  const { zone } = settings.desk;
  const aim = aimFrom(given, dayOf(at, zone));
  const speaker = createSpeaker(context);
  if (typeof aim === "string") return speaker.say(`digest.aim.${aim}`, saidOf(aim, given));
  const before = await countsBefore({ store, settings, zone }, productId, aim, at);
  const value = before && measured(aim.measure, before);
  if (value === null || !isReached(aim, value)) return aim;
  return speaker.say("digest.aim.met", { now: aimNumber(speaker, aim.measure, value) });
}

function saidOf(fault: Exclude<ReturnType<typeof aimFrom>, Aim>, { to, by }: GivenAim): Record<string, string> {
  const on = by.trim();
  return fault === "outOfRange" ? { given: to.trim() } : { given: on, on };
}
