import { type Context, Hono } from "hono";
import { eventOfForm } from "../../../../src/chat/button-events.ts";
import type { InboundEvent } from "../../../../src/events.ts";
import type { Interaction } from "../../../../src/interaction/interaction.ts";
import type { PageDesk } from "../../desk.ts";
import { type Form, readForm, textLimit } from "../form.ts";
import { chatIdOf } from "../people.ts";
import { readPage } from "../read-page.ts";
import { pagePath, type Seated, seatedAt } from "../seated.ts";
import { agentPage, agentWelcome } from "./agent-page.ts";
import { loadConversation } from "./conversation.ts";
import { type AgentNote, agentFrame } from "./conversation-frame.ts";
import { conversationAddress } from "./conversation-link.ts";
import { loadQueue, QUEUE_FILTERS, type QueueWish } from "./queue.ts";
import { noteSeen } from "./seen.ts";

interface Shown {
  readonly seated: Seated;
  readonly conversation: string | undefined;
  readonly note: AgentNote | null;
}

function wishIn(context: Context, { by }: Seated): QueueWish {
  const filter = QUEUE_FILTERS.find((one) => one === context.req.query("show")) ?? "all";
  const from = Number(context.req.query("from") ?? 0);
  return { reader: by.address, filter, from: Number.isSafeInteger(from) && from > 0 ? from : 0 };
}

/** The agent's seat; whoever sits there opens a conversation once, however often the page is brought up to date. */
function show(context: Context, desk: PageDesk, { seated, conversation: id, note }: Shown): Promise<Response> {
  const about = id ? { about: { table: "interaction", subject: id } } : {};
  const look = { by: seated.by, right: "read-transcript", what: "agent page", ...about } as const;
  const wish = wishIn(context, seated);
  return readPage(context, desk, look, {
    find: (reading) => Promise.all([loadQueue(reading, wish), id ? loadConversation(reading, id) : null]),
    draw: async ([queue, conversation], opened) => {
      if (conversation !== null) await noteSeen(desk, wish.reader, conversation.interaction);
      const view = { ...agentFrame(opened, seated), queue, filter: wish.filter, conversation, note };
      return context.html(agentPage(view), note ? 422 : 200);
    },
  });
}

/** What an agent's form asks for. */
type Act = (form: Form, interaction: Interaction, seated: Seated, at: number) => InboundEvent | null;

const reply: Act = (form, { conversation }, { by }, at) =>
  form.text("text") === "" || chatIdOf(conversation) === null
    ? null
    : {
        ...{ kind: "message", id: form.eventId, at, conversation, messageId: form.id },
        ...{ author: by, text: form.text("text") },
      };

const reopen: Act = (form, { conversation }, { by }, at) => ({
  ...{ kind: "reopened", id: form.eventId, at, conversation, by },
});

const filledFor =
  (desk: PageDesk, act: "resolve" | "cord-pull", field: string): Act =>
  (form, { conversation }, { by }, at) => {
    const product = desk.settings.products.find(({ id }) => id === form.text("product"))?.id ?? "";
    const filled = { note: form.text(field), product, verdict: "" };
    return eventOfForm(act, conversation, filled, { id: form.eventId, at, by });
  };

/** The field of each form in which an agent writes. */
const TYPED = { reply: "text", resolve: "skip", reopen: "skip", cord: "sentence" } as const;

/** The agent's seat: queue and conversation, reply, resolve, reopen, pull the cord. */
export function agentRoutes(desk: PageDesk): Hono {
  const app = new Hono();
  app.use("/agent/*", textLimit());
  app.get("/agent", (context) => {
    const seated = seatedAt(context, "agent");
    const conversation = context.req.query("conversation");
    return seated
      ? show(context, desk, { seated, conversation, note: null })
      : context.html(agentWelcome(desk, conversation));
  });
  const acts = {
    ...{ reply, reopen },
    ...{ resolve: filledFor(desk, "resolve", "skip"), cord: filledFor(desk, "cord-pull", "sentence") },
  };
  for (const where of ["reply", "resolve", "reopen", "cord"] as const) {
    app.post(`/agent/${where}`, async (context) => {
      const form = await readForm(context, desk.ids);
      const seated = seatedAt(context, "agent", form.text("name"));
      const interaction = await desk.store.get("interaction", form.text("conversation"));
      if (!seated || !interaction) return context.redirect(pagePath(desk, seated, "/agent"), 303);
      const event = acts[where](form, interaction, seated, desk.clock.now());
      const refusal = event && (await desk.bot.handle(event)).refusal;
      const { name } = seated;
      if (!refusal) return context.redirect(`${conversationAddress({ desk, name }, interaction.id)}#latest`, 303);
      const typed = form.text(TYPED[where]);
      return show(context, desk, { seated, conversation: interaction.id, note: { where, text: refusal.text, typed } });
    });
  }
  return app;
}
