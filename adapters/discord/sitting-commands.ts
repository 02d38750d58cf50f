import { eventOfShadow } from "../../src/chat/shadow-commands.ts";
import { may } from "../../src/rights.ts";
import { whoMay } from "../../src/say-who-may.ts";
import { readShadow } from "../../src/shadowing/wish.ts";
import { shadowHelp } from "../../src/shadowing/wish-messages.ts";
import { channelAddress } from "./address.ts";
import { textIn } from "./api.ts";
import { SHADOW } from "./commands.ts";
import { type CommandRun, type Doing, type Payload, stampOf } from "./parse-interaction.ts";
import type { DiscordParts } from "./parts.ts";
import type { Replies } from "./replies.ts";

/** What the bot must be allowed in a channel in which it is to speak. */
const VIEW_CHANNEL = 1n << 10n;
const SEND_MESSAGES = 1n << 11n;

/** What was chosen of `shadow` as it would be typed: the options one after the other. */
function shadowText(words: string, options: Readonly<Record<string, string>>): string {
  const { day = "", time = "", count = "", ...filters } = options;
  const written = Object.entries(filters).map(([name, value]) => `${name} ${value}`);
  return [words.slice(SHADOW.length), day, time, ...written, count].join(" ");
}

/** The commands by which leaders sit down with conversations and call the empty chair. Each is answered when it resolves. */
export interface SittingCommands {
  shadow(payload: Payload, doing: Doing, run: CommandRun): Promise<void>;
  speak(payload: Payload, doing: Doing): Promise<void>;
}

export function createSittingCommands(parts: DiscordParts, replies: Replies): SittingCommands {
  const { settings, answers } = parts;

  /** Sits down with conversations, or what else `shadow` asks for. */
  const shadow = async (payload: Payload, doing: Doing, { words, options }: CommandRun): Promise<void> => {
    const { by } = doing;
    const wish = readShadow(shadowText(words, options), settings);
    if (!may(by.role, "shadow")) return void (await answers.say(payload, whoMay(parts, by, "shadow")));
    const event = eventOfShadow(wish, stampOf(payload, doing));
    if (event === null)
      return void (await answers.say(payload, shadowHelp(parts, replies.wordsFor(by).locale, `/${SHADOW}`)));
    const key = wish.kind === "now" ? "shadow.inDirect" : "shadow.inDirectSet";
    return replies.carryOut(payload, by, event, ({ refusal }) =>
      refusal && !refusal.told ? answers.say(payload, refusal.text) : replies.say(payload, by, key),
    );
  };

  /** Has a customer's sentence said where the command was run; a word where the bot may not write there. */
  const speak = async (payload: Payload, doing: Doing): Promise<void> => {
    const { by } = doing;
    const [guild, channel] = [textIn(payload, "guild_id"), textIn(payload, "channel_id")];
    const isShadowing = may(by.role, "shadow");
    const allowed = BigInt(textIn(payload, "app_permissions") ?? "0");
    const isHeard = (allowed & VIEW_CHANNEL) !== 0n && (allowed & SEND_MESSAGES) !== 0n;
    const { supportChannels, ticketCategories } = parts.section;
    const within = [channel, textIn(payload, "channel", "parent_id")];
    if (isShadowing && [...supportChannels, ...ticketCategories].some((one) => within.includes(one)))
      return void (await replies.say(payload, by, "chair.notHere"));
    if (guild === null || channel === null || !isHeard)
      return void (await replies.say(payload, by, "shadow.chairNotHere"));
    const event = { kind: "chair-wanted", ...stampOf(payload, doing), place: channelAddress(guild, channel) } as const;
    return replies.carryOut(payload, by, event, ({ refusal }) =>
      refusal && !refusal.told ? answers.say(payload, refusal.text) : replies.say(payload, by, "shadow.chairSoon"),
    );
  };

  return { shadow, speak };
}
