import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createMemoryStore } from "../adapters/database/memory.ts";
import { holdDesks } from "../adapters/held-desks.ts";
import { PLATFORMS } from "../adapters/platforms.ts";
import { readSettingsText } from "../adapters/settings-file.ts";
import { createSettingsKeeper } from "../adapters/settings-keeper.ts";
import { holdThemes } from "../adapters/themes.ts";
import { createBot } from "../src/bot.ts";
import { createDesks } from "../src/desk.ts";
import type { DeskConfig } from "../src/desk-config.ts";
import type { Person } from "../src/interaction/customer.ts";
import type { SettingEdit } from "../src/settings/settings-keeper.ts";
import { WORDING } from "./catalogues.ts";
import { temporaryFolder } from "./database/open-store.ts";
import { countingIds, MONDAY_TEN, rememberingLog } from "./world.ts";

const ADMIN: Person = { address: "web:person:1", role: "admin", name: "Somebody", locale: "en" };
const FILE = `# Ours
desk:
  name: Acme   # as customers know us
  brand: Acme
ask: { delay: 5m }
`;

/** The keeper of a file, the bot that tells the audit log, and the settings as everybody holds them. */
async function keeping(
  text: string | null = FILE,
  { store = createMemoryStore(), folder = temporaryFolder(), withoutFile = undefined as unknown } = {},
) {
  const file = join(folder, "settings.yaml");
  if (text !== null) writeFileSync(file, text);
  const read = readSettingsText(text ?? JSON.stringify(withoutFile ?? {}), file, PLATFORMS);
  if ("faults" in read) throw new Error(JSON.stringify(read.faults));
  const held = holdDesks(read.desks);
  const warnings: string[] = [];
  const log = { ...rememberingLog(), warn: (message: string) => void warnings.push(message) };
  const clock = { now: () => MONDAY_TEN };
  const deskOf = ({ id, settings }: DeskConfig) => ({
    id,
    settings,
    themes: holdThemes(settings),
    teamLanes: () => [],
  });
  const [first, ...others] = held.desks;
  const desks = createDesks(deskOf(first), ...others.map(deskOf));
  const bot = createBot({ store, desks, wording: WORDING, ids: countingIds(), clock, log });
  const without = withoutFile === undefined ? {} : { withoutFile };
  const keeper = createSettingsKeeper({
    file,
    ...without,
    platforms: PLATFORMS,
    held,
    bot,
    wording: WORDING,
    clock,
    log,
  });
  await keeper.start();
  await keeper.stop();
  const told = async (desk = first.id) =>
    (await store.at(desk).list("audit", { orderBy: "number" })).map(({ act, byName, via, facts }) => ({
      act,
      byName,
      via,
      ...facts,
    }));
  const change = (edits: readonly SettingEdit[], by = ADMIN, desk = first.id) =>
    keeper.change(desk, edits, { by, via: "page" });
  return {
    keeper,
    held,
    bot,
    store,
    folder,
    file,
    warnings,
    log,
    told,
    change,
    text: () => readFileSync(file, "utf8"),
  };
}

describe("A setting that is changed", () => {
  it("lets no webhook into a private network that the file did not let there by hand", async () => {
    const inner = { id: "in", url: "http://10.0.0.7/in", allowPrivate: true };
    const [byHand, open] = [
      { ...inner, url: "http://hooks.internal/" },
      { id: "out", url: "https://example.org/" },
    ];
    const { change, text } = await keeping(`webhooks: ${JSON.stringify([byHand])}\n`);
    const refused = await change([{ path: "webhooks", value: [byHand, { ...inner, id: "two" }] }]);
    expect(refused).toMatchObject({ kind: "faulty", faults: [{ path: "webhooks", found: "allowPrivate: true" }] });
    expect(text()).not.toContain("10.0.0.7");
    expect(await change([{ path: "webhooks", value: [byHand, open] }])).toMatchObject({ kind: "changed" });
  });

  it("stands in the file with its comments, is in force for whoever holds the settings, and in the audit log", async () => {
    const { change, held, text, told, keeper } = await keeping();
    const { settings } = held.desks[0];
    const edits = [
      { path: "desk.name", value: "Acme Help" },
      { path: "digest.themes", value: { refund: ["moneyback"] } },
    ];
    expect(await change(edits)).toEqual({ kind: "changed", atNextStart: [] });
    expect(text()).toBe(
      `${FILE.replace("name: Acme ", "name: Acme Help ")}digest:\n  themes:\n    refund:\n      - moneyback\n`,
    );
    expect(settings.desk.name).toBe("Acme Help");
    expect(await told()).toEqual([
      {
        act: "settings-changed",
        byName: "Somebody",
        via: "page",
        path: "desk.name",
        from: '"Acme"',
        to: '"Acme Help"',
      },
      {
        act: "settings-changed",
        byName: "Somebody",
        via: "page",
        path: "digest.themes",
        from: null,
        to: '{"refund":["moneyback"]}',
      },
    ]);
    const shown = keeper.list("default").filter(({ path }) => ["desk.name", "desk.zone"].includes(path));
    expect(shown).toEqual([
      { path: "desk.name", value: "Acme Help", source: "file" },
      { path: "desk.zone", value: "UTC", source: "default" },
    ]);
  });

  it("goes back to its default", async () => {
    const { change, held, text } = await keeping();
    await change([{ path: "desk.brand" }]);
    expect([held.desks[0].settings.desk.brand, text()]).toEqual(["us", FILE.replace("  brand: Acme\n", "")]);
  });

  it("is of one desk alone where there are several", async () => {
    const two =
      "desks:\n  - id: support # first\n    desk: { name: A }\n  - id: returns\n    ask:\n      delay: 1m # soon\n";
    const { change, held, text, told } = await keeping(two);
    await change([{ path: "ask.delay", value: "2m" }], ADMIN, "returns");
    expect(text()).toBe(two.replace("1m #", "2m #"));
    expect(held.desks.map(({ settings }) => settings.ask.delay)).toEqual([300_000, 120_000]);
    expect([(await told("support")).length, (await told("returns")).length]).toEqual([0, 1]);
    const claimed = [{ path: "slack.supportChannels", value: ["C1"] }];
    expect((await change(claimed)).kind).toBe("changed");
    expect(await change(claimed, ADMIN, "returns")).toMatchObject({
      kind: "faulty",
      faults: [{ path: "slack", allowed: "a place of one desk alone" }],
    });
  });

  it("makes a file for its owner alone where there was none, with what held without it", async () => {
    const { change, file, text, held } = await keeping(null, { withoutFile: { desk: { brand: "Acme" } } });
    await change([{ path: "ask.delay", value: "2m" }]);
    expect(text()).toBe("desk:\n  brand: Acme\nask:\n  delay: 2m\n");
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(held.desks[0].settings.desk.brand).toBe("Acme");
  });

  it("keeps the file's mode, and the link to it", async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, "kept"));
    const meant = join(folder, "kept", "ours.yaml");
    writeFileSync(meant, FILE);
    chmodSync(meant, 0o640);
    symlinkSync(meant, join(folder, "settings.yaml"));
    const { change, file } = await keeping(FILE, { folder });
    expect((await change([{ path: "ask.delay", value: "7m" }])).kind).toBe("changed");
    expect(lstatSync(file).isSymbolicLink()).toBe(true);
    expect(readFileSync(meant, "utf8")).toContain("7m");
    expect(statSync(meant).mode & 0o777).toBe(0o640);
    expect(readdirSync(join(folder, "kept"))).toEqual(["ours.yaml"]);
  });
});

describe("Nothing is changed", () => {
  it.each([
    ["by an agent", { ...ADMIN, role: "agent" as const }, [{ path: "ask.delay", value: "7m" }], /^Only admins change/],
    [
      "by a lead, in their own language",
      { ...ADMIN, role: "lead" as const, locale: "de" },
      [{ path: "ask.delay", value: "7m" }],
      /^Nur Admins/,
    ],
  ])("%s", async (_, by, edits, text) => {
    const world = await keeping();
    expect(await world.change(edits, by)).toEqual({ kind: "refused", text: expect.stringMatching(text) });
    expect(world.text()).toBe(FILE);
    expect(await world.told()).toEqual([]);
  });

  it("where a value is wrong, and every fault is told as at a start", async () => {
    const { change, text, held } = await keeping();
    const edits = [
      { path: "ask.delay", value: "soon" },
      { path: "desk.zone", value: "Mars" },
      { path: "products", value: [{ id: "A B", name: "" }] },
    ];
    const change1 = await change(edits);
    expect(change1).toMatchObject({ kind: "faulty" });
    expect("faults" in change1 && change1.faults.map(({ path, found }) => [path, found])).toEqual([
      ["desk.zone", '"Mars"'],
      ["ask.delay", '"soon"'],
      ["products.0.id", '"A B"'],
      ["products.0.name", '""'],
    ]);
    expect(await change([{ path: "ask.dely", value: "1m" }])).toMatchObject({
      kind: "faulty",
      faults: [{ path: "ask.dely" }],
    });
    expect([text(), held.desks[0].settings.ask.delay]).toEqual([FILE, 300_000]);
  });

  it("where the file was changed by hand: that holds, and is looked at first", async () => {
    const { change, file, held, text, told } = await keeping();
    const byHand = FILE.replace("5m", "9m");
    writeFileSync(file, byHand);
    const edits = [{ path: "desk.name", value: "B" }];
    expect(await change(edits)).toEqual({ kind: "refused", text: expect.stringContaining("changed by hand") });
    expect([text(), held.desks[0].settings.ask.delay]).toEqual([byHand, 540_000]);
    expect(await told()).toEqual([
      { act: "settings-changed", byName: null, via: "file", path: "ask.delay", from: '"5m"', to: '"9m"' },
    ]);
    expect((await change(edits)).kind).toBe("changed");
  });

  it("where the file was changed by hand and has a fault now: what held holds on", async () => {
    const { change, keeper, file, held, warnings } = await keeping();
    writeFileSync(file, "ask: { delay: never }\n");
    await keeper.look();
    await keeper.look();
    expect(warnings).toEqual([expect.stringContaining("ask.delay in ")]);
    const refused = await change([{ path: "desk.name", value: "B" }]);
    expect(refused).toEqual({ kind: "refused", text: expect.stringContaining('found "never"') });
    expect([held.desks[0].settings.ask.delay, readFileSync(file, "utf8")]).toEqual([
      300_000,
      "ask: { delay: never }\n",
    ]);
  });

  it.runIf(process.platform === "linux")("where the file cannot be written, and the remedy is told", async () => {
    const { change, held, store } = await keeping(null, { folder: "/sys" });
    const refused = await change([{ path: "desk.name", value: "B" }]);
    expect(refused).toEqual({ kind: "refused", text: expect.stringMatching(/can’t be written \(E[A-Z]+\).*by hand/) });
    expect(held.desks[0].settings.desk.name).toBe("Support");
    expect(await store.at("default").list("audit", {})).toEqual([]);
  });
});

describe("The next start", () => {
  it("tells of what was written and not told of, and of nothing twice", async () => {
    const { store, told, folder } = await keeping();
    await keeping(FILE.replace("5m", "9m"), { store, folder });
    await keeping(FILE.replace("5m", "9m"), { store, folder });
    expect(await told()).toEqual([
      { act: "settings-changed", byName: null, via: "file", path: "ask.delay", from: '"5m"', to: '"9m"' },
    ]);
  });

  it("never tells secrets and addresses", async () => {
    const { change, told } = await keeping();
    await change([
      { path: "webhooks", value: [{ id: "crm", url: "https://crm.example/hook/s3cr3t" }] },
      { path: "silence.keyCustomers", value: ["maria@example.com"] },
    ]);
    const lines = JSON.stringify(await told());
    expect(lines).toContain("crm");
    expect(lines).not.toMatch(/s3cr3t|maria/);
  });
});
