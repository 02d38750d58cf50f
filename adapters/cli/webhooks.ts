import { systemClock } from "../../src/clock.ts";
import { rfc3339 } from "../../src/outside/views.ts";
import { resolveHost } from "../checked-lookup.ts";
import type { Config } from "../config.ts";
import { createIds } from "../ids.ts";
import { ANSWER_WITHIN_MS, sendSigned, type WebhookSetting } from "../webhooks/chat.ts";
import { type DeskChoice, loadDesk } from "./choose-desk.ts";
import { Failure } from "./failure.ts";
import { openBot } from "./open-bot.ts";
import { withStore } from "./open-store.ts";
import { textTable } from "./text-table.ts";
import { chosenWebhooks, deliveryRows, type ShownRow, webhookRows } from "./webhook-rows.ts";

export type WebhookAct = "list" | "log" | "replay" | "test";

export interface WebhooksOptions extends DeskChoice {
  readonly failed?: true;
  readonly format: "text" | "json";
}

const USUAL_WIDTH = 160;

function printed(rows: readonly ShownRow[], format: WebhooksOptions["format"], none: string): string {
  const [first] = rows;
  if (format === "json") return `${JSON.stringify(rows, null, 2)}\n`;
  if (first === undefined) return `${none}\n`;
  const titles = Object.keys(first);
  const cells = rows.map((row) => titles.map((title) => String(row[title] ?? "")));
  return textTable(
    titles.map((title) => title.toUpperCase()),
    cells,
    process.stdout.columns ?? USUAL_WIDTH,
  );
}

/** Has each delivery said once more, where the program finds it. */
async function replay(config: Config, ids: readonly string[]): Promise<string> {
  if (ids.length === 0)
    throw new Failure(["Name the deliveries to replay by their ids, as in emptychair webhooks log."], 2);
  return withStore(config, async (store) => {
    const bot = await openBot(config, store);
    const [{ id: desk }] = config.desks;
    const refusals: string[] = [];
    for (const postId of ids) {
      const event = { kind: "said-again", id: null, desk, at: systemClock.now(), postId } as const;
      const { refusal } = await bot.handle(event);
      if (refusal) refusals.push(refusal.text);
    }
    if (refusals.length > 0) throw new Failure(refusals);
    return `${ids.length} in the outbox, each under its own webhook-id; the program sends them as soon as it runs.\n`;
  });
}

/** Sends a test to one webhook, now and by itself: gives what came of it. */
async function tried(to: WebhookSetting, secrets: readonly string[]): Promise<ShownRow> {
  const id = createIds().next();
  const data = { webhook: to.id };
  const body = JSON.stringify({ type: "webhook.test", timestamp: rfc3339(systemClock.now()), data });
  const how = { secrets, clock: systemClock, resolve: resolveHost, timeoutMs: ANSWER_WITHIN_MS };
  const begun = performance.now();
  try {
    const { status, said } = await sendSigned({ id, body, to }, how, new AbortController().signal);
    const isTaken = status >= 200 && status < 300;
    const ms = Math.round(performance.now() - begun);
    return { webhook: to.id, result: isTaken ? "taken" : "refused", ms, answer: `${status} ${said}`.trim(), id };
  } catch (error) {
    const ms = Math.round(performance.now() - begun);
    return { webhook: to.id, result: "failed", ms, answer: (error as Error).message, id };
  }
}

async function test(config: Config, ids: readonly string[]): Promise<readonly ShownRow[]> {
  const webhooks = chosenWebhooks(config, ids);
  if (webhooks.length > 0 && config.webhookSecrets.length === 0)
    throw new Failure(["There is no secret to sign a test with. Set EMPTYCHAIR_WEBHOOK_SECRET."]);
  const rows = await Promise.all(webhooks.map((webhook) => tried(webhook, config.webhookSecrets)));
  if (rows.some(({ result }) => result !== "taken")) process.exitCode = 1;
  return rows;
}

/** `emptychair webhooks`: may be run while the program runs; only a replay changes anything, and only a test sends. */
export async function webhooks(what: WebhookAct, ids: readonly string[], options: WebhooksOptions): Promise<void> {
  const config = loadDesk(options);
  const { format, failed = false } = options;
  const desk = config.desks[0].id;
  const show = (rows: readonly ShownRow[], none: string) => void process.stdout.write(printed(rows, format, none));
  if (what === "replay") process.stdout.write(await replay(config, ids));
  else if (what === "test") show(await test(config, ids), "The settings have no webhooks.");
  else
    await withStore(config, async (store) => {
      const reader = store.at(desk);
      if (what === "list") show(await webhookRows(reader, config, ids), "The settings have no webhooks.");
      else show(await deliveryRows(reader, config, ids, failed), "There is no such delivery.");
    });
}
