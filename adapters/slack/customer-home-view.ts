import type { FormWords } from "../../src/chat/forms.ts";
import type { Customer } from "../../src/interaction/customer.ts";
import type { SayWords } from "../../src/wording.ts";
import { plain, type View } from "./forms.ts";
import { homeButton, homeHeader, homeLink, homeSection, moreOf, type Paged } from "./home-parts.ts";
import { shortened } from "./plain-text.ts";

const LONGEST_WORDS = 200;
/** Most characters of a confirmation's title, text and choices, by Slack's rules. */
const LONGEST_TITLE = 100;
const LONGEST_CONFIRMED = 300;
const LONGEST_CHOICE = 30;

/** A conversation of the customer's own. */
export interface OwnTalk {
  readonly id: string;
  /** The day it began, as the customer writes it. */
  readonly day: string;
  readonly isOpen: boolean;
  readonly words: string;
  /** Where it can be opened; null for one on the direct line. */
  readonly link: string | null;
}

/** An answer of the customer's own with what became of it, and the survey by which it can be changed or taken back; null once it cannot. */
export interface OwnAnswer {
  readonly text: string;
  readonly changeBy: string | null;
  readonly withdrawBy: string | null;
}

/** What a customer is shown of what is theirs. */
export interface OwnThings {
  readonly customer: Customer | null;
  readonly talks: Paged<OwnTalk>;
  readonly answers: Paged<OwnAnswer>;
  /** What is to be told of what they have just done; null for nothing. */
  readonly said: string | null;
}

function talkBlocks({ talks }: OwnThings, desk: string, say: SayWords): View[] {
  const listed = talks.items.map(({ id, day, isOpen, words, link }) =>
    homeSection(
      `${day}, ${say(isOpen ? "home.stateOpen" : "home.stateResolved")}: ${shortened(words, LONGEST_WORDS) || "…"}`,
      link === null ? undefined : homeLink(`home-go:${id}`, link, say("home.goThere")),
    ),
  );
  const shown = listed.length > 0 ? listed : [homeSection(say("home.noConversations"))];
  return [homeHeader(say("home.conversations")), ...shown, ...moreOf("talks", desk, talks, say)];
}

/** Takes an answer back once Slack itself has asked whether that is meant. */
function withdrawButton(subject: string, desk: string, say: SayWords): View {
  const confirm = {
    title: plain(shortened(say("survey.withdraw"), LONGEST_TITLE)),
    text: plain(shortened(say("survey.withdraw.ask"), LONGEST_CONFIRMED)),
    confirm: plain(shortened(say("survey.withdraw.sure"), LONGEST_CHOICE)),
    deny: plain(shortened(say("chat.cancel"), LONGEST_CHOICE)),
  };
  return { ...homeButton(`withdraw-sure:${subject}`, { subject, desk }, say("survey.withdraw")), confirm };
}

function answerBlocks({ answers }: OwnThings, desk: string, say: SayWords): View[] {
  if (answers.count === 0) return [];
  const listed = answers.items.flatMap(({ text, changeBy, withdrawBy }) => {
    const about = { subject: changeBy ?? "", desk };
    const change = changeBy === null ? undefined : homeButton(`change:${changeBy}`, about, say("survey.change"));
    const withdraw = withdrawBy === null ? [] : [withdrawButton(withdrawBy, desk, say)];
    return [homeSection(text, change), ...withdraw.map((button) => ({ type: "actions", elements: [button] }))];
  });
  return [homeHeader(say("home.answers")), ...listed, ...moreOf("answers", desk, answers, say)];
}

/** Whether we may ask, and where: the customer's own switches. */
function askingBlocks({ customer }: OwnThings, desk: string, { settings }: FormWords, say: SayWords): View[] {
  const about = { subject: customer?.id ?? "me", desk };
  const isAsked = customer === null || customer.optedOutAt === null;
  const asking = isAsked
    ? homeButton("opt-out", about, say("home.stop"))
    : homeButton("opt-in", about, say("survey.optIn"));
  const isDirect = customer !== null && customer.directConsentAt !== null;
  const direct = isDirect
    ? homeButton("dm-no", about, say("home.inThread"))
    : homeButton("dm-yes", about, say("home.directly"));
  return [
    homeSection(say(isAsked ? "home.asked" : "survey.optedOut")),
    { type: "actions", elements: settings.ask.where === "dm" ? [asking, direct] : [asking] },
  ];
}

/** App Home of a customer: their conversations, their answers, and what they decide about being asked. */
export function customerHome(own: OwnThings, desk: string, words: FormWords): View {
  const say: SayWords = (key, values = {}) =>
    words.wording.say(words.locale, key, { brand: words.settings.desk.brand, ...values });
  const blocks = [
    homeHeader(words.settings.desk.name),
    ...(own.said === null ? [] : [homeSection(own.said)]),
    ...talkBlocks(own, desk, say),
    ...answerBlocks(own, desk, say),
    { type: "divider" },
    ...askingBlocks(own, desk, words, say),
  ];
  return { type: "home", blocks };
}
