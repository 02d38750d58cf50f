import { channelOf } from "../interaction/address.ts";

/** That a customer was told, in one channel, that conversations are kept and read. */
export interface Informed {
  /** See {@link informedId}. */
  readonly id: string;
  readonly version: number;
  readonly customerId: string;
  readonly at: number;
}

/** The same customer is told once per channel. */
export function informedId(place: string, customerId: string): string {
  return `${channelOf(place)} ${customerId}`;
}
