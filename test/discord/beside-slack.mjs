// Sends one picture to a channel of Discord in a process in which Slack's libraries were loaded first.
import "../../build/adapters/slack/slack.js";
import { createRest } from "../../build/adapters/discord/rest.js";

const [apiUrl, token, path] = process.argv.slice(2);
const quiet = { info: () => {}, warn: () => {}, fault: () => {} };
const api = createRest({ token, apiUrl, clock: { now: Date.now }, log: quiet });
const body = { content: "Bars", attachments: [{ id: "0", filename: "bars.png" }] };
const files = [{ name: "bars.png", data: new Uint8Array([137, 80, 78, 71]), contentType: "image/png" }];
const answer = await api.call("POST", path, { body, files });
process.stdout.write(`${answer.kind} ${answer.reason ?? ""}`);
process.exit(answer.kind === "ok" ? 0 : 1);
