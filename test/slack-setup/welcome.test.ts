import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { parse } from "yaml";
import { createIds } from "../../adapters/ids.ts";
import { startProgram } from "../../adapters/main.ts";
import { systemClock } from "../../src/clock.ts";
import { eachInFolder } from "../cli/folder.ts";
import { configIn, openSlack, variablesFor } from "../slack-program.ts";
import { rememberingLog } from "../world.ts";

const folder = eachInFolder();

/** A program that has never been set up, and whoever holds its key. */
async function newProgram(isOnSlack: boolean) {
  const slack = await openSlack();
  onTestFinished(() => slack.stop());
  const config = configIn(folder.path, isOnSlack ? variablesFor(slack, "socket") : {});
  const running = await startProgram(config, { log: rememberingLog(), ids: createIds(), clock: systemClock });
  onTestFinished(() => running.stop());
  const { origin } = new URL(running.url);
  const entered = await fetch(running.url, { redirect: "manual" });
  const Cookie = entered.headers
    .getSetCookie()
    .map((one) => one.split(";")[0])
    .join("; ");
  const ask = (path: string, fields?: Readonly<Record<string, string>>) =>
    fetch(`${origin}${path}`, {
      redirect: "manual",
      headers: { Cookie, Origin: origin },
      ...(fields === undefined ? {} : { method: "POST", body: new URLSearchParams(fields) }),
    });
  const written = () => parse(readFileSync(join(folder.path, "settings.yaml"), "utf8"));
  return { slack, ask, written, isWritten: () => existsSync(join(folder.path, "settings.yaml")), origin };
}

const DESK = { brand: "Acme", deskName: "Acme Support", zone: "Europe/Berlin", locale: "de" };

describe("The first questions on a page", () => {
  it("are led to from the lobby, tried with Slack, and written into a new settings file", async () => {
    const { ask, written, isWritten } = await newProgram(true);
    expect(await (await ask("/")).text()).toContain('href="/welcome"');
    const page = await (await ask("/welcome")).text();
    expect(page).toContain("Where do customers write?");
    expect(page).toContain('<option value="#support">');
    const typo = await ask("/welcome", { ...DESK, "slack-support": "#suport", "slack-team": "#team" });
    expect(typo.status).toBe(422);
    expect(await typo.text()).toContain("There is no #suport. There are: #support");
    expect(isWritten()).toBe(false);
    const fields = { ...DESK, "slack-support": "#support", "slack-team": "team", "slack-agents": "@support-team" };
    expect((await ask("/welcome", fields)).headers.get("location")).toBe("/");
    expect(written()).toEqual({
      desk: { brand: "Acme", name: "Acme Support", zone: "Europe/Berlin", locale: "de" },
      roles: { agents: ["slack:T1:S1"] },
      slack: { teamChannel: "C9", supportChannels: ["C1"] },
    });
    expect(await (await ask("/")).text()).not.toContain('href="/welcome"');
    const again = await (await ask("/welcome")).text();
    expect(again).toContain("Wo schreiben Kunden?");
    expect(again).toContain('value="#support"');
  });

  it("are asked without a chat too, and say at the field what is wrong", async () => {
    const { ask, written, origin } = await newProgram(false);
    expect(await (await ask("/welcome")).text()).toContain("SLACK_BOT_TOKEN");
    const wrong = await ask("/welcome", { ...DESK, zone: "Mars" });
    expect(wrong.status).toBe(422);
    expect(await wrong.text()).toContain("Allowed: an IANA time zone such as Europe/Berlin");
    expect((await ask("/welcome", DESK)).status).toBe(303);
    expect(written()).toEqual({ desk: { brand: "Acme", name: "Acme Support", zone: "Europe/Berlin", locale: "de" } });
    expect((await fetch(`${origin}/welcome`, { redirect: "manual" })).status).not.toBe(200);
  });
});
