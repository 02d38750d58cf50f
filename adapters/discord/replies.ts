import type { Handled } from "../../src/bot.ts";
import { linkSaid } from "../../src/chat/door-words.ts";
import type { FormWords } from "../../src/chat/forms.ts";
import type { InboundEvent } from "../../src/events.ts";
import type { Person } from "../../src/interaction/customer.ts";
import type { WordingKey } from "../../src/wording.ts";
import { placeOf, userOf } from "./address.ts";
import { textIn } from "./api.ts";
import type { Payload } from "./parse-interaction.ts";
import type { DiscordParts } from "./parts.ts";
import { createSetSolvedTag } from "./solved-tags.ts";

/** Saving what somebody did and answering them in time; every answer is to them alone. */
export interface Replies {
  wordsFor(person: Person): FormWords;
  /** Says a sentence of the catalogues. */
  say(payload: Payload, by: Person, key: WordingKey, values?: Readonly<Record<string, string>>): Promise<boolean>;
  /** Saves what happened, then answers as `answer` says; without it as fits the event. */
  carryOut(
    payload: Payload,
    by: Person,
    event: InboundEvent,
    answer?: (handled: Handled) => Promise<boolean>,
  ): Promise<void>;
}

export function createReplies(parts: DiscordParts): Replies {
  const { bot, settings, wording, log, acts, answers } = parts;
  const setSolvedTag = createSetSolvedTag(parts);
  const wordsFor = (person: Person): FormWords => ({
    wording,
    settings,
    locale: wording.choose(person.locale, settings.desk.locale),
  });
  const say: Replies["say"] = (payload, by, key, values = {}) =>
    answers.say(payload, wording.say(wordsFor(by).locale, key, { brand: settings.desk.brand, ...values }));

  /** What the bot does not say by itself is said here. */
  const fitting = (
    payload: Payload,
    by: Person,
    event: InboundEvent,
    { refusal, disclosed }: Handled,
  ): Promise<boolean> => {
    const link = linkSaid(disclosed, by, parts);
    if (link !== null) return answers.say(payload, link.text, link.url);
    if (event.kind === "asking-changed") return say(payload, by, "survey.optedIn");
    if (refusal) return refusal.told ? answers.acknowledge(payload) : answers.say(payload, refusal.text);
    if (event.kind === "reading-changed") return say(payload, by, event.read ? "privacy.readAgain" : "privacy.notRead");
    if (event.kind === "forget-wanted")
      return say(payload, by, event.isSure ? "privacy.forgotten" : "privacy.forgetAsk");
    if (event.kind === "correction-wanted") {
      const key = event.field === "other" ? "privacy.correctPassedOn" : "privacy.corrected";
      return say(payload, by, key, { value: event.text });
    }
    if (event.kind === "cord-pulled") return say(payload, by, "cord.thanks", { product: "none" });
    if (event.kind === "session-ended") return say(payload, by, "door.ended");
    if (event.kind === "telling-wanted") return say(payload, by, "telling.wait");
    return event.kind === "resolved" ? say(payload, by, "form.resolved") : answers.acknowledge(payload);
  };

  /** Answers, and marks what was resolved. */
  const settled =
    (event: InboundEvent, answer: (handled: Handled) => Promise<boolean>) =>
    async (handled: Handled): Promise<boolean> => {
      const isTaken = await answer(handled);
      const place = event.kind === "resolved" && !handled.refusal ? placeOf(event.conversation) : null;
      if (place?.kind === "channel") await setSolvedTag(place.channel);
      return isTaken;
    };

  return {
    wordsFor,
    say,
    async carryOut(payload, by, event, answer = (handled) => fitting(payload, by, event, handled)) {
      const opening = { application: textIn(payload, "application_id") ?? "", token: textIn(payload, "token") ?? "" };
      const answered = bot.handle(event).then(settled(event, answer), (error: unknown) => {
        log.warn("A click or command could not be saved", { error: String(error) });
        return say(payload, by, "chat.failed");
      });
      // Words to the same person wait until Discord has heard from us.
      acts.used(textIn(payload, "channel_id") ?? "", userOf(by.address) ?? "", opening, answered);
      await answered;
    },
  };
}
