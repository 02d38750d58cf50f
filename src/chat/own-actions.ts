import type { Action, OutboundMessage } from "../messages.ts";

/** The buttons of a message that stand beside no line of its sections, where those that do are placed there. */
export function ownActions({ actions, sections = [] }: Pick<OutboundMessage, "actions" | "sections">): Action[] {
  const beside = sections.flatMap((section) => section.beside ?? []).map(({ action }) => action);
  return actions.filter(({ name, subject, value }) =>
    beside.every((one) => one.name !== name || one.subject !== subject || one.value !== value),
  );
}
