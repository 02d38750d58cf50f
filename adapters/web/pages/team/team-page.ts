import { html } from "hono/html";
import type { ShutChannel } from "../../../../src/team/find-shut-channels.ts";
import { mayOpen } from "../about-link.ts";
import { casesAddress } from "../cases/case-address.ts";
import { enhanceAddress } from "../enhance/enhance-address.ts";
import { layout, workShell } from "../layout.ts";
import { type Markup, NOTHING } from "../markup.ts";
import { nameForm, nameLine } from "../name-form.ts";
import { pagePath } from "../seated.ts";
import { writtenTime } from "../times.ts";
import type { FeedFound } from "./feed.ts";
import type { FeedFrame } from "./feed-frame.ts";
import { feedPost } from "./feed-view.ts";
import { tellingForm } from "./telling-form.ts";

/** A channel of the team's elsewhere in which nothing arrives. */
function shutChannel({ say, times }: FeedFrame, { platform, channel, reason, since, waiting }: ShutChannel): Markup {
  const facts = { channel, since: writtenTime(since, times), reason, count: waiting };
  return html`<div class="post card is-alert" role="alert"><h2>${say("feed.shut", { platform })}</h2>
<p>${say("feed.shutSince", facts)}</p>
<p>${say("team.channelRemedy")}</p></div>`;
}

/** What waits for somebody, before everything else. */
function openView(frame: FeedFrame, { open, openCases }: FeedFound): Markup {
  const { desk, seated, say } = frame;
  const all = html`<p><a href="${casesAddress(desk, seated)}">${say("feed.allOpen", { count: openCases })}</a></p>`;
  const posts = html`<div class="feed" id="open" role="log" aria-live="polite" aria-labelledby="open-title">${open.map((post) => feedPost(frame, post))}</div>`;
  return html`<section aria-labelledby="open-title"><h2 class="part" id="open-title">${say("feed.open")}</h2>
${open.length === 0 ? html`<p class="hint">${say("feed.noneOpen")}</p>` : posts}${openCases > 0 && mayOpen(frame) ? all : ""}</section>`;
}

function restView(frame: FeedFrame, { rest, next }: FeedFound, isFirst: boolean): Markup {
  const { desk, seated, say } = frame;
  const nothing = html`<p class="card nothing">${say("feed.nothing")}</p>`;
  const newest = isFirst ? "" : html`<a href="${pagePath(desk, seated, "/team")}">${say("feed.newest")}</a>`;
  const older =
    next === null
      ? ""
      : html`<a rel="next" href="${pagePath(desk, seated, "/team", { before: next })}">${say("feed.older")}</a>`;
  return html`<section aria-labelledby="rest-title"><h2 class="part" id="rest-title">${say("feed.rest")}</h2>
<div class="feed" id="feed" role="log" aria-live="polite" aria-labelledby="rest-title">${rest.length > 0 ? rest.map((post) => feedPost(frame, post)) : nothing}</div>
${newest === "" && older === "" ? NOTHING : html`<p class="paging">${newest} ${older}</p>`}</section>`;
}

function whoReads(frame: FeedFrame): Markup {
  const { desk, seated, say } = frame;
  if (seated !== null) return nameLine(frame, "/team");
  return html`<p>${say("feed.name")}</p>${nameForm(desk, desk.path("/team"))}`;
}

/** The team’s feed, under what does not arrive elsewhere: what waits for somebody first, then what happened, a page at a time. */
export function teamPage(
  frame: FeedFrame,
  found: FeedFound,
  shut: readonly ShutChannel[],
  before: string | null,
): Markup {
  const { desk, seated, say } = frame;
  const isFirst = before === null;
  const enhance = html`<a href="${enhanceAddress(desk, seated?.name ?? null)}">${say("enhance.title")}</a>`;
  return layout(
    {
      ...workShell(frame),
      title: say("feed.title"),
      seat: "team",
      follows: ["team"],
      styles: ["cases.css"],
    },
    html`<div class="narrow"><div class="page-head"><h1>${say("feed.title")}</h1>${seated === null ? "" : whoReads(frame)}</div>
<p class="lead">${enhance}</p>
${tellingForm(frame)}
${seated === null ? whoReads(frame) : ""}
${shut.map((one) => shutChannel(frame, one))}
${isFirst ? openView(frame, found) : ""}${restView(frame, found, isFirst)}</div>`,
  );
}
