import type { Limits } from "./limits.ts";
import type { TimeSource } from "./time.ts";

/** Keeps Slack's two hourly counts of event deliveries. */
export interface EventQuota {
  /** Whether one more event of the workspace may go out; `first-over` when it is the first that may not. */
  admit(team: string): "yes" | "first-over" | "over";
  /** Notes how a delivery went. */
  note(ok: boolean): void;
  /** Under 5 % of the last hour's deliveries were acknowledged, so Slack has turned the subscription off. */
  readonly disabled: boolean;
}

const HOUR = 3_600_000;

/** Starts at zero. */
export function createEventQuota(limits: Limits, time: TimeSource): EventQuota {
  const events = new Map<string, { hour: number; count: number }>();
  let deliveries: { readonly at: number; readonly ok: boolean }[] = [];
  let disabled = false;

  return {
    admit(team) {
      const hour = Math.floor(time.now() / HOUR);
      const before = events.get(team);
      const count = before?.hour === hour ? before.count + 1 : 1;
      events.set(team, { hour, count });
      if (count <= limits.eventsPerHour) return "yes";
      return count === limits.eventsPerHour + 1 ? "first-over" : "over";
    },
    note(ok) {
      deliveries.push({ at: time.now(), ok });
      if (deliveries.length < limits.deliveriesBeforeDisabling) return;
      deliveries = deliveries.filter(({ at }) => at > time.now() - HOUR);
      const good = deliveries.filter((delivery) => delivery.ok).length;
      if (deliveries.length >= limits.deliveriesBeforeDisabling && good < deliveries.length * 0.05) disabled = true;
    },
    get disabled() {
      return disabled;
    },
  };
}
