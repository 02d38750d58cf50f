import { CommanderError } from "commander";

/** What a person can mend: each line says what was wrong, what is allowed and what to do. */
export class Failure extends Error {
  readonly lines: readonly string[];
  readonly exitCode: number;

  constructor(lines: readonly string[], exitCode = 1) {
    super(lines.join("\n"));
    this.lines = lines;
    this.exitCode = exitCode;
  }
}

const SYSTEM_REMEDIES: Readonly<Record<string, string>> = {
  EACCES: "Fix the rights, or choose another folder with EMPTYCHAIR_DATA.",
  EPERM: "Fix the rights, or choose another folder with EMPTYCHAIR_DATA.",
  ENOSPC: "The disk is full: free some space, or choose another folder with EMPTYCHAIR_DATA.",
  EROFS: "The disk is read-only: choose another folder with EMPTYCHAIR_DATA.",
};

function sentence(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return /[.!?]$/.test(line) ? line : `${line}.`;
}

function failureLines(error: unknown): readonly string[] {
  if (error instanceof Failure) return error.lines;
  if (!(error instanceof Error)) return [sentence(String(error))];
  const { code } = error as NodeJS.ErrnoException;
  const remedy = code === undefined ? undefined : SYSTEM_REMEDIES[code];
  return [remedy === undefined ? sentence(error.message) : `${sentence(error.message)} ${remedy}`];
}

/** Tells standard error what went wrong, one line each, and gives the exit code. The stack only where `debug` asks for it. */
export function reportFailure(error: unknown, debug: boolean): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  for (const line of failureLines(error)) process.stderr.write(`emptychair: ${line}\n`);
  if (debug && error instanceof Error) process.stderr.write(`${error.stack}\n`);
  return error instanceof Failure ? error.exitCode : 1;
}
