import { handleOf } from "../../src/interaction/address.ts";
import { rfc3339 } from "../../src/outside/views.ts";
import { webhookLane } from "../../src/outside/webhook.ts";
import type { Reader } from "../../src/ports.ts";
import type { Post } from "../../src/rows.ts";
import type { Config } from "../config.ts";
import type { WebhookSetting } from "../webhooks/chat.ts";
import { GONE } from "../webhooks/judge-answer.ts";
import { Failure } from "./failure.ts";

/** What is shown of one webhook, or of one delivery, by the title of its column. */
export type ShownRow = Readonly<Record<string, string | number | null>>;

/** So many of the last deliveries are shown. */
const MOST_SHOWN = 100;
/** So many that wait are counted one by one. */
const MOST_COUNTED = 1_000;

/** The webhooks of the settings that are meant; all of them where none is named. Throws where there is no such one. */
export function chosenWebhooks({ desks: [{ settings }] }: Config, ids: readonly string[]): readonly WebhookSetting[] {
  const known = settings.webhooks.map(({ id }) => id).join(", ") || "none";
  return ids.length === 0
    ? settings.webhooks
    : ids.map((id) => {
        const found = settings.webhooks.find((webhook) => webhook.id === id);
        if (found) return found;
        throw new Failure([`There is no webhook "${id}" in the settings; there are: ${known}.`], 2);
      });
}

async function stateOf(store: Reader, lane: string): Promise<string> {
  const [last] = await store.list("post", { where: { lane }, descending: true, limit: 1 });
  if (last === undefined) return "nothing sent yet";
  if (last.state === "failed" && last.error?.startsWith(GONE)) return "stopped: it answered 410 Gone";
  return last.state === "posted" ? "up to date" : (last.error ?? last.state);
}

/** The webhooks: what waits for each, and how it took the last. */
export async function webhookRows(store: Reader, config: Config, ids: readonly string[]): Promise<ShownRow[]> {
  const [{ id: desk }] = config.desks;
  const rowOf = async ({ id, url, events }: WebhookSetting): Promise<ShownRow> => {
    const lane = webhookLane(desk, id);
    const waiting = await store.list("post", { where: { lane, state: ["pending", "sending"] }, limit: MOST_COUNTED });
    const count = waiting.length >= MOST_COUNTED ? `${MOST_COUNTED} or more` : waiting.length;
    return { webhook: id, waiting: count, state: await stateOf(store, lane), events: events.join(" "), url };
  };
  return Promise.all(chosenWebhooks(config, ids).map(rowOf));
}

/** What was said of it last: the status with which it was taken, or why it was not. */
function loggedRow({ id, lane, message, state, attempts, createdAt, postedAt, reference, error }: Post): ShownRow {
  return {
    when: rfc3339(createdAt),
    id,
    webhook: handleOf(lane),
    event: message.payload?.type ?? message.kind,
    state,
    attempts,
    delivered: postedAt === null ? null : rfc3339(postedAt),
    answer: state === "posted" ? reference : error,
  };
}

/** The last deliveries, newest first; of the failed also those that still wait to be tried again. */
export async function deliveryRows(
  store: Reader,
  config: Config,
  ids: readonly string[],
  isFailed: boolean,
): Promise<ShownRow[]> {
  const [{ id: desk }] = config.desks;
  const lanes = chosenWebhooks(config, ids).map(({ id }) => webhookLane(desk, id));
  const wanted = isFailed ? { state: ["failed", "pending", "sending"] as const } : {};
  const posts = await Promise.all(
    lanes.map((lane) => store.list("post", { where: { lane, ...wanted }, descending: true, limit: MOST_SHOWN })),
  );
  const tried = posts.flat().filter(({ state, attempts }) => !isFailed || state === "failed" || attempts > 0);
  const latest = tried.toSorted((one, other) => (one.id < other.id ? 1 : -1)).slice(0, MOST_SHOWN);
  return latest.map(loggedRow);
}
