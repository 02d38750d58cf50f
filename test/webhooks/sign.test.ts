import { createHmac } from "node:crypto";
import { expect, it } from "vitest";
import { signatureOf } from "../../adapters/webhooks/sign.ts";

const SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
const PUBLISHED = {
  id: "msg_p5jXN8AQM9LWM0D4loKWxJek",
  timestamp: 1_614_265_330,
  body: '{"test": 2432232314}',
};

it("signs the standard's published example as published", () => {
  expect(signatureOf(PUBLISHED, [SECRET])).toBe("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
});

it("signs with each secret, in their order, whatever the body is written in", () => {
  const other = `whsec_${Buffer.from("another key of more than 24 bytes").toString("base64")}`;
  const body = '{"words":"Grüße, 残念です 🪑"}';
  const byHand = (key: Buffer) => createHmac("sha256", key).update(`m1.7.${body}`, "utf8").digest("base64");
  const keys = [
    Buffer.from("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "base64"),
    Buffer.from("another key of more than 24 bytes"),
  ];
  expect(signatureOf({ id: "m1", timestamp: 7, body }, [SECRET, other])).toBe(
    keys.map((key) => `v1,${byHand(key)}`).join(" "),
  );
});
