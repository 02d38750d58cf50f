import { randomUUID } from "node:crypto";
import type { Limits } from "./limits.ts";
import { SlackError } from "./slack-error.ts";
import type { TimeSource } from "./time.ts";

/** Trigger ids: each lets the app open one view for one person, for a few seconds. */
export interface Triggers {
  /** A new one for the person. */
  issue(person: string): string;
  /** Who it was issued for. Throws invalid_, expired_ or exchanged_trigger_id. */
  check(id: string): { readonly person: string };
  /** Marks it used. */
  use(id: string): void;
}

/** Starts with none issued. */
export function createTriggers(limits: Limits, time: TimeSource): Triggers {
  const issued = new Map<string, { person: string; until: number; used: boolean }>();
  return {
    issue(person) {
      const id = `${Math.floor(time.now() / 1000)}.${person}.${randomUUID().replaceAll("-", "")}`;
      issued.set(id, { person, until: time.now() + limits.triggerMs, used: false });
      return id;
    },
    check(id) {
      const trigger = issued.get(id);
      if (!trigger) throw new SlackError("invalid_trigger_id");
      if (trigger.used) throw new SlackError("exchanged_trigger_id");
      if (time.now() > trigger.until) throw new SlackError("expired_trigger_id");
      return trigger;
    },
    use(id) {
      const trigger = issued.get(id);
      if (trigger) trigger.used = true;
    },
  };
}
