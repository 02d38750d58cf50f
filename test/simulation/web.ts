import { createWebChat } from "../../adapters/web/web-chat.ts";
import { eventOfForm, eventOfPress } from "../../src/chat/button-events.ts";
import type { InboundEvent } from "../../src/events.ts";
import { checkMayLeave } from "../../src/outbox/may-leave.ts";
import type { Chat, Outgoing } from "../../src/ports.ts";
import type { Ground } from "./ground.ts";
import { type Life, SIMULATED } from "./life.ts";
import type { Platform, PlatformParts, Talk } from "./platform.ts";

/** A page shows what is posted as it is. */
function show(ground: Ground, { post: { id, lane, message }, replaces }: Outgoing, at: number): void {
  const buttons = message.actions.map((action) => ({ ...action, raw: {} }));
  const shown = { text: JSON.stringify(message), buttons };
  if (replaces !== null) ground.edit(replaces, shown);
  else if (ground.withPost(id).length === 0) ground.put({ reference: id, lane, postId: id, at, edits: 0, ...shown });
}

/** The pages of both desks. */
export function createWeb({ ground, now }: PlatformParts): Platform {
  let count = 0;
  const newId = () => {
    count += 1;
    return `${now()}-${count}`;
  };
  const chat = (life: Life): Chat => {
    const real = createWebChat();
    return {
      ...real,
      async post(outgoing) {
        if (life.isOver) throw new Error(`${SIMULATED} the process is no more`);
        // A page shows the rows themselves: what another may have taken up stands there as that one keeps it.
        checkMayLeave(outgoing);
        show(ground, outgoing, now());
        return real.post(outgoing);
      },
      // The row itself is the message: once it is known to be posted, the page shows it.
      async find(outgoing) {
        show(ground, outgoing, now());
        return real.find(outgoing);
      },
    };
  };
  const stamped = () => ({ id: `web:${newId()}`, at: now() });
  const turn = (kind: "resolved" | "reopened", { conversation, agent }: Talk): InboundEvent => ({
    ...{ kind, ...stamped(), conversation, by: agent },
  });
  return {
    name: "web",
    chat,
    begin() {
      const place = newId();
      return { place, conversation: `web:chat:${place}` };
    },
    says({ conversation, customer }, author, text) {
      const messageId = newId();
      const whose = author.role === "customer" ? {} : { customer };
      return { messageId, event: { kind: "message", ...stamped(), conversation, messageId, author, text, ...whose } };
    },
    edits: ({ conversation }, _by, messageId, text) => ({
      ...{ kind: "message-edited", ...stamped(), conversation, messageId, text },
      writtenAt: Number.parseInt(messageId, 10),
    }),
    resolves: (talk) => turn("resolved", talk),
    reopens: (talk) => turn("reopened", talk),
    presses: (_standing, { name, subject, value }, by) => eventOfPress({ name, subject, value }, { ...stamped(), by }),
    fills: (form, subject, note, by) =>
      eventOfForm(form, subject, { note, product: "", verdict: "" }, { ...stamped(), by }),
  };
}
