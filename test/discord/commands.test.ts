import { describe, expect, it } from "vitest";
import { commandsOf } from "../../adapters/discord/commands.ts";
import { areRegistered } from "../../adapters/discord/registration.ts";
import { WORDING as wording } from "../catalogues.ts";
import { settingsOf } from "../world.ts";

const commands = (more = {}) => commandsOf([settingsOf(more)], wording);

describe("The commands for Discord", () => {
  it("keep to Discord's lengths in every language", () => {
    const texts = (value: unknown, key = ""): [string, string][] =>
      typeof value === "string"
        ? [[key, value]]
        : typeof value === "object" && value !== null
          ? Object.entries(value).flatMap(([name, inner]) =>
              texts(inner, /^[a-z]{2}(-[A-Z]{2})?$/.test(name) ? key : name),
            )
          : [];
    const products = Array.from({ length: 25 }, (_, index) => ({ id: `p${index}`, name: "A product ".repeat(20) }));
    for (const [key, text] of texts(commands({ products })))
      expect([key, text.length <= (key.startsWith("description") || key === "name" ? 100 : 32)]).toEqual([key, true]);
  });

  it("of the team are shown to those who may manage threads, in servers only", () => {
    for (const command of commands()
      .slice(1)
      .filter(({ name }) => name !== "setup"))
      expect(command).toMatchObject({ default_member_permissions: "17179869184", contexts: [0] });
    expect(commands().at(-1)).toMatchObject({ name: "setup", default_member_permissions: "32", contexts: [0] });
    expect(commands()[0]).toMatchObject({ contexts: [0, 1] });
  });

  it("let the team look at the last seven days, the last digest and the open cases", () => {
    const chair = commands().find(({ name }) => name === "chair") as { options: { name: string }[] };
    expect(chair.options.map(({ name }) => name)).toEqual([
      "status",
      "digest",
      "cases",
      "enhance",
      "greetings",
      "page",
      "signout",
      "told",
      "search",
      "speak",
      "cord",
    ]);
    expect(chair.options[1]).toMatchObject({
      description: wording.say("en", "command.digest"),
      description_localizations: { de: wording.say("de", "command.digest") },
    });
  });

  it("let leaders sit down now or every week, with choices and names in their language", () => {
    type Option = { name: string; options?: Option[]; choices?: { name: string; name_localizations?: object }[] };
    const products = [{ id: "app", name: "Mobile app" }];
    const shadow = commands({ products }).find(({ name }) => name === "shadow") as { options: Option[] };
    expect(shadow.options.map(({ name }) => name)).toEqual(["now", "every", "stop", "live", "lessons", "help"]);
    const [now, every] = shadow.options;
    expect(now?.options?.map(({ name }) => name)).toEqual(["count", "band", "product", "week", "theme"]);
    expect(every?.options?.map(({ name }) => name)).toEqual(["day", "time", "count"]);
    expect(every?.options?.[0]?.choices?.[1]).toMatchObject({
      name: "Tuesday",
      name_localizations: { de: "Dienstag" },
    });
    expect(now?.options?.[1]?.choices?.at(-1)).toMatchObject({ name: "Said nothing", value: "silent" });
  });

  it("offer products as choices as long as Discord has room for them", () => {
    const products = (count: number) =>
      Array.from({ length: count }, (_, index) => ({ id: `p${index}`, name: `P ${index}` }));
    const option = (count: number) => {
      const all = commands({ products: products(count) }) as { name: string; options: { choices?: unknown[] }[] }[];
      return all.find(({ name }) => name === "resolve")?.options[0];
    };
    expect(option(25)?.choices).toHaveLength(25);
    expect(option(26)?.choices).toBeUndefined();
  });

  it("are the same whatever Discord adds to them, and others if a word differs", () => {
    const registered = commands().map((command) => ({
      ...command,
      id: "1",
      version: "2",
      nsfw: false,
      dm_permission: null,
    }));
    expect(areRegistered(registered.toReversed(), commands())).toBe(true);
    expect(areRegistered(registered.slice(1), commands())).toBe(false);
    expect(areRegistered([...registered, registered[0]], commands())).toBe(false);
    expect(areRegistered([{ ...registered[0], description: "Other" }, ...registered.slice(1)], commands())).toBe(false);
    expect(areRegistered(null, commands())).toBe(false);
  });
});
