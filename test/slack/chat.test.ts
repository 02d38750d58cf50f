import { createSlackChat } from "../../adapters/slack/chat.ts";
import { plainText } from "../../adapters/slack/plain-text.ts";
import { createWorkspaces } from "../../adapters/slack/web-client.ts";
import { chatContract } from "../contracts/chat-contract.ts";
import { createHandTime } from "../servers/slack/time.ts";
import { MONDAY_TEN, rememberingLog } from "../world.ts";
import { localSlack, SUPPORT } from "./slack-desk.ts";

chatContract("Slack", async () => {
  const time = createHandTime(MONDAY_TEN);
  const slack = await localSlack(time);
  const log = rememberingLog();
  const api = createWorkspaces({ tokens: [slack.workspace().token], apiUrl: slack.apiUrl, log });
  return {
    chat: createSlackChat({
      ...{ api, log, clock: { now: () => time.now() }, linkText: "Read the conversation" },
      ...{ findLink: async () => null, drawPicture: async () => null },
    }),
    lane: `slack:T1:${SUPPORT}`,
    unknownLane: "slack:T1:C404",
    now: time.now(),
    keep: async () => {},
    shown: async () => slack.messages(SUPPORT).map(({ content }) => plainText(content.text)),
    loseNextAnswer: () => slack.faults.add({ method: "chat.postMessage", when: "after-commit", how: { drop: "rst" } }),
  };
});
