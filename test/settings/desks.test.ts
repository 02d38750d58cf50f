import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { PLATFORMS } from "../../adapters/platforms.ts";
import { sectionsOf } from "../../adapters/settings-file.ts";
import { readDesks } from "../../src/desk-config.ts";

const read = (yaml: string) => readDesks(parse(yaml), sectionsOf(PLATFORMS));

function desks(yaml: string) {
  const result = read(yaml);
  if ("faults" in result) throw new Error(JSON.stringify(result.faults));
  return result.desks;
}

function faults(yaml: string) {
  const result = read(yaml);
  return "faults" in result ? result.faults : [];
}

const TWO = `
desks:
  - { id: support, desk: { brand: Acme }, ask: { delay: 1s }, slack: { supportChannels: [C1] } }
  - { id: returns-2, desk: { brand: Acme Returns, zone: Europe/Berlin }, discord: { teamChannel: "7" } }
`;

describe("A settings file of several desks", () => {
  it("gives each its own settings and sections, with the defaults of one", () => {
    const [first, second] = desks(TWO);
    const [plain] = desks("");
    expect([first.id, second?.id]).toEqual(["support", "returns-2"]);
    expect(first.settings).toEqual({
      ...plain.settings,
      desk: { ...plain.settings.desk, brand: "Acme" },
      ask: { ...plain.settings.ask, delay: 1_000 },
    });
    expect(second?.settings.desk).toMatchObject({ brand: "Acme Returns", zone: "Europe/Berlin" });
    expect(second?.settings.ask).toEqual(plain.settings.ask);
    expect(first.sections).toEqual({
      ...plain.sections,
      slack: { supportChannels: ["C1"], resolveReaction: "white_check_mark", cordReaction: "rotating_light" },
    });
    expect(second?.sections.discord).toMatchObject({ teamChannel: "7" });
  });

  it("may have one desk, which need not be called default", () => {
    expect(desks("desks: [{ id: support }]").map(({ id }) => id)).toEqual(["support"]);
  });

  it.each<[string, string, string, string]>([
    ["desks: {}", "desks", "{}", "a list of desks, one at least"],
    ["desks: []", "desks", "[]", "a list of desks, one at least"],
    ["desks:", "desks", "null", "a list of desks, one at least"],
    ["desks: [support]", "desks.0", '"support"', "a desk with an id and groups of settings"],
    ["desks: [{ desk: {} }]", "desks.0.id", "nothing", "small letters, digits and hyphens"],
    ["desks: [{ id: Support }]", "desks.0.id", '"Support"', "small letters, digits and hyphens"],
    ["desks: [{ id: a }, { id: b }, { id: a }]", "desks.2.id", '"a"', "an id that no other desk has"],
    [
      "desks: [{ id: a }, { id: b, digest: { minAnswers: 0 } }]",
      "desks.1.digest.minAnswers",
      "0",
      "a whole number, 1 or more",
    ],
    [
      "desks: [{ id: a, slack: { supportChannels: C1 } }]",
      "desks.0.slack.supportChannels",
      '"C1"',
      "a list of channel ids",
    ],
    [
      "desks: [{ id: a, ask: { colour: red } }]",
      "desks.0.ask.colour",
      '"red"',
      "only the settings in the table of the README",
    ],
    ["desks: [{ id: a, desks: [] }]", "desks.0.desks", "[]", "only the settings in the table of the README"],
  ])("is refused where %s", (yaml, path, found, allowed) => {
    expect(faults(yaml)).toEqual([{ path, found, allowed }]);
  });

  it("has nothing of one desk beside the list, and says where it belongs", () => {
    expect(faults("ask: { delay: 1s }\nslack: {}\ncolour: red\ndesks: [{ id: a }]")).toEqual([
      { path: "colour", found: '"red"', allowed: "only the settings in the table of the README" },
      {
        path: "ask",
        found: '{"delay":"1s"}',
        allowed: "nothing but desks where desks stands",
        remedy: "Move it into each desk that it is meant for, or have one desk and no list.",
      },
      expect.objectContaining({ path: "slack" }),
    ]);
  });

  it("has the faults of every desk listed, and those beside the list", () => {
    const found = faults("ask: { delay: soon }\ndesks: [{ id: a, ask: { delay: soon } }, { id: a, roles: [] }]");
    expect(found.map(({ path }) => path)).toEqual([
      "ask.delay",
      "desks.0.ask.delay",
      "desks.1.roles",
      "desks.1.id",
      "ask",
    ]);
  });
});
