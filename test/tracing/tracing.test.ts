import { copyFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { createMemoryStore } from "../../adapters/database/memory.ts";
import { loadTelemetry, type Telemetry } from "../../adapters/tracing/telemetry.ts";
import { createTracing } from "../../adapters/tracing/tracing.ts";
import { customerAct } from "../../adapters/web/pages/customer/customer-acts.ts";
import { createDispatcher } from "../../src/outbox/dispatcher.ts";
import { tap } from "../conversations/talk.ts";
import { temporaryFolder } from "../database/open-store.ts";
import { createWorld } from "../world.ts";

interface Told {
  readonly name: string;
  readonly parent: string | null;
  readonly traceId: string;
  readonly spanId: string;
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly status: number;
  readonly isEnded: boolean;
}

/** The package as somebody installs it where the program is started, with what it is told. */
async function installed(): Promise<Telemetry & { readonly told: Told[] }> {
  const folder = temporaryFolder();
  const place = join(folder, "node_modules", "@opentelemetry", "api");
  mkdirSync(place, { recursive: true });
  copyFileSync(join(import.meta.dirname, "package.cjs"), join(place, "index.js"));
  const found = await loadTelemetry(folder);
  if (found === null) throw new Error("The package was not found");
  return found as Telemetry & { readonly told: Told[] };
}

it("is not traced where nobody has installed the package", async () => {
  expect(await loadTelemetry(temporaryFolder())).toBeNull();
});

it("shows one event's way: handled, saved, and what it said posted, without anybody's words", async () => {
  const telemetry = await installed();
  const tracing = createTracing(telemetry, "0.1.0");
  const store = tracing.store(createMemoryStore());
  const world = createWorld({ store });
  const survey = await world.asked();
  telemetry.told.length = 0;
  const bot = tracing.bot(world.bot);
  const at = world.now();
  const event = { ...tap(survey.id, 2), id: "slack:T1:Ev1:answer:2", at, desk: "default" } as const;
  await bot.handle(event);
  const { chat, log } = world;
  const clock = { now: world.now };
  await createDispatcher({ store, bot, chats: [tracing.chat(chat)], clock, log, owner: "own" }).drain();
  const [handled, saved, ...rest] = telemetry.told;
  expect(handled).toMatchObject({ name: "event score-given", parent: null, status: 0 });
  expect(handled?.attributes).toEqual({
    "emptychair.event.kind": "score-given",
    "emptychair.event.id": "slack:T1:Ev1",
    "emptychair.platform": "slack",
    "emptychair.desk": "default",
    "emptychair.outcome": "saved",
  });
  expect(saved).toMatchObject({ name: "save", parent: handled?.spanId, traceId: handled?.traceId });
  expect(saved?.attributes).toMatchObject({ "emptychair.desk": "default", "emptychair.outcome": "saved" });
  const posts = rest.filter(({ name, parent }) => name.startsWith("post ") && parent === saved?.spanId);
  expect(posts.map(({ name, traceId }) => [name, traceId])).toContainEqual(["post alert", handled?.traceId]);
  for (const { attributes } of posts)
    expect(attributes).toMatchObject({ "emptychair.platform": "web", "emptychair.outcome": "posted" });
  expect(telemetry.told.every(({ isEnded }) => isEnded)).toBe(true);
  expect(JSON.stringify(telemetry.told)).not.toMatch(/invoice|recommend|corrected/);
});

it("shows no score that a customer chose in the chat of our own pages", async () => {
  const telemetry = await installed();
  const world = createWorld();
  const survey = await world.asked();
  const fields = new Map(Object.entries({ act: "score", subject: survey.id, score: "2" }));
  const form = { text: (name: string) => fields.get(name) ?? "", eventId: "web:1f", id: "form" };
  const event = customerAct(form, { address: "web:customer:me", role: "customer" }, "chat", world.now());
  expect(event).toMatchObject({ kind: "score-given", id: expect.stringContaining("2") });
  await createTracing(telemetry, "0.1.0").bot(world.bot).handle(event);
  expect(telemetry.told[0]?.attributes["emptychair.event.id"]).toBe("web:1f:score");
});

it("ends a span as failed with what failed within it, which fails as it did", async () => {
  const telemetry = await installed();
  const tracing = createTracing(telemetry, "0.1.0");
  const world = createWorld();
  const broken = { ...world.bot, handle: () => Promise.reject(new Error("The disk is full.")) };
  const handled = tracing
    .bot(broken)
    .at("default")
    .handle({ ...tap("one", 2), id: null, at: 0 });
  await expect(handled).rejects.toThrow("The disk is full.");
  expect(telemetry.told).toMatchObject([
    { status: 2, isEnded: true, attributes: { "emptychair.outcome": "failed", "emptychair.desk": "default" } },
  ]);
});
