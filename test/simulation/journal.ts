import { createHash } from "node:crypto";

/** Everything that happened, step for step: as one hash, and its last lines. */
export interface Journal {
  readonly steps: number;
  /** How often each kind of fault was injected. */
  readonly faults: ReadonlyMap<string, number>;
  /** Whether a fault of such a kind was injected between those moments, both included. */
  hadBetween(kinds: RegExp, from: number, to: number): boolean;
  note(line: string): void;
  fault(kind: string): void;
  lastLines(): readonly string[];
  /** The hash of all lines until now. */
  hash(): string;
}

const KEPT_LINES = 40;
const HASHED_AT_ONCE = 16_384;

export function createJournal(now: () => number): Journal {
  const hash = createHash("sha256");
  const faults = new Map<string, number>();
  const times = new Map<string, number[]>();
  const lines: string[] = [];
  let steps = 0;
  let unhashed = "";
  /** Many lines at a time: each call costs more than its line. */
  const hashAll = (): void => {
    hash.update(unhashed);
    unhashed = "";
  };
  const note = (line: string): void => {
    steps += 1;
    const dated = `${steps} ${now()} ${line}`;
    unhashed += `${dated}\n`;
    if (unhashed.length > HASHED_AT_ONCE) hashAll();
    lines.push(dated);
    if (lines.length > KEPT_LINES) lines.shift();
  };
  return {
    get steps() {
      return steps;
    },
    faults,
    hadBetween: (kinds, from, to) =>
      [...times].some(([kind, all]) => kinds.test(kind) && all.some((at) => at >= from && at <= to)),
    note,
    fault(kind) {
      faults.set(kind, (faults.get(kind) ?? 0) + 1);
      times.set(kind, times.get(kind) ?? []);
      times.get(kind)?.push(now());
      note(`fault ${kind}`);
    },
    lastLines: () => [...lines],
    hash: () => {
      hashAll();
      return hash.copy().digest("hex");
    },
  };
}
