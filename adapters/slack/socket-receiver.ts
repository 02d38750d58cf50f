import type { AckFn, App, Receiver, ReceiverEvent } from "@slack/bolt";
import type { Log } from "../../src/ports.ts";
import { type Health, shortly } from "../health.ts";
import { requirePackage } from "../require-package.ts";
import { isRecord, isTokenRefused } from "./api.ts";
import { quietLogger } from "./sdk-log.ts";
import { atMost, isDoneWithin } from "./waits.ts";

const { SocketModeClient } = requirePackage("@slack/socket-mode") as typeof import("@slack/socket-mode");

export interface SocketReceiverConfig extends SocketWatch {
  readonly appToken: string;
  /** Base of the Web API; undefined is Slack's own. */
  readonly apiUrl: string | undefined;
  readonly log: Log;
  /** Hears of each connection made, the first included: whatever was missed meanwhile is to be caught up. */
  readonly onConnected: () => void;
  readonly health: Health;
}

/** How the connection is watched; times in milliseconds. */
export interface SocketWatch {
  /** First wait before connecting again; doubles up to `longestWaitMs`. */
  readonly waitMs?: number;
  readonly longestWaitMs?: number;
  /** How long without a connection before it counts as broken. */
  readonly graceMs?: number;
  /** How long a connection may take to be made before it is given up. */
  readonly helloMs?: number;
  /** How long Slack may leave a ping unanswered before the connection counts as dead. */
  readonly pingTimeoutMs?: number;
}

const CALL_TIMEOUT_MS = 10_000;
/** How long a stop waits for Slack to say goodbye. */
const FAREWELL_MS = 2_000;

/** How long without a connection before it counts as broken, where nothing else is said. */
const GRACE_MS = 30_000;
/** How long a connection may take to be made. */
const HELLO_MS = 30_000;
/** The part of Slack's health that is looked after here. */
const CONNECTION = "connection";

function refusedToken(fault: string): string {
  return `There is no connection to Slack: it refuses SLACK_APP_TOKEN (${fault}). Set it anew from the app's settings and restart.`;
}

/** One connection's life; a payload that the library cannot read is logged instead of ending the process. */
class Socket extends SocketModeClient {
  readonly #log: Log;

  constructor({ appToken, apiUrl, log, pingTimeoutMs = 5_000 }: SocketReceiverConfig) {
    const base = apiUrl === undefined ? {} : { slackApiUrl: apiUrl };
    super({
      appToken,
      autoReconnectEnabled: false,
      clientPingTimeout: pingTimeoutMs,
      logger: quietLogger(log),
      clientOptions: { ...base, retryConfig: { retries: 0 }, rejectRateLimitedCalls: true, timeout: CALL_TIMEOUT_MS },
    });
    this.#log = log;
  }

  protected override async onWebSocketMessage(data: string | ArrayBuffer, isBinary: boolean): Promise<void> {
    try {
      await super.onWebSocketMessage(typeof data === "string" ? readable(data) : data, isBinary);
    } catch (error) {
      this.#log.warn("Slack sent something over the socket that could not be read; it was passed over", {
        error: String(error),
      });
    }
  }
}

/** The envelope as the library can read it: it takes every `events_api` for an event, and fails on `app_rate_limited`, which is none. */
function readable(text: string): string {
  const envelope: unknown = JSON.parse(text);
  if (!isRecord(envelope) || envelope.type !== "events_api" || !isRecord(envelope.payload)) return text;
  return isRecord(envelope.payload.event) ? text : JSON.stringify({ ...envelope, type: "notice" });
}

interface Envelope {
  readonly ack: (response?: Record<string, unknown>) => Promise<void>;
  readonly body: Record<string, unknown>;
  readonly retry_num?: number;
  readonly retry_reason?: string;
}

/**
 * Socket Mode under our own watch: one connection at a time, made anew for as long as it takes, whatever ended the last one.
 * An envelope is acknowledged only when Bolt, and behind it the inbox, has taken it.
 */
export class SocketReceiver implements Receiver {
  readonly #config: SocketReceiverConfig;
  #app: App | null = null;
  #socket: Socket | null = null;
  #running: Promise<void> = Promise.resolve();
  #isStopping = false;
  #wake: () => void = () => {};

  constructor(config: SocketReceiverConfig) {
    this.#config = config;
  }

  init(app: App): void {
    this.#app = app;
  }

  /** Begins to connect and returns at once: Slack may be out of reach. */
  async start(): Promise<void> {
    this.#running = this.#stayConnected();
  }

  async stop(): Promise<void> {
    this.#isStopping = true;
    this.#wake();
    await this.#leave();
    await this.#running;
  }

  async #leave(): Promise<void> {
    if (this.#socket) await atMost(FAREWELL_MS, this.#socket.disconnect());
  }

  async #stayConnected(): Promise<void> {
    const { waitMs = 500, longestWaitMs = 30_000 } = this.#config;
    let failures = 0;
    this.#tellOfLoss("not made yet");
    while (!this.#isStopping) {
      const fault = await this.#connection(() => {
        failures = 0;
      });
      if (this.#isStopping) return;
      this.#tellOfLoss(fault);
      await this.#pause(
        fault === null && failures === 0 ? 0 : Math.min(longestWaitMs, waitMs * 2 ** Math.min(failures, 10)),
      );
      failures += 1;
    }
  }

  #tellOfLoss(fault: string | null): void {
    const { health, graceMs = GRACE_MS } = this.#config;
    if (fault !== null && isTokenRefused(fault)) health.broken(CONNECTION, refusedToken(fault));
    else health.lost(CONNECTION, `There is no connection to Slack (${fault ?? "it was closed"}). Retrying.`, graceMs);
  }

  /** Lives through one connection; gives why it was never made, or null where it was. */
  async #connection(onMade: () => void): Promise<string | null> {
    const { onConnected, health, helloMs = HELLO_MS } = this.#config;
    const socket = new Socket(this.#config);
    this.#socket = socket;
    socket.on("slack_event", (envelope: Envelope) => void this.#take(envelope));
    const ended = new Promise<void>((resolve) => socket.once("disconnected", () => resolve()));
    try {
      if (this.#isStopping) return null;
      if (!(await isDoneWithin(helloMs, socket.start()))) {
        await atMost(FAREWELL_MS, socket.disconnect());
        return "Slack does not say hello";
      }
    } catch (error) {
      return shortly(error ?? "it was closed");
    }
    if (this.#isStopping) {
      await this.#leave();
      return null;
    }
    onMade();
    health.healed(CONNECTION);
    onConnected();
    await ended;
    return null;
  }

  async #take({ ack, body, retry_num: retryNum, retry_reason: retryReason }: Envelope): Promise<void> {
    const answer: AckFn<unknown> = async (response) =>
      ack(typeof response === "string" ? { text: response } : ((response ?? {}) as Record<string, unknown>));
    const retry = retryNum === undefined ? {} : { retryNum };
    const reason = retryReason === undefined ? {} : { retryReason };
    const event: ReceiverEvent = { body, ack: answer, ...retry, ...reason };
    try {
      await this.#app?.processEvent(event);
    } catch (error) {
      this.#config.log.warn(
        "Something from Slack could not be kept and was not acknowledged; Slack will send it again",
        { error: String(error) },
      );
    }
  }

  async #pause(ms: number): Promise<void> {
    if (ms === 0) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
