import { dateFormat } from "../calendar/date-format.ts";
import { gatherHeld, type Held, type HeldConversation } from "../forgetting/gather-held.ts";
import type { OutboundMessage } from "../messages.ts";
import { portionsOf } from "../portions.ts";
import type { SayWords } from "../wording.ts";
import type { Asking } from "./find-overview.ts";

/** So many messages are sent at most. */
const MESSAGES = 10;

interface OwnTelling {
  readonly say: SayWords;
  readonly moment: (at: number) => string;
}

/** A conversation as its customer has it: what was said, and what they answered. */
function linesOf({ entries, answers }: HeldConversation, { say, moment }: OwnTelling): string[] {
  const authors = {
    customer: say("chat.you"),
    agent: say("chat.agent"),
    bot: say("chat.bot"),
    system: say("chat.bot"),
  };
  const said = entries.map(({ at, author, name, text }) => {
    const who = author === "customer" ? authors.customer : (name ?? authors[author]);
    return { at, line: `${moment(at)} – ${who}: ${text}` };
  });
  const given = answers.flatMap(({ revisions }) =>
    revisions.map(({ at, score, comment }) => ({
      at,
      line: `${moment(at)} – ${say("survey.score", { score, high: 10 })}${comment === null ? "" : `: ${comment}`}`,
    })),
  );
  return [...said, ...given].toSorted((a, b) => a.at - b.at).map(({ line }) => line);
}

function notice(text: string): OutboundMessage {
  return { kind: "notice", text, actions: [] };
}

/** Every word that is kept of the person who asks, in as many messages as it takes; of very much the first, with a word how to get the rest. */
export async function ownWordsOf(asking: Asking): Promise<OutboundMessage[]> {
  const { store, wording, locale, by, settings } = asking;
  const identity = await store.get("identity", by.address);
  const held: Held | null = identity && (await gatherHeld(store, identity.customerId));
  if (!held) return [];
  const timeZone = held.customer.zone ?? settings.desk.zone;
  const format = dateFormat(locale, { dateStyle: "medium", timeStyle: "short", timeZone });
  const telling: OwnTelling = {
    say: (key, values = {}) => wording.say(locale, key, { brand: settings.desk.brand, ...values }),
    moment: (at) => format.format(at),
  };
  const lines = held.conversations.flatMap((one) => linesOf(one, telling));
  if (lines.length === 0) return [];
  const texts = portionsOf(lines).map((portion) => portion.join("\n"));
  const all = [telling.say("privacy.allFollows"), ...texts.slice(0, MESSAGES)].map(notice);
  return texts.length > MESSAGES ? [...all, notice(telling.say("privacy.askForAll"))] : all;
}
