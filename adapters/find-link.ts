import type { Interaction } from "../src/interaction/interaction.ts";
import type { FindLink, Store } from "../src/ports.ts";

export interface FindLinkConfig {
  readonly store: Pick<Store, "at" | "desksWith">;
  /** The desks that are served, the first one first. */
  readonly desks: readonly string[];
  /** Where the conversation's own platform shows it; null where no connected one does. */
  readonly linkTo: (conversation: string) => string | null;
  /** How people reach the desks; null where nobody said, for then they may not reach them at all. */
  readonly publicUrl: string | null;
}

/** Of an answer that was given elsewhere there is nothing to read. */
function isImported({ conversation }: Interaction): boolean {
  return conversation.startsWith("import:");
}

/** The page at the desk: whoever waits in the desk's own chat is answered at the agent's seat, and everything else is read on its own page. */
function pageOf({ id, conversation, state }: Interaction): string {
  const isAnsweredHere = conversation.startsWith("web:chat:") && state === "open";
  return isAnsweredHere ? `/agent?conversation=${encodeURIComponent(id)}` : `/conversations/${encodeURIComponent(id)}`;
}

/** Finds conversations of any desk on their own platform; those on none of these at the desk. */
export function createFindLink({ store, desks, linkTo, publicUrl }: FindLinkConfig): FindLink {
  return async (interactionId) => {
    const [desk] = await store.desksWith(desks, "interaction", "id", interactionId);
    const interaction = desk === undefined ? null : await store.at(desk).get("interaction", interactionId);
    if (!interaction || isImported(interaction)) return null;
    const own = linkTo(interaction.conversation);
    if (own !== null || publicUrl === null) return own;
    const base = `${publicUrl.replace(/\/+$/, "")}${desk === desks[0] ? "" : `/desks/${desk}`}`;
    return `${base}${pageOf(interaction)}`;
  };
}
