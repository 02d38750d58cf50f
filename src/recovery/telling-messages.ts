import type { Context } from "../context.ts";
import type { Action, OutboundMessage } from "../messages.ts";
import { productName } from "../name-product.ts";
import type { Draft } from "../outcome.ts";
import type { Values, WordingKey } from "../wording.ts";
import { type Announcement, LEFT_OUT, type Raised } from "./announcement.ts";
import { nameOfReason } from "./name-reasons.ts";

function say(
  { wording, settings }: Pick<Context, "wording" | "settings">,
  key: WordingKey,
  values: Values = {},
): string {
  return wording.say(wording.choose(settings.desk.locale), key, values);
}

/** What the thing that customers raised is called. */
export function raisedName(context: Pick<Context, "settings" | "wording">, { aboutKind, about }: Raised): string {
  if (aboutKind === "cause") return nameOfReason(context, "causes", about) ?? about;
  return productName(context.settings, about);
}

/** What every customer reads, word for word the same: in the language of the desk, as the sentence is. */
export function toldText(context: Pick<Context, "wording" | "settings">, sentence: string): string {
  return say(context, "telling.told", { sentence });
}

/** For the person who wants it said, alone: what will be read, by how many, who will not get it and why; nobody reads anything before they confirm. */
export function previewMessage(context: Context, telling: Omit<Announcement, "preview">): OutboundMessage {
  const { toTell, leftOut } = telling.counts;
  const button = (name: Action["name"], key: WordingKey): Action => ({
    name,
    subject: telling.id,
    label: say(context, key),
  });
  const without = LEFT_OUT.flatMap((reason) => {
    const count = leftOut[reason] ?? 0;
    return count === 0 ? [] : [{ label: say(context, `telling.leftOut.${reason}`), value: String(count) }];
  });
  return {
    kind: "notice",
    text: say(context, "telling.preview", { count: toTell, about: raisedName(context, telling) }),
    quote: { text: toldText(context, telling.sentence), by: null },
    facts: without,
    hint: say(context, "telling.hint"),
    actions: [
      ...(toTell > 0 ? [button("tell-confirm", "telling.confirm")] : []),
      button("tell-cancel", "telling.cancel"),
    ],
    privateTo: telling.byAddress,
  };
}

/** Takes the buttons from the preview: what was decided stands in its place. */
export function settlePreview(context: Context, draft: Draft, telling: Announcement): void {
  if (telling.preview === null) return;
  const { lane, postId } = telling.preview;
  const key = telling.state === "confirmed" ? "telling.confirmed" : "telling.cancelled";
  const text = say(context, key, { count: telling.counts.toTell });
  const quote = { text: toldText(context, telling.sentence), by: null };
  const message = { kind: "notice", text, quote, actions: [], privateTo: telling.byAddress, replaces: postId } as const;
  draft.say({ id: context.ids.next(), to: lane, message });
}
