import type { Context } from "../context.ts";
import { handleOf } from "../interaction/address.ts";
import type { Action, OutboundMessage, Section } from "../messages.ts";
import type { SayWords } from "../wording.ts";
import type { Greeting } from "./greeting.ts";

/** What telling of greetings takes. */
export type GreetingWords = Pick<Context, "store" | "settings" | "wording">;

/** Longest name on a button. */
const LONGEST_NAME = 40;

function lineOf(say: SayWords, { state, agentName, agentAddress }: Greeting): string {
  const agent = agentName ?? handleOf(agentAddress);
  return say(`greet.line.${state}`, { agent });
}

/** A greeting and what the customer is called here: numbered where there are several, for two may have one name. */
interface NamedGreeting {
  readonly greeting: Greeting;
  readonly name: string;
}

async function named(
  { store }: GreetingWords,
  say: SayWords,
  greetings: readonly Greeting[],
): Promise<NamedGreeting[]> {
  return Promise.all(
    greetings.map(async (greeting, index) => {
      const customer = await store.get("customer", greeting.customerId);
      const name = customer?.name ?? say("team.somebody");
      return { greeting, name: greetings.length === 1 ? name : `${index + 1}. ${name}` };
    }),
  );
}

function sectionOf(say: SayWords, { greeting, name }: NamedGreeting): Section {
  return { title: name, lines: [lineOf(say, greeting)], about: greeting.interactionId };
}

function actionOf(say: SayWords, { greeting, name }: NamedGreeting): Action[] {
  if (greeting.state === "answered") return [];
  const customer = [...name].slice(0, LONGEST_NAME).join("");
  return [{ name: "greet", subject: greeting.id, label: say("greet.tell", { customer }) }];
}

async function listed(
  words: GreetingWords,
  greetings: readonly Greeting[],
  locale: string,
): Promise<Pick<OutboundMessage, "sections" | "actions" | "hint">> {
  const { settings, wording } = words;
  const say: SayWords = (key, values) => wording.say(locale, key, { brand: settings.desk.brand, ...values });
  const all = await named(words, say, greetings);
  return {
    hint: say("greet.hint"),
    sections: all.map((one) => sectionOf(say, one)),
    actions: all.flatMap((one) => actionOf(say, one)),
  };
}

/** The week's greetings as the team is told of them: a part for each customer, with who greets and the link to the conversation. */
export async function greetingsMessage(words: GreetingWords, greetings: readonly Greeting[]): Promise<OutboundMessage> {
  const locale = words.wording.choose(words.settings.desk.locale);
  const text = words.wording.say(locale, "greet.post", { count: greetings.length });
  return { kind: "alert", text, ...(await listed(words, greetings, locale)) };
}

/** Somebody's own greetings that are still to be had. */
export async function ownGreetingsMessage(
  words: GreetingWords,
  greetings: readonly Greeting[],
  locale: string,
): Promise<OutboundMessage> {
  const text = words.wording.say(locale, "greet.yours", { count: greetings.length });
  return { kind: "notice", text, ...(await listed(words, greetings, locale)) };
}
