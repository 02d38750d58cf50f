import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { faultLine } from "../../adapters/fault.ts";
import { holdDesks } from "../../adapters/held-desks.ts";
import { namePlaces } from "../../adapters/name-places.ts";
import { PLATFORMS } from "../../adapters/platforms.ts";
import { createSettingsKeeper } from "../../adapters/settings-keeper.ts";
import type { Handled } from "../../src/bot.ts";
import { systemClock } from "../../src/clock.ts";
import { WORDING } from "../catalogues.ts";
import { eachInFolder } from "../cli/folder.ts";
import { run, runAlone } from "../cli/program.ts";
import type { LocalSlack } from "../servers/slack/slack.ts";
import { configIn, openSlack, SETTINGS, variablesFor } from "../slack-program.ts";
import { MONDAY_TEN, rememberingLog } from "../world.ts";

const folder = eachInFolder();
const open: LocalSlack[] = [];
afterEach(async () => {
  for (const slack of open.splice(0)) await slack.stop();
});

async function named(teamChannel: string, more = "") {
  const slack = await openSlack();
  open.push(slack);
  writeFileSync(
    join(folder.path, "settings.yaml"),
    SETTINGS.replace("teamChannel: C9", `teamChannel: "${teamChannel}"`) + more,
  );
  const variables = variablesFor(slack, "socket");
  const result = await namePlaces(configIn(folder.path, variables), PLATFORMS, systemClock);
  return { slack, variables: { ...variables, EMPTYCHAIR_DATA: folder.path }, result };
}

describe("A channel that the settings write by its name", () => {
  it("is known by its id at the start", async () => {
    const { slack, result } = await named("#Team");
    const desks = "config" in result ? result.config.desks : [];
    expect(desks.map(({ sections }) => sections.slack)).toMatchObject([{ teamChannel: "C9", supportChannels: ["C1"] }]);
    expect(slack.complaints).toEqual([]);
  });

  it("stays known while the program reads the file again, and a name that is new waits for the next start", async () => {
    const { result } = await named("#Team");
    if (!("config" in result)) throw new Error("not named");
    const { channelIds, settingsFile: file } = result.config;
    const held = holdDesks(result.config.desks);
    const clock = { now: () => MONDAY_TEN };
    const warned: string[] = [];
    const log = { ...rememberingLog(), warn: (line: string) => void warned.push(line) };
    const bot = { handle: async () => ({}) as Handled };
    const keeper = createSettingsKeeper({
      file,
      channelIds,
      platforms: PLATFORMS,
      held,
      bot,
      wording: WORDING,
      clock,
      log,
    });
    await keeper.look();
    expect(held.desks[0].sections.slack).toMatchObject({ teamChannel: "C9" });
    writeFileSync(file, SETTINGS.replace("teamChannel: C9", 'teamChannel: "#support"'));
    await keeper.look();
    expect(held.desks[0].sections.slack).toMatchObject({ teamChannel: "C9" });
    expect(warned.join()).toContain("names are looked up at a start only");
  });

  it("is asked of nobody where no channel is written so", async () => {
    const { slack } = await named("C9");
    expect(slack.calls("conversations.list")).toEqual([]);
  });

  it("is refused at the start where there is none of that name, with those there are and the remedy", async () => {
    const { variables, result } = await named("#teem");
    const line = `The channel #teem of slack in ${folder.path}/settings.yaml cannot be told by its name: there are #team, and 1 more. Write the channel's id in its place, which needs no asking, or run emptychair init.`;
    expect("faults" in result && result.faults.map(faultLine)).toEqual([line]);
    expect(await runAlone(["start", "--port", "0"], variables)).toEqual({
      code: 1,
      out: "",
      err: `emptychair: ${line}\n`,
    });
    expect((await run(["doctor"], variables)).out).toContain("fault    configuration  The channel #teem of slack in ");
  });

  it("is refused while Slack cannot be asked, which doctor says too", async () => {
    const { slack, variables } = await named("#team");
    await slack.stop();
    const { code, out } = await run(["doctor"], variables);
    expect(code).toBe(1);
    expect(out).toMatch(
      /fault {4}configuration {2}The channel #team of slack in .+ cannot be told by its name: Slack could not be asked/,
    );
  });
});
