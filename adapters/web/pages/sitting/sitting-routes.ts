import { type Context, Hono } from "hono";
import type { Person } from "../../../../src/interaction/customer.ts";
import type { Refusal } from "../../../../src/outcome.ts";
import type { PageDesk } from "../../desk.ts";
import { refusalPage } from "../../refusal-page.ts";
import { loadColleagues } from "../colleagues.ts";
import { welcome } from "../executive/executive-routes.ts";
import { frameFor, seatPath } from "../executive/seat-frame.ts";
import { type Form, readForm, textLimit } from "../form.ts";
import { spoken } from "../page-words.ts";
import { isShortId } from "../people.ts";
import { type Seated, seatedAt } from "../seated.ts";
import { loadLesson, loadNext } from "./beside.ts";
import { NOTHING_TYPED, type TypedLesson } from "./lesson-view.ts";
import { sittingPage } from "./sitting-page.ts";

const STATUS_OF: Readonly<Record<Refusal["code"], 403 | 404 | 409 | 422>> = {
  unknown: 404,
  late: 404,
  "not-yours": 403,
  "not-allowed": 403,
  unclear: 422,
  conflict: 409,
};

/** What stood in the way of the last form, and what was typed into it. */
interface Tried {
  readonly note: string | null;
  readonly typed: TypedLesson;
}

const UNTRIED: Tried = { note: null, typed: NOTHING_TYPED };

/** Says in the desk's words why there is nothing to read. */
function refused(context: Context, desk: PageDesk, { code, text }: Pick<Refusal, "code" | "text">) {
  const { lang, say } = spoken(desk);
  return refusalPage(context, { status: STATUS_OF[code], title: say("seat.title"), text, lang });
}

async function show(context: Context, desk: PageDesk, seated: Seated, sittingId: string, tried = UNTRIED) {
  const frame = frameFor(desk, seated);
  const opened = { kind: "sitting-opened", id: null, at: desk.clock.now(), sittingId, via: "page" } as const;
  const { refusal, disclosed } = await desk.bot.handle({ ...opened, by: seated.by });
  if (disclosed?.kind !== "sitting")
    return refused(context, desk, refusal ?? { code: "unknown", text: frame.say("refused.noWords") });
  const { appointmentId, isDone, reveal } = disclosed;
  const [colleagues, lesson, nextId] = await Promise.all([
    reveal === null || isDone ? [] : loadColleagues(desk, seated.by),
    isDone ? loadLesson(desk, sittingId) : null,
    isDone ? loadNext(desk, appointmentId) : null,
  ]);
  const beside = { colleagues, lesson, nextId, ...tried };
  return context.html(sittingPage(frame, disclosed, beside), tried.note === null ? 200 : 422);
}

function typedIn(form: Form): TypedLesson {
  return {
    surprised: form.text("surprised"),
    toFix: form.text("toFix"),
    owner: form.text("owner"),
    dueOn: form.text("dueOn"),
  };
}

/** Whoever was chosen to see to it; nobody where that is none of those who could be. */
async function ownerIn(desk: PageDesk, by: Person, { owner }: TypedLesson): Promise<{ owner?: Person }> {
  const chosen = (await loadColleagues(desk, by)).find(({ address }) => address === owner);
  return chosen === undefined ? {} : { owner: { ...chosen, role: "agent" } };
}

async function guess(desk: PageDesk, seated: Seated, sittingId: string, form: Form): Promise<Tried> {
  const stamp = { id: form.eventId, at: desk.clock.now(), by: seated.by, sittingId, via: "page" } as const;
  const { refusal } = await desk.bot.handle({ kind: "score-guessed", ...stamp, guess: form.text("guess") });
  return { note: refusal?.text ?? null, typed: NOTHING_TYPED };
}

async function learn(desk: PageDesk, seated: Seated, sittingId: string, form: Form): Promise<Tried> {
  const typed = typedIn(form);
  const { surprised, toFix, dueOn } = typed;
  const stamp = { id: form.eventId, at: desk.clock.now(), by: seated.by, sittingId, via: "page" } as const;
  const more = { ...(await ownerIn(desk, seated.by, typed)), ...(dueOn === "" ? {} : { dueOn }) };
  const { refusal } = await desk.bot.handle({ kind: "lesson-given", ...stamp, surprised, toFix, ...more });
  return { note: refusal?.text ?? null, typed };
}

/** Reading one conversation, guessing its score, and what is taken from it. */
export function sittingRoutes(desk: PageDesk): Hono {
  const app = new Hono();
  app.use("/sitting/*", textLimit());
  app.get("/sitting/:id", (context) => {
    const id = context.req.param("id");
    const seated = seatedAt(context, "executive");
    if (seated === null) return welcome(context, desk, `/sitting/${encodeURIComponent(id)}`);
    return show(context, desk, seated, id);
  });
  for (const [where, act] of [["guess", guess] as const, ["lesson", learn] as const])
    app.post(`/sitting/:id/${where}`, async (context) => {
      const id = context.req.param("id");
      const form = await readForm(context, desk.ids);
      const seated = seatedAt(context, "executive", form.text("name"));
      if (seated === null || !isShortId(id)) return context.redirect(desk.path("/executive"), 303);
      const tried = await act(desk, seated, id, form);
      if (tried.note !== null) return show(context, desk, seated, id, tried);
      return context.redirect(`${seatPath({ desk, seated }, `/sitting/${id}`)}`, 303);
    });
  return app;
}
