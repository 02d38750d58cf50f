import { html } from "hono/html";
import type { PageDesk } from "../../desk.ts";
import { layout, type Shell, workShell } from "../layout.ts";
import type { Markup } from "../markup.ts";
import { nameForm, nameLine } from "../name-form.ts";
import { spoken } from "../page-words.ts";
import { pagePath } from "../seated.ts";
import { writtenSpan } from "../times.ts";
import type { Conversation } from "./conversation.ts";
import type { AgentFrame, AgentNote } from "./conversation-frame.ts";
import { conversationView, productName } from "./conversation-view.ts";
import { QUEUE_FILTERS, type Queue, type Queued, type QueueFilter } from "./queue.ts";

/** What stands on an agent's desk. */
export interface AgentView extends AgentFrame {
  readonly queue: Queue;
  readonly filter: QueueFilter;
  readonly conversation: Conversation | null;
  readonly note: AgentNote | null;
}

/** Address of the seat with the list as it is, and what else is named. */
function seatPath({ desk, seated, filter }: AgentView, query: Readonly<Record<string, string | null>>): string {
  return pagePath(desk, seated, "/agent", { show: filter === "all" ? null : filter, ...query });
}

function ownerWords({ seated, say }: AgentView, { interaction }: Queued): string {
  const owner = interaction.agents.at(-1);
  if (owner === undefined) return say("agent.withNobody");
  if (owner.address === seated.by.address) return say("agent.withYou");
  return say("agent.with", { who: owner.name ?? owner.address });
}

function waitWords({ desk, say }: AgentView, { waitingSince, mayWait }: Queued): Markup | "" {
  if (mayWait) return html`<span class="waits">${say("agent.mayWait")}</span>`;
  if (waitingSince === null) return "";
  const span = writtenSpan(desk.clock.now() - waitingSince, say);
  return html`<span class="waits">${say("agent.waiting", { span })}</span>`;
}

function queuedView(view: AgentView, queued: Queued): Markup {
  const { desk, say } = view;
  const { interaction, unread, lastWords } = queued;
  const product = productName(desk, interaction.product);
  const isHere = view.conversation?.interaction.id === interaction.id;
  const fresh =
    unread === 0 || isHere ? "" : html`<span class="fresh">${say("agent.unread", { count: unread })}</span>`;
  return html`<li id="queued-${interaction.id}"><a href="${seatPath(view, { conversation: interaction.id })}"${isHere ? html` aria-current="true"` : ""}>
<span class="line"><b><bdi>${queued.customerName ?? say("team.somebody")}</bdi></b>${fresh}</span>
<span class="last" dir="auto">${(lastWords ?? say("agent.answeredQuestion")).slice(0, 120)}</span>
<span class="meta">${waitWords(view, queued)}<span>${ownerWords(view, queued)}</span>${product ? html`<bdi class="tag">${product}</bdi>` : ""}</span></a></li>`;
}

function filterLinks(view: AgentView): Markup {
  const { desk, seated, say, filter, conversation } = view;
  const open = conversation?.interaction.id ?? null;
  const link = (one: QueueFilter) => {
    const query = { show: one === "all" ? null : one, conversation: open };
    return html`<a href="${pagePath(desk, seated, "/agent", query)}"${one === filter ? html` aria-current="true"` : ""}>${say(`agent.show.${one}`)}</a>`;
  };
  return html`<p class="show" role="group" aria-label="${say("agent.show")}">${QUEUE_FILTERS.map(link)}</p>`;
}

function queueView(view: AgentView): Markup {
  const { say, queue } = view;
  const { open, resolved, next } = queue;
  const nobody = html`<p class="hint">${say(view.filter === "mine" ? "agent.none" : "home.noneOpen")}</p>`;
  const list = (all: readonly Queued[]) => html`<ul>${all.map((queued) => queuedView(view, queued))}</ul>`;
  const more =
    next === null
      ? ""
      : html`<p class="turns"><a rel="next" href="${seatPath(view, { from: String(next) })}">${say("agent.more")}</a></p>`;
  return html`<nav class="queue" id="queue" aria-label="${say("agent.list")}">${filterLinks(view)}
<h2>${say("agent.open")} <span class="count">${open.length}${next === null ? "" : "+"}</span></h2>${open.length > 0 ? list(open) : nobody}${more}
${resolved.length > 0 ? html`<h2>${say("agent.resolved")}</h2>${list(resolved)}` : ""}
</nav>`;
}

function shellOf(frame: AgentFrame): Shell {
  const title = frame.say("agent.list");
  const here = { seat: "agent", follows: ["conversation", "queue"], styles: ["conversations.css"] } as const;
  return { ...workShell(frame), title, ...here };
}

/** The queue and the conversation side by side; on a narrow screen one after the other. */
export function agentPage(view: AgentView): Markup {
  const { conversation, say } = view;
  const empty = html`<section class="conversation card nothing"><p>${say("agent.choose")}</p></section>`;
  return layout(
    shellOf(view),
    html`<div class="page-head"><h1>${say("agent.list")}</h1>${nameLine(view, "/agent")}</div>
<div class="desk${conversation ? " has-conversation" : ""}">
${queueView(view)}
${conversation ? conversationView({ ...view, conversation }, seatPath(view, {})) : empty}
</div>`,
  );
}

/** What an agent without a name sees first. */
export function agentWelcome(desk: PageDesk, conversation: string | undefined): Markup {
  const { lang, say } = spoken(desk);
  return layout(
    { desk, title: say("agent.welcome"), lang, seat: "agent", follows: [] },
    html`<div class="narrow"><h1>${say("agent.welcome")}</h1><p class="lead">${say("agent.lead")}</p>
${nameForm(desk, desk.path("/agent"), conversation ? { conversation } : {})}<p class="hint">${say("agent.nameHint")}</p></div>`,
  );
}
