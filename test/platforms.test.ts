import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { readConfig } from "../adapters/config.ts";
import { faultLine } from "../adapters/fault.ts";
import { secretsOf } from "../adapters/log.ts";
import type { Platform } from "../adapters/platform.ts";
import { PLATFORMS } from "../adapters/platforms.ts";
import { channel, section } from "../src/settings/kinds.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "emptychair-platforms-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const fourthSection = section({ room: channel.optional() });

/** A platform that nothing but its declaration knows. */
const fourth: Platform<z.output<typeof fourthSection>, { readonly word: string }> = {
  name: "fourth",
  section: fourthSection,
  variables: { FOURTH_WORD: z.string().min(4, { error: "a longer word" }).optional().meta({ secret: true }) },
  access({ FOURTH_WORD: word }) {
    if (typeof word !== "string") return { access: null };
    const fault = { where: "FOURTH_WORD", found: "a tired word", allowed: "a fresh one", remedy: "Think of one." };
    return word === "tired" ? { faults: [fault] } : { access: { word } };
  },
  oddities: (_, desks) => (desks.some((desk) => desk.section.room) ? [] : ["The fourth has no room. Name one."]),
  claims: ({ room }) => (room === undefined ? [] : [`fourth:${room}`]),
  mapPlaces: ({ room }, place) => ({ ...(room === undefined ? {} : { room: place(room) }) }),
  setUp: {
    title: "The fourth",
    tokens: [{ variable: "FOURTH_WORD", found: "in a book" }],
    hasCategories: false,
    offer: () => Promise.reject(new Error("It is only declared.")),
  },
  teamLanes: ({ room }) => (room === undefined ? [] : [`fourth:${room}`]),
  check: async () => [],
  create: () => Promise.reject(new Error("It is only declared.")),
  commands: [],
};

function read(
  settings: string,
  environment: Readonly<Record<string, string>> = {},
  platforms = [...PLATFORMS, fourth],
) {
  const path = join(folder, "settings.yaml");
  writeFileSync(path, settings);
  const given = { ...environment, EMPTYCHAIR_SETTINGS: path };
  return readConfig({ environment: given, folder, onTerminal: false, platforms: platforms as readonly Platform[] });
}

function faults(...given: Parameters<typeof read>): string[] {
  const result = read(...given);
  return "faults" in result ? result.faults.map(faultLine) : [];
}

function config(...given: Parameters<typeof read>) {
  const result = read(...given);
  if ("faults" in result) throw new Error(result.faults.map(faultLine).join("\n"));
  return result;
}

describe("A platform that is declared", () => {
  it("has its section in the settings file, which is unknown without it", () => {
    expect(config("fourth: { room: R1 }").config.desks[0].sections.fourth).toEqual({ room: "R1" });
    expect(faults("fourth: { room: 7, door: open }")).toEqual([
      expect.stringMatching(/^fourth\.room in .+: found 7; allowed is a channel id/),
      expect.stringMatching(/^Unknown setting fourth\.door in .+\. /),
    ]);
    expect(faults("fourth: { room: R1 }", {}, [])).toEqual([expect.stringMatching(/^Unknown setting fourth in /)]);
  });

  it("has its variables read, its secrets hidden and its access kept", () => {
    const told = config("fourth: { room: R1 }", { FOURTH_WORD: "sesame" });
    expect(told.config.access).toEqual({ fourth: { word: "sesame" } });
    expect(secretsOf(told.config)).toEqual(["sesame"]);
    expect(told.warnings).toEqual([]);
    const [line] = faults("", { FOURTH_WORD: "ses" });
    expect(line).toBe(
      "FOURTH_WORD: found a value that is not shown here; allowed is a longer word. Set FOURTH_WORD anew, or unset it.",
    );
  });

  it("says what does not fit together, and what is missing", () => {
    expect(faults("", { FOURTH_WORD: "tired" })).toEqual([
      "FOURTH_WORD: found a tired word; allowed is a fresh one. Think of one.",
    ]);
    expect(config("", { FOURTH_WORD: "sesame" }).warnings).toEqual(["The fourth has no room. Name one."]);
  });

  it("is warned about where a team's channel is set and nothing connects to it", () => {
    expect(config("fourth: { room: R1 }").warnings).toEqual([
      expect.stringMatching(/^fourth has a channel for the team/),
    ]);
  });
});

describe("A place that two desks claim", () => {
  const two = (first: string, second: string) => `desks: [{ id: support, ${first} }, { id: returns, ${second} }]`;

  it.each([
    ["slack: { supportChannels: [C1] }", "slack: { supportChannels: [C2, C1] }", "slack:C1", "slack"],
    ['slack: { teamChannel: "T1:C1" }', "slack: { supportChannels: [C1] }", "slack:C1", "slack"],
    ['discord: { ticketCategories: ["7"] }', 'discord: { ticketCategories: ["7"] }', "discord:7", "discord"],
    ["fourth: { room: R1 }", "fourth: { room: R1 }", "fourth:R1", "fourth"],
  ])("is a fault that names both: %s and %s", (first, second, place, name) => {
    const [line, ...rest] = faults(two(first, second));
    expect(rest).toEqual([]);
    expect(line).toMatch(new RegExp(`^desks\\.1\\.${name} in .*settings\\.yaml: found ${place}, `));
    expect(line).toMatch(
      /the desk support names as well as the desk returns; allowed is .+ Leave it to one of the two\.$/,
    );
  });

  it("is none where they differ, and where one desk names a place twice", () => {
    expect(faults(two("slack: { supportChannels: [C1] }", 'discord: { supportChannels: ["1"] }'))).toEqual([]);
    expect(faults("slack: { teamChannel: C1, supportChannels: [C1] }")).toEqual([]);
  });
});
