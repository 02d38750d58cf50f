import { boundEvent } from "./bound-event.ts";
import type { Context } from "./context.ts";
import { readOnce } from "./decision.ts";
import type { Desk, Desks } from "./desk.ts";
import type { InboundEvent } from "./events.ts";
import { findDesks, heardAt } from "./find-desk.ts";
import { holdRepeats } from "./outbox/hold-repeats.ts";
import { UNLEASED } from "./outbox/lease.ts";
import type { Change, Refusal, Say } from "./outcome.ts";
import type { Log, Reader, Store } from "./ports.ts";
import type { Disclosure } from "./privacy/disclosure.ts";
import { type GivenReading, giveReading, type Looked, type WordLook } from "./privacy/give-reading.ts";
import { ownWordsOf } from "./privacy/hold-words.ts";
import { sealAudits } from "./privacy/record-audit.ts";
import { withReactions } from "./reactions.ts";
import { sayBounds } from "./say-bounds.ts";
import { sayWhatHappened } from "./say-what-happened.ts";
import { createTeller, type SavedListener } from "./tell-listeners.ts";
import { decide } from "./use-cases.ts";

/** What became of an event. `seen`: it was handled before and nothing changed. */
export interface Handled {
  readonly status: "saved" | "seen";
  /** Why the act was not carried out, and what to tell the person. Absent when it was. */
  readonly refusal?: Refusal;
  /** Words that were asked for and may be given: the audit log tells of it. */
  readonly disclosed?: Disclosure;
}

/**
 * Makes of what is about to be saved the answer for whoever sent the event, to be kept under its receipt in the same save; null where
 * it cannot be told yet. It may be asked again where rows have moved meanwhile.
 */
export type Answering = (changes: readonly Change[]) => { readonly status: number; readonly answer: string } | null;

export interface Bot {
  /** Every desk it serves. */
  readonly desks: Desks;
  /**
   * Finds the desk at which the event happened, decides and saves; resolves only when it is durable, and rejects if it could not be
   * saved. What happened at a desk that is not served any more is taken as seen.
   */
  handle(event: InboundEvent, answering?: Answering): Promise<Handled>;
  /**
   * Looks for somebody with the desk's words as they may have them: what is found is given once the audit log tells of it, and not at
   * all where it cannot. Rejects as the finder and the store do.
   */
  read<T>(look: WordLook, find: (context: Context) => Promise<T>): Promise<Looked<T>>;
  /** A desk's rows with the words that are the customer's own: what people read of themselves takes no line. */
  ownWords(customerId: string, desk?: string): Reader;
  /** Calls the listener after each save with what changed; returns how to stop. */
  onSaved(listener: SavedListener): () => void;
  /** Tells the listeners of what another process has saved at a desk. */
  heard: SavedListener;
  /** The bot as one desk has it. */
  at(desk: string): DeskBot;
}

/** The bot at one desk: what it handles happened there, and what it tells was saved there. */
export type DeskBot = Pick<Bot, "handle" | "read" | "ownWords" | "onSaved">;

export interface BotConfig extends Pick<Context, "wording" | "ids" | "clock" | "thresholds"> {
  readonly desks: Desks;
  readonly store: Store;
  readonly log: Log;
}

/** How often an event is decided anew because rows moved meanwhile, before it is given back as failed: each time another one got through. */
const MOST_DECISIONS = 200;

function outboxRow(say: Say, at: number): Change {
  const { id, to, message, surveyId } = say;
  const waiting = { state: "pending", attempts: 0, createdAt: at, dueAt: at } as const;
  const unsent = { sentAt: null, postedAt: null, reference: null, error: null, ...UNLEASED };
  return {
    table: "post",
    row: { id, version: 0, lane: to, message, surveyId: surveyId ?? null, ...waiting, ...unsent },
  };
}

/** The bot: the one place that saves. */
export function createBot(config: BotConfig): Bot {
  const { store, desks, clock, ids, wording, thresholds, log } = config;
  const { tell, onSaved } = createTeller(log);

  const contextAt = ({ id, settings, themes, teamLanes }: Desk): Context => {
    const given = { wording, ids, clock, settings, themes, thresholds, teamLanes: teamLanes() };
    return { deskId: id, store: readOnce(store.at(id)), ...given };
  };

  const keptReceipt = async (event: InboundEvent, context: Context): Promise<Handled | null> => {
    const kept = event.receipt ? await context.store.get("receipt", event.receipt.id) : null;
    if (!kept) return null;
    if (kept.fingerprint === event.receipt?.fingerprint) return { status: "seen" };
    const text = "This idempotency key was used for another request. Use a new key for each new request.";
    return { status: "seen", refusal: { code: "conflict", text, told: false } };
  };

  const attempt = async (event: InboundEvent, desk: Desk, answering?: Answering): Promise<Handled | "stale"> => {
    const context = contextAt(desk);
    const kept = await keptReceipt(event, context);
    if (kept) return kept;
    const bound = boundEvent(event, context);
    const decided = await withReactions(await decide(bound.event, context), bound.event, context);
    const outcome = await sayBounds(decided, bound, context);
    const answered = answering?.(outcome.changes) ?? { status: null, answer: null };
    const posts = (await holdRepeats(outcome.messages, context)).map((say) => outboxRow(say, clock.now()));
    const receipt: Change[] = event.receipt
      ? [{ table: "receipt", row: { ...event.receipt, version: 0, at: event.at, ...answered } }]
      : [];
    const audits = await sealAudits(context, outcome.audits ?? [], event.at);
    const changes = [...outcome.changes, ...posts, ...receipt, ...audits];
    const happened = await sayWhatHappened(context.store, event, changes);
    const status = await store.save(desk.id, { id: event.id, at: event.at }, changes);
    if (status === "stale") return "stale";
    if (status === "saved") {
      tell(changes, desk.id);
      for (const { what, ids: named } of happened) log.info(what, { desk: desk.id, ...named });
    }
    if (status === "seen") return { status };
    const { refusal, disclosed } = outcome;
    return { status, ...(refusal ? { refusal } : {}), ...(disclosed ? { disclosed } : {}) };
  };

  const handleAt = async (event: InboundEvent, desk: Desk, answering?: Answering): Promise<Handled> => {
    for (let decisions = 0; decisions < MOST_DECISIONS; decisions += 1) {
      const handled = await attempt(event, desk, answering);
      if (handled !== "stale") return handled;
    }
    const { kind, id } = event;
    log.fault("An event could not be decided because its rows kept moving; it was given back", { kind, id });
    throw new Error(`Event ${kind} was not saved: its rows kept moving. Deliver it again.`);
  };

  const handle = async (given: InboundEvent, answering?: Answering): Promise<Handled> => {
    // A platform whose clock is ahead must not date anything into the future.
    const event = { ...given, at: Math.min(given.at, clock.now()) };
    const [first, ...others] = await findDesks(event, desks, store);
    if (first === undefined) return { status: "seen" };
    const handled = await handleAt(heardAt(first, true, event), first, answering);
    for (const other of others) await handleAt(heardAt(other, false, event), other);
    return handled;
  };

  const keep = async (desk: Desk, audits: GivenReading<unknown>["audits"]): Promise<string | null> => {
    if (audits.length === 0) return null;
    for (let tries = 0; tries < MOST_DECISIONS; tries += 1) {
      const at = clock.now();
      const lines = await sealAudits({ deskId: desk.id, store: store.at(desk.id), ids }, audits, at);
      if ((await store.save(desk.id, { id: null, at }, lines)) === "saved") return lines.at(-1)?.row.id ?? null;
    }
    throw new Error("The audit log could not tell of a reading, so nothing was given. Ask again.");
  };

  const read = async <T>(look: WordLook, find: (context: Context) => Promise<T>): Promise<Looked<T>> => {
    const desk = (look.desk === undefined ? null : desks.get(look.desk)) ?? desks.first;
    const { looked, audits } = await giveReading(contextAt(desk), look, find);
    const line = await keep(desk, audits);
    return looked.kind === "given" ? { ...looked, opening: looked.opening ?? line } : looked;
  };

  const ownWords = (customerId: string, desk = desks.first.id) => ownWordsOf(store.at(desk), customerId);

  return {
    desks,
    handle,
    read,
    ownWords,
    onSaved,
    heard: tell,
    at: (desk) => ({
      handle: (event, answering) => handle({ ...event, desk }, answering),
      read: (look, find) => read({ ...look, desk }, find),
      ownWords: (customerId) => ownWords(customerId, desk),
      onSaved: (listener) => onSaved((changes, where) => where === desk && listener(changes, where)),
    }),
  };
}
