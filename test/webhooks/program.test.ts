import { createHmac } from "node:crypto";
import { expect, it, onTestFinished, vi } from "vitest";
import { hang, openReceiver } from "../servers/webhooks.ts";
import { startWith } from "../web/program.ts";

const SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
const MINUTE = 60_000;

it("tells programs outside while it runs, and stops though one of them hangs", async () => {
  const [crm, slow] = [await openReceiver(), await openReceiver(hang)];
  const webhooks = [
    { id: "crm", url: `${crm.origin}/in`, allowPrivate: true },
    { id: "slow", url: slow.origin, allowPrivate: true },
  ];
  const settings = { ask: { delay: "1s", quietHours: "", minAgentMessages: 0 }, webhooks };
  const program = await startWith(settings, { webhookSecrets: [SECRET] });
  let isStopped = false;
  onTestFinished(async () => {
    if (!isStopped) await program.stop();
  });
  await program.call("/interactions", { id: "T-1", customer: { id: "c-1" } });
  await program.call("/interactions/T-1/entries", { author: "customer", text: "My invoice is wrong." });
  await program.call("/interactions/T-1/resolve", {});
  program.skip(MINUTE);
  await vi.waitFor(() => expect(crm.taken).toHaveLength(1), { timeout: 10_000 });
  const [taken] = crm.taken;
  if (!taken) throw new Error("Nothing was sent");
  const { headers, body } = taken;
  const told = JSON.parse(body) as { type: string; data: { id: string; survey: { id: string; url: string } } };
  expect(told).toMatchObject({ type: "survey.asked", data: { id: "T-1", survey: { state: "asked" } } });
  expect((await (await program.call("/interactions/T-1")).json()) as unknown).toEqual(told.data);
  expect(told.data.survey.url.startsWith(`${program.origin}/survey/`)).toBe(true);
  const signed = `${headers["webhook-id"]}.${headers["webhook-timestamp"]}.${body}`;
  const key = Buffer.from(SECRET.slice(6), "base64");
  expect(headers["webhook-signature"]).toBe(`v1,${createHmac("sha256", key).update(signed).digest("base64")}`);
  const begun = performance.now();
  await program.stop();
  isStopped = true;
  expect(performance.now() - begun).toBeLessThan(9_000);
  expect(slow.taken.length).toBeGreaterThan(0);
});
