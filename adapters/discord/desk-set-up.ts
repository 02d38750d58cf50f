import type { FormWords } from "../../src/chat/forms.ts";
import type { Person } from "../../src/interaction/customer.ts";
import { whoMay } from "../../src/say-who-may.ts";
import { missingOf, type SetUpAnswers, settlerOf, setUpEdits } from "../../src/settings/set-up.ts";
import { pathsInFile } from "../../src/settings/settings-keeper.ts";
import type { SayWords } from "../../src/wording.ts";
import { personAddress, placeOf } from "./address.ts";
import { numberIn, textIn, valueIn } from "./api.ts";
import { readButton } from "./buttons.ts";
import { type Doing, type Payload, readCommand } from "./parse-interaction.ts";
import type { DiscordParts } from "./parts.ts";
import { idsNamed, SET_UP, setUpComponents, shownChosen } from "./set-up-message.ts";

const ADMINISTRATOR = 1n << 3n;
const MANAGE_GUILD = 1n << 5n;

/** Setting a desk up on Discord: each choice in a menu holds at once. */
export interface SetUpOnDiscord {
  isOurs(payload: Payload): boolean;
  take(payload: Payload, doing: Doing): Promise<void>;
}

/** Whether somebody manages the server, as the interaction says. */
function manages(payload: Payload): boolean {
  const text = textIn(payload, "member", "permissions") ?? "0";
  const may = /^[0-9]+$/.test(text) ? BigInt(text) : 0n;
  return (may & (ADMINISTRATOR | MANAGE_GUILD)) !== 0n;
}

function chosenIn(payload: Payload): string[] {
  const values = valueIn(payload, "data", "values");
  return Array.isArray(values) ? values.filter((value) => typeof value === "string") : [];
}

/** Those that stand in the settings though their menu has no room for them: whoever chooses in it did not take them out. */
function unshown(ids: readonly string[]): string[] {
  const seen = shownChosen(ids);
  return ids.filter((id) => !seen.includes(id));
}

/** What a menu or the command's options say, beside what the menu could not show. */
function answersOf(payload: Payload, guild: string, { section, settings }: DiscordParts): SetUpAnswers {
  const field = readButton(textIn(payload, "data", "custom_id"))?.subject;
  const chosen = chosenIn(payload);
  switch (field) {
    case "support":
      return { supportChannels: [...chosen, ...unshown(section.supportChannels)] };
    case "tickets":
      return { ticketCategories: [...chosen, ...unshown(section.ticketCategories)] };
    case "team":
      return { teamChannel: chosen[0] ?? null };
    case "agents":
    case "leads":
    case "executives":
    case "admins":
      return {
        roles: {
          [field]: [...chosen, ...unshown(idsNamed(settings.roles[field], guild))].map((id) =>
            personAddress(guild, id),
          ),
        },
      };
    default: {
      const { options } = readCommand(payload);
      const given = (["brand", "zone", "locale"] as const).flatMap((key) =>
        options[key] ? [[key, options[key]]] : [],
      );
      return Object.fromEntries(given);
    }
  }
}

export function createDeskSetUp(parts: DiscordParts): SetUpOnDiscord {
  const { keeper, deskId, settings, section, wording, answers, isRole, directory, places } = parts;
  const wordsFor = (by: Person): FormWords => ({
    ...{ wording, settings, locale: wording.choose(by.locale, settings.desk.locale) },
  });

  /** Keeps what was answered; gives what came of it, or null where nothing was wanted. */
  const keep = async (wanted: SetUpAnswers, guild: string, by: Person): Promise<string | null> => {
    const { locale } = wordsFor(by);
    const say: SayWords = (key, values) => wording.say(locale, key, values);
    if (keeper === undefined) return say("setUp.fixed");
    if (wanted.teamChannel && section.supportChannels.includes(wanted.teamChannel)) return say("setUp.sameChannel");
    const platform = { name: "discord", space: `discord:${guild}:`, section };
    const edits = setUpEdits(platform, wanted, settings);
    if (edits.length === 0) return Object.keys(wanted).length === 0 ? null : say("setUp.same");
    const changed = await keeper.change(deskId, edits, { by, via: "chat" });
    if (changed.kind === "changed") return say("setUp.done");
    if (changed.kind === "refused") return changed.text;
    return changed.faults.map(({ found, allowed }) => say("setUp.fault", { found, allowed })).join("\n");
  };

  const stillMissing = (by: Person): string[] => {
    const missing = missingOf(settings, { name: "discord", section });
    const { locale } = wordsFor(by);
    if (missing.length === 0) return [];
    return [
      `${wording.say(locale, "setUp.missing")}:`,
      ...missing.map((lack) => `- ${wording.say(locale, `setUp.missing.${lack}`)}`),
    ];
  };

  /** Whether the server is the desk's: the only one, or one that the settings name. Anybody may add a bot to a server of their own. */
  const isOwnGuild = async (guild: string): Promise<boolean> => {
    if (directory.guilds.every((one) => one === guild)) return true;
    if (Object.values(settings.roles).some((named) => named.some((address) => placeOf(address)?.guild === guild)))
      return true;
    const { teamChannel, supportChannels, ticketCategories } = section;
    for (const id of [...(teamChannel === undefined ? [] : [teamChannel]), ...supportChannels, ...ticketCategories])
      if ((await places.lookUp(id).catch(() => null))?.guild === guild) return true;
    return false;
  };

  return {
    isOurs(payload) {
      const isCommand = numberIn(payload, "type") === 2 && textIn(payload, "data", "name") === SET_UP;
      return isCommand || readButton(textIn(payload, "data", "custom_id"))?.name === SET_UP;
    },
    async take(payload, { by: person }) {
      const guild = textIn(payload, "guild_id") ?? "";
      const by = settlerOf(person, settings, manages(payload) && (await isOwnGuild(guild)));
      if (by === null) return void (await answers.say(payload, whoMay(parts, person, "change-settings")));
      const done = await keep(answersOf(payload, guild, parts), guild, by);
      const said = [...(done === null ? [] : [done]), ...stillMissing(by)].join("\n") || null;
      const inFile = pathsInFile(keeper?.list(deskId) ?? []);
      await answers.draw(payload, setUpComponents({ guild, section, words: wordsFor(by), isRole, said, inFile }));
    },
  };
}
