/** What one check of `doctor` found. */
export interface Finding {
  /** What was looked at, e.g. `outbox`. */
  readonly check: string;
  readonly level: "ok" | "warning" | "fault";
  readonly found: string;
  /** What to do about it; null where all is well. */
  readonly remedy: string | null;
}

export function ok(check: string, found: string): Finding {
  return { check, level: "ok", found, remedy: null };
}

export function warning(check: string, found: string, remedy: string): Finding {
  return { check, level: "warning", found, remedy };
}

export function fault(check: string, found: string, remedy: string): Finding {
  return { check, level: "fault", found, remedy };
}

/** The three kinds of findings of one check. */
export function findingsOf(check: string) {
  return {
    ok: (found: string) => ok(check, found),
    warning: (found: string, remedy: string) => warning(check, found, remedy),
    fault: (found: string, remedy: string) => fault(check, found, remedy),
  };
}

/** Findings about one of the desks, which say whose they are where there are several. */
export function ofDesk(id: string, desks: readonly unknown[], findings: readonly Finding[]): Finding[] {
  if (desks.length === 1) return [...findings];
  return findings.map((finding) => ({ ...finding, found: `desk ${id}: ${finding.found}` }));
}

/** What an error says, as one line. */
export function reasonOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).replace(/\s+/g, " ");
}
