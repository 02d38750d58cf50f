import type { OutboundMessage, Section } from "../messages.ts";
import { isTraced, type Traces, without } from "./traces.ts";

function sectionsLeft(message: OutboundMessage, traces: Traces): Pick<OutboundMessage, "sections" | "picture"> {
  const { sections = [], picture } = message;
  const isLeft = (section: Section) => !isTraced(section, traces);
  const before = sections.slice(0, picture?.after ?? 0).filter((section) => !isLeft(section)).length;
  return {
    sections: sections.filter(isLeft),
    ...(picture ? { picture: { ...picture, after: picture.after - before } } : {}),
  };
}

/** What several people are told of together, part by part. */
function isShared({ kind, sections = [] }: OutboundMessage): boolean {
  return kind === "digest" || kind === "detail" || sections.length > 1;
}

/** A message without what in it is the person's: null where nothing is left of it, the message itself where nothing was theirs. */
export function leftOf(message: OutboundMessage, traces: Traces): OutboundMessage | null {
  if (!isTraced(message, traces)) return message;
  const { sections: _, actions: __, payload, picture: ___, ...core } = message;
  if (payload?.type === "digest.posted")
    return { ...message, payload: { ...payload, data: without(payload.data, traces) } };
  if (!isShared(message) || isTraced(core, traces)) return null;
  const actions = message.actions.filter((action) => !isTraced(action, traces));
  return { ...message, ...sectionsLeft(message, traces), actions };
}
