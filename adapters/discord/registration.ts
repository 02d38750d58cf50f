import { type ApiAnswer, type DiscordApi, isRecord } from "./api.ts";
import type { Definition } from "./commands.ts";

/** What Discord puts in where nothing was given, beside null. */
function isNothing(value: unknown): boolean {
  return value === null || value === undefined || value === false || (Array.isArray(value) && value.length === 0);
}

/** Whether everything that is wanted stands there; what Discord adds of its own does not matter. */
function holds(found: unknown, wanted: unknown): boolean {
  if (isNothing(wanted)) return isNothing(found);
  if (Array.isArray(wanted))
    return (
      Array.isArray(found) && found.length === wanted.length && wanted.every((one, index) => holds(found[index], one))
    );
  if (isRecord(wanted)) return isRecord(found) && Object.entries(wanted).every(([key, one]) => holds(found[key], one));
  return found === wanted;
}

/** Whether the registered commands are the wanted ones, in any order. */
export function areRegistered(registered: unknown, wanted: readonly Definition[]): boolean {
  if (!Array.isArray(registered) || registered.length !== wanted.length) return false;
  return wanted.every((one) => {
    const same = registered.find((other) => isRecord(other) && other.name === one.name && other.type === one.type);
    return holds(same, one);
  });
}

/** Registers the commands for all guilds if they are not registered so already. */
export async function registerCommands(
  api: DiscordApi,
  application: string,
  wanted: readonly Definition[],
): Promise<ApiAnswer & { readonly isNews?: boolean }> {
  const path = `/applications/${application}/commands`;
  const found = await api.call("GET", path, { query: { with_localizations: "true" } });
  if (found.kind !== "ok") return found;
  if (areRegistered(found.data, wanted)) return { ...found, isNews: false };
  const put = await api.call("PUT", path, { body: wanted });
  return put.kind === "ok" ? { ...put, isNews: true } : put;
}
