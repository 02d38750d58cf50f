import type { Draft } from "../outcome.ts";
import type { Post } from "../rows.ts";
import { BOUNDS } from "./bounds.ts";
import { isColleague, type Role } from "./customer.ts";
import { type Interaction, withAgent } from "./interaction.ts";
import { type Attachment, type Entry, entryId } from "./transcript.ts";

/** What was written, as it goes into the transcript. */
export interface Written {
  readonly id: string;
  readonly role: Role;
  readonly address: string | null;
  readonly name: string | null;
  readonly text: string;
  readonly attachments?: readonly Attachment[] | undefined;
  readonly at: number;
  /** When the words were last changed, where they are not as first written. */
  readonly editedAt?: number | undefined;
  /** Whether the interaction's own customer wrote it: only their messages count towards being asked. */
  readonly isOwn?: boolean;
}

function authorOf(role: Role): Entry["author"] {
  if (isColleague(role)) return "agent";
  return role === "bot" ? "system" : "customer";
}

/**
 * The interaction with one more entry, which is put; messages are counted and agents remembered. One that has as many entries as are
 * kept gets none more.
 */
export function appendEntry(
  draft: Draft,
  interaction: Interaction,
  written: Written,
  author = authorOf(written.role),
): Interaction {
  if (interaction.entryCount >= BOUNDS.entries) return interaction;
  const position = interaction.entryCount + 1;
  const { id, address, name, text, at } = written;
  draft.put("entry", {
    id,
    version: 0,
    interactionId: interaction.id,
    position,
    author,
    address,
    name,
    text,
    attachments: written.attachments ?? [],
    at,
    editedAt: written.editedAt ?? null,
    deletedAt: null,
    history: [],
  });
  const isAgent = author === "agent";
  return {
    ...interaction,
    entryCount: position,
    lastActivityAt: author === "bot" ? interaction.lastActivityAt : Math.max(interaction.lastActivityAt, at),
    customerMessages: interaction.customerMessages + (author === "customer" && written.isOwn !== false ? 1 : 0),
    agentMessages: interaction.agentMessages + (isAgent ? 1 : 0),
    agents: isAgent && address !== null ? withAgent(interaction.agents, { address, name }) : interaction.agents,
  };
}

/** The interaction with what the bot has said openly in it. */
export function appendBotEntry(draft: Draft, interaction: Interaction, post: Post, at: number): Interaction {
  const id = entryId(interaction.conversation, post.id);
  return appendEntry(
    draft,
    interaction,
    { id, role: "bot", address: null, name: null, text: post.message.text, at },
    "bot",
  );
}
