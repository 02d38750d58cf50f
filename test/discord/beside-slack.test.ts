import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, it } from "vitest";
import { manualTime } from "../servers/discord/time.ts";
import { MONDAY_TEN } from "../world.ts";
import { furnishedDiscord } from "./discord-desk.ts";

const run = promisify(execFile);

it("takes a picture although Slack's libraries, which bring another HTTP client, were loaded first", async () => {
  const { discord, support } = await furnishedDiscord(manualTime(MONDAY_TEN));
  const path = `/channels/${support.id}/messages`;
  const { stdout } = await run(process.execPath, [
    "test/discord/beside-slack.mjs",
    discord.apiUrl,
    discord.token,
    path,
  ]);
  expect(stdout.trim()).toBe("ok");
  const [message] = discord.world.channels.get(support.id)?.messages.slice(-1) ?? [];
  expect(message?.attachments.map(({ filename }) => filename)).toEqual(["bars.png"]);
});
