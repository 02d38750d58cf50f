import { html } from "hono/html";
import type { ShutChannel } from "../../../../src/team/find-shut-channels.ts";
import { teamTimes } from "../agent/conversation-view.ts";
import { digestsAddress } from "../digest/digest-frame.ts";
import { enhanceAddress } from "../enhance/enhance-address.ts";
import { layout } from "../layout.ts";
import type { Markup } from "../markup.ts";
import { nameForm } from "../name-form.ts";
import { searchAddress } from "../search/search-address.ts";
import { timeOf } from "../times.ts";
import type { FeedPost } from "./feed.ts";
import type { FeedFrame } from "./feed-frame.ts";
import { feedPost } from "./feed-view.ts";
import { tellingForm } from "./telling-form.ts";

/** A channel of the team's elsewhere in which nothing arrives. */
function shutChannel({ desk }: FeedFrame, { platform, channel, reason, since, waiting }: ShutChannel): Markup {
  const posts = waiting === 1 ? "1 post waits for it" : `${waiting} posts wait for it`;
  return html`<div class="post card is-alert" role="alert"><h2>Nothing arrives in the team’s channel on ${platform}</h2>
<p><bdi>${channel}</bdi> has taken nothing since ${timeOf(since, teamTimes(desk))} (${reason}); ${posts}, and will be posted there once it can be.</p>
<p>${desk.wording.say("en", "team.channelRemedy")}</p></div>`;
}

/** The team’s feed, under what does not arrive elsewhere. */
export function teamPage(frame: FeedFrame, posts: readonly FeedPost[], shut: readonly ShutChannel[]): Markup {
  const { desk, name } = frame;
  const digests = digestsAddress(desk, name);
  const me = html`<p class="me">You are <b><bdi>${name}</bdi></b>. <a href="${desk.path("/team")}">Change</a></p>`;
  const nothing = html`<p class="card nothing">Nothing yet. When a customer gives 6 or less, you’ll see it here within seconds.</p>`;
  return layout(
    { desk, title: "Team", lang: "en", seat: "team", follows: ["team"], name },
    html`<div class="narrow"><div class="page-head"><h1>The team’s feed</h1>${name ? me : ""}</div>
<p class="lead">Unhappy customers and their follow-up. See also: <a href="${digests}">weekly digests</a>, <a href="${enhanceAddress(desk, name)}">what would make it better</a> and <a href="${searchAddress(desk, name)}">search</a>.</p>
${tellingForm(frame)}
${name ? "" : html`<p>Enter your name to act on cases.</p>${nameForm(desk, desk.path("/team"))}`}
${shut.map((one) => shutChannel(frame, one))}
<div class="feed" id="feed" role="log" aria-live="polite" aria-label="Posts to the team">${
      posts.length > 0 ? posts.map((post) => feedPost(frame, post)) : nothing
    }</div></div>`,
  );
}
