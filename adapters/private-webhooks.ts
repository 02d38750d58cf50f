import type { DeskConfigs } from "../src/desk-config.ts";
import type { ConfigFault } from "./fault.ts";

type CheckedSettings = { readonly desks: DeskConfigs } | { readonly faults: readonly ConfigFault[] };

const ALLOWED = "false, where it is not written into the file by hand";
const REMEDY =
  "Whoever may write the settings file alone lets a webhook into a private network: have it written there.";

function privateUrls({ desks }: { readonly desks: DeskConfigs }): Set<string> {
  const webhooks = desks.flatMap(({ settings }) => settings.webhooks);
  return new Set(webhooks.filter(({ allowPrivate }) => allowPrivate).map(({ url }) => url));
}

/**
 * What was read of settings that somebody wants to change from a page or a chat, with a fault at `where` instead for each address that would newly be let into a private network:
 * only who may write the file says that.
 */
export function withoutNewPrivate(read: CheckedSettings, before: DeskConfigs, where: string): CheckedSettings {
  if ("faults" in read) return read;
  const known = privateUrls({ desks: before });
  const found = [...privateUrls(read)].filter((url) => !known.has(url));
  if (found.length === 0) return read;
  return { faults: [{ where, found: "allowPrivate: true", allowed: ALLOWED, remedy: REMEDY }] };
}
