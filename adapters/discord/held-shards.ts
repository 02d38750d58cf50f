import type { DeskBot } from "../../src/bot.ts";
import { renewalOf } from "../../src/outbox/lease.ts";
import type { Clock, Log } from "../../src/ports.ts";
import type { DiscordConnection } from "./connection.ts";
import { type Shards, shardOf } from "./shards.ts";

/** How long a shard stays a process's unless that is renewed, milliseconds: so long at most nobody serves it after that one is gone. */
export const SHARD_LEASE_MS = 30_000;

export interface HeldShardsConfig {
  /** The part of which this process serves what no other one does. */
  readonly shards: Shards;
  /** Who holds what this process serves; no other process may have the same. */
  readonly owner: string;
  readonly bot: Pick<DeskBot, "handle">;
  readonly clock: Clock;
  readonly log: Log;
  /** A connection over these shards, not made yet. */
  readonly connect: (shards: Shards) => DiscordConnection;
  /** Time between two looks at what is held and what is free, milliseconds. */
  readonly everyMs?: number | undefined;
}

/** The shards that this process serves and no other one does. */
export interface HeldShards {
  /** Whether this process serves the server now. */
  serves(guild: string): boolean;
  readonly connections: readonly DiscordConnection[];
  /** Takes up and serves what nobody does. Rejects with the remedy where Discord refuses for good. */
  start(): Promise<void>;
  /** Holds on to what it has, gives up what another has taken, and takes up what is free. */
  look(): Promise<void>;
  /** Lets go of everything, so that another may take it up at once. */
  stop(): Promise<void>;
}

/** Shards that were taken up at once, and are served over one connection. */
interface Batch {
  readonly names: readonly string[];
  readonly connection: DiscordConnection;
  until: number;
}

const AUTO = "auto";

function namesOf(shards: Shards): string[] {
  return shards === "auto" ? [AUTO] : shards.own.map((shard) => `${shard}/${shards.all}`);
}

function shardsNamed(names: readonly string[], shards: Shards): Shards {
  return shards === "auto" ? shards : { own: names.map((name) => Number.parseInt(name, 10)), all: shards.all };
}

function nameFor(guild: string, shards: Shards): string {
  return shards === "auto" ? AUTO : `${shardOf(guild, shards.all)}/${shards.all}`;
}

/** All shards are this process's, for no other one is there. */
export function allShards(connection: DiscordConnection): HeldShards {
  const { start, stop } = connection;
  return { serves: () => true, connections: [connection], start, stop, look: async () => {} };
}

/** Nothing is held before the start. What was held by a process that died is free once its lease has run out. */
export function createHeldShards(config: HeldShardsConfig): HeldShards {
  const { shards, owner, bot, clock, log, connect, everyMs = renewalOf(SHARD_LEASE_MS) / 2 } = config;
  const batches = new Set<Batch>();
  let isStopping = false;
  let timer: NodeJS.Timeout | undefined;
  let turn: Promise<void> = Promise.resolve();

  const claim = async (name: string, until: number): Promise<boolean> => {
    const what = { work: `discord shard ${name}`, owner, until };
    return (await bot.handle({ kind: "work-claimed", id: null, at: clock.now(), ...what })).refusal === undefined;
  };
  const release = (name: string) =>
    bot.handle({ kind: "work-released", id: null, at: clock.now(), work: `discord shard ${name}`, owner });

  const drop = async (batch: Batch): Promise<void> => {
    batches.delete(batch);
    await batch.connection.stop();
    for (const name of batch.names) await release(name);
  };

  /** One by one; false where one of them is another's. */
  const claimAll = async (names: readonly string[], until: number): Promise<boolean> => {
    for (const name of names) if (!(await claim(name, until))) return false;
    return true;
  };

  const renew = async (batch: Batch): Promise<void> => {
    const until = clock.now() + SHARD_LEASE_MS;
    const claimed = await claimAll(batch.names, until).catch(() => null);
    if (claimed === true) batch.until = until;
    // What could not be asked may be asked again for as long as nobody else may take it.
    if (claimed === true || (claimed === null && clock.now() < batch.until)) return;
    log.warn("Shards of Discord are no longer ours: this process could not hold on to them in time", {
      shards: batch.names,
    });
    await drop(batch);
  };

  const takeUp = async (): Promise<void> => {
    const held = new Set([...batches].flatMap(({ names }) => names));
    const until = clock.now() + SHARD_LEASE_MS;
    const names: string[] = [];
    for (const name of namesOf(shards)) if (!held.has(name) && (await claim(name, until))) names.push(name);
    if (names.length === 0) return;
    const batch = { names, connection: connect(shardsNamed(names, shards)), until };
    batches.add(batch);
    log.info("This process serves shards of Discord", { shards: names });
    await batch.connection.start().catch(async (error: unknown) => {
      await drop(batch);
      throw error;
    });
  };

  const lookOnce = async (): Promise<void> => {
    if (isStopping) return;
    for (const batch of [...batches]) await renew(batch);
    if (!isStopping) await takeUp();
  };

  const look = (): Promise<void> => {
    const looked = turn.then(lookOnce);
    turn = looked.catch(() => {});
    return looked;
  };

  return {
    look,
    serves: (guild) => {
      const name = nameFor(guild, shards);
      return [...batches].some(({ names, until }) => names.includes(name) && clock.now() < until);
    },
    get connections() {
      return [...batches].map(({ connection }) => connection);
    },
    async start() {
      await look();
      if (batches.size === 0) log.info("Every shard of Discord is served; this process waits until one is not");
      const lookAgain = () =>
        look().catch((error) => log.warn("The shards of Discord could not be seen to", { error: String(error) }));
      timer = setInterval(() => void lookAgain(), everyMs);
    },
    async stop() {
      isStopping = true;
      clearInterval(timer);
      await turn;
      for (const batch of [...batches]) await drop(batch);
    },
  };
}
