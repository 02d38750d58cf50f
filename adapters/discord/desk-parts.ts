import { holdParts } from "../../src/settings/held-settings.ts";
import type { WordingKey } from "../../src/wording.ts";
import type { ServedDesk } from "../platform.ts";
import { createAnswers } from "./answers.ts";
import { placesAt } from "./channel-desks.ts";
import { createDirectory } from "./directory.ts";
import { createDrawMessage, type DrawMessage } from "./draw-message.ts";
import type { DiscordParts, SharedParts } from "./parts.ts";
import type { DiscordSection } from "./section.ts";
import { createThreads } from "./threads.ts";

/** What a desk works with: its own settings, words and rows on the connection that all share. */
export function partsAt(desk: ServedDesk<DiscordSection>, shared: SharedParts): DiscordParts {
  const { deskId, settings, store, wording, log } = desk;
  const { api, patient, theirTime, acts, channels, channelDesks, members, self, isReadable } = shared;
  const say = (key: WordingKey) => wording.say(wording.choose(settings.desk.locale), key);
  const threads = createThreads({ api, store, log });
  const draw: DrawMessage = (message, means) => {
    const linkText = say("team.readConversation");
    return createDrawMessage({ ...desk, linkText, isRole: members.isRole })(message, means);
  };
  return {
    ...desk,
    ...{ api, patient, theirTime, acts, threads, draw, self, answers: createAnswers({ api, threads, draw, log }) },
    directory: createDirectory({ members, roles: holdParts(() => settings.roles), store }),
    places: placesAt(deskId, channels, channelDesks),
    isRole: members.isRole,
    unreadable: () => (isReadable() ? null : say("transcript.unreadable")),
  };
}
