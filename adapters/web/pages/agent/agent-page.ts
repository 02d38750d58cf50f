import { html } from "hono/html";
import type { PageDesk } from "../../desk.ts";
import { layout } from "../layout.ts";
import type { Markup } from "../markup.ts";
import { nameForm } from "../name-form.ts";
import { writtenSpan } from "../times.ts";
import type { Conversation } from "./conversation.ts";
import type { AgentNote } from "./conversation-frame.ts";
import { conversationAddress } from "./conversation-link.ts";
import { conversationView, productName } from "./conversation-view.ts";
import { MOST_OPEN, type Queue, type Queued } from "./queue.ts";

/** What stands on an agent's desk. */
export interface AgentView {
  readonly desk: PageDesk;
  readonly name: string;
  readonly queue: Queue;
  readonly conversation: Conversation | null;
  readonly note: AgentNote | null;
}

function queuedView(view: AgentView, queued: Queued): Markup {
  const { interaction, waitingSince } = queued;
  const product = productName(view.desk, interaction.product);
  const isHere = view.conversation?.interaction.id === interaction.id;
  const waits =
    waitingSince === null
      ? ""
      : html`<span class="waits">waiting ${writtenSpan(view.desk.clock.now() - waitingSince)}</span>`;
  const mayWait = queued.mayWait ? html`<span class="waits">may be waiting</span>` : "";
  return html`<li id="queued-${interaction.id}"><a href="${conversationAddress(view, interaction.id)}"${isHere ? html` aria-current="true"` : ""}>
<span class="line"><b><bdi>${queued.customerName ?? "A customer"}</bdi></b>${waits}${mayWait}</span>
<span class="last" dir="auto">${(queued.lastWords ?? "").slice(0, 120)}</span>
${product ? html`<span class="tag">${product}</span>` : ""}</a></li>`;
}

function queueView(view: AgentView): Markup {
  const { open, resolved } = view.queue;
  const nobody = html`<p class="hint">Nobody is waiting.</p>`;
  const list = (all: readonly Queued[]) => html`<ul>${all.map((queued) => queuedView(view, queued))}</ul>`;
  return html`<nav class="queue" id="queue" aria-label="Conversations">
<h2>Open <span class="count">${open.length}${open.length < MOST_OPEN ? "" : " or more"}</span></h2>${open.length > 0 ? list(open) : nobody}
${resolved.length > 0 ? html`<h2>Recently resolved</h2>${list(resolved)}` : ""}
</nav>`;
}

/** The queue and the conversation side by side. */
export function agentPage(view: AgentView): Markup {
  const { desk, conversation, name, note } = view;
  const empty = html`<section class="conversation card nothing"><p>Choose a conversation from the queue.</p></section>`;
  return layout(
    { desk, title: "Agent", lang: "en", seat: "agent", follows: ["conversation", "queue"], name },
    html`<div class="page-head"><h1>Conversations</h1><p class="me">You are <b><bdi>${name}</bdi></b>. <a href="${desk.path("/agent")}">Change</a></p></div>
<div class="desk${conversation ? " has-conversation" : ""}">
${queueView(view)}
${conversation ? conversationView({ desk, conversation, name, note }) : empty}
</div>`,
  );
}

/** What an agent without a name sees first. */
export function agentWelcome(desk: PageDesk, conversation: string | undefined): Markup {
  return layout(
    { desk, title: "Agent", lang: "en", seat: "agent", follows: [] },
    html`<div class="narrow"><h1>The agent’s seat</h1>
<p class="lead">See who is waiting, reply, and resolve. A little later, Empty Chair asks the customer one question.</p>
${nameForm(desk.path("/agent"), conversation ? { conversation } : {})}</div>`,
  );
}
