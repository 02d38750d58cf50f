import type { Digest } from "../digest/document.ts";
import type { CaseView, InteractionView } from "./shapes.ts";

/** What programs outside can be told of. */
export const WEBHOOK_EVENTS = [
  "survey.asked",
  "response.created",
  "response.changed",
  "case.opened",
  "case.changed",
  "digest.posted",
] as const;
export type WebhookEvent = (typeof WEBHOOK_EVENTS)[number];

/** What is sent to a program outside: never changed once it is said. */
export interface WebhookPayload {
  readonly type: WebhookEvent;
  /** When it happened, RFC 3339. */
  readonly timestamp: string;
  /** What the API would have given at that moment; a survey's `url` without the server's address, which is put before it on sending. */
  readonly data: InteractionView | CaseView | Digest;
  /** The webhook-id that it bears where it is said once more; that of its post otherwise. */
  readonly id?: string;
}

/** First part of the addresses of webhooks. */
export const WEBHOOK_PLATFORM = "webhook";

/** Address in the outbox of a desk's webhook, by its id in the settings. */
export function webhookLane(desk: string, id: string): string {
  return `${WEBHOOK_PLATFORM}:${desk}:${id}`;
}

/** The desk and the id in such an address. */
export function partsOfLane(lane: string): { readonly desk: string; readonly id: string } {
  const [, desk = "", id = ""] = lane.split(":");
  return { desk, id };
}
