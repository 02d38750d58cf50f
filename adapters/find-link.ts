import type { Interaction } from "../src/interaction/interaction.ts";
import type { FindLink, Reader } from "../src/ports.ts";

export interface FindLinkConfig {
  readonly store: Reader;
  /** Where the conversation's own platform shows it; null where no connected one does. */
  readonly linkTo: (conversation: string) => string | null;
  /** How people reach the desk; null where nobody said, for then they may not reach it at all. */
  readonly publicUrl: string | null;
}

/** Of an answer that was given elsewhere there is nothing to read. */
function isImported({ conversation }: Interaction): boolean {
  return conversation.startsWith("import:");
}

/** Finds conversations on their own platform; those on none of these at the desk. */
export function createFindLink({ store, linkTo, publicUrl }: FindLinkConfig): FindLink {
  return async (interactionId) => {
    const interaction = await store.get("interaction", interactionId);
    if (!interaction || isImported(interaction)) return null;
    const own = linkTo(interaction.conversation);
    if (own !== null || publicUrl === null) return own;
    return `${publicUrl.replace(/\/+$/, "")}/agent?conversation=${encodeURIComponent(interactionId)}`;
  };
}
