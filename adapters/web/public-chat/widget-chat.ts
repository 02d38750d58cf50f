import type { Action, ActionName } from "../../../src/messages.ts";
import type { SayWords, WordingKey } from "../../../src/wording.ts";
import type { PageDesk } from "../desk.ts";
import type { ChatItem, CustomerChat } from "../pages/customer/chat.ts";
import { standingActions, WRITTEN } from "../pages/customer/post-view.ts";
import type { ShownPost } from "../pages/shown-posts.ts";

/** A button of the widget, and the field that it opens where something is to be written. */
export interface WidgetAct {
  readonly act: ActionName;
  readonly subject: string;
  readonly value?: string;
  readonly label: string;
  /** What a screen reader says. */
  readonly description?: string;
  /** What the field is called in which words are written; absent where it is but a button. */
  readonly field?: string;
}

/** One thing standing in the widget's log. */
export interface WidgetItem {
  readonly id: string;
  readonly by: "customer" | "agent" | "bot" | "note";
  /** Who said it, as the customer is to read it. */
  readonly who: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly text: string;
  readonly quote?: string;
  readonly hint?: string;
  /** The scale, every score of it, with what its ends mean. */
  readonly scores?: readonly WidgetAct[];
  readonly ends?: { readonly low: string; readonly high: string };
  readonly acts?: readonly WidgetAct[];
}

/** A conversation as the widget draws it. */
export interface WidgetChat {
  readonly chat: string;
  /** Whether it has begun. */
  readonly isBegun: boolean;
  /** Whether a name is asked for. */
  readonly asksName: boolean;
  readonly products: readonly { readonly id: string; readonly name: string }[];
  readonly items: readonly WidgetItem[];
  /** That conversations are kept and may be read, and what the customer can decide about it; null where nothing is said. */
  readonly privacy: { readonly text: string; readonly acts: readonly WidgetAct[] } | null;
}

/** What a conversation is shown with. */
export interface WidgetFrame {
  readonly desk: PageDesk;
  readonly chat: CustomerChat;
  readonly locale: string;
  /** Whether the site has told the customer's name. */
  readonly isNamed: boolean;
}

function actOf(action: Action, say: SayWords): WidgetAct {
  const { name: act, subject, value, label, description } = action;
  const field = WRITTEN[act];
  return {
    ...{ act, subject, label },
    ...(value === undefined ? {} : { value }),
    ...(description === undefined ? {} : { description }),
    ...(field === undefined ? {} : { field: say(field) }),
  };
}

function postItem(post: ShownPost, later: readonly ShownPost[], who: string, say: SayWords): WidgetItem {
  const { text, quote, ends, hint } = post.message;
  const actions = standingActions(later, post);
  const isScore = (action: Action) => action.name === "score";
  const scores = actions.filter(isScore).map((action) => actOf(action, say));
  return {
    ...{ id: `post-${post.place}`, by: "bot", who, at: post.at, text },
    ...(quote ? { quote: quote.text } : {}),
    ...(hint === undefined || later.length > 0 ? {} : { hint }),
    ...(scores.length > 0 ? { scores, ...(ends ? { ends } : {}) } : {}),
    acts: actions.filter((action) => !isScore(action)).map((action) => actOf(action, say)),
  };
}

function itemOf(item: ChatItem, { chat, desk }: WidgetFrame, say: SayWords): WidgetItem {
  const { at } = item;
  if (item.kind === "resolved") return { id: `resolved-${at}`, by: "note", who: "", at, text: say("chat.resolved") };
  if (item.kind === "post") {
    const posts = chat.items.flatMap((one) => (one.kind === "post" ? [one.post] : []));
    return postItem(item.post, posts.slice(posts.indexOf(item.post) + 1), say("chat.bot"), say);
  }
  if (item.kind === "given") {
    const { id, score, comment } = item.given;
    const scored = score === null ? "" : say("survey.score", { score, high: 10 });
    const text = [scored, comment ?? ""].filter((part) => part !== "").join("\n");
    return { id: `given-${id}`, by: "customer", who: say("chat.you"), at, text };
  }
  const { entry } = item;
  const by = entry.author === "customer" ? "customer" : "agent";
  const who = by === "customer" ? say("chat.you") : (entry.name ?? say("chat.agent"));
  const files = entry.attachments.map(({ name }) => name);
  const text = entry.deletedAt === null ? [entry.text, ...files].join("\n") : say("chat.deleted");
  return { id: `entry-${entry.id}`, by, who: who || desk.settings.desk.name, at, text };
}

function privacyOf({ desk, chat }: WidgetFrame, say: SayWords): WidgetChat["privacy"] {
  if (!desk.settings.privacy.notice) return null;
  const isUnread = chat.customer !== null && chat.customer.readOptOutAt !== null;
  const act = (name: ActionName, key: WordingKey): WidgetAct => ({ act: name, subject: "me", label: say(key) });
  const reading = isUnread ? act("read-yes", "privacy.mayRead") : act("read-no", "privacy.dontRead");
  const acts = chat.customer ? [reading, act("forget", "command.forget")] : [reading];
  return { text: say(isUnread ? "privacy.notRead" : "privacy.pageNotice"), acts };
}

/** The conversation as the widget draws it: the same things, in the same order and under the same rules as on the page of the chat. */
export function widgetChat(frame: WidgetFrame): WidgetChat {
  const { desk, chat, locale, isNamed } = frame;
  const say: SayWords = (key, values = {}) =>
    desk.wording.say(locale, key, { brand: desk.settings.desk.brand, ...values });
  return {
    chat: chat.chat,
    isBegun: chat.interaction !== null,
    asksName: !isNamed && chat.customer?.name == null,
    products: desk.settings.products.map(({ id, name }) => ({ id, name })),
    items: chat.items.map((item) => itemOf(item, frame, say)),
    privacy: privacyOf(frame, say),
  };
}
