import { toEnhance } from "../../src/chat/find-enhancements.ts";
import { ownGreetings } from "../../src/chat/find-greetings.ts";
import { type Asking, lastDigest, lastWeek, openCases } from "../../src/chat/find-overview.ts";
import { ownData } from "../../src/chat/find-receipt.ts";
import type { Person } from "../../src/interaction/customer.ts";
import { may } from "../../src/rights.ts";
import { whoMay } from "../../src/say-who-may.ts";
import type { WordingKey } from "../../src/wording.ts";
import { channelAddress } from "./address.ts";
import { numberIn, textIn } from "./api.ts";
import { CHAIR, FEEDBACK, RESOLVE, RESOLVE_MENU } from "./commands.ts";
import { modalOf } from "./forms.ts";
import { type Doing, type Payload, readCommand, resolution } from "./parse-interaction.ts";
import type { DiscordParts } from "./parts.ts";
import type { Replies } from "./replies.ts";

const MESSAGE_MENU = 3;

/** A command that was run; it has been answered when this resolves. */
export type RunCommand = (payload: Payload, doing: Doing) => Promise<void>;

export function createCommandRunner(parts: DiscordParts, replies: Replies): RunCommand {
  const { store, settings, wording, themes, clock, answers } = parts;

  /** The conversation that the person stands in; null, with a word, where it is none. */
  const conversationHere = async (payload: Payload, by: Person): Promise<string | null> => {
    const [guild, channel] = [textIn(payload, "guild_id"), textIn(payload, "channel_id")];
    const conversation = guild === null || channel === null ? null : channelAddress(guild, channel);
    const [known] = conversation === null ? [] : await store.list("interaction", { where: { conversation }, limit: 1 });
    if (known) return known.conversation;
    await replies.say(payload, by, "form.notConversation");
    return null;
  };

  const resolveMenu = async (payload: Payload, by: Person): Promise<void> => {
    if (!may(by.role, "skip-question")) return void (await answers.say(payload, whoMay(parts, by, "skip-question")));
    const conversation = await conversationHere(payload, by);
    if (conversation !== null) await answers.open(payload, modalOf("resolve", conversation, replies.wordsFor(by)));
  };

  const resolve = async (payload: Payload, doing: Doing, options: Readonly<Record<string, string>>): Promise<void> => {
    const { by } = doing;
    const wanted = options.product ?? "";
    const { products } = settings;
    const product = products.find(({ id, name }) => id === wanted || name.toLowerCase() === wanted.toLowerCase());
    if (wanted !== "" && !product) {
      const known = products.map(({ id }) => id).join(", ");
      return void (await replies.say(payload, by, "command.unknownProduct", { product: wanted, products: known }));
    }
    const conversation = await conversationHere(payload, by);
    if (conversation === null) return;
    const event = resolution(payload, doing, conversation, { product: product?.id ?? "", skip: options.skip ?? "" });
    return replies.carryOut(payload, by, event);
  };

  const changeAsking = (
    payload: Payload,
    doing: Doing,
    change: { readonly ask?: boolean; readonly directly?: boolean },
    key: WordingKey,
  ): Promise<void> => {
    const id = `discord:interaction:${textIn(payload, "id")}`;
    const event = { kind: "asking-changed", id, ...doing, ...change } as const;
    return replies.carryOut(payload, doing.by, event, () => replies.say(payload, doing.by, key));
  };

  const showCases = async (payload: Payload, asking: Asking): Promise<void> => {
    const cases = await openCases(asking);
    if (typeof cases === "string") return void (await answers.say(payload, cases));
    await answers.show(payload, async () => cases, wording.say(asking.locale, "chat.failed"));
  };

  return async (payload, doing) => {
    const { by } = doing;
    if (numberIn(payload, "data", "type") === MESSAGE_MENU && textIn(payload, "data", "name") === RESOLVE_MENU)
      return resolveMenu(payload, by);
    const { words, options } = readCommand(payload);
    const asking: Asking = {
      deskId: parts.deskId,
      store,
      settings,
      wording,
      themes,
      clock,
      by,
      locale: replies.wordsFor(by).locale,
    };
    switch (words) {
      case RESOLVE:
        return resolve(payload, doing, options);
      case `${FEEDBACK} stop`:
        return changeAsking(payload, doing, { ask: false }, "survey.optedOut");
      case `${FEEDBACK} start`:
        return changeAsking(payload, doing, { ask: true }, "survey.optedIn");
      case `${FEEDBACK} private`:
        return changeAsking(payload, doing, { directly: true }, "command.directly");
      case `${FEEDBACK} thread`:
        return changeAsking(payload, doing, { directly: false }, "command.inThread");
      case `${FEEDBACK} data`:
        return void (await answers.show(payload, () => ownData(asking), wording.say(asking.locale, "chat.failed")));
      case `${CHAIR} status`:
        return void (await answers.say(payload, await lastWeek(asking)));
      case `${CHAIR} digest`:
        return void (await answers.show(payload, () => lastDigest(asking), wording.say(asking.locale, "chat.failed")));
      case `${CHAIR} enhance`:
        return void (await answers.show(payload, () => toEnhance(asking), wording.say(asking.locale, "chat.failed")));
      case `${CHAIR} greetings`:
        return void (await answers.show(
          payload,
          () => ownGreetings(asking),
          wording.say(asking.locale, "chat.failed"),
        ));
      case `${CHAIR} cases`:
        return showCases(payload, asking);
      default:
        return void (await replies.say(payload, by, "form.tooLate"));
    }
  };
}
