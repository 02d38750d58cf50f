import type { Greeting } from "../../src/digest/greeting.ts";
import { drawOf } from "../../src/draw.ts";
import type { InboundEvent } from "../../src/events.ts";
import { addBusinessTime, type WorkTimes } from "../../src/recovery/business-time.ts";

const HOUR_MS = 3_600_000;
/** Business hours within which the team gets round to a greeting. */
const SLOWEST = 30;
/** How greetings go: most lead to a score, some to talk without one, and some customers cannot be reached. */
const SCORED = 0.6;
const TALKED = 0.75;
/** What the silent think: a little less of the desk than those who answer. */
const SCORES = [2, 3, 5, 6, 6, 7, 7, 8, 8, 8, 9, 9, 10, 10];

/** When somebody greets the customer who was given to them at that moment. */
export function greetingTime({ id }: Greeting, at: number, hours: WorkTimes): number {
  return addBusinessTime(at, Math.round(drawOf(`when ${id}`) * SLOWEST) * HOUR_MS, hours);
}

/** What comes of a greeting: the same one always comes to the same. */
export function greetingEvent({ id, agentAddress, agentName }: Greeting, at: number): InboundEvent {
  const by = { address: agentAddress, role: "agent", name: agentName } as const;
  const event = { kind: "greeting-recorded", id: null, at, greetingId: id, by, note: "" } as const;
  const chance = drawOf(`came ${id}`);
  if (chance >= SCORED) return { ...event, came: chance < TALKED ? "greeted" : "unreached" };
  const score = SCORES[Math.floor(drawOf(`score ${id}`) * SCORES.length)];
  return { ...event, came: "answered", score };
}
