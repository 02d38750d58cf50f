import type { FormWords } from "../../src/chat/forms.ts";
import type { Customer } from "../../src/interaction/customer.ts";
import type { Interaction } from "../../src/interaction/interaction.ts";
import type { Action, OutboundMessage } from "../../src/messages.ts";
import type { WordingKey } from "../../src/wording.ts";
import { plain, type View } from "./forms.ts";
import { shortened } from "./plain-text.ts";
import { render } from "./render.ts";

/** Most conversations and cases listed, so that a view stays within Slack's hundred blocks. */
export const MOST_LISTED = 20;
/** Most characters of a header, of a name, and of the words that a conversation begins with. */
const LONGEST_HEADER = 150;
const LONGEST_NAME = 100;
const LONGEST_WORDS = 200;

/** A button of App Home; its names go beyond those of messages. */
function homeButton(name: string, subject: string, label: string): View {
  return { type: "button", action_id: name, text: plain(label), value: JSON.stringify({ subject }) };
}

function header(text: string): View {
  return { type: "header", text: plain(shortened(text, LONGEST_HEADER)) };
}

function section(text: string, accessory?: View): View {
  return { type: "section", text: plain(text), ...(accessory ? { accessory } : {}) };
}

/** What a customer decides about being asked. */
export function customerHome(customer: Customer | null, words: FormWords): View {
  const say = (key: WordingKey) => words.wording.say(words.locale, key, { brand: words.settings.desk.brand });
  const subject = customer?.id ?? "me";
  const isAsked = customer === null || customer.optedOutAt === null;
  const asking = isAsked
    ? homeButton("opt-out", subject, say("home.stop"))
    : homeButton("opt-in", subject, say("survey.optIn"));
  const isDirect = customer !== null && customer.directConsentAt !== null;
  const direct = isDirect
    ? homeButton("dm-no", subject, say("home.inThread"))
    : homeButton("dm-yes", subject, say("home.directly"));
  const blocks = [
    header(words.settings.desk.name),
    section(say(isAsked ? "home.asked" : "survey.optedOut")),
    { type: "actions", elements: words.settings.ask.where === "dm" ? [asking, direct] : [asking] },
  ];
  return { type: "home", blocks };
}

/** An open conversation, and how it begins. */
export interface OpenTalk {
  readonly interaction: Interaction;
  readonly customer: string;
  readonly words: string;
}

/** What the team is shown. */
export interface TeamWork {
  /** The digest posted last; null where none was. */
  readonly digest: OutboundMessage | null;
  /** Null for those who resolve none. */
  readonly talks: readonly OpenTalk[] | null;
  readonly cases: readonly { readonly text: string; readonly actions: readonly Action[] }[];
}

/** The beginning of the digest, as far as its picture would stand. */
function beginning(digest: OutboundMessage | null): View[] {
  if (!digest) return [];
  const { text, sections = [], picture } = digest;
  const blocks = render({ kind: "detail", text, sections: sections.slice(0, picture?.after), actions: [] }).blocks;
  return [header(text), ...blocks.slice(1)];
}

/** The conversations to be resolved, each with its button. */
function openTalks(talks: readonly OpenTalk[], words: FormWords): View[] {
  const say = (key: WordingKey) => words.wording.say(words.locale, key);
  const listed = talks
    .slice(0, MOST_LISTED)
    .map(({ interaction, customer, words: first }) =>
      section(
        `${shortened(customer, LONGEST_NAME)}: ${shortened(first, LONGEST_WORDS) || "…"}`,
        homeButton("resolve", interaction.conversation, say("form.resolve")),
      ),
    );
  return [header(say("home.open")), ...(listed.length > 0 ? listed : [section(say("home.noneOpen"))])];
}

/** What customers said, and what the team has to do: conversations to resolve, cases to work. */
export function teamHome({ digest, talks, cases }: TeamWork, words: FormWords): View {
  const say = (key: WordingKey) => words.wording.say(words.locale, key);
  const worked = cases
    .slice(0, MOST_LISTED)
    .flatMap(({ text, actions }) => render({ kind: "alert", text, actions }).blocks);
  const unique = worked.map((block, index) => ("block_id" in block ? { ...block, block_id: `case-${index}` } : block));
  return {
    type: "home",
    blocks: [
      ...beginning(digest),
      ...(talks === null ? [] : openTalks(talks, words)),
      header(say("home.cases")),
      ...(unique.length > 0 ? unique : [section(say("home.noCases"))]),
    ],
  };
}
