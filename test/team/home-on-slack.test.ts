import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { botOver, openStore } from "../../adapters/compose.ts";
import { createIds } from "../../adapters/ids.ts";
import { startProgram } from "../../adapters/main.ts";
import { systemClock } from "../../src/clock.ts";
import { DEFAULT_DESK } from "../../src/desk.ts";
import { temporaryFolder } from "../database/open-store.ts";
import { readable } from "../servers/slack/readable.ts";
import { configIn, openSlack, SETTINGS, SUPPORT, TEAM_CHANNEL, variablesFor } from "../slack-program.ts";
import { rememberingLog } from "../world.ts";

const PATIENCE = { timeout: 20_000, interval: 50 };

it("an unhappy answer that came before Slack was ever reached is told once, in the workspace by its name", async () => {
  const slack = await openSlack();
  onTestFinished(() => slack.stop());
  const folder = temporaryFolder();
  writeFileSync(join(folder, "settings.yaml"), SETTINGS.replace("delay: 1s", "delay: 0s, minAgentMessages: 0"));
  const config = configIn(folder, variablesFor(slack, "socket"));
  const surroundings = { log: rememberingLog(), ids: createIds(), clock: systemClock };
  const store = await openStore(join(folder, "emptychair.db"));
  const bot = botOver(config, store, surroundings);
  const rows = store.at(DEFAULT_DESK);
  const by = { address: "slack:T1:U1", role: "customer" } as const;
  const talk = { conversation: `slack:T1:${SUPPORT}:1700000000.000100`, at: systemClock.now() };
  await bot.handle({ kind: "message", id: "m", ...talk, messageId: "1", author: by, text: "My invoice is wrong." });
  await bot.handle({ kind: "resolved", id: "r", ...talk, by: { address: "slack:T1:U2", role: "agent" } });
  const [survey] = await rows.list("survey", {});
  await bot.handle({ kind: "survey-due", id: null, at: systemClock.now(), subject: survey?.id ?? "" });
  const scored = { kind: "score-given", id: "s", at: systemClock.now(), score: 2, via: "tap" } as const;
  await bot.handle({ ...scored, surveyId: survey?.id ?? "", by });
  expect((await rows.list("case", {}))[0]?.alerts.map(({ lane }) => lane)).toContain(`slack:home:${TEAM_CHANNEL}`);
  await store.close();

  const running = await startProgram(config, surroundings);
  onTestFinished(() => running.stop());
  const told = () => slack.messages(TEAM_CHANNEL).map(readable);
  await expect.poll(told, PATIENCE).toHaveLength(1);
  await expect.poll(() => told()[0], PATIENCE).toContain("2 out of 10");
  await running.stop();

  const again = await openStore(join(folder, "emptychair.db"));
  const homeless = JSON.stringify(
    await Promise.all((["post", "case"] as const).map((table) => again.at(DEFAULT_DESK).list(table, {}))),
  );
  expect(homeless).not.toContain(":home:");
  expect(homeless).toContain(`slack:T1:${TEAM_CHANNEL}`);
  await again.close();
});
