import { describe, expect, it } from "vitest";
import { createGreetGuild } from "../../adapters/discord/greet-guild.ts";
import { createRest } from "../../adapters/discord/rest.ts";
import { type DiscordSection, discordSection } from "../../adapters/discord/section.ts";
import { WORDING } from "../catalogues.ts";
import { keepSettings } from "../kept-settings.ts";
import { manualTime } from "../servers/discord/time.ts";
import { MONDAY_TEN, rememberingLog } from "../world.ts";
import { discordDesk, furnishedDiscord, saidTo } from "./discord-desk.ts";

/** A server of somebody else's, who has added the bot to it. */
function elsewhere({ discord }: Awaited<ReturnType<typeof furnishedDiscord>>) {
  const guild = discord.addGuild("Theirs", { bot: ["ViewChannel", "SendMessages"] });
  discord.join(guild, discord.addUser("stranger"), [discord.addRole(guild, "managers", ["ManageGuild"])]);
  return discord.addChannel(guild, "help");
}

async function keptDesk(text = "", isAdded = false) {
  const time = manualTime(MONDAY_TEN);
  const furnished = await furnishedDiscord(time);
  const { discord, guild } = furnished;
  const managers = discord.addRole(guild, "managers", ["ManageGuild"]);
  discord.join(guild, discord.addUser("manager"), [managers]);
  const help = isAdded ? elsewhere(furnished) : null;
  const named = { GUILD: guild.id, LEADS: furnished.leads.id, OURS: furnished.support.id, THEIRS: help?.id ?? "" };
  const kept = keepSettings(text.replace(/GUILD|LEADS|OURS|THEIRS/g, (name) => named[name as keyof typeof named]));
  const [{ id, settings, sections }] = kept.desks;
  const desk = await discordDesk({
    furnished,
    time,
    held: { id, settings, section: sections.discord as DiscordSection },
    keeper: (bot) => {
      const made = kept.keeper(bot);
      void made.look();
      return made;
    },
  });
  return { desk, kept, help, ...furnished };
}

describe("/setup on Discord", () => {
  it("shows whoever manages the server menus that hold at once, and writes them into the file", async () => {
    const { desk, kept, guild, discord, support, forum, tickets, team, agents } = await keptDesk("# Ours.\n");
    const manager = discord.user("manager");
    const seen = await manager.runs("setup", { in: support, options: { brand: "Acme", locale: "de" } });
    expect(seen.ephemeral).toBe(true);
    expect(JSON.stringify(seen.message?.components)).toContain("Where do customers write?");
    expect(JSON.stringify(seen.message?.components)).toContain("What is still missing");
    expect(kept.value()).toEqual({ desk: { brand: "Acme", locale: "de" } });
    const message = seen.message;
    if (!message) throw new Error("nothing was shown");
    await manager.selects(message, "setup/support", [support.id, forum.id]);
    await manager.selects(message, "setup/tickets", [tickets.id]);
    await manager.selects(message, "setup/team", [team.id]);
    await manager.selects(message, "setup/agents", [agents.id]);
    const last = await manager.selects(message, "setup/admins", [desk.discord.user("lead").id]);
    expect(last.kind).toBe("update");
    expect(JSON.stringify(last.message?.components)).toContain("Saved. It takes effect now");
    expect(JSON.stringify(last.message?.components)).not.toContain("What is still missing");
    const address = (of: string) => `discord:${guild.id}:${of}`;
    expect(kept.text()).toContain("# Ours.");
    expect(kept.value()).toEqual({
      desk: { brand: "Acme", locale: "de" },
      roles: { agents: [address(agents.id)], admins: [address(discord.user("lead").id)] },
      discord: { supportChannels: [support.id, forum.id], ticketCategories: [tickets.id], teamChannel: team.id },
    });
    expect(discord.complaints).toEqual([]);
  });

  it("keeps what its menus have no room for, and says what stands in the file", async () => {
    const agents = Array.from({ length: 27 }, (_, index) => `"discord:GUILD:${1000 + index}"`);
    const { kept, guild, discord, support, team } = await keptDesk(`roles: { agents: [${agents.join(", ")}] }\n`);
    const manager = discord.user("manager");
    const { message } = await manager.runs("setup", { in: support });
    if (!message) throw new Error("nothing was shown");
    const drawn = JSON.stringify(message.components);
    expect(drawn).toContain("Who answers customers? (set in the file)");
    expect(drawn).not.toContain("Where is the team told? (set in the file)");
    await manager.selects(message, "setup/agents", [team.id]);
    expect(kept.value()).toEqual({
      roles: { agents: [team.id, "1025", "1026"].map((id) => `discord:${guild.id}:${id}`) },
    });
  });

  it("writes nothing for who manages the server once there are admins, and says who may", async () => {
    const text = 'roles: { admins: ["discord:GUILD:LEADS"] }\n';
    const { kept, discord, support } = await keptDesk(text);
    const before = kept.text();
    const seen = await discord.user("manager").runs("setup", { in: support, options: { brand: "Mine" } });
    expect(seen.text).not.toBe("");
    expect(kept.text()).toBe(before);
    await expect(discord.user("customer").runs("setup", { in: support })).rejects.toThrow("does not show");
  });

  it.each([
    ["one of several servers, of which the settings name none", "", false],
    ["another server than the one that they name", "discord: { supportChannels: ['OURS'] }\n", false],
    ["the server that they name among others", "discord: { supportChannels: ['THEIRS'] }\n", true],
  ])("is for whoever manages %s: %s %s", async (_, text, isTheirs) => {
    const { kept, discord, help } = await keptDesk(text, true);
    const before = kept.text();
    if (!help) throw new Error("there is no other server");
    const seen = await discord.user("stranger").runs("setup", { in: help, options: { brand: "Mine" } });
    expect([seen.text !== "" || isTheirs, kept.text() !== before]).toEqual([true, isTheirs]);
  });

  it("says what cannot be, in place of the sentence that it is saved", async () => {
    const { kept, discord, support } = await keptDesk("");
    const seen = await discord.user("manager").runs("setup", { in: support, options: { zone: "Mars/Olympus" } });
    expect(JSON.stringify(seen.message?.components)).toContain("Allowed: an IANA time zone such as Europe/Berlin");
    expect(kept.text()).toBe("");
  });
});

describe("The bot in a new server", () => {
  it("says once, where Discord greets people, how it is set up; not where it is already, or long after it came", async () => {
    const { discord, guild, support, team } = await furnishedDiscord(manualTime(MONDAY_TEN));
    const { token, apiUrl } = discord;
    const [clock, log] = [{ now: () => MONDAY_TEN }, rememberingLog()];
    const api = createRest({ token, apiUrl, clock, log });
    const greeting = (section: object) =>
      createGreetGuild({ api, clock, log, wording: WORDING, desks: [{ section: discordSection.parse(section) }] });
    const joined = { id: guild.id, system_channel_id: support.id, preferred_locale: "de", channels: [{ id: team.id }] };
    const greet = greeting({});
    const at = (moment: number) => ({ ...joined, joined_at: new Date(moment).toISOString() });
    await greet(at(MONDAY_TEN - 3_600_000));
    await greeting({ teamChannel: team.id })(at(MONDAY_TEN));
    expect(saidTo(discord.user("customer"), support)).toEqual([]);
    await greet(at(MONDAY_TEN));
    await greet(at(MONDAY_TEN));
    expect(saidTo(discord.user("customer"), support)).toEqual([WORDING.say("de", "setUp.guild")]);
    expect(discord.complaints).toEqual([]);
  });
});
