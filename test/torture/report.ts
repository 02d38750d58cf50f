import type { Findings } from "./checks.ts";
import type { Ledger } from "./ledger.ts";

/** One fault that struck. */
export interface Blow {
  readonly name: string;
  readonly at: number;
  /** From its end until the program was ready again, seconds; null where it was not in time. */
  readonly healedIn: number | null;
}

/** What stands before the first fault. */
const BEFORE = "before any";
const HEAD = ["fault", "times", "acknowledged", "lost", "doubled", "undecidable", "ready again after, s (longest)"];

function tableOf(lines: readonly (readonly string[])[]): string {
  const widths = HEAD.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  const drawn = lines.map((line) =>
    line.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))),
  );
  return drawn.map((line) => line.join("  ")).join("\n");
}

/** How often each fault struck, and what became of what happened from then until the next one. */
export function reportTable(blows: readonly Blow[], ledger: Ledger, findings: Findings): string {
  const nameAt = (at: number) => blows.findLast((blow) => blow.at <= at)?.name ?? BEFORE;
  const countOf = (name: string, times: readonly number[]) => times.filter((at) => nameAt(at) === name).length;
  const names = [BEFORE, ...new Set(blows.map(({ name }) => name))];
  const times = {
    acknowledged: ledger.all.map(({ at }) => at),
    lost: findings.lost.map(({ at }) => at),
    doubled: findings.doubled.map(({ at }) => at),
    undecidable: findings.undecidable,
  };
  const lines = names.map((name) => {
    const struck = blows.filter((blow) => blow.name === name);
    const healing = struck.map(({ healedIn }) => healedIn ?? Number.POSITIVE_INFINITY);
    const median = healing.toSorted((a, b) => a - b)[Math.floor(healing.length / 2)];
    const healed = median === undefined ? "" : `${median.toFixed(1)} (${Math.max(...healing).toFixed(1)})`;
    const counts = Object.values(times).map((all) => String(countOf(name, all)));
    return [name, String(struck.length), ...counts, healed];
  });
  const sums = Object.values(times).map((all) => String(all.length));
  return tableOf([HEAD, ...lines, ["together", String(blows.length), ...sums, ""]]);
}
