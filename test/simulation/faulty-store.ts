import type { Change } from "../../src/outcome.ts";
import { BusyError, type Reader, type Store } from "../../src/ports.ts";
import type { PowerCut } from "./disk.ts";
import { stillnessOf } from "./faulty-chat.ts";
import type { Journal } from "./journal.ts";
import { type Life, SIMULATED } from "./life.ts";
import type { Options } from "./options.ts";
import type { Random } from "./random.ts";

export interface StoreFaults {
  readonly life: Life;
  readonly random: Random;
  readonly journal: Journal;
  /** The rates now; null where nothing fails any more. */
  readonly rates: () => Options["saves"] | null;
  /** How likely a process stands still now. */
  readonly stills: () => Options["stills"] | null;
  /** How likely a read fails now. */
  readonly reads: () => number;
  /** How likely its answer comes late now. */
  readonly slowReads: () => number;
  /** Cuts the power in the midst of that save, or after it, where the rows are in a file that may be torn by that. */
  readonly cutPower?: (save?: Parameters<Store["save"]>) => Promise<PowerCut>;
  /** Hears of what no fault explains. */
  readonly onFault: (message: string) => void;
  /** Hears that an injected fault was met, and that what it met will be tried again, however often the program has told of it. */
  readonly onTrouble: () => void;
  /** Hears what was saved. */
  readonly onSaved: (changes: readonly Change[], desk: string) => void;
  /** Yields so often before a save, so that processes come between each other. */
  readonly mostTurns: number;
}

/** The answer to a slow read comes after so many turns at most: much may be saved between what was read and what comes of it. */
const SLOWEST_TURNS = 200;

/** Lets others go on, so often. */
async function yieldTurns(turns: number): Promise<void> {
  for (let left = turns; left > 0; left -= 1) await Promise.resolve();
}

type SaveFault = keyof Options["saves"];

/** What is saved for the first time only once a week meets a fault so many times as often: else it would hardly ever meet one. */
const RARE_TIMES = 10;

function isRare(changes: readonly Change[]): boolean {
  return changes.some(({ table, row }) => table === "digest" && row.version === 0);
}

/** The fault that the draw falls on; null where it falls on none. */
function faultAt(draw: number, rates: Options["saves"], times: number): SaveFault | null {
  let edge = 0;
  for (const [kind, rate] of Object.entries(rates) as [SaveFault, number][]) {
    edge += rate * times;
    if (draw < edge) return kind;
  }
  return null;
}

/** The reader each of whose questions is asked by `ask`. */
function readerBy(ask: <T>(question: () => Promise<T>) => Promise<T>, reader: Reader): Reader {
  const asked = Object.entries(reader).map(([name, question]) => [
    name,
    (...given: unknown[]) => ask(() => (question as (...all: unknown[]) => Promise<unknown>)(...given)),
  ]);
  return Object.fromEntries(asked) as Reader;
}

/** The store as one process sees it whose saves and reads fail as they may. */
export function faultyStore(inner: Store, { life, random, journal, rates, ...more }: StoreFaults): Store {
  const draw = (changes: readonly Change[]): SaveFault | null => {
    const now = rates();
    const kind = now && faultAt(random.next(), now, isRare(changes) ? RARE_TIMES : 1);
    if (kind !== null) journal.fault(`save ${kind}`);
    if (kind !== null) more.onTrouble();
    return kind;
  };
  const end = async (when: string, save?: Parameters<Store["save"]>): Promise<never> => {
    const cutting = more.cutPower?.(save);
    life.end(cutting);
    const cut = await cutting;
    if (cut) journal.fault(cut.tear === null ? "stop in good order" : `power cut, log ${cut.tear}`);
    if (cut?.upgrade)
      journal.fault(`upgrade from ${cut.upgrade.from}${cut.upgrade.isCut ? ", power cut meanwhile" : ""}`);
    for (const lost of cut?.lost ?? []) more.onFault(lost);
    throw new Error(`${SIMULATED} the process ended ${when} it had saved`);
  };
  const before = async (fault: SaveFault | null, save: Parameters<Store["save"]>): Promise<void> => {
    if (fault === "rejected") throw new Error(`${SIMULATED} the disk took nothing`);
    if (fault === "busy") throw new BusyError(`${SIMULATED} another program holds the rows`);
    if (fault === "crashBefore") await end("before", save);
  };
  const perhapsStill = async (when: string, rateOf: (now: Options["stills"]) => number): Promise<void> => {
    const now = more.stills();
    if (now && random.chance(rateOf(now))) {
      journal.fault(`stands still ${when}`);
      await life.standStill(stillnessOf(random));
    }
    await life.goOn();
  };
  const pass = (when: "before" | "after") => perhapsStill(`${when} a save`, ({ saves }) => saves / 2);
  /** What is asked for while the process ends finds nobody to answer. */
  const whileAlive = async <T>(asked: () => Promise<T>): Promise<T> => {
    if (life.isOver) await life.goOn();
    try {
      return await asked();
    } catch (error) {
      if (life.isOver) await life.goOn();
      throw error;
    }
  };
  const ask = async <T>(question: () => Promise<T>): Promise<T> => {
    await life.goOn();
    const rate = more.reads();
    if (rate > 0 && random.chance(rate)) {
      journal.fault("read fails");
      more.onTrouble();
      throw new Error(`${SIMULATED} the disk gave nothing`);
    }
    const answer = await whileAlive(question);
    const slow = more.slowReads();
    if (slow > 0 && random.chance(slow)) await yieldTurns(random.below(SLOWEST_TURNS));
    return answer;
  };
  const readers = new Map<string, Reader>();
  return {
    ...inner,
    at(desk) {
      const known = readers.get(desk) ?? readerBy(ask, inner.at(desk));
      readers.set(desk, known);
      return known;
    },
    async save(desk, event, changes) {
      await yieldTurns(random.below(more.mostTurns + 1));
      await pass("before");
      const fault = draw(changes);
      await before(fault, [desk, event, changes]);
      const saved = await whileAlive(() => inner.save(desk, event, changes));
      const rows = changes.map(({ table, row, remove }) => `${table}:${row.id}:${row.version}${remove ? ":gone" : ""}`);
      journal.note(`save ${desk} ${event.id ?? "-"} ${saved} ${rows.join(" ")}`);
      if (saved === "saved") more.onSaved(changes, desk);
      if (fault === "crashAfter") await end("after");
      if (fault === "lost") throw new Error(`${SIMULATED} the answer to a save was lost`);
      await pass("after");
      return saved;
    },
    async heads(...asked) {
      const heads = await ask(() => inner.heads(...asked));
      // Whoever has found nothing has nothing in hand that others could take up meanwhile.
      if (heads.length > 0) await perhapsStill("with posts in hand", ({ posts }) => posts);
      return heads;
    },
    due: (...asked) => ask(() => inner.due(...asked)),
    desksWith: (...asked) => ask(() => inner.desksWith(...asked)),
  };
}
