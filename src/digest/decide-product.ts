import type { Context } from "../context.ts";
import type { EventOf } from "../events.ts";
import { createDraft, type Outcome } from "../outcome.ts";
import { may } from "../rights.ts";
import { refuseWithout } from "../say-who-may.ts";

/** Somebody with the right to it decides what becomes of a product. The board shows it from then on. */
export async function decideProduct(event: EventOf<"product-decided">, context: Context): Promise<Outcome> {
  const draft = createDraft();
  const { wording, settings, ids } = context;
  const say = (key: "digest.noProduct" | "digest.sentenceNeeded") =>
    wording.say(wording.choose(settings.desk.locale), key);
  const { productId: product, verdict, by, at } = event;
  const sentence = event.sentence.trim();
  if (!may(by.role, "decide-product")) refuseWithout(context, draft, by, "decide-product");
  else if (!(await isKnown(context, product))) draft.refuse({ code: "unknown", text: say("digest.noProduct") });
  else if (sentence === "") draft.refuse({ code: "unclear", text: say("digest.sentenceNeeded") });
  else {
    draft.put("decision", { id: ids.next(), version: 0, product, verdict, by: by.name ?? by.address, sentence, at });
  }
  return draft.outcome();
}

async function isKnown({ settings, store }: Context, product: string): Promise<boolean> {
  if (settings.products.some(({ id }) => id === product)) return true;
  return (await store.list("response", { where: { product }, limit: 1 })).length > 0;
}
