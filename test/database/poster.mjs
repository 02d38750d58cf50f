// Posts what is in the outbox of the file named first, as the owner named third, to a platform that is the file named fourth: a line for each post. Begins when a file beside that one says so, and takes it for an hour later once another one does.
import { appendFileSync, existsSync, readFileSync, writeSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { openSqliteStore } from "../../build/adapters/database/sqlite.js";
import { createIds } from "../../build/adapters/ids.js";
import { readCatalogues } from "../../build/adapters/locales.js";
import { readThemes } from "../../build/adapters/themes.js";
import { createBot } from "../../build/src/bot.js";
import { systemClock } from "../../build/src/clock.js";
import { createDesks, DEFAULT_DESK } from "../../build/src/desk.js";
import { createDispatcher } from "../../build/src/outbox/dispatcher.js";
import { readSettings } from "../../build/src/settings.js";
import { createWording } from "../../build/src/wording.js";

const [path, migrations, owner, platform] = process.argv.slice(2);
const clock = { now: () => systemClock.now() + (existsSync(`${platform}.later`) ? 3_600_000 : 0) };
const store = await openSqliteStore({ path, migrations, clock });
const log = { info: () => {}, warn: () => {}, fault: (...words) => process.stderr.write(`${JSON.stringify(words)}\n`) };
const { settings } = readSettings({ desk: { brand: "Acme", zone: "Europe/Berlin" } });
const desk = { id: DEFAULT_DESK, settings, themes: readThemes(), teamLanes: () => [] };
const parts = { desks: createDesks(desk), wording: createWording(readCatalogues()) };
const bot = createBot({ store, clock, log, ids: createIds(), ...parts });
const chat = {
  platform: "web",
  paceMs: 0,
  mostAtOnce: 64,
  arrivalMs: 0,
  threadUnder: () => null,
  post: async ({ post }) => {
    await pause(Math.random() * 20);
    appendFileSync(platform, `${post.id}\n`);
    writeSync(1, `${post.id}\n`);
    await pause(Math.random() * 20);
    if (Math.random() < 0.05) throw new Error("The answer was lost.");
    return { kind: "posted", reference: post.id };
  },
  find: async ({ post }) => {
    const lines = existsSync(platform) ? readFileSync(platform, "utf8").split("\n") : [];
    return lines.includes(post.id) ? post.id : null;
  },
};
const config = { store, bot, chats: [chat], clock, log, owner, pollMs: 20 };
writeSync(1, "ready\n");
while (!existsSync(`${platform}.go`)) await pause(5);
createDispatcher({ ...config, random: () => 0 }).start();
