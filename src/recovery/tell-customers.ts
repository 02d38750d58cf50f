import type { Context } from "../context.ts";
import type { EventOf, InboundEvent } from "../events.ts";
import { createDraft, type Draft, type Outcome, type RowChange } from "../outcome.ts";
import { may } from "../rights.ts";
import { refuseWith, refuseWithout } from "../say-who-may.ts";
import { type Announcement, type Raised, raisedText } from "./announcement.ts";
import { countAudience, gatherAudience } from "./gather-audience.ts";
import { isReason } from "./name-reasons.ts";
import { previewMessage, raisedName, settlePreview } from "./telling-messages.ts";

/** Whether the settings name the product or the cause; or a case has the cause, which they may have dropped since. */
async function isKnown({ settings, store }: Context, { aboutKind, about }: Raised): Promise<boolean> {
  if (aboutKind === "product") return settings.products.some(({ id }) => id === about);
  if (isReason(settings, "causes", about)) return true;
  return (await store.list("case", { where: { cause: about }, limit: 1 })).length > 0;
}

/** A lead wants those who raised something told what became of it: they alone are shown the sentence, how many read it, and who does not. */
export async function previewTelling(event: EventOf<"telling-wanted">, context: Context): Promise<Outcome> {
  const draft = createDraft();
  const { by, about: raised } = event;
  const sentence = event.sentence.trim();
  if (!may(by.role, "tell-customers")) refuseWithout(context, draft, by, "tell-customers");
  else if (raised === null || !(await isKnown(context, raised)))
    refuseWith(context, draft, by, { code: "unclear", key: "telling.aboutNeeded" });
  else if (sentence === "") refuseWith(context, draft, by, { code: "unclear", key: "telling.sentenceNeeded" });
  else await preview(context, draft, event, { ...raised, sentence });
  return draft.outcome();
}

async function preview(
  context: Context,
  draft: Draft,
  { by, at, answerIn, tellingId }: EventOf<"telling-wanted">,
  wanted: Raised & Pick<Announcement, "sentence">,
): Promise<void> {
  const audience = await gatherAudience(context, { ...wanted, at });
  if (audience.length === 0) {
    refuseWith(context, draft, by, { code: "unknown", key: "telling.nobody" });
    return;
  }
  const id = tellingId ?? context.ids.next();
  const asked = { byAddress: by.address, byName: by.name ?? null, at, counts: countAudience(audience) };
  const begun = { id, version: 0, ...wanted, ...asked, state: "previewed", listed: "", dueAt: null } as const;
  if (answerIn === undefined) {
    draft.put("announcement", { ...begun, preview: null });
    return;
  }
  const postId = context.ids.next();
  draft.say({ id: postId, to: answerIn, message: previewMessage(context, begun) });
  draft.put("announcement", { ...begun, preview: { lane: answerIn, postId } });
}

/** A lead has read the preview: it is said to everybody in it, or to nobody. What was decided once stays so. */
export async function settleTelling(
  event: EventOf<"telling-confirmed"> | EventOf<"telling-cancelled">,
  context: Context,
): Promise<Outcome> {
  const draft = createDraft();
  const { by, at } = event;
  const telling = await context.store.get("announcement", event.tellingId);
  if (!may(by.role, "tell-customers")) refuseWithout(context, draft, by, "tell-customers");
  else if (telling?.state !== "previewed") refuseWith(context, draft, by, { code: "late", key: "telling.late" });
  else {
    const isConfirmed = event.kind === "telling-confirmed";
    const settled: Announcement = {
      ...telling,
      ...(isConfirmed ? { state: "confirmed", dueAt: at } : { state: "cancelled" }),
    };
    draft.put("announcement", settled);
    settlePreview(context, draft, settled);
  }
  return draft.outcome();
}

/** Whoever has decided about a product, and may tell customers, is offered to tell those who raised it, alone. */
export async function offerTelling(
  context: Context,
  draft: Draft,
  { before, after: { product } }: RowChange<"decision">,
  event: InboundEvent,
): Promise<void> {
  if (before !== null || event.kind !== "product-decided" || event.answerIn === undefined) return;
  const { by, at, answerIn } = event;
  const raised = { aboutKind: "product", about: product } as const;
  if (!may(by.role, "tell-customers") || !(await isKnown(context, raised))) return;
  const audience = await gatherAudience(context, { ...raised, sentence: "", at }, { after: "", most: 1 });
  if (audience.length === 0) return;
  const { wording, settings, ids } = context;
  const locale = wording.choose(by.locale, settings.desk.locale);
  const text = wording.say(locale, "telling.offer", { product: raisedName(context, raised) });
  const tell = { name: "tell", subject: raisedText(raised), label: wording.say(locale, "telling.title") } as const;
  draft.say({
    id: ids.next(),
    to: answerIn,
    message: { kind: "notice", text, actions: [tell], privateTo: by.address },
  });
}
