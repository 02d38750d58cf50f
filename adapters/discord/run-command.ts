import { giveOverview, giveOwnData } from "../../src/chat/asked-overview.ts";
import { giveFound } from "../../src/chat/asked-search.ts";
import { ownLessons } from "../../src/chat/find-lessons.ts";
import type { Asking } from "../../src/chat/find-overview.ts";
import { ANYTHING, FORM_RIGHTS, type FormName } from "../../src/chat/forms.ts";
import type { Overview } from "../../src/chat/give-overview.ts";
import { pageFor } from "../../src/doors/pages.ts";
import type { Person } from "../../src/interaction/customer.ts";
import { forgetQuestion } from "../../src/privacy/privacy-messages.ts";
import type { CorrectionWanted, ReadingChanged } from "../../src/privacy-events.ts";
import { may } from "../../src/rights.ts";
import { type Refusable, whoMay } from "../../src/say-who-may.ts";
import type { WordingKey } from "../../src/wording.ts";
import { channelAddress } from "./address.ts";
import { numberIn, textIn } from "./api.ts";
import { CHAIR, CORD_MENU, FEEDBACK, RESOLVE, RESOLVE_MENU, SHADOW } from "./commands.ts";
import { modalOf } from "./forms.ts";
import { type Doing, type Payload, pull, readCommand, resolution, stampOf } from "./parse-interaction.ts";
import type { DiscordParts } from "./parts.ts";
import type { Replies } from "./replies.ts";
import { createSittingCommands } from "./sitting-commands.ts";

const MESSAGE_MENU = 3;

/** What is said where no conversation with a customer is. */
type NotConversation = "form.notConversation" | "cord.notConversation";

/** The form that a message's menu opens, and what it takes. */
interface Menu {
  readonly form: FormName;
  readonly right: Refusable;
  readonly word: NotConversation;
}

const MENUS: Readonly<Record<string, Menu>> = {
  [RESOLVE_MENU]: { form: "resolve", right: "skip-question", word: "form.notConversation" },
  [CORD_MENU]: { form: "cord-pull", right: "pull-cord", word: "cord.notConversation" },
};

/** A command that was run; it has been answered when this resolves. */
export type RunCommand = (payload: Payload, doing: Doing) => Promise<void>;

/** What somebody decides about what is kept of them. */
type Wish = Pick<ReadingChanged, "kind" | "read"> | Pick<CorrectionWanted, "kind" | "field" | "text">;

function fieldIn({ field }: Readonly<Record<string, string>>): CorrectionWanted["field"] {
  return field === "name" || field === "email" ? field : "other";
}

export function createCommandRunner(parts: DiscordParts, replies: Replies): RunCommand {
  const { bot, store, settings, wording, themes, clock, answers } = parts;

  const sittings = createSittingCommands(parts, replies);

  /** The conversation that the person stands in; null, with that word, where it is none. */
  const conversationHere = async (payload: Payload, by: Person, word: NotConversation): Promise<string | null> => {
    const [guild, channel] = [textIn(payload, "guild_id"), textIn(payload, "channel_id")];
    const conversation = guild === null || channel === null ? null : channelAddress(guild, channel);
    const [known] = conversation === null ? [] : await store.list("interaction", { where: { conversation }, limit: 1 });
    if (known) return known.conversation;
    await replies.say(payload, by, word);
    return null;
  };

  /** Opens a form where the person has the right to it; tells them kindly where not. */
  const openForm = async (payload: Payload, by: Person, form: FormName, subject: string): Promise<void> => {
    const right = FORM_RIGHTS[form];
    if (right !== null && !may(by.role, right)) await answers.say(payload, whoMay(parts, by, right));
    else await answers.open(payload, modalOf(form, subject, replies.wordsFor(by)));
  };

  const runMenu = async (payload: Payload, by: Person, { form, right, word }: Menu): Promise<void> => {
    if (!may(by.role, right)) return void (await answers.say(payload, whoMay(parts, by, right)));
    const conversation = await conversationHere(payload, by, word);
    if (conversation !== null) await openForm(payload, by, form, conversation);
  };

  /** Id of the product that is named, empty where none is; null, with a word, where there is none of that name. */
  const productOf = async (payload: Payload, by: Person, wanted = ""): Promise<string | null> => {
    const { products } = settings;
    const product = products.find(({ id, name }) => id === wanted || name.toLowerCase() === wanted.toLowerCase());
    if (wanted === "" || product) return product?.id ?? "";
    const known = products.map(({ id }) => id).join(", ");
    await replies.say(payload, by, "command.unknownProduct", { product: wanted, products: known });
    return null;
  };

  const resolve = async (payload: Payload, doing: Doing, options: Readonly<Record<string, string>>): Promise<void> => {
    const { by } = doing;
    const product = await productOf(payload, by, options.product);
    const conversation = product === null ? null : await conversationHere(payload, by, "form.notConversation");
    if (product === null || conversation === null) return;
    const event = resolution(payload, doing, conversation, { product, skip: options.skip ?? "" });
    return replies.carryOut(payload, by, event);
  };

  const pullCord = async (payload: Payload, doing: Doing, options: Readonly<Record<string, string>>): Promise<void> => {
    const { by } = doing;
    const product = await productOf(payload, by, options.product);
    const conversation = product === null ? null : await conversationHere(payload, by, "cord.notConversation");
    if (product === null || conversation === null) return;
    const event = pull(payload, doing, conversation, { product, sentence: options.sentence ?? "" });
    if (event) await replies.carryOut(payload, by, event);
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

  const wish = (payload: Payload, doing: Doing, wanted: Wish): Promise<void> => {
    const id = `discord:interaction:${textIn(payload, "id")}`;
    return replies.carryOut(payload, doing.by, { id, ...doing, ...wanted });
  };

  const show = async (payload: Payload, asking: Asking, find: Parameters<typeof answers.show>[1]): Promise<void> => {
    await answers.show(payload, find, wording.say(asking.locale, "chat.failed"));
  };

  const showOrSay = async (payload: Payload, asking: Asking, overview: Overview): Promise<void> => {
    const found = await giveOverview(bot, overview, asking);
    if (typeof found === "string") return void (await answers.say(payload, found));
    await show(payload, asking, async () => found);
  };

  return async (payload, doing) => {
    const { by } = doing;
    const menu =
      numberIn(payload, "data", "type") === MESSAGE_MENU ? MENUS[textIn(payload, "data", "name") ?? ""] : null;
    if (menu) return runMenu(payload, by, menu);
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
      case `${FEEDBACK} unread`:
      case `${FEEDBACK} read`:
        return wish(payload, doing, { kind: "reading-changed", read: words === `${FEEDBACK} read` });
      case `${FEEDBACK} correct`:
        return wish(payload, doing, { kind: "correction-wanted", field: fieldIn(options), text: options.text ?? "" });
      case `${FEEDBACK} forget`:
        return show(payload, asking, async () => forgetQuestion(parts, by));
      case `${FEEDBACK} data`:
        return show(payload, asking, () => giveOwnData({ ...asking, bot }));
      case `${CHAIR} page`:
        return replies.carryOut(payload, by, {
          kind: "link-wanted",
          ...stampOf(payload, doing),
          path: pageFor(by.role),
        });
      case `${CHAIR} signout`:
        return replies.carryOut(payload, by, { kind: "session-ended", ...stampOf(payload, doing) });
      case `${CHAIR} status`:
        return showOrSay(payload, asking, "status");
      case `${CHAIR} digest`:
        return show(payload, asking, () => giveOverview(bot, "digest", asking));
      case `${CHAIR} enhance`:
        return show(payload, asking, () => giveOverview(bot, "enhance", asking));
      case `${CHAIR} greetings`:
        return show(payload, asking, () => giveOverview(bot, "greetings", asking));
      case `${CHAIR} told`:
        return openForm(payload, by, "tell", ANYTHING);
      case `${CHAIR} cord`:
        return pullCord(payload, doing, options);
      case `${CHAIR} search`:
        return show(payload, asking, () => giveFound(bot, options.words ?? "", asking));
      case `${CHAIR} speak`:
        return sittings.speak(payload, doing);
      case `${SHADOW} now`:
      case `${SHADOW} every`:
      case `${SHADOW} stop`:
      case `${SHADOW} live`:
      case `${SHADOW} help`:
        return sittings.shadow(payload, doing, { words, options });
      case `${SHADOW} lessons`:
        return show(payload, asking, () => ownLessons(asking));
      case `${CHAIR} cases`:
        return showOrSay(payload, asking, "cases");
      default:
        return void (await replies.say(payload, by, "form.tooLate"));
    }
  };
}
