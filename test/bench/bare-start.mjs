// Slack, Discord and SQLite by their libraries alone, connected and open, in one process: the measure for our start. Prints "ready".
import { App, LogLevel, SocketModeReceiver } from "@slack/bolt";
import { Client, Events, GatewayIntentBits } from "discord.js";

const { SLACK_BOT_TOKEN: token, SLACK_APP_TOKEN: appToken, SLACK_API_URL: slackApiUrl } = process.env;
const { DISCORD_TOKEN, DISCORD_API_URL: api, DATABASE_FILE } = process.env;
const newer = Number(process.versions.node.split(".")[0]) >= 22;
const { default: Database } = await import(newer ? "better-sqlite3-13" : "better-sqlite3");

const database = new Database(DATABASE_FILE);
database.pragma("journal_mode = WAL");
database.exec("CREATE TABLE IF NOT EXISTS heard (id TEXT PRIMARY KEY)");
const clientOptions = { slackApiUrl };
const logLevel = LogLevel.ERROR;
const receiver = new SocketModeReceiver({ appToken, logLevel, installerOptions: { clientOptions } });
const app = new App({ token, clientOptions, logLevel, receiver });
app.message(async () => {});
const intents = [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.MessageContent];
const client = new Client({ intents, rest: { api } });
const isReady = new Promise((resolve) => client.once(Events.ClientReady, resolve));
await Promise.all([app.start(), client.login(DISCORD_TOKEN), isReady]);
process.stdout.write("ready\n");
