import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { INVITE_PERMISSIONS, RIGHTS } from "../../adapters/discord/permissions.ts";
import { run, runAlone, start } from "../cli/program.ts";
import { manualTime } from "../servers/discord/time.ts";
import { type Furnished, furnishedDiscord } from "./discord-desk.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "emptychair-discord-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** The environment of a program on this Discord, its settings written. */
function environment({ discord, guild, agents, tickets, support, team }: Furnished): Record<string, string> {
  const settings = {
    roles: { agents: [`discord:${guild.id}:${agents.id}`] },
    discord: { teamChannel: team.id, supportChannels: [support.id], ticketCategories: [tickets.id] },
  };
  writeFileSync(join(folder, "settings.yaml"), JSON.stringify(settings));
  return { EMPTYCHAIR_DATA: folder, DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.apiUrl };
}

describe("The program on Discord", () => {
  it("starts, hears a customer, and ends in good order", async () => {
    const furnished = await furnishedDiscord(manualTime(Date.now()));
    const program = await start(environment(furnished));
    const { discord, support } = furnished;
    const thread = discord.user("customer").createsThread(support, "Invoice", { text: "My invoice is wrong." });
    discord.user("agent").writes(thread, "I have corrected it.");
    await expect
      .poll(async () => (await discord.user("agent").runs("resolve", { in: thread })).text, { timeout: 60_000 })
      .toBe("This conversation is resolved.");
    expect((await program.end("SIGTERM")).code).toBe(0);
    expect(discord.complaints).toEqual([]);
  });

  it("says in one line why a start is refused", async () => {
    const furnished = await furnishedDiscord(manualTime(Date.now()));
    furnished.discord.revokesToken();
    const { code, err } = await runAlone(["start", "--port", "0"], environment(furnished));
    expect(code).toBe(1);
    expect(err).toMatch(/emptychair: Discord refuses the token: set DISCORD_TOKEN anew .*\.$/m);
  });

  it("registers the commands once, and looks at the set-up", async () => {
    const furnished = await furnishedDiscord(manualTime(Date.now()));
    const variables = environment(furnished);
    expect(await run(["discord-commands"], variables)).toEqual({ code: 0, out: "7 commands registered.\n", err: "" });
    expect((await run(["discord-commands"], variables)).out).toBe("7 commands are registered already.\n");
    const { code, out } = await run(["doctor"], variables);
    expect([code, out]).toEqual([0, expect.stringContaining("commands registered: 7")]);
    expect(out).toContain("discord.supportChannels: #support");
    expect(furnished.discord.complaints).toEqual([]);
  });

  it("asks for a token where none is set", async () => {
    const { code, err } = await run(["discord-commands"], { EMPTYCHAIR_DATA: folder });
    expect([code, err]).toEqual([1, "emptychair: DISCORD_TOKEN is not set; set it to the token of your bot.\n"]);
  });
});

describe("The README of the adapter", () => {
  const readme = readFileSync("adapters/discord/README.md", "utf8");

  it("invites with exactly the permissions that the check looks at", () => {
    expect(readme).toContain(`permissions=${INVITE_PERMISSIONS}`);
    const listed = [...readme.matchAll(/^\| ([A-Z][A-Za-z ]+) \| to/gm)].map(([, name]) => name);
    expect(listed.toSorted()).toEqual(Object.keys(RIGHTS).toSorted());
  });
});
