import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { editText, type Keys } from "../adapters/write-settings.ts";

const FILE = `# Our desk

desk:
  name:   'Acme Support'   # as customers know us
  brand: Acme

ask:  # when we ask
  delay: 5m  # not at once
  quietHours: "20:00-08:00"
  # more to come
products: # sold since 2024
  - id: billing   # the oldest
    name: Billing
  - id: app
    name: "Mobile app"   # iOS and Android
roles:
  agents: [slack:T1:U1,   slack:T1:U2] # two of us
# the end
`;

const edited = (text: string, keys: Keys, value?: unknown) => editText(text, { keys, value }) ?? "";
/** The file with lines of it in place of others; all else byte for byte. */
const lines = (from: string, to: string) => {
  expect(FILE).toContain(from);
  return FILE.replace(from, to);
};

describe("A settings file in which one setting is changed", () => {
  it.each<[string, Keys, unknown, string, string]>([
    ["a plain value", ["ask", "delay"], "10m", "delay: 5m  # not", "delay: 10m  # not"],
    ["the quotes that stood there", ["desk", "name"], "Acme's Desk", "'Acme Support'", "'Acme''s Desk'"],
    ["a value that needs none of them", ["ask", "quietHours"], "", '"20:00-08:00"', '""'],
    [
      "a new one after the last of its group",
      ["desk", "locale"],
      "de",
      "  brand: Acme\n",
      "  brand: Acme\n  locale: de\n",
    ],
    [
      "a new group after the last one",
      ["digest", "minAnswers"],
      9,
      "# two of us\n",
      "# two of us\ndigest:\n  minAnswers: 9\n",
    ],
    ["a list on its line", ["roles", "agents"], ["slack:T1:U1"], "[slack:T1:U1,   slack:T1:U2]", "[slack:T1:U1]"],
    ["one that is gone", ["desk", "brand"], undefined, "  brand: Acme\n", ""],
    [
      "the last one of its group",
      ["roles", "agents"],
      undefined,
      "roles:\n  agents: [slack:T1:U1,   slack:T1:U2] # two of us\n",
      "",
    ],
    [
      "an entry more, the others with their comments",
      ["products"],
      [
        { id: "billing", name: "Billing" },
        { id: "app", name: "Mobile app" },
        { id: "web", name: "Shop: web" },
      ],
      "# iOS and Android\n",
      '# iOS and Android\n  - id: web\n    name: "Shop: web"\n',
    ],
    [
      "an entry changed between others",
      ["products"],
      [
        { id: "billing", name: "Bills" },
        { id: "app", name: "Mobile app" },
      ],
      "  - id: billing   # the oldest\n    name: Billing\n",
      "  - id: billing\n    name: Bills\n",
    ],
    [
      "an entry less",
      ["products"],
      [{ id: "billing", name: "Billing" }],
      '  - id: app\n    name: "Mobile app"   # iOS and Android\n',
      "",
    ],
  ])("keeps everything beside %s byte for byte", (_, keys, value, from, to) => {
    expect(edited(FILE, keys, value)).toBe(lines(from, to));
  });

  it("keeps the ends of its lines", () => {
    const dos = FILE.replaceAll("\n", "\r\n");
    const made = edited(edited(dos, ["desk", "zone"], "Europe/Berlin"), ["ask", "delay"], "1h");
    expect(made).toBe(
      lines("  brand: Acme\n", "  brand: Acme\n  zone: Europe/Berlin\n").replace("5m", "1h").replaceAll("\n", "\r\n"),
    );
  });

  it.each([
    ["nothing at all", ""],
    ["comments alone", "# nothing yet\n"],
    ["no end of its last line", "desk: { name: Acme }"],
    ["a group with nothing in it", "desk:\n  name: A\nask:\n"],
    ["everything on one line", "{ desk: { name: A }, ask: { delay: 1m } }\n"],
    ["a list of entries on one line", "products: [{ id: a, name: A }] # one\n"],
    ["a text over several lines", "desk:\n  name: >-\n    Acme\n    Support\n  brand: A\n"],
  ])("takes any setting where it has %s", (_, text) => {
    const before = parse(text) ?? {};
    const made = edited(text, ["ask", "delay"], "9m");
    expect(parse(made)).toEqual({ ...before, ask: { ...before.ask, delay: "9m" } });
    const products = [{ id: "x", name: "X", owner: "web:agent:ash" }];
    expect(parse(edited(made, ["products"], products))).toEqual({ ...parse(made), products });
    for (const comment of text.match(/#.*/g) ?? []) expect(made).toContain(comment);
  });

  it("changes one desk alone where two share their settings by an anchor", () => {
    const text = "desks:\n  - id: a\n    ask: &ours # both\n      delay: 1m\n  - id: b # second\n    ask: *ours\n";
    for (const [index, other] of [
      [0, 1],
      [1, 0],
    ] as const) {
      const made = edited(text, ["desks", index, "ask", "delay"], "7m");
      const { desks } = parse(made) as { desks: { ask: unknown }[] };
      expect([desks[index]?.ask, desks[other]?.ask]).toEqual([{ delay: "7m" }, { delay: "1m" }]);
      expect(made).toContain("# both");
      expect(made).toContain("# second");
    }
  });

  it("writes into the desk that is meant", () => {
    const text =
      "desks:\n  - id: a # one\n    desk: { name: A }\n  - id: b   # two\n    ask:\n      delay: 1m\n# end\n";
    expect(edited(text, ["desks", 0, "ask", "sample"], "50%")).toBe(
      text.replace("{ name: A }\n", "{ name: A }\n    ask:\n      sample: 50%\n"),
    );
    expect(edited(text, ["desks", 1, "ask", "delay"])).toBe(text.replace("    ask:\n      delay: 1m\n", ""));
  });

  it("keeps long ids in quotes and long lines in one", () => {
    const long = "word ".repeat(60).trim();
    const made = edited(edited(FILE, ["discord", "teamChannel"], "112233445566778899"), ["desk", "brand"], long);
    expect(made).toContain('teamChannel: "112233445566778899"');
    expect(made).toContain(`brand: ${long}\n`);
  });
});
