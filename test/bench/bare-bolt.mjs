// A Bolt app that only acknowledges, in a process of its own: the measure for ours. Prints the address of its requests, if it takes any.
import { App, LogLevel, SocketModeReceiver } from "@slack/bolt";

const { SLACK_BOT_TOKEN: token, SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: signingSecret } = process.env;
const clientOptions = { slackApiUrl: process.env.SLACK_API_URL };
const logLevel = LogLevel.ERROR;
const receiver = appToken && new SocketModeReceiver({ appToken, logLevel, installerOptions: { clientOptions } });
const app = new App({ token, clientOptions, logLevel, ...(receiver ? { receiver } : { signingSecret }) });
app.message(async () => {});
const server = receiver ? await app.start() : await app.start({ port: 0, host: "127.0.0.1" });
process.stdout.write(`${receiver ? "connected" : `http://127.0.0.1:${server.address().port}/slack/events`}\n`);
