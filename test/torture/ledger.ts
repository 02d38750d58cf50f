import type { LocalSlack } from "../servers/slack/slack.ts";

/** What is known to have been taken by the program, as somebody outside was told. */
export interface Acknowledged {
  readonly at: number;
  readonly platform: string;
  /** Words that were written, a resolution, or a score. */
  readonly kind: "words" | "resolved" | "score";
  /** The first words of the conversation, by which it is found. */
  readonly talk: string;
  /** The words, or the score. */
  readonly value: string;
}

export interface Ledger {
  readonly all: readonly Acknowledged[];
  note(one: Omit<Acknowledged, "at">): void;
  /** Notes what Slack has been acknowledged since the last time. */
  readSlack(): void;
}

/** How a conversation begins, nowhere else written; what an agent answers in it ends otherwise. */
export const OPENING = /^Parcel \d+ of \w+ is late\.$/;

/** What a customer and an agent write in a talk. */
export function wordsOf(platform: string, number: number): readonly [string, string] {
  return [`Parcel ${number} of ${platform} is late.`, `Parcel ${number} of ${platform} is on its way.`];
}

interface Payload {
  readonly type?: string;
  readonly event?: {
    readonly type?: string;
    readonly subtype?: string;
    readonly bot_id?: string;
    readonly text?: string;
    readonly item?: { readonly channel: string; readonly ts: string };
  };
  readonly channel?: { readonly id: string };
  readonly container?: { readonly thread_ts?: string; readonly message_ts?: string };
  readonly actions?: readonly { readonly action_id: string }[];
}

/** What one delivery to the app was about; null where nothing has to be kept of it. */
function readPayload(slack: LocalSlack, payload: Payload): Omit<Acknowledged, "at" | "platform"> | null {
  const { event } = payload;
  const openingOf = (channel: string, ts: string) => slack.world.messages.find({ channel, ts })?.content.text ?? "";
  if (event?.type === "message" && event.subtype === undefined && event.bot_id === undefined) {
    const text = event.text ?? "";
    return { kind: "words", talk: text.replace(/is on its way\.$/, "is late."), value: text };
  }
  if (event?.type === "reaction_added" && event.item)
    return { kind: "resolved", talk: openingOf(event.item.channel, event.item.ts), value: "" };
  const [, score] = /^score:(\d+)/.exec(payload.actions?.[0]?.action_id ?? "") ?? [];
  if (score === undefined) return null;
  const talk = openingOf(payload.channel?.id ?? "", payload.container?.thread_ts ?? "");
  return { kind: "score", talk, value: score };
}

/** Nothing has happened yet. */
export function createLedger(slack: LocalSlack): Ledger {
  const all: Acknowledged[] = [];
  let read = 0;
  const note = (one: Omit<Acknowledged, "at">) => void all.push({ ...one, at: Date.now() });
  /** A sign on words that were not acknowledged before it is of nothing that the program knows. */
  const opens = ({ kind, talk }: Pick<Acknowledged, "kind" | "talk">) =>
    kind !== "resolved" || all.some((one) => one.kind === "words" && one.value === talk);
  return {
    all,
    note,
    readSlack() {
      for (const { parcel, receipt } of slack.deliveries.slice(read)) {
        const found = receipt.ok ? readPayload(slack, parcel.payload as Payload) : null;
        if (found && OPENING.test(found.talk) && opens(found)) note({ ...found, platform: "slack" });
      }
      read = slack.deliveries.length;
    },
  };
}
