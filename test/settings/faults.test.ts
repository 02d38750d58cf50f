import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { PLATFORMS } from "../../adapters/platforms.ts";
import { sectionsOf } from "../../adapters/settings-file.ts";
import { readDesks, settingsFileSchema } from "../../src/desk-config.ts";
import type { SettingsFault } from "../../src/settings/faults.ts";

const SECTIONS = sectionsOf(PLATFORMS);

function faultsIn(input: unknown): SettingsFault[] {
  const result = readDesks(input, SECTIONS);
  return "faults" in result ? result.faults : [];
}

describe("A setting that is wrong", () => {
  it.each<[string, string, string, string]>([
    ["desk: { zone: Berlin }", "desk.zone", '"Berlin"', "an IANA time zone such as Europe/Berlin"],
    ["desk: { zone: '+02:00' }", "desk.zone", '"+02:00"', "an IANA time zone such as Europe/Berlin"],
    [
      "desk: { zone: '2026-01-01T00:00Z' }",
      "desk.zone",
      '"2026-01-01T00:00Z"',
      "an IANA time zone such as Europe/Berlin",
    ],
    ["desk: { zone: 1 }", "desk.zone", "1", "an IANA time zone such as Europe/Berlin"],
    ["desk: { locale: pt_BR }", "desk.locale", '"pt_BR"', "a language tag such as en or pt-BR"],
    ["desk: { locale: [en] }", "desk.locale", '["en"]', "a language tag such as en or pt-BR"],
    ["desk: { brand: '  ' }", "desk.brand", '"  "', "a text that is not empty"],
    ["desk: { name: 7 }", "desk.name", "7", "a text that is not empty"],
    ["desk: { phoneCountry: de }", "desk.phoneCountry", '"de"', "a two-letter country code such as DE"],
    ["desk: { phoneCountry: 49 }", "desk.phoneCountry", "49", "a two-letter country code such as DE"],
    [
      "desk: { businessHours: 9 to 5 }",
      "desk.businessHours",
      '"9 to 5"',
      'days and hours such as "Mon-Fri 09:00-17:00", "Mon-Thu 09:00-12:30 13:30-18:00, Fri 09:00-13:00" or "24/7", none of them twice',
    ],
    [
      "desk: { holidays: ['12-25', 2026-02-29] }",
      "desk.holidays.1",
      '"2026-02-29"',
      'a day such as "2026-12-25", or "12-25" for every year',
    ],
    ["desk: { holidays: 12-25 }", "desk.holidays", '"12-25"', "a list of days"],
    ["question: { scale: 1-5 }", "question.scale", '"1-5"', "1-10 or 0-10"],
    ["question: { scale: 10 }", "question.scale", "10", "1-10 or 0-10"],
    ["question: { aboutProduct: 'yes' }", "question.aboutProduct", '"yes"', "true or false"],
    ["ask: { where: mail }", "ask.where", '"mail"', "thread or dm"],
    ["ask: { sample: 50 }", "ask.sample", "50", "a whole percentage from 0% to 100%"],
    ["ask: { sample: 101% }", "ask.sample", '"101%"', "a whole percentage from 0% to 100%"],
    ["ask: { quietHours: 20-8 }", "ask.quietHours", '"20-8"', 'a span such as "20:00-08:00", or "" for none'],
    ["ask: { minAgentMessages: -1 }", "ask.minAgentMessages", "-1", "a whole number, 0 or more"],
    ["ask: { minAgentMessages: 1.5 }", "ask.minAgentMessages", "1.5", "a whole number, 0 or more"],
    ["ask: { minAgentMessages: '2' }", "ask.minAgentMessages", '"2"', "a whole number, 0 or more"],
    ["digest: { minAnswers: 0 }", "digest.minAnswers", "0", "a whole number, 1 or more"],
    ["digest: { minAnswers: .nan }", "digest.minAnswers", "NaN", "a whole number, 1 or more"],
    ["digest: { post: Monday 9 }", "digest.post", '"Monday 9"', 'a day and time such as "Mon 09:00"'],
    ["digest: { post: Mon 24:00 }", "digest.post", '"Mon 24:00"', 'a day and time such as "Mon 09:00"'],
    ["shadowing: { reveal: before }", "shadowing.reveal", '"before"', "after-guess"],
    [
      "shadowing: { shifts: [{ every: Tue 09:00 }] }",
      "shadowing.shifts.0.who",
      "nothing",
      "an address such as slack:T1:U7 or discord:G1:R5",
    ],
    ["products: { id: app }", "products", '{"id":"app"}', "a list of products"],
    ["products: [app]", "products.0", '"app"', "a product with id, name and perhaps owner"],
    ["products: [{ id: My App, name: App }]", "products.0.id", '"My App"', "small letters, digits and hyphens"],
    ["products: [{ id: app }]", "products.0.name", "nothing", "a text that is not empty"],
    ["roles: { leads: someone }", "roles.leads", '"someone"', "a list of addresses"],
    ["roles: { leads: [someone] }", "roles.leads.0", '"someone"', "an address such as slack:T1:U7 or discord:G1:R5"],
    [
      "discord: { teamChannel: 112233445566778899 }",
      "discord.teamChannel",
      "112233445566778900",
      'a channel id in quotes, such as "C0TEAM" or "112233445566778899"',
    ],
    ["slack: { supportChannels: C0HELP }", "slack.supportChannels", '"C0HELP"', "a list of channel ids"],
    ["ask:", "ask", "null", "a group of settings, or nothing at all"],
    ["ask: 5m", "ask", '"5m"', "a group of settings, or nothing at all"],
    ["just words", "(whole file)", '"just words"', "groups of settings such as desk and ask"],
    ["[]", "(whole file)", "[]", "groups of settings such as desk and ask"],
  ])("is named with what was found and what is allowed: %s", (yaml, path, found, allowed) => {
    expect(faultsIn(parse(yaml))).toEqual([{ path, found, allowed }]);
  });

  it.each([
    ["5"],
    ["5 m"],
    ["5M"],
    ["-5m"],
    ["5m30s"],
    ["1.5h"],
    ["P1M"],
    ["P1Y"],
    ["-PT1H"],
    ["PT0.5S"],
    ["0s"],
    ["36501d"],
    ["99999999999999999999d"],
    [""],
    ["soon"],
  ])("is a duration such as %j", (remindAfter) => {
    expect(faultsIn({ ask: { remindAfter } })).toEqual([
      {
        path: "ask.remindAfter",
        found: JSON.stringify(remindAfter),
        allowed: "a duration such as 90s, 5m, 24h, 7d or an ISO 8601 duration, from 1s to 36500d",
      },
    ]);
  });

  it("is listed with all the others, in whatever group they stand", () => {
    const faults = faultsIn({
      desk: { zone: "Nowhere", colour: "red" },
      ask: { delay: 5, sample: "most" },
      products: [{ id: "app", name: "" }, { id: "app", name: "App" }, 7],
      roles: { leads: ["x"], bosses: [] },
      telegram: {},
    });
    expect(faults.map(({ path }) => path).sort()).toEqual([
      "ask.delay",
      "ask.sample",
      "desk.colour",
      "desk.zone",
      "products.0.name",
      "products.1.id",
      "products.2",
      "roles.bosses",
      "roles.leads.0",
      "telegram",
    ]);
    for (const { found, allowed } of faults) expect([found, allowed]).not.toContain("");
  });

  it.each([
    [{ telegram: { token: 1 } }, "telegram", '{"token":1}'],
    [{ ask: { Delay: "5m" } }, "ask.Delay", '"5m"'],
    [{ shadowing: { shifts: [{ who: "web:a", every: "Mon 09:00", often: 1 }] } }, "shadowing.shifts.0.often", "1"],
    [{ products: [{ id: "a", name: "A", price: null }] }, "products.0.price", "null"],
    [JSON.parse('{"ask":{"constructor":1}}'), "ask.constructor", "1"],
    [JSON.parse('{"__proto__":{"brand":"x"}}'), "__proto__", '{"brand":"x"}'],
  ])("is a key that nobody knows, at any depth: %j", (input, path, found) => {
    const allowed = "only the settings in the table of the README";
    expect(faultsIn(input)).toEqual([{ path, found, allowed }]);
  });

  it("is a product id that another product has", () => {
    const product = (id: string) => ({ id, name: id });
    expect(faultsIn({ products: ["a", "b", "a", "a"].map(product) })).toEqual(
      [2, 3].map((index) => ({
        path: `products.${index}.id`,
        found: '"a"',
        allowed: "an id that no other product has",
      })),
    );
  });

  it("may refer to itself without breaking the report", () => {
    const circle: { itself?: unknown } = {};
    circle.itself = circle;
    expect(faultsIn({ desk: { name: circle } })).toEqual([
      { path: "desk.name", found: "a value that cannot be shown", allowed: "a text that is not empty" },
    ]);
  });

  it("is never explained in the words of a library", () => {
    const groups = Object.keys(settingsFileSchema(SECTIONS).shape);
    const wrong = [null, 7, "x", [], [{}], [7], { x: 1 }];
    for (const group of groups)
      for (const value of wrong)
        for (const { allowed } of faultsIn({ [group]: value }))
          expect(allowed).not.toMatch(/expected|invalid|received/i);
  });
});
