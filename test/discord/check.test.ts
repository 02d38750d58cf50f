import { describe, expect, it } from "vitest";
import { checkDiscord } from "../../adapters/discord/check.ts";
import { createRest } from "../../adapters/discord/rest.ts";
import { WORDING } from "../catalogues.ts";
import { manualTime } from "../servers/discord/time.ts";
import { MONDAY_TEN, rememberingLog } from "../world.ts";
import { discordDesk, discordSettings, type Furnished, furnishedDiscord, sectionFor } from "./discord-desk.ts";

async function findings(furnished: Furnished, own = {}, settings = discordSettings(furnished)) {
  const { token, apiUrl } = furnished.discord;
  const clock = { now: () => MONDAY_TEN };
  const api = createRest({ token, apiUrl, clock, log: rememberingLog() });
  const desks = [{ id: "default", settings, section: sectionFor(furnished, own) }] as const;
  const found = await checkDiscord({ api, desks, wording: WORDING });
  return found.map(({ level, found: what }) => `${level}: ${what}`);
}

describe("The check of Discord", () => {
  it("finds nothing wrong where all is well, and changes nothing", async () => {
    const desk = await discordDesk();
    const before = desk.discord.requests.length;
    expect(await findings(desk)).toEqual([
      "ok: the token is accepted",
      expect.stringContaining(
        "ok: the link that adds the bot to a server: https://discord.com/oauth2/authorize?client_id=",
      ),
      "ok: Message Content Intent is on: transcripts are whole",
      "ok: in the servers: Acme",
      "ok: discord.teamChannel: #team",
      "ok: discord.supportChannels: #support",
      "ok: discord.supportChannels: #questions",
      "ok: discord.ticketCategories: #tickets",
      "ok: commands registered: 7",
    ]);
    expect(desk.discord.requests.slice(before).filter(({ method }) => method !== "GET")).toEqual([]);
    expect(desk.discord.complaints).toEqual([]);
  });

  it("names what is missing: intent, channels, permissions, commands", async () => {
    const furnished = await furnishedDiscord(manualTime(MONDAY_TEN), { portal: { messageContent: false } }, []);
    const { discord, support, team } = furnished;
    const owner = discord.user("Acme owner");
    owner.setsAccess(team, { who: discord.botId, deny: ["SendMessages"] });
    owner.setsAccess(support, { who: discord.botId, deny: ["ViewChannel"] });
    const found = await findings(furnished, { supportChannels: [support.id, "123"], ticketCategories: [] });
    expect(found).toEqual([
      "ok: the token is accepted",
      expect.stringContaining(
        "ok: the link that adds the bot to a server: https://discord.com/oauth2/authorize?client_id=",
      ),
      expect.stringContaining("warning: Message Content Intent is off"),
      "ok: in the servers: Acme",
      "fault: discord.teamChannel: #team lacks Send Messages",
      "fault: discord.supportChannels: #support lacks View Channel, Send Messages in Threads, Read Message History, Manage Threads",
      "fault: discord.supportChannels: the bot sees no channel 123",
      "warning: discord.ticketCategories is not set",
      "warning: the commands are not registered as they should be",
    ]);
    expect(discord.complaints).toEqual([]);
  });

  it("says that nobody is of the team, where no role or person on Discord is named", async () => {
    const furnished = await furnishedDiscord(manualTime(MONDAY_TEN));
    const warning = expect.stringContaining("warning: roles.agents names nobody on Discord");
    const roles = { agents: ["slack:T1:S1"], leads: [] };
    expect(await findings(furnished, {}, discordSettings(furnished, { roles }))).toContainEqual(warning);
    const leads = { ...roles, leads: [`discord:${furnished.guild.id}:${furnished.leads.id}`] };
    expect(await findings(furnished, {}, discordSettings(furnished, { roles: leads }))).not.toContainEqual(warning);
  });

  it("says what to do about a token that is refused", async () => {
    const furnished = await furnishedDiscord(manualTime(MONDAY_TEN));
    furnished.discord.revokesToken();
    const { token, apiUrl } = furnished.discord;
    const api = createRest({ token, apiUrl, clock: { now: () => MONDAY_TEN }, log: rememberingLog() });
    const desks = [{ id: "default", settings: discordSettings(furnished), section: sectionFor(furnished) }] as const;
    expect(await checkDiscord({ api, desks, wording: WORDING })).toMatchObject([
      { level: "fault", remedy: expect.stringContaining("set DISCORD_TOKEN anew") },
    ]);
  });
});
