/** What goes wrong with one answer. */
export type Failure =
  /** Discord answers with this status and no useful body. */
  | { readonly status: number }
  /** A proxy in between answers with a page of its own; with 200 if no status is said. */
  | { readonly page: string; readonly as?: number }
  /** The connection ends (FIN) or is cut (RST) without an answer. */
  | "end"
  | "reset"
  /** The answer comes, but only after so many milliseconds of real time. */
  | { readonly slowMs: number };

export interface Fault {
  /** A route as in Discord's description, such as "POST /channels/{channel_id}/messages"; "*" is any. */
  readonly on: string;
  /** Whether what was asked has been done when it goes wrong. */
  readonly when: "before" | "after-commit";
  readonly how: Failure;
  /** How many calls it hits; 1 if not given. */
  readonly times?: number;
  /** Lets so many calls pass first. */
  readonly skip?: number;
}

export interface Faults {
  /** Lets coming calls go wrong. */
  add(fault: Fault): void;
  /** The failure due for this call at this moment, used up by asking. */
  take(route: string, when: Fault["when"]): Failure | undefined;
  /** How many failures have not happened yet. */
  readonly pending: number;
  clear(): void;
}

export function createFaults(): Faults {
  let planned: { readonly fault: Fault; skip: number; left: number }[] = [];
  return {
    add: (fault) => void planned.push({ fault, skip: fault.skip ?? 0, left: fault.times ?? 1 }),
    take: (route, when) => {
      const plan = planned.find(
        ({ fault, left }) => left > 0 && fault.when === when && (fault.on === "*" || fault.on === route),
      );
      if (!plan) return undefined;
      if (plan.skip > 0) {
        plan.skip -= 1;
        return undefined;
      }
      plan.left -= 1;
      return plan.fault.how;
    },
    get pending() {
      return planned.reduce((sum, { left }) => sum + left, 0);
    },
    clear: () => {
      planned = [];
    },
  };
}
