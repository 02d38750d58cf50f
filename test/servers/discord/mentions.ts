import { displayed } from "./components.ts";
import type { Channel } from "./entities.ts";
import type { Draft } from "./messages.ts";
import type { World } from "./world.ts";

export interface AllowedMentions {
  readonly parse?: readonly ("users" | "roles" | "everyone")[];
  readonly users?: readonly string[];
  readonly roles?: readonly string[];
  readonly replied_user?: boolean;
}

/** Who is notified of a message: user ids, role ids and "everyone", as far as `allowed_mentions` lets them be. */
export function pingsOf(world: World, channel: Channel, draft: Draft, repliedTo: string | null): string[] {
  const content = [draft.content ?? "", ...displayed(draft.components ?? [])].join("\n");
  const allowed = draft.allowed_mentions ?? null;
  const may = (kind: "users" | "roles", id: string) =>
    allowed === null || allowed.parse?.includes(kind) || allowed[kind]?.includes(id);
  const found = (pattern: RegExp) => [...content.matchAll(pattern)].map(([, id]) => id ?? "");
  const users = found(/<@!?(\d+)>/g).filter((id) => world.users.has(id) && may("users", id));
  const roles = found(/<@&(\d+)>/g).filter((id) => may("roles", id));
  const all = /@(everyone|here)\b/.test(content) && (allowed === null || allowed.parse?.includes("everyone"));
  const author = channel.messages.find(({ id }) => id === repliedTo)?.authorId;
  const replied = author !== undefined && (allowed === null || allowed.replied_user === true) ? [author] : [];
  return [...new Set([...users, ...roles, ...replied, ...(all ? ["everyone"] : [])])];
}
