import { type Context, Hono } from "hono";
import { eventOfForm } from "../../../../src/chat/button-events.ts";
import type { InboundEvent } from "../../../../src/events.ts";
import type { Interaction } from "../../../../src/interaction/interaction.ts";
import type { PageDesk } from "../../desk.ts";
import { type Form, readForm, textLimit } from "../form.ts";
import { agentNamed, chatIdOf, nameFrom } from "../people.ts";
import { readPage } from "../read-page.ts";
import { agentPage, agentWelcome } from "./agent-page.ts";
import { loadConversation } from "./conversation.ts";
import type { AgentNote } from "./conversation-frame.ts";
import { conversationAddress } from "./conversation-link.ts";
import { loadQueue } from "./queue.ts";

interface Shown {
  readonly name: string;
  readonly conversation: string | undefined;
  readonly note: AgentNote | null;
}

/** The agent's seat; whoever sits there opens a conversation once, however often the page is brought up to date. */
function show(context: Context, desk: PageDesk, { name, conversation: id, note }: Shown): Promise<Response> {
  const about = id ? { about: { table: "interaction", subject: id } } : {};
  const look = { by: agentNamed(name), right: "read-transcript", what: "agent page", ...about } as const;
  return readPage(context, desk, look, {
    find: (reading) => Promise.all([loadQueue(reading), id ? loadConversation(reading, id) : null]),
    draw: ([queue, conversation], opened) =>
      context.html(agentPage({ desk: opened, name, queue, conversation, note }), note ? 422 : 200),
  });
}

/** What an agent's form asks for. */
type Act = (form: Form, interaction: Interaction, name: string, at: number) => InboundEvent | null;

const reply: Act = (form, { conversation }, name, at) =>
  form.text("text") === "" || chatIdOf(conversation) === null
    ? null
    : {
        kind: "message",
        id: form.eventId,
        at,
        conversation,
        messageId: form.id,
        author: agentNamed(name),
        text: form.text("text"),
      };

const reopen: Act = (form, { conversation }, name, at) => ({
  kind: "reopened",
  id: form.eventId,
  at,
  conversation,
  by: agentNamed(name),
});

const resolveFor =
  (desk: PageDesk): Act =>
  (form, { conversation }, name, at) => {
    const product = desk.settings.products.find(({ id }) => id === form.text("product"))?.id ?? "";
    const filled = { note: form.text("skip"), product, verdict: "" };
    return eventOfForm("resolve", conversation, filled, { id: form.eventId, at, by: agentNamed(name) });
  };

const pullFor =
  (desk: PageDesk): Act =>
  (form, { conversation }, name, at) => {
    const product = desk.settings.products.find(({ id }) => id === form.text("product"))?.id ?? "";
    const filled = { note: form.text("sentence"), product, verdict: "" };
    return eventOfForm("cord-pull", conversation, filled, { id: form.eventId, at, by: agentNamed(name) });
  };

/** The field of each form in which an agent writes. */
const TYPED = { reply: "text", resolve: "skip", reopen: "skip", cord: "sentence" } as const;

/** The agent's seat: queue and conversation, reply, resolve, reopen, pull the cord. */
export function agentRoutes(desk: PageDesk): Hono {
  const app = new Hono();
  app.use("/agent/*", textLimit());
  app.get("/agent", (context) => {
    const name = nameFrom(context.req.query("name"));
    const conversation = context.req.query("conversation");
    return name
      ? show(context, desk, { name, conversation, note: null })
      : context.html(agentWelcome(desk, conversation));
  });
  const acts = { reply, reopen, resolve: resolveFor(desk), cord: pullFor(desk) };
  for (const where of ["reply", "resolve", "reopen", "cord"] as const) {
    app.post(`/agent/${where}`, async (context) => {
      const form = await readForm(context, desk.ids);
      const name = nameFrom(form.text("name"));
      const interaction = await desk.store.get("interaction", form.text("conversation"));
      if (!name || !interaction) return context.redirect(desk.path("/agent"), 303);
      const event = acts[where](form, interaction, name, desk.clock.now());
      const refusal = event && (await desk.bot.handle(event)).refusal;
      if (!refusal) return context.redirect(`${conversationAddress({ desk, name }, interaction.id)}#latest`, 303);
      const typed = form.text(TYPED[where]);
      return show(context, desk, { name, conversation: interaction.id, note: { where, text: refusal.text, typed } });
    });
  }
  return app;
}
