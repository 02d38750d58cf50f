import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { DEFAULT_DESK } from "../../src/desk.ts";
import { UNLEASED } from "../../src/outbox/lease.ts";
import { webhookLane } from "../../src/outside/webhook.ts";
import type { Post } from "../../src/rows.ts";
import { openStore } from "../database/open-store.ts";
import { openReceiver, type Receiver, status } from "../servers/webhooks.ts";
import { eachInFolder } from "./folder.ts";
import { run } from "./program.ts";

const EMPTYCHAIR_WEBHOOK_SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
const folder = eachInFolder();
const command = (...given: string[]) =>
  run(["webhooks", ...given], { EMPTYCHAIR_DATA: folder.path, EMPTYCHAIR_WEBHOOK_SECRET });

function post(id: string, name: string, more: Partial<Post>): Post {
  const payload = { type: "case.opened", timestamp: "2026-11-16T09:00:00.000Z", data: { id: "k" } };
  const message = { kind: "webhook", text: "case.opened", actions: [], payload } as unknown as Post["message"];
  const unsent = { surveyId: null, sentAt: null, postedAt: null, reference: null, error: null, ...UNLEASED };
  const lane = webhookLane(DEFAULT_DESK, name);
  return { id, version: 0, lane, message, state: "pending", attempts: 0, createdAt: 1, dueAt: 1, ...unsent, ...more };
}

const gone = "410 Gone: nothing more is sent there until something is replayed";

async function settle({ origin }: Receiver): Promise<void> {
  const webhooks = ["crm", "old"].map((id) => ({ id, url: `${origin}/${id}`, allowPrivate: true }));
  writeFileSync(join(folder.path, "settings.yaml"), JSON.stringify({ webhooks }));
  const store = await openStore(join(folder.path, "emptychair.db"));
  const posts = [
    post("p1", "crm", { state: "posted", attempts: 2, reference: "204", postedAt: 2 }),
    post("p2", "crm", { attempts: 3, error: "503 Service Unavailable" }),
    post("p3", "old", { state: "failed", attempts: 1, error: gone }),
  ];
  await store.save(
    DEFAULT_DESK,
    { id: null, at: 1 },
    posts.map((row) => ({ table: "post", row }) as const),
  );
  await store.close();
}

describe("emptychair webhooks", () => {
  let receiver: Receiver;
  beforeEach(async () => {
    receiver = await openReceiver();
    await settle(receiver);
  });

  it("lists them, and logs what they were told and how they took it", async () => {
    const listed = JSON.parse((await command("list", "--format", "json")).out);
    expect(listed).toMatchObject([
      { webhook: "crm", waiting: 1, state: "503 Service Unavailable", url: `${receiver.origin}/crm` },
      { webhook: "old", waiting: 0, state: "stopped: it answered 410 Gone" },
    ]);
    const { out } = await command("log");
    const [titles, ...lines] = out.trimEnd().split("\n");
    expect(titles).toMatch(/^WHEN +ID +WEBHOOK +EVENT +STATE +ATTEMPTS +DELIVERED +ANSWER$/);
    expect(lines.map((line) => line.split(/ {2,}/)[1])).toEqual(["p3", "p2", "p1"]);
    expect(lines[2]).toMatch(/crm +case\.opened +posted +2 +1970-01-01T00:00:00\.002Z +204$/);
    const failed = JSON.parse((await command("log", "crm", "--failed", "--format", "json")).out);
    expect(failed).toMatchObject([{ id: "p2", state: "pending", answer: "503 Service Unavailable" }]);
  });

  it("puts what is to be replayed into the outbox under its old id, and nothing that still waits", async () => {
    expect(await command("replay", "p3")).toMatchObject({ code: 0, out: expect.stringContaining("1 in the outbox") });
    const late = await command("replay", "p2", "nothing");
    expect(late).toMatchObject({
      code: 1,
      err: expect.stringMatching(/p2 still waits.+\n.+no webhook's post nothing/),
    });
    const store = await openStore(join(folder.path, "emptychair.db"));
    const posts = await store.at(DEFAULT_DESK).list("post", { where: { lane: webhookLane(DEFAULT_DESK, "old") } });
    await store.close();
    const again = posts.find(({ id }) => id !== "p3");
    expect(again).toMatchObject({ state: "pending", message: { payload: { id: "p3", type: "case.opened" } } });
  });

  it("tests one at once, signed, and ends with 1 where it is not taken", async () => {
    const { code, out } = await command("test", "crm");
    expect({ code, out }).toMatchObject({ code: 0, out: expect.stringMatching(/crm +taken +\d+ +204/) });
    expect(receiver.taken).toMatchObject([
      { path: "/crm", headers: { "webhook-signature": expect.stringMatching(/^v1,/) } },
    ]);
    receiver.next.push(status(404, {}, "nothing here"));
    expect(await command("test", "old")).toMatchObject({ code: 1, out: expect.stringContaining("404 nothing here") });
    expect(await command("test", "nobody")).toMatchObject({
      code: 2,
      err: expect.stringContaining("there are: crm, old"),
    });
  });

  it("are looked at by doctor", async () => {
    const variables = { EMPTYCHAIR_DATA: folder.path, EMPTYCHAIR_WEBHOOK_SECRET: "whsec_short" };
    const wrong = await run(["doctor"], variables);
    expect(wrong.out).toContain("EMPTYCHAIR_WEBHOOK_SECRET");
    expect(wrong.out).not.toContain("whsec_short");
    const webhooks = [
      { id: "crm", url: "https://10.0.0.1/" },
      { id: "old", url: receiver.origin, allowPrivate: true },
    ];
    writeFileSync(join(folder.path, "settings.yaml"), JSON.stringify({ webhooks }));
    const { out } = await run(["doctor", "--format", "json"], { EMPTYCHAIR_DATA: folder.path });
    const findings = (JSON.parse(out).findings as { check: string; level: string; found: string }[])
      .filter(({ check }) => check === "webhooks")
      .map(({ level, found }) => `${level} ${found}`);
    expect(findings).toEqual([
      "fault old has answered 410 Gone, and is told nothing more",
      "fault there is no secret to sign them with",
      "fault crm: 10.0.0.1 is in a private network",
      expect.stringMatching(/^ok old: 127\.0\.0\.1 has an address/),
    ]);
  });
});
