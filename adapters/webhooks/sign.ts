import { createHmac } from "node:crypto";

/** What is signed, as the Standard Webhooks say. */
export interface Signable {
  /** The webhook-id. */
  readonly id: string;
  /** Seconds since 1970. */
  readonly timestamp: number;
  /** The body as it is sent. */
  readonly body: string;
}

/** What every secret begins with; the rest is its key in base64. */
export const SECRET_PREFIX = "whsec_";

/** The `webhook-signature` header: one signature for each secret, so that a receiver may know either while they are changed. */
export function signatureOf({ id, timestamp, body }: Signable, secrets: readonly string[]): string {
  const signed = secrets.map((secret) => {
    const key = Buffer.from(secret.slice(SECRET_PREFIX.length), "base64");
    return `v1,${createHmac("sha256", key).update(`${id}.${timestamp}.${body}`).digest("base64")}`;
  });
  return signed.join(" ");
}
