import { type Health, shortly } from "../health.ts";
import { FinalFault } from "./final-fault.ts";
import type { Gateway } from "./gateway.ts";

const PATIENCE_MS = 10_000;
const FIRST_WAIT_MS = 5_000;
const LONGEST_WAIT_MS = 300_000;
const GRACE_MS = 30_000;
const LOOK_EVERY_MS = 1_000;
/** The part of Discord's health that is looked after here, unless it is one of several. */
const CONNECTION = "connection";

export interface ConnectionConfig {
  /** Introduces us and gives a gateway that is to be connected; it calls back when Discord ends it for good. */
  readonly prepare: (onEnded: (remedy: string) => void) => Promise<Gateway>;
  readonly health: Health;
  /** What its state is called in the health, where there are several connections. */
  readonly part?: string | undefined;
  /** Wait before the first new attempt, milliseconds; it doubles up to five minutes. */
  readonly waitMs?: number | undefined;
  /** How long a start waits before it goes on without, milliseconds. */
  readonly patienceMs?: number | undefined;
  /** How long the gateway may be without a connection before it counts as broken, milliseconds. */
  readonly graceMs?: number | undefined;
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

function cannotReach(error: unknown): string {
  return `Cannot reach Discord (${shortly(error)}). Retrying.`;
}

export function createConnection(config: ConnectionConfig): DiscordConnection {
  const { prepare, health, part = CONNECTION, waitMs, patienceMs, graceMs = GRACE_MS } = config;
  let gateway: Gateway | null = null;
  let isConnected = false;
  let wasConnected = false;
  let isStopping = false;
  let attempts = 0;
  let timer: NodeJS.Timeout | undefined;
  let watch: NodeJS.Timeout | undefined;

  const tell = (error: unknown): void =>
    health.broken(part, error instanceof FinalFault ? `${error.message}.` : cannotReach(error));

  /** The library makes a lost connection anew by itself; here it is only told of. */
  const look = (): void => {
    if (isConnected && gateway?.isReady) health.healed(part);
    else health.lost(part, "There is no connection to Discord. Retrying.", graceMs);
  };

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
    timer = setTimeout(() => void attempt().catch(tell), wait);
  };

  /** A connection that fails while it is being made is told of by the attempt itself. */
  const onEnded = (remedy: string): void => {
    if (!isConnected) return;
    health.broken(part, `${remedy}.`);
    void letGo().then(connectLater);
  };

  const connect = async (): Promise<void> => {
    const prepared = await prepare(onEnded);
    if (isStopping) return;
    gateway = prepared;
    await gateway.connect();
    isConnected = true;
    wasConnected = true;
    attempts = 0;
    look();
  };

  const attempt = async (): Promise<void> => {
    try {
      await connect();
    } catch (error) {
      if (isStopping) return;
      await letGo();
      tell(error);
      if (error instanceof FinalFault && !wasConnected) throw error;
      connectLater();
    }
  };

  return {
    get gateway() {
      return gateway;
    },
    async start() {
      watch = setInterval(look, LOOK_EVERY_MS).unref();
      const first = attempt();
      const isSettled = await Promise.race([first.then(() => true), elapsed(patienceMs ?? PATIENCE_MS)]);
      if (!isSettled) void first.catch(tell);
    },
    async stop() {
      isStopping = true;
      clearTimeout(timer);
      clearInterval(watch);
      health.stop();
      await letGo();
      if (config.part !== undefined) health.healed(part);
    },
  };
}
