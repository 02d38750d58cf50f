import type { ServedDesk } from "../platform.ts";
import { createAnswers } from "./answers.ts";
import { placesAt } from "./channel-desks.ts";
import { createDirectory } from "./directory.ts";
import { createDrawMessage } from "./draw-message.ts";
import type { DiscordParts, SharedParts } from "./parts.ts";
import type { DiscordSection } from "./section.ts";
import { createThreads } from "./threads.ts";

/** What a desk works with: its own settings, words and rows on the connection that all share. */
export function partsAt(desk: ServedDesk<DiscordSection>, shared: SharedParts): DiscordParts {
  const { deskId, settings, store, wording, log } = desk;
  const { api, patient, acts, channels, channelDesks, members, self, isReadable } = shared;
  const locale = wording.choose(settings.desk.locale);
  const threads = createThreads({ api, store, log });
  const linkText = wording.say(locale, "team.readConversation");
  const draw = createDrawMessage({ ...desk, linkText, isRole: members.isRole });
  return {
    ...desk,
    ...{ api, patient, acts, threads, draw, self, answers: createAnswers({ api, threads, draw, log }) },
    directory: createDirectory({ members, roles: settings.roles, store }),
    places: placesAt(deskId, channels, channelDesks),
    unreadable: () => (isReadable() ? null : wording.say(locale, "transcript.unreadable")),
  };
}
