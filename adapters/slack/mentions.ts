import type { Block } from "./buttons.ts";

const CALLED = /^slack:[^:]+:([UWS][A-Z0-9]+)$/;

/** The users and user groups among the addresses, each once; what is on another platform cannot be called here. */
function calledIn(addresses: readonly string[]): string[] {
  return [...new Set(addresses.flatMap((address) => CALLED.exec(address)?.[1] ?? []))];
}

/** Those who are called, as Slack's notation has them, with a blank after each. */
export function callText(addresses: readonly string[]): string {
  return calledIn(addresses)
    .map((id) => (id.startsWith("S") ? `<!subteam^${id}> ` : `<@${id}> `))
    .join("");
}

/** Those who are called, as elements of rich text, with a blank after each. */
export function callElements(addresses: readonly string[]): Block[] {
  return calledIn(addresses).flatMap((id): Block[] => [
    id.startsWith("S") ? { type: "usergroup", usergroup_id: id } : { type: "user", user_id: id },
    { type: "text", text: " " },
  ]);
}
