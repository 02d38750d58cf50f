import { getSupportedRegionCodes } from "awesome-phonenumber";
import { accountSpans, cardSpans } from "./redaction/accounts.ts";
import { birthDateSpans } from "./redaction/birth-dates.ts";
import { emailSpans, spokenEmailSpans } from "./redaction/emails.ts";
import { japanesePeopleSpans } from "./redaction/japanese-people.ts";
import { knownNameSpans } from "./redaction/known-names.ts";
import { hookSpans, querySpans, signInSpans } from "./redaction/links.ts";
import { nationalIdSpans } from "./redaction/national-ids.ts";
import { networkSpans } from "./redaction/network.ts";
import { peopleSpans } from "./redaction/people.ts";
import { phoneSpans } from "./redaction/phone-numbers.ts";
import { plainForm } from "./redaction/plain-form.ts";
import { postalAddressSpans } from "./redaction/postal-addresses.ts";
import { secretSpans } from "./redaction/secrets.ts";
import { cut, type Finder, merged, spansOf } from "./redaction/spans.ts";
import { tokenSpans } from "./redaction/tokens.ts";
import { wordsOf } from "./redaction/words.ts";

/** What stands in place of what was taken out. */
const MARKS = {
  secret: "[secret]",
  email: "[e-mail]",
  account: "[account]",
  card: "[card]",
  id: "[id]",
  birth: "[date of birth]",
  phone: "[phone]",
  network: "[IP address]",
  address: "[address]",
  name: "[name]",
  query: "[…]",
  nothing: "",
} as const;

/** A rule finds one kind of thing, and leaves a mark in its place. */
interface Rule {
  readonly mark: keyof typeof MARKS;
  readonly find: Finder;
}

const MENTION = /<@[!&]?\w+>/g;

/** What stands in words alone, or in signs. */
const OF_WORDS: readonly Rule[] = [
  { mark: "secret", find: tokenSpans },
  { mark: "secret", find: secretSpans },
  { mark: "nothing", find: signInSpans },
  { mark: "secret", find: hookSpans },
  { mark: "query", find: querySpans },
  { mark: "email", find: emailSpans },
  { mark: "email", find: spokenEmailSpans },
];

const COUNTRIES: ReadonlySet<string> = new Set(getSupportedRegionCodes());

/** A digit, or an address whose numbers are spelled out in Japanese or that has none (`s/n`). */
const HAS_NUMBER = /\p{Nd}|丁目|s\/n/iu;

/** What has a digit in it, in the order in which one could be taken for another. */
function ofDigits(country: string): readonly Rule[] {
  return [
    { mark: "account", find: accountSpans },
    { mark: "card", find: cardSpans },
    { mark: "id", find: nationalIdSpans },
    { mark: "birth", find: birthDateSpans },
    { mark: "network", find: networkSpans },
    { mark: "address", find: postalAddressSpans },
    { mark: "phone", find: (text) => phoneSpans(text, country) },
  ];
}

/** Names, those of the conversation's people and others. */
function ofPeople(known: readonly string[]): Rule {
  const find = (text: string) => {
    const words = wordsOf(text);
    const mentions = text.includes("<@") ? spansOf(text, MENTION) : [];
    return merged([
      ...mentions,
      ...knownNameSpans(text, words, known),
      ...peopleSpans(text, words),
      ...japanesePeopleSpans(text),
    ]);
  };
  return { mark: "name", find };
}

/** Numbers are read in their plain form, whose places are those of the text. */
function applied(text: string, { find, mark }: Rule): string {
  const spans = find(plainForm(text));
  return spans.length === 0 ? text : cut(text, spans, MARKS[mark]);
}

/** What one taking out uncovers the next one takes: so many times it is looked again, which no text has needed. */
const MOST_ROUNDS = 5;

/**
 * The text without what could name or harm a person: e-mail addresses, written or spelled out, telephone, account and card
 * numbers, national ids (held to their check digits where they have such), dates of birth, postal addresses, network addresses,
 * passwords and tokens, what follows `?` in links, the known names of the people of the conversation, however they are written,
 * and names where a sentence shows that they are such. Numbers of orders, tickets and versions stay, and so do dates, prices,
 * digests and ids of programs. It does not find everything. Redacting twice changes nothing more.
 */
export function redact(text: string, known: readonly string[] = [], phoneCountry = "US"): string {
  const country = COUNTRIES.has(phoneCountry) ? phoneCountry : "US";
  let done = text;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const rules = [...OF_WORDS, ...(HAS_NUMBER.test(done) ? ofDigits(country) : []), ofPeople(known)];
    const next = rules.reduce(applied, done);
    if (next === done) break;
    done = next;
  }
  return done;
}

/** The text without these names, however they are written, and with everything else as it stands. */
export function withoutNames(text: string, names: readonly string[]): string {
  const spans = merged(knownNameSpans(text, wordsOf(text), names));
  return spans.length === 0 ? text : cut(text, spans, MARKS.name);
}
