import type { RequestListener, ServerResponse } from "node:http";
import type { AckFn, App, HTTPReceiver, Receiver, ReceiverEvent, RespondArguments } from "@slack/bolt";
import type { Log } from "../../src/ports.ts";
import type { Health } from "../health.ts";
import { requirePackage } from "../require-package.ts";
import type { SlackTransport } from "./access.ts";
import { isRecord, type SlackPayload, textIn } from "./api.ts";
import { COMMANDS } from "./commands.ts";
import type { Handlers } from "./handlers.ts";
import { quietLogger } from "./sdk-log.ts";
import { fromSlackAlone } from "./signed-requests.ts";
import { SocketReceiver, type SocketWatch } from "./socket-receiver.ts";
import type { Workspaces } from "./web-client.ts";

const bolt = requirePackage("@slack/bolt") as typeof import("@slack/bolt");

/** Path of Slack's signed requests on our web server. */
export const EVENTS_PATH = "/slack/events";
/** The events the manifest subscribes to. */
export const BOT_EVENTS = [
  "app_home_opened",
  "member_joined_channel",
  "message.channels",
  "message.groups",
  "message.im",
  "reaction_added",
  "reaction_removed",
];
export const RESOLVE_SHORTCUT = "resolve_and_ask";
export const CORD_SHORTCUT = "pull_cord";

export interface BoltConfig {
  readonly transport: SlackTransport;
  readonly apiUrl: string | undefined;
  readonly log: Log;
  readonly workspaces: Workspaces;
  readonly handlers: Handlers;
  readonly onConnected: () => void;
  readonly health: Health;
  readonly socket: SocketWatch;
}

/** The running Bolt app. */
export interface BoltApp {
  readonly requestListener: RequestListener | null;
  start(): Promise<void>;
  /** Returns when no listener is at work any more. */
  stop(): Promise<void>;
}

type FailedRequest = { readonly error: Error; readonly response: ServerResponse };
type Deliver = (event: ReceiverEvent) => Promise<void>;

/** Puts `work` between the receiver and Bolt. */
function intercept(receiver: Receiver, work: (event: ReceiverEvent, next: Deliver) => Promise<void>): void {
  const init = receiver.init.bind(receiver);
  receiver.init = (app) => init({ processEvent: (event) => work(event, (one) => app.processEvent(one)) } as App);
}

/** Answers what failed, so that Slack sends it again: the caller's fault where it was not in Slack's shape, else ours for now. */
function refuse(error: Error, response: ServerResponse): void {
  const cause = "original" in error ? error.original : error;
  if (!response.headersSent) response.writeHead(cause instanceof TypeError ? 400 : 503).end();
}

/** Events for which Bolt has a listener, which answers people. */
const HEARD_BY_BOLT: ReadonlySet<string | null> = new Set(["app_home_opened", "member_joined_channel"]);

/** Whether it is an event that is kept and asks for nothing else. */
function isKept(body: unknown): body is SlackPayload {
  return isRecord(body) && isRecord(body.event) && !HEARD_BY_BOLT.has(textIn(body.event, "type"));
}

function createReceiver({
  transport,
  apiUrl,
  log,
  onConnected,
  health,
  socket,
}: BoltConfig): HTTPReceiver | SocketReceiver {
  if (transport.kind === "socket")
    return new SocketReceiver({ ...socket, appToken: transport.appToken, apiUrl, log, onConnected, health });
  return new bolt.HTTPReceiver({
    signingSecret: transport.signingSecret,
    endpoints: EVENTS_PATH,
    logger: quietLogger(log),
    processEventErrorHandler: async ({ error, response }: FailedRequest) => {
      refuse(error, response);
      return false;
    },
  });
}

/** Lets work through and remembers what is under way; once it is closing nothing more comes in. */
function createGate() {
  const underWay = new Set<Promise<void>>();
  let isClosing = false;
  return {
    async pass(work: () => Promise<void>): Promise<void> {
      if (isClosing) throw new Error("The program is stopping; Slack will send this again");
      const done = work();
      underWay.add(done);
      try {
        await done;
      } finally {
        underWay.delete(done);
      }
    },
    async close(): Promise<void> {
      isClosing = true;
      await Promise.allSettled(underWay);
    },
  };
}

const RATE_LIMITED =
  "Slack keeps events back because there were more than it gives out in an hour; what was written meanwhile is read from history";

/** Bolt with one listener for each kind of thing that people do, over either transport. */
export function createBoltApp(config: BoltConfig): BoltApp {
  const { transport, apiUrl, log, workspaces, handlers } = config;
  const receiver = createReceiver(config);
  const gate = createGate();

  /** Events are saved before Bolt sees them, which acknowledges them before any listener of its own; those for which it has none it never sees. */
  const take = async (event: ReceiverEvent, next: Deliver): Promise<void> => {
    const { body } = event;
    if (isRecord(body) && body.type === "app_rate_limited") {
      log.fault(RATE_LIMITED, { team: body.team_id });
      config.onConnected();
      return event.ack();
    }
    if (isKept(body)) {
      await handlers.event(body);
      return event.ack();
    }
    await next(event);
  };
  intercept(receiver, (event, next) => gate.pass(() => take(event, next)));
  const app = new bolt.App({
    receiver,
    ignoreSelf: false,
    logger: quietLogger(log),
    clientOptions: { ...(apiUrl === undefined ? {} : { slackApiUrl: apiUrl }), retryConfig: { retries: 0 } },
    authorize: async ({ teamId }) => ({ botToken: workspaces.tokenOf(teamId ?? "") ?? "", botId: "", botUserId: "" }),
  });
  listenToPeople(app, handlers);
  app.error(async (error) => {
    log.warn("Something from Slack was not carried out", { error: String(error) });
    throw error;
  });
  return {
    requestListener:
      receiver instanceof bolt.HTTPReceiver && transport.kind === "http"
        ? fromSlackAlone({
            ...{ signingSecret: transport.signingSecret, bolt: receiver.requestListener, isKept, refuse },
            keep: (said) => gate.pass(() => handlers.event(said)),
          })
        : null,
    start: async () => void (receiver instanceof SocketReceiver && (await receiver.start())),
    async stop() {
      await gate.close();
      if (receiver instanceof SocketReceiver) await receiver.stop();
    },
  };
}

/** Every listener there is; each acknowledges when its handler has saved. */
function listenToPeople(app: App, handlers: Handlers): void {
  app.action(/.*/, async ({ body, ack, respond }) => {
    const said = await handlers.click(body as unknown as SlackPayload, () => ack());
    if (said !== null)
      await respond({ text: said, response_type: "ephemeral", replace_original: false }).catch(() => {});
  });
  app.view(/.*/, async ({ body, ack }) => {
    await (ack as AckFn<unknown>)(await handlers.submission(body as unknown as SlackPayload));
  });
  const shortcuts = [
    [RESOLVE_SHORTCUT, "resolve"],
    [CORD_SHORTCUT, "cord-pull"],
  ] as const;
  for (const [shortcut, form] of shortcuts)
    app.shortcut(shortcut, async ({ body, ack }) => {
      await ack();
      await handlers.shortcut(body as unknown as SlackPayload, form);
    });
  for (const command of COMMANDS)
    app.command(command, async ({ body, ack, respond }) => {
      let isAcknowledged = false;
      const acknowledge = async (): Promise<void> => {
        isAcknowledged = true;
        await ack();
      };
      const reply = await handlers.command(body as unknown as SlackPayload, acknowledge);
      if (reply === null) return;
      const answer = { response_type: "ephemeral", ...reply } as RespondArguments;
      if (isAcknowledged) await respond(answer).catch(() => {});
      else await ack(answer);
    });
  app.event("app_home_opened", async ({ body }) => handlers.home(body as unknown as SlackPayload));
  app.event("member_joined_channel", async ({ body }) => handlers.joined(body as unknown as SlackPayload));
}
