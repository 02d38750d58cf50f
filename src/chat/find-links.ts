import type { OutboundMessage } from "../messages.ts";
import type { FindLink } from "../ports.ts";

/** Web addresses of conversations, by interaction. */
export type Links = ReadonlyMap<string, string>;

export const NO_LINKS: Links = new Map();

/** Where the team can read the conversations that a message is about; one that can be read nowhere is missing. */
export async function findLinks({ about, sections = [] }: OutboundMessage, findLink: FindLink): Promise<Links> {
  const ids = [about, ...sections.map((section) => section.about)].filter((id) => id !== undefined);
  const links = new Map<string, string>();
  for (const id of new Set(ids)) {
    const link = await findLink(id);
    if (link !== null) links.set(id, link);
  }
  return links;
}
