import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { PLATFORMS } from "../../adapters/platforms.ts";
import { sectionsOf } from "../../adapters/settings-file.ts";
import { settingsFileSchema } from "../../src/desk-config.ts";
import { UNHEEDED, unheededIn } from "../../src/settings/unheeded.ts";
import { settingsRead } from "./reads.ts";

type Described = z.core.JSONSchema.JSONSchema;

/** Every setting of a desk as `section.key` or `list[].key`. */
function settings(): string[] {
  const schema = settingsFileSchema(sectionsOf(PLATFORMS)).omit({ desks: true });
  const { properties = {} } = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) as Described;
  return Object.entries(properties as Record<string, Described>).flatMap(([name, part]) => {
    const items = part.items as Described | undefined;
    const keys = Object.keys(part.properties ?? items?.properties ?? {});
    return keys.map((key) => `${name}${items === undefined ? "" : "[]"}.${key}`);
  });
}

const SOURCE = `import type { Settings } from "./settings.ts";
export const reads = (settings: Settings): boolean => settings.question.heeded;
export const readsAnother = (other: { readonly unheeded: boolean }): boolean => other.unheeded;
`;

describe("Every setting", () => {
  it("is read by something that heeds it, or stands in the list of those that nothing heeds yet", () => {
    const planted = { settings: ["heeded", "unheeded"], source: SOURCE };
    const reads = settingsRead(
      PLATFORMS.map(({ name }) => name),
      planted,
    );
    const unread = [...settings(), "question.heeded", "question.unheeded"].filter((setting) => !reads.has(setting));
    expect(unread.toSorted()).toEqual([...UNHEEDED, "question.unheeded"].toSorted());
    expect(reads.get("question.heeded")).toEqual(["src/planted.ts"]);
  }, 180_000);
});

describe("The settings that nothing heeds yet", () => {
  const unheeded = ["shadowing.shifts", "privacy.responseRetention"];
  it.each<[string, string[]]>([
    ["", []],
    ["recovery: { contactWithin: 1h }", []],
    ["shadowing: { shifts: [] }\nprivacy: { responseRetention: 1d }", unheeded],
    [
      "desks: [{ id: a, shadowing: { shifts: [] } }, { id: b, privacy: { responseRetention: 2d } }]",
      ["desks.0.shadowing.shifts", "desks.1.privacy.responseRetention"],
    ],
  ])("are found in a file that sets them: %s", (yaml, paths) => {
    expect(unheededIn(parse(yaml), unheeded)).toEqual(paths);
  });
});
