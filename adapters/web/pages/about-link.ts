import { html } from "hono/html";
import { may } from "../../../src/rights.ts";
import type { PageDesk } from "../desk.ts";
import type { Markup } from "./markup.ts";
import type { PageWords } from "./page-words.ts";
import type { Seated } from "./seated.ts";
import { pagePath } from "./seated.ts";

/** Who reads, and where. */
interface AboutFrame extends Pick<PageWords, "say"> {
  readonly desk: Pick<PageDesk, "path">;
  readonly seated: Seated | null;
}

/** Whether the pages of cases and conversations are open to whoever reads. */
export function mayOpen({ seated }: Pick<AboutFrame, "seated">): boolean {
  return seated === null || may(seated.by.role, "work-case");
}

/** The links to the case and the conversation that a post is about, where it is about one and they are open to the reader. */
export function aboutLink(frame: AboutFrame, about: string | undefined, caseId?: string): Markup | "" {
  if (about === undefined || !mayOpen(frame)) return "";
  const { desk, seated, say } = frame;
  const to = (path: string, text: string) => html`<a href="${pagePath(desk, seated, path)}">${text}</a>`;
  const item = caseId === undefined ? "" : html`${to(`/cases/${encodeURIComponent(caseId)}`, say("cases.open"))} · `;
  return html`<p class="about">${item}${to(`/conversations/${encodeURIComponent(about)}`, say("feed.read"))}</p>`;
}
