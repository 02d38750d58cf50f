import { webhookLane } from "../../../src/outside/webhook.ts";
import type { Reader } from "../../../src/ports.ts";
import type { Settings } from "../../../src/settings.ts";
import { type ResolveHost, resolveHost } from "../../checked-lookup.ts";
import type { Config } from "../../config.ts";
import { type Finding, findingsOf, ofDesk, reasonOf } from "../../finding.ts";
import { isNeverReached, isPrivateAddress, isPrivateHost } from "../../private-network.ts";
import { GONE } from "../../webhooks/judge-answer.ts";

const { ok, warning, fault } = findingsOf("webhooks");

type Setting = Settings["webhooks"][number];

async function checkAddress({ id, url, allowPrivate }: Setting, resolve: ResolveHost): Promise<Finding> {
  const host = new URL(url).hostname.replace(/^\[|\]$/g, "");
  const remedy = `Fix the url of the webhook ${id}, or set its allowPrivate if it is meant to be there.`;
  const isRefused = allowPrivate ? isNeverReached : isPrivateAddress;
  if (allowPrivate ? isNeverReached(host) : isPrivateHost(host))
    return fault(`${id}: ${host} is in a private network`, remedy);
  try {
    const inner = (await resolve(host)).find(({ address }) => isRefused(address));
    if (inner) return fault(`${id}: ${host} leads to ${inner.address}, a private network`, remedy);
    return ok(`${id}: ${host} has an address; emptychair webhooks test ${id} sends something there`);
  } catch (error) {
    return warning(`${id}: ${host} has no address (${reasonOf(error)})`, "Fix the name, or see that it is known.");
  }
}

/** Whether the addresses in the settings may be told anything, and be signed for. Sends nothing there. */
export async function checkWebhooks(config: Config, resolve: ResolveHost = resolveHost): Promise<Finding[]> {
  const { desks, webhookSecrets } = config;
  if (desks.every(({ settings }) => settings.webhooks.length === 0)) return [];
  const secret = ok(`signed with ${webhookSecrets.length === 1 ? "one secret" : `${webhookSecrets.length} secrets`}`);
  const unsigned = fault("there is no secret to sign them with", "Set EMPTYCHAIR_WEBHOOK_SECRET.");
  const findings = [webhookSecrets.length === 0 ? unsigned : secret];
  for (const { id, settings } of desks) {
    const found = await Promise.all(settings.webhooks.map((webhook) => checkAddress(webhook, resolve)));
    findings.push(...ofDesk(id, desks, found));
  }
  return findings;
}

/** Webhooks of a desk to which nothing is sent any more. */
export async function checkStopped(store: Reader, desk: string, { webhooks }: Settings): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const { id } of webhooks) {
    const lane = webhookLane(desk, id);
    const settled = { where: { lane, state: ["posted", "failed"] as const }, descending: true, limit: 1 };
    const [last] = await store.list("post", settled);
    const remedy = `Take it out of the settings, or mend it and replay what it missed: emptychair webhooks log ${id} --failed.`;
    if (last?.state === "failed" && last.error?.startsWith(GONE))
      findings.push(fault(`${id} has answered 410 Gone, and is told nothing more`, remedy));
  }
  return findings;
}
