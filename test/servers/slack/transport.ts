import type { Json } from "./json.ts";

/** Something Slack brings to the app. */
export interface Parcel {
  readonly kind: "events_api" | "interactive" | "slash_commands";
  /** Stays the same if the very same envelope is delivered twice. */
  readonly envelopeId: string;
  readonly payload: Json;
  /** Set from the second delivery of an event on. */
  readonly retry?: { readonly num: number; readonly reason: FailReason };
}

/** Why a delivery failed, in Slack's words; `timeout` is Socket Mode's. */
export type FailReason = "timeout" | "http_timeout" | "http_error" | "connection_failed" | "too_many_redirects";

/** How a delivery ended. `stop`: the app asked for no more tries. */
export type Receipt =
  | { readonly ok: true; readonly body: unknown }
  | { readonly ok: false; readonly reason: FailReason; readonly stop: boolean };

/** A way to the app. Never rejects. */
export interface Transport {
  deliver(parcel: Parcel): Promise<Receipt>;
}

/** One delivery, for tests to look at. */
export interface DeliveryRecord {
  readonly parcel: Parcel;
  readonly receipt: Receipt;
  /** Real milliseconds from sending to the end, whatever the time source says. */
  readonly tookMs: number;
}
