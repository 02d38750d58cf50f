import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { openStore } from "../../adapters/compose.ts";
import { readable } from "../servers/slack/readable.ts";
import type { LocalSlack } from "../servers/slack/slack.ts";
import { openSlack, SETTINGS, TEAM_CHANNEL, variablesFor } from "../slack-program.ts";
import { createWorld } from "../world.ts";
import { eachInFolder } from "./folder.ts";
import { run, start } from "./program.ts";

const PATIENCE = { timeout: 30_000, interval: 100 };
const folder = eachInFolder({ withDatabase: true });
let slack: LocalSlack;
afterEach(() => slack.stop());

/** A database in which one customer has answered in the week 2026-W03. */
async function withAnswer(): Promise<void> {
  const store = await openStore(join(folder.path, "emptychair.db"));
  const customer = { address: "api:1", role: "customer" } as const;
  const words = { comment: null, product: null, agent: null };
  const given = { score: 9, scale: "1-10", answeredAt: Date.UTC(2026, 0, 13) } as const;
  const answer = { conversation: "import:csv:1", customer, ...given, ...words };
  await createWorld({ store }).handle({ kind: "answers-imported", id: null, answers: [answer] });
  await store.close();
}

describe("emptychair digest --post for a desk on Slack", () => {
  it("has the program post the week in the team's channel there, once", async () => {
    slack = await openSlack();
    writeFileSync(join(folder.path, "settings.yaml"), SETTINGS);
    await withAnswer();
    const variables = { EMPTYCHAIR_DATA: folder.path, ...variablesFor(slack, "socket") };
    const asked = await run(["digest", "--week", "2026-W03", "--post"], variables);
    expect(asked).toMatchObject({ code: 0, err: "" });
    const program = await start(variables);
    const posted = () => slack.messages(TEAM_CHANNEL).map(readable).join("\n");
    await expect.poll(posted, PATIENCE).toContain("Week of January 12 – 18, 2026");
    expect((await run(["digest", "--week", "2026-W03", "--post"], variables)).code).toBe(1);
    expect((await program.end("SIGTERM")).code).toBe(0);
    expect(posted().match(/Week of January 12/g)).toHaveLength(1);
    expect(slack.complaints).toEqual([]);
  });

  it("finds the channel by its name too, and asks for nothing where there is none of the name", async () => {
    slack = await openSlack();
    await withAnswer();
    const variables = { EMPTYCHAIR_DATA: folder.path, ...variablesFor(slack, "socket") };
    const post = (channel: string) => {
      writeFileSync(
        join(folder.path, "settings.yaml"),
        SETTINGS.replace(/teamChannel: \w+/, `teamChannel: "${channel}"`),
      );
      return run(["digest", "--week", "2026-W03", "--post"], variables);
    };
    expect(await post("#tem")).toMatchObject({ code: 1, out: "", err: expect.stringContaining("#tem") });
    expect(await post("#team")).toMatchObject({ code: 0, err: "" });
    const program = await start(variables);
    await expect.poll(() => slack.messages(TEAM_CHANNEL).length, PATIENCE).toBeGreaterThan(0);
    expect((await program.end("SIGTERM")).code).toBe(0);
  });

  it("says where it is not told, when its variables are missing where the command runs", async () => {
    slack = await openSlack();
    writeFileSync(join(folder.path, "settings.yaml"), SETTINGS);
    await withAnswer();
    const asked = await run(["digest", "--week", "2026-W03", "--post"], { EMPTYCHAIR_DATA: folder.path });
    expect(asked.code).toBe(0);
    expect(asked.err).toBe(
      "emptychair: slack has a channel for the team, but no variable connects to slack: nothing is told there. Set them.\n",
    );
  });
});
