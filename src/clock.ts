import type { Bot } from "./bot.ts";
import { nextMomentOf } from "./calendar/weekly.ts";
import type { Desk } from "./desk.ts";
import { digestIdText } from "./digest/digest-id.ts";
import { type DueDigest, dueDigest } from "./digest/schedule.ts";
import { DUE_TABLES, type DueTable } from "./due.ts";
import { createDueTroubles, type TriedWork } from "./due-troubles.ts";
import { RETENTION } from "./forgetting/sweep.ts";
import { LEASE_MS, renewalOf } from "./outbox/lease.ts";
import { whileRenewing } from "./outbox/under-way.ts";
import type { Clock, Log, Store } from "./ports.ts";

export interface TickerConfig {
  readonly store: Pick<Store, "due">;
  readonly bot: Bot;
  readonly clock: Clock;
  readonly log: Log;
  /** Who holds what this one has raised; no other ticker on the store, nor one before it, may have the same. */
  readonly owner: string;
  /** Time between two looks at the due times, milliseconds. */
  readonly everyMs?: number;
  /** How long what takes seconds is held unless that is renewed, milliseconds. */
  readonly leaseMs?: number;
  /** Whether thresholds are found ahead of the digests. */
  readonly looksAhead?: boolean;
}

/**
 * The clock as a platform: turns due times in the rows into events. What was missed while down is done once. Any number of them work
 * on one store: what is quickly decided is guarded by the rows' versions, a digest is counted by who holds it.
 */
export interface Ticker {
  /** Handles everything that is due now; gives how many rows that were. */
  tick(): Promise<number>;
  start(): void;
  /** Returns when a tick under way has ended. */
  stop(): Promise<void>;
}

type DueEvent = `${DueTable}-due`;

const BATCH = 200;
/** So long before a digest is due its threshold is found, milliseconds, and so often it is seen to. */
const AHEAD_MS = 10 * 60_000;
const AHEAD_EVERY_MS = 60_000;

const READING: TriedWork = { name: "reading", saying: "The due times could not be read", facts: {} };

/** The machine's own clock. */
export const systemClock: Clock = { now: () => Date.now() };

export function createTicker(config: TickerConfig): Ticker {
  const { store, bot, clock, log, owner, everyMs = 500, leaseMs = LEASE_MS, looksAhead = false } = config;
  const troubles = createDueTroubles(log);
  /** The same of what is found ahead, which is tried more rarely. */
  const aheadTroubles = createDueTroubles(log);
  let timer: NodeJS.Timeout | undefined;
  let underWay: Promise<number> | null = null;
  /** The desks whose shifts stand as the settings have them. */
  const settled = new Set<string>();
  /** The last digest that was raised, and when the next one is due, by desk and posting time. */
  const raised = new Map<string, DueDigest & { readonly nextAt: number }>();
  /** When the thresholds of a desk were seen to last, and the desks of which one is being found. */
  const seenTo = new Map<string, number>();
  const finding = new Set<string>();
  /** The desks of which it is known that their sweep is planned. */
  const begun = new Set<string>();

  /** Counts a digest, unless another is doing so: false. */
  const raiseHeld = async (desk: string, subject: string, at: number): Promise<boolean> => {
    const work = `digest-due ${subject}`;
    const claim = () =>
      bot.handle({ kind: "work-claimed", id: null, desk, at: clock.now(), work, owner, until: clock.now() + leaseMs });
    if ((await claim()).refusal) return false;
    const count = () => bot.handle({ kind: "digest-due", id: null, desk, at, subject });
    try {
      await whileRenewing(count, claim, renewalOf(leaseMs));
    } finally {
      await bot.handle({ kind: "work-released", id: null, desk, at: clock.now(), work, owner });
    }
    return true;
  };

  /** Whether it was done; what fails is told, and keeps nothing else waiting. */
  const attempt = async (
    facts: TriedWork["facts"],
    work: () => Promise<boolean>,
    { failed, done } = troubles,
  ): Promise<boolean> => {
    const name = Object.values(facts).join(" ");
    try {
      const isDone = await work();
      done(name);
      return isDone;
    } catch (error) {
      failed({ name, saying: "Something that was due could not be done", facts }, error);
      return false;
    }
  };

  const raise = async (desk: string, kind: DueEvent, subject: string, at: number): Promise<boolean> => {
    const due = async () => {
      if (kind === "digest-due") return raiseHeld(desk, subject, at);
      await bot.handle({ kind, id: null, desk, at, subject });
      return true;
    };
    return attempt({ desk, kind, subject }, due);
  };

  /** Nothing is tried twice in a tick: what cannot be done keeps nothing else waiting. */
  const raiseAll = async (table: DueTable): Promise<number> => {
    const kind: DueEvent = `${table}-due`;
    const now = clock.now();
    const tried = new Set<string>();
    let done = 0;
    for (;;) {
      const limit = BATCH + tried.size;
      const due = await store.due(table, now, limit);
      const waiting = due.filter(({ desk, id }) => !tried.has(`${desk} ${id}`));
      for (const { desk, id } of waiting) {
        tried.add(`${desk} ${id}`);
        if (await raise(desk, kind, id, now)) done += 1;
      }
      if (waiting.length === 0) return done;
    }
  };

  /** The digest of a desk's last posting time, once: whether it stands already is decided from its row. */
  const raiseDigest = async ({ id, settings }: Desk): Promise<void> => {
    const { zone } = settings.desk;
    const now = clock.now();
    const posting = `${id} ${settings.digest.post} ${zone}`;
    const last = raised.get(posting);
    if (last && now >= last.at && now < last.nextAt) return;
    const due = dueDigest(settings.digest.post, now, zone);
    const subject = digestIdText({ week: due.week, zone, team: id });
    if (due.week !== last?.week && !(await raise(id, "digest-due", subject, now))) return;
    raised.set(posting, { ...due, nextAt: nextMomentOf(settings.digest.post, due.at, zone) });
  };

  /** The threshold of a desk's next digest, or of the last one if that went out without. Nothing waits for it. */
  const lookAhead = ({ id, settings }: Desk): void => {
    const now = clock.now();
    const last = seenTo.get(id);
    if (!looksAhead || finding.has(id) || (last !== undefined && now >= last && now < last + AHEAD_EVERY_MS)) return;
    seenTo.set(id, now);
    const { zone } = settings.desk;
    const { week } = dueDigest(settings.digest.post, now + AHEAD_MS, zone);
    const subject = digestIdText({ week, zone, team: id });
    const kind = "threshold-due";
    const find = async () => {
      await bot.handle({ kind, id: null, desk: id, at: now, subject });
      return true;
    };
    finding.add(id);
    void attempt({ desk: id, kind, subject }, find, aheadTroubles).finally(() => finding.delete(id));
  };

  /** Once for each desk: while this one runs its settings stay as they are. */
  const settleShifts = async ({ id }: Desk): Promise<void> => {
    if (settled.has(id)) return;
    const kind = "shifts-set";
    const settle = async () => {
      await bot.handle({ kind, id: null, desk: id, at: clock.now() });
      return true;
    };
    if (await attempt({ desk: id, kind }, settle)) settled.add(id);
  };

  /** A desk that has none yet gets the row by which old rows are taken away at night. */
  const beginSweep = async ({ id }: Desk): Promise<void> => {
    if (!begun.has(id) && (await raise(id, "sweep-due", RETENTION, clock.now()))) begun.add(id);
  };

  const tick = async (): Promise<number> => {
    for (const desk of bot.desks.all) await settleShifts(desk);
    let done = 0;
    for (const table of DUE_TABLES) done += await raiseAll(table);
    for (const desk of bot.desks.all) {
      lookAhead(desk);
      await raiseDigest(desk);
      await beginSweep(desk);
    }
    troubles.done(READING.name);
    troubles.turned();
    return done;
  };

  const beat = (): void => {
    underWay ??= tick()
      .catch((error) => {
        troubles.failed(READING, error);
        return 0;
      })
      .finally(() => {
        underWay = null;
      });
  };

  return {
    tick,
    start() {
      timer = setInterval(beat, everyMs);
      beat();
    },
    async stop() {
      clearInterval(timer);
      await underWay;
    },
  };
}
