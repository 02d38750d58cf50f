import { randomUUID } from "node:crypto";
import { createHttpDelivery } from "./http-delivery.ts";
import { asObject } from "./json.ts";
import type { Limits } from "./limits.ts";
import type { TimeSource } from "./time.ts";
import type { DeliveryRecord, Transport } from "./transport.ts";
import type { AppIdentity } from "./world.ts";

/** The way to the app that is in use, with a record of what went over it. */
export interface Dispatch extends Transport {
  readonly records: readonly DeliveryRecord[];
  /** Turns to a request URL once it has echoed the challenge; rejects if it does not. */
  useHttp(url: string): Promise<void>;
}

/** What dispatch needs to know. */
export interface DispatchConfig {
  readonly app: AppIdentity;
  readonly limits: Limits;
  readonly time: TimeSource;
  readonly socketMode: Transport;
}

/** Starts with Socket Mode. */
export function createDispatch({ app, limits, time, socketMode }: DispatchConfig): Dispatch {
  const records: DeliveryRecord[] = [];
  let way = socketMode;
  return {
    records,
    async deliver(parcel) {
      const begun = performance.now();
      const receipt = await way.deliver(parcel);
      records.push({ parcel, receipt, tookMs: performance.now() - begun });
      return receipt;
    },
    async useHttp(url) {
      const http = createHttpDelivery({ url, signingSecret: app.signingSecret, limits, time });
      const challenge = randomUUID();
      const payload = { token: app.verificationToken, challenge, type: "url_verification" };
      const receipt = await http.deliver({ kind: "events_api", envelopeId: challenge, payload });
      const echoed = receipt.ok && (receipt.body === challenge || asObject(receipt.body)?.challenge === challenge);
      if (!echoed) throw new Error(`${url} did not echo the challenge: ${JSON.stringify(receipt)}`);
      way = http;
    },
  };
}
