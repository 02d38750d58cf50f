import type { Log } from "../../src/ports.ts";
import { FinalFault } from "./final-fault.ts";
import type { Gateway } from "./gateway.ts";

const PATIENCE_MS = 10_000;
const FIRST_WAIT_MS = 5_000;
const LONGEST_WAIT_MS = 300_000;

export interface ConnectionConfig {
  /** Introduces us and gives a gateway that is to be connected; it calls back when Discord ends it for good. */
  readonly prepare: (onEnded: (remedy: string) => void) => Promise<Gateway>;
  readonly log: Log;
  /** Wait before the first new attempt, milliseconds; it doubles up to five minutes. */
  readonly waitMs?: number | undefined;
  /** How long a start waits before it goes on without, milliseconds. */
  readonly patienceMs?: number | undefined;
}

/** The connection to Discord, made again for as long as that can be of use. */
export interface DiscordConnection {
  /** The gateway that is connected or being connected; null while there is none. */
  readonly gateway: Gateway | null;
  /** Rejects with the remedy where Discord refuses for good; where it is out of reach it goes on trying. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** False, after a time that keeps no process alive. */
function elapsed(ms: number): Promise<false> {
  return new Promise((resolve) => void setTimeout(() => resolve(false), ms).unref());
}

export function createConnection({ prepare, log, waitMs, patienceMs }: ConnectionConfig): DiscordConnection {
  let gateway: Gateway | null = null;
  let isConnected = false;
  let isStopping = false;
  let attempts = 0;
  let timer: NodeJS.Timeout | undefined;

  const shout = (error: unknown): void => log.fault(error instanceof Error ? error.message : String(error));

  const letGo = async (): Promise<void> => {
    const old = gateway;
    gateway = null;
    isConnected = false;
    await old?.stop();
  };

  const connectLater = (): void => {
    if (isStopping) return;
    const wait = Math.min(LONGEST_WAIT_MS, (waitMs ?? FIRST_WAIT_MS) * 2 ** attempts);
    attempts += 1;
    clearTimeout(timer);
    timer = setTimeout(() => void attempt().catch(shout), wait);
  };

  /** A connection that fails while it is being made is told of by the attempt itself. */
  const onEnded = (remedy: string): void => {
    if (!isConnected) return;
    log.fault(remedy);
    void letGo().then(connectLater);
  };

  const connect = async (): Promise<void> => {
    const prepared = await prepare(onEnded);
    if (isStopping) return;
    gateway = prepared;
    await gateway.connect();
    isConnected = true;
    attempts = 0;
  };

  const attempt = async (): Promise<void> => {
    try {
      await connect();
    } catch (error) {
      if (isStopping) return;
      await letGo();
      if (error instanceof FinalFault) throw error;
      log.warn("Discord cannot be reached; it will be tried again", { error: String(error) });
      connectLater();
    }
  };

  return {
    get gateway() {
      return gateway;
    },
    async start() {
      const first = attempt();
      const isSettled = await Promise.race([first.then(() => true), elapsed(patienceMs ?? PATIENCE_MS)]);
      if (!isSettled) void first.catch(shout);
    },
    async stop() {
      isStopping = true;
      clearTimeout(timer);
      await letGo();
    },
  };
}
