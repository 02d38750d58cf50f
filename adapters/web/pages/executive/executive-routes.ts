import { type Context, Hono } from "hono";
import type { InboundEvent } from "../../../../src/events.ts";
import type { SittingFilter } from "../../../../src/shadowing/appointment.ts";
import type { PageDesk } from "../../desk.ts";
import { type Form, readForm, textLimit } from "../form.ts";
import { chatAddress, customerAddress } from "../people.ts";
import { type Seated, seatedAt } from "../seated.ts";
import { executivePage, executiveWelcome } from "./executive-page.ts";
import { firstWaiting, knownNames, loadSeat, loadThemes } from "./load-seat.ts";
import { frameFor, seatPath } from "./seat-frame.ts";

/** Where the bot answers acts of the page: nobody reads there, for the page itself shows what came of them. */
const ANSWER_IN = "web:executive";
const BANDS = ["detractor", "passive", "promoter", "silent"] as const;

/** Asks whoever has the key of the desk who they are, for the page of that address. */
export async function welcome(context: Context, desk: PageDesk, path: string): Promise<Response> {
  return context.html(executiveWelcome(desk, path, await knownNames(desk)));
}

async function show(context: Context, desk: PageDesk, seated: Seated, note: string | null): Promise<Response> {
  const seat = await loadSeat(desk, seated.by.address);
  const themes = await loadThemes(desk);
  return context.html(executivePage(frameFor(desk, seated), seat, themes, note), note === null ? 200 : 422);
}

function filterIn(form: Form): SittingFilter {
  const band = BANDS.find((one) => one === form.text("band"));
  const chosen = { product: form.text("product"), week: form.text("week"), theme: form.text("theme") };
  const named = Object.fromEntries(Object.entries(chosen).filter(([, value]) => value !== ""));
  return { ...named, ...(band === undefined ? {} : { band }) };
}

/** What a form asks for, and where it leads once that is done. */
interface SeatAsked {
  readonly event: InboundEvent;
  lead(desk: PageDesk, seated: Seated): Promise<string>;
}

type SeatAct = (form: Form, seated: Seated, desk: PageDesk) => SeatAsked;

const toSeat: SeatAsked["lead"] = async (desk, seated) => seatPath({ desk, seated }, "/executive");

const sit: SeatAct = (form, { by }, desk) => {
  const filter = filterIn(form);
  const count = Number(form.text("count")) || 3;
  const stamp = { id: form.eventId, at: desk.clock.now(), by, answerIn: ANSWER_IN };
  const filtered = Object.keys(filter).length === 0 ? {} : { filter };
  return {
    event: { kind: "sitting-wanted", ...stamp, count, ...filtered },
    lead: async (at, seated) => {
      const first = await firstWaiting(at, by.address, filter);
      return seatPath({ desk: at, seated }, first === null ? "/executive" : `/sitting/${first}`);
    },
  };
};

const setShift: SeatAct = (form, { by }, desk) => {
  const stamp = { id: form.eventId, at: desk.clock.now(), by, answerIn: ANSWER_IN };
  const every = `${form.text("day")} ${form.text("time")}`;
  const transcripts = Number(form.text("count")) || 3;
  return { event: { kind: "shift-set", ...stamp, every, transcripts }, lead: toSeat };
};

const endShift: SeatAct = (form, { by }, desk) => {
  const stamp = { id: form.eventId, at: desk.clock.now(), by, answerIn: ANSWER_IN };
  return { event: { kind: "shift-ended", ...stamp, shiftId: form.text("subject") }, lead: toSeat };
};

const finishLesson: SeatAct = (form, { by }, desk) => ({
  event: {
    kind: "lesson-acted",
    id: form.eventId,
    at: desk.clock.now(),
    by,
    lessonId: form.text("subject"),
    act: "done",
  },
  lead: toSeat,
});

const listen: SeatAct = (form, { by }, desk) => {
  const interactionId = form.text("subject");
  const stamp = { id: form.eventId, at: desk.clock.now(), by, via: "page" } as const;
  return {
    event: { kind: "live-wanted", ...stamp, interactionId },
    lead: async (at, seated) => {
      const where = { whoAddress: by.address, interactionId, state: "listening" } as const;
      const [listener] = await at.store.list("listener", { where });
      return seatPath({ desk: at, seated }, listener === undefined ? "/executive" : `/live/${listener.id}`);
    },
  };
};

const wait: SeatAct = (form, { by }, desk) => {
  const fresh = () =>
    desk.ids
      .secret()
      .replace(/[^A-Za-z0-9]/g, "")
      .slice(-10);
  const [me, chat] = [fresh(), fresh()];
  const customer = { address: customerAddress(me), role: "customer", name: "Robin" } as const;
  const stamp = { id: form.eventId, at: desk.clock.now(), by };
  return {
    event: { kind: "waiting-room-wanted", ...stamp, conversation: chatAddress(chat), customer },
    lead: async (at) => at.path(`/customer?${new URLSearchParams({ me, chat })}`),
  };
};

const ACTS: Readonly<Record<string, SeatAct>> = {
  sit,
  shift: setShift,
  "shift/end": endShift,
  lesson: finishLesson,
  live: listen,
  "waiting-room": wait,
};

/** The executive's seat and what can be done there. */
export function executiveRoutes(desk: PageDesk): Hono {
  const app = new Hono();
  app.use("/executive/*", textLimit());
  app.get("/executive", (context) => {
    const seated = seatedAt(context, "executive");
    return seated === null ? welcome(context, desk, "/executive") : show(context, desk, seated, null);
  });
  app.get("/executive/*", (context) => context.redirect(desk.path("/executive"), 303));
  for (const [where, act] of Object.entries(ACTS))
    app.post(`/executive/${where}`, async (context) => {
      const form = await readForm(context, desk.ids);
      const seated = seatedAt(context, "executive", form.text("name"));
      if (seated === null) return context.redirect(desk.path("/executive"), 303);
      const { event, lead } = act(form, seated, desk);
      const { refusal } = await desk.bot.handle(event);
      if (refusal) return show(context, desk, seated, refusal.text);
      return context.redirect(await lead(desk, seated), 303);
    });
  return app;
}
