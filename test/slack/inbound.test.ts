import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished, vi } from "vitest";
import { inboundContract, type OpenInbound, type Who } from "../contracts/inbound-contract.ts";
import { createHttpDelivery } from "../servers/slack/http-delivery.ts";
import { REAL_LIMITS } from "../servers/slack/limits.ts";
import type { Message } from "../servers/slack/messages.ts";
import { readable } from "../servers/slack/readable.ts";
import type { Parcel } from "../servers/slack/transport.ts";
import { type SlackDesk, SUPPORT, slackDesk, TEAM_CHANNEL } from "./slack-desk.ts";
import { modalOf, moment, untilAsked } from "./talk.ts";

const USERS: Readonly<Record<Who, string>> = { customer: "U1", other: "U3", agent: "U2" };

function isFromPerson({ kind, payload }: Parcel): boolean {
  const event = payload.event as { readonly user?: string; readonly bot_id?: string } | undefined;
  return kind !== "events_api" || (event?.bot_id === undefined && /^U\d$/.test(event?.user ?? ""));
}

/** Delivers the parcel to the program once more, and waits until it has answered. */
async function deliverAgain({ adapter, slack, time }: SlackDesk, parcel: Parcel): Promise<void> {
  const server = createServer(adapter.requestListener ?? undefined);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events`;
  const { signingSecret } = slack.world.app;
  const receipt = await createHttpDelivery({ url, signingSecret, limits: REAL_LIMITS, time }).deliver(parcel);
  if (!receipt.ok) throw new Error(`It was refused: ${receipt.reason}`);
}

inboundContract("Slack", {
  id: "slack",
  hasEdits: true,
  async open(store): Promise<OpenInbound> {
    const desk = await slackDesk({ mode: "http", store });
    const { slack } = desk;
    const user = (who: Who) => slack.user(USERS[who]);
    let first: Message | null = null;
    const seenBy = (who: Who) => {
      const inThread = first ? user(who).sees(SUPPORT, first) : [];
      return [...inThread, ...user(who).sees(TEAM_CHANNEL)];
    };
    const ended = async (shown: string) => {
      await moment(desk);
      return shown === "ok" ? "taken" : "failed";
    };
    const presses = async (who: Who, button: string) => {
      const wanted = JSON.stringify(button);
      const message = seenBy(who).findLast(({ content }) => JSON.stringify(content.blocks ?? []).includes(wanted));
      if (!message) throw new Error(`${who} sees no ${button}`);
      return ended(await user(who).clicks(message, button));
    };
    return {
      store: desk.store,
      faults: () => [...desk.log.faults, ...slack.complaints],
      async writes(who, text) {
        const message = user(who).writes(SUPPORT, text, first ? { thread: first } : {});
        first ??= message;
        return ended("ok");
      },
      async resolves() {
        if (first) user("agent").reacts(first, "white_check_mark");
        return ended("ok");
      },
      untilAsked: () => untilAsked(desk),
      presses,
      async fills(who, button, text) {
        if (!user(who).modal()) {
          await presses(who, button);
          await modalOf(desk, USERS[who]);
        }
        return ended(await user(who).submits({ note: text }));
      },
      async standsStray(button) {
        const value = JSON.stringify({ subject: "gone", value: "9" });
        const element = { type: "button", action_id: button, text: { type: "plain_text", text: "Stray" }, value };
        const blocks = [{ type: "actions", block_id: "old", elements: [element] }];
        const place = { channel: SUPPORT, team: "T1", ...(first ? { threadTs: first.ts } : {}) };
        slack.happenings.posted({ ...place, user: "U0BOT", botId: "B0BOT", content: { text: "Stray", blocks } });
        await desk.settle();
      },
      async again() {
        const last = slack.deliveries.map(({ parcel }) => parcel).findLast(isFromPerson);
        if (!last) throw new Error("Nothing was brought");
        await deliverAgain(desk, last);
        await moment(desk);
      },
      async sees(who) {
        await vi.waitFor(() => slack.events.quiet());
        return seenBy(who).map(readable).join("\n");
      },
      async edits(text) {
        if (first) user("customer").edits(first, text);
        await desk.settle();
      },
      async deletes() {
        if (first) user("customer").deletes(first);
        await desk.settle();
      },
    };
  },
});
