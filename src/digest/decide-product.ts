import type { Context } from "../context.ts";
import type { EventOf } from "../events.ts";
import { isTeam } from "../interaction/customer.ts";
import { createDraft, type Outcome } from "../outcome.ts";

/** Somebody of the team decides what becomes of a product. The board shows it from then on. */
export async function decideProduct(event: EventOf<"product-decided">, context: Context): Promise<Outcome> {
  const draft = createDraft();
  const { wording, settings, ids } = context;
  const say = (key: "team.notAllowed" | "digest.noProduct" | "digest.sentenceNeeded") =>
    wording.say(wording.choose(settings.desk.locale), key);
  const { productId: product, verdict, by, at } = event;
  const sentence = event.sentence.trim();
  if (!isTeam(by.role)) draft.refuse({ code: "not-allowed", text: say("team.notAllowed") });
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
