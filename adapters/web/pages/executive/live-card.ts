import { html } from "hono/html";
import type { Interaction } from "../../../../src/interaction/interaction.ts";
import { spanWords } from "../../../../src/shadowing/wait-messages.ts";
import { hiddenFields } from "../form.ts";
import { type Markup, NOTHING } from "../markup.ts";
import { nameField } from "../seated.ts";
import type { ShownSeat } from "./load-seat.ts";
import { type SeatFrame, seatPath } from "./seat-frame.ts";
import { aboutProduct } from "./sit-card.ts";

function talk(frame: SeatFrame, { listening }: ShownSeat, { id, product, lastActivityAt }: Interaction): Markup {
  const { desk, say } = frame;
  const span = spanWords({ say }, Math.max(0, desk.clock.now() - lastActivityAt));
  const heard = listening.find(({ interactionId }) => interactionId === id);
  const line = html`<span id="talk-${id}">${say("live.label", { product: aboutProduct(frame, product), span })}</span>`;
  if (heard)
    return html`<li>${line}<a class="button" aria-describedby="talk-${id}" href="${seatPath(frame, `/live/${heard.id}`)}">${say("seat.listen")}</a></li>`;
  const fields = hiddenFields(desk.ids, { ...nameField(frame.seated), subject: id });
  return html`<li>${line}<form method="post" data-leads action="${desk.path("/executive/live")}">${fields}<button class="quiet" aria-describedby="talk-${id}">${say("seat.listen")}</button></form></li>`;
}

/** The conversations that go on, to listen to one: by product and time, never by name. */
export function liveCard(frame: SeatFrame, seat: ShownSeat): Markup {
  const { desk, say } = frame;
  const { live } = seat;
  const hint = desk.settings.shadowing.announce
    ? `${say("seat.liveHint")} ${say("seat.liveAnnounced")}`
    : say("seat.liveHint");
  return html`<section class="card" aria-labelledby="live"><h2 id="live">${say("seat.live")}</h2>
${live.length === 0 ? html`<p class="hint">${say("seat.liveNone")}</p>` : html`<p class="hint">${hint}</p><ul class="talks">${live.map((one) => talk(frame, seat, one))}</ul>`}</section>`;
}

/** Waiting as customers do, where the desk allows it and the customer's seat is open to them. */
export function waitingRoomCard(frame: SeatFrame): Markup {
  const { desk, say, seated } = frame;
  if (!desk.settings.shadowing.waitingRoom || seated.name === null) return NOTHING;
  return html`<section class="card" aria-labelledby="waiting-room"><h2 id="waiting-room">${say("seat.wait")}</h2>
<p class="hint">${say("seat.waitLead")}</p>
<form method="post" data-leads action="${desk.path("/executive/waiting-room")}">${hiddenFields(desk.ids, nameField(frame.seated))}<button class="quiet">${say("seat.waitOpen")}</button></form></section>`;
}
