import { type Context, Hono } from "hono";
import type { InboundEvent } from "../../../../src/events.ts";
import type { Interaction } from "../../../../src/interaction/interaction.ts";
import { withAgent } from "../../../../src/interaction/interaction.ts";
import type { PageDesk } from "../../desk.ts";
import { refusalPage } from "../../refusal-page.ts";
import { type Form, readForm, textLimit } from "../form.ts";
import { spoken } from "../page-words.ts";
import { agentNamed, nameFrom } from "../people.ts";
import { readPage } from "../read-page.ts";
import { pagePath, readerAt, type Seated, seatedAt } from "../seated.ts";
import { loadStory } from "./load-story.ts";
import { frameOf, type StoryNote } from "./story-frame.ts";
import { storyPage } from "./story-page.ts";

/** Position of the first message that an address asks for. */
function fromIn(text: string | undefined): number {
  const from = Number(text ?? 1);
  return Number.isSafeInteger(from) && from > 0 ? from : 1;
}

function nothingThere(context: Context, desk: PageDesk): Response | Promise<Response> {
  const { lang, say } = spoken(desk);
  return refusalPage(context, { status: 404, title: desk.settings.desk.name, text: say("refused.noWords"), lang });
}

function show(context: Context, desk: PageDesk, id: string, seated: Seated, note: StoryNote | null) {
  const about = { table: "interaction", subject: id };
  const look = { by: seated.by, right: "read-transcript", what: "conversation page", about } as const;
  return readPage(context, desk, look, {
    find: (reading) => loadStory(reading, id, seated.by, fromIn(context.req.query("from"))),
    draw: (story, opened) => {
      if (story === null) return nothingThere(context, desk);
      return context.html(storyPage(frameOf(opened, seated, story, note)), note ? 422 : 200);
    },
  });
}

/** What a form of the page asks for, said by somebody about a conversation; null where it asks for nothing. */
type StoryAct = (form: Form, interaction: Interaction, seated: Seated, desk: PageDesk) => Promise<InboundEvent | null>;

const stamp = (form: Form, { by }: Seated, { clock }: PageDesk) => ({ id: form.eventId, at: clock.now(), by });

const exclude: StoryAct = async (form, _, seated, desk) => ({
  ...{ kind: "answer-excluded", ...stamp(form, seated, desk), via: "page" },
  ...{ responseId: form.text("subject"), reason: form.text("reason") },
});

const include: StoryAct = async (form, _, seated, desk) => ({
  ...{ kind: "answer-excluded", ...stamp(form, seated, desk), via: "page" },
  ...{ responseId: form.text("subject"), reason: null },
});

const ask: StoryAct = async (form, _, seated, desk) => ({
  ...{ kind: "ask-wanted", ...stamp(form, seated, desk), resolutionId: form.text("subject") },
});

const reopen: StoryAct = async (form, { conversation }, seated, desk) => ({
  ...{ kind: "reopened", ...stamp(form, seated, desk), conversation },
});

const product: StoryAct = async (form, { id: interactionId }, seated, desk) => ({
  ...{ kind: "interaction-corrected", ...stamp(form, seated, desk), interactionId, via: "page" },
  product: form.text("product") || null,
});

/** Whoever wrote in the conversation helped in it; who is credited comes last. */
const agent: StoryAct = async (form, { id: interactionId, agents }, seated, desk) => {
  const named = nameFrom(form.text("other"));
  const known = agents.find(({ address }) => address === form.text("known"));
  const credited = named === null ? known : { ...agentNamed(named), name: named };
  if (credited === undefined) return null;
  const wrote = await Promise.all(
    agents.map(({ address }) => desk.store.list("entry", { where: { interactionId, address }, limit: 1 })),
  );
  const helpers = agents.filter((_, index) => (wrote[index] ?? []).length > 0);
  const { address, name } = credited;
  const all = withAgent(helpers, { address, name });
  return {
    ...{ kind: "interaction-corrected", ...stamp(form, seated, desk), interactionId, via: "page" },
    agents: all.map((one) => ({ ...one, role: "agent" })),
  };
};

const ACTS: Readonly<Record<StoryNote["where"], StoryAct>> = { exclude, include, ask, reopen, product, agent };
const TYPED: Readonly<Record<StoryNote["where"], string>> = {
  ...{ exclude: "reason", agent: "other", include: "subject", ask: "subject", reopen: "subject", product: "product" },
};

/** A conversation's own page, with what can be put right there. */
export function conversationRoutes(desk: PageDesk): Hono {
  const app = new Hono();
  app.use("/conversations/*", textLimit());
  app.get("/conversations/:id", (context) => {
    const seated = seatedAt(context, "lead") ?? { by: readerAt(context), name: null };
    return show(context, desk, context.req.param("id"), seated, null);
  });
  for (const where of Object.keys(ACTS) as StoryNote["where"][]) {
    app.post(`/conversations/:id/${where}`, async (context) => {
      const id = context.req.param("id");
      const form = await readForm(context, desk.ids);
      const seated = seatedAt(context, "lead", form.text("name"));
      const interaction = await desk.store.get("interaction", id);
      if (!seated || !interaction) return context.redirect(pagePath(desk, seated, `/conversations/${id}`), 303);
      const event = await ACTS[where](form, interaction, seated, desk);
      const refusal = event && (await desk.bot.handle(event)).refusal;
      if (!refusal) return context.redirect(pagePath(desk, seated, `/conversations/${id}`), 303);
      const subject = form.text("subject");
      return show(context, desk, id, seated, { where, subject, text: refusal.text, typed: form.text(TYPED[where]) });
    });
  }
  return app;
}
