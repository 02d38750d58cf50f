/** How an answer goes wrong. */
export type Failure =
  /** Answers with this HTTP status and no useful body. */
  | { readonly status: number }
  /** A proxy in between answers with a page of its own; with 200 if no status is said. */
  | { readonly page: string; readonly as?: number }
  /** Answers 429 with Retry-After, seconds. */
  | { readonly retryAfter: number }
  /** Answers `ok: false` with this code. */
  | { readonly error: string }
  /** Ends the connection without an answer: in good order (FIN) or not (RST). */
  | { readonly drop: "fin" | "rst" }
  /** Answers late; Infinity never answers. */
  | { readonly slowMs: number };

/** One thing that shall go wrong. */
export interface Fault {
  /** Method, or "response_url", "upload" or "socket" (the websocket's opening); "*" for every method. */
  readonly method: string;
  /** Before Slack has done what was asked, or after. */
  readonly when: "before" | "after-commit";
  readonly how: Failure;
  /** How often; once if not said. */
  readonly times?: number;
  /** Only calls whose arguments it accepts. */
  readonly only?: (args: Readonly<Record<string, string>>) => boolean;
  /** Called when it strikes. */
  readonly onStrike?: () => void;
}

/** The faults that are set. */
export interface Faults {
  add(fault: Fault): void;
  clear(): void;
  /** The fault that strikes this call now, counted off; undefined if none does. */
  strike(method: string, when: Fault["when"], args: Readonly<Record<string, string>>): Failure | undefined;
}

/** Starts with none. */
export function createFaults(): Faults {
  let set: { readonly fault: Fault; left: number }[] = [];
  return {
    add(fault) {
      set.push({ fault, left: fault.times ?? 1 });
    },
    clear() {
      set = [];
    },
    strike(method, when, args) {
      const found = set.find(({ fault, left }) => {
        const named = fault.method === method || fault.method === "*";
        return named && left > 0 && fault.when === when && (fault.only?.(args) ?? true);
      });
      if (!found) return undefined;
      found.left -= 1;
      found.fault.onStrike?.();
      return found.fault.how;
    },
  };
}
