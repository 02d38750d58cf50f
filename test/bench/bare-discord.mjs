// A discord.js client that only counts messages, in a process of its own: the measure for ours. Prints "ready", then the count when it is full.
import { Client, Events, GatewayIntentBits } from "discord.js";

const { DISCORD_TOKEN, DISCORD_API_URL: api, MESSAGES } = process.env;
const intents = [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.MessageContent];
const client = new Client({ intents, rest: { api } });
let count = 0;
client.on(Events.MessageCreate, () => {
  count += 1;
  if (count === Number(MESSAGES)) process.stdout.write(`${count}\n`);
});
client.once(Events.ClientReady, () => process.stdout.write("ready\n"));
await client.login(DISCORD_TOKEN);
