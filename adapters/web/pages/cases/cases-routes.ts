import { type Context, Hono } from "hono";
import { eventOfForm, eventOfPress } from "../../../../src/chat/button-events.ts";
import { isForm } from "../../../../src/chat/forms.ts";
import type { InboundEvent } from "../../../../src/events.ts";
import type { Person } from "../../../../src/interaction/customer.ts";
import type { PageDesk } from "../../desk.ts";
import { refusalPage } from "../../refusal-page.ts";
import { type Colleague, chosenPerson, loadColleagues } from "../colleagues.ts";
import { type Form, readForm, textLimit } from "../form.ts";
import { wordsOf } from "../page-words.ts";
import { isShortId } from "../people.ts";
import { readPage } from "../read-page.ts";
import { readerAt, seatedAt } from "../seated.ts";
import { type CaseQuery, caseAddress, caseQueryIn, casesAddress } from "./case-address.ts";
import { ACT_PATH } from "./case-form.ts";
import { caseFrame, type OpenForm } from "./case-frame.ts";
import { casePage } from "./case-page.ts";
import { casesPage } from "./cases-page.ts";
import { loadCase } from "./load-case.ts";
import { loadCases, loadRows } from "./load-cases.ts";

/** What a page is asked for: whose acts, from which list, with which form open. */
interface CasesShown {
  readonly seated: ReturnType<typeof seatedAt>;
  readonly query: CaseQuery;
  readonly form: OpenForm | null;
}

/** The form that a button of a row asks for: `case-assign 019a`. */
function readDo(text: string | undefined): { readonly act: string; readonly caseId: string } | null {
  const [act = "", caseId = ""] = (text ?? "").split(" ");
  return act.startsWith("case-") && isShortId(caseId) ? { act, caseId } : null;
}

const NOBODY: readonly Colleague[] = [];

function statusOf({ form }: CasesShown): 200 | 422 {
  return form?.refused == null ? 200 : 422;
}

function showList(context: Context, desk: PageDesk, shown: CasesShown): Promise<Response> {
  const { seated, query, form } = shown;
  const by = seated?.by ?? null;
  const look = { by: by ?? readerAt(context), right: "work-case", what: "case list" } as const;
  return readPage(context, desk, look, {
    find: async (reading) => {
      const found = await loadCases(reading, query, by);
      const isThere = form === null || found.rows.some(({ item }) => item.id === form.caseId);
      const [gone = null] = isThere ? [] : await loadRows(reading, [form.caseId], by);
      const colleagues = form?.act === "case-assign" ? await loadColleagues(desk, by) : NOBODY;
      return { found, gone, colleagues };
    },
    draw: ({ found, gone, colleagues }, opened) =>
      context.html(casesPage(caseFrame(opened, { seated, query, form, colleagues }), found, gone), statusOf(shown)),
  });
}

function showCase(context: Context, desk: PageDesk, id: string, shown: CasesShown): Promise<Response> {
  const { seated, query, form } = shown;
  const by = seated?.by ?? null;
  const about = { table: "case", subject: id };
  const look = { by: by ?? readerAt(context), right: "work-case", what: "case page", about } as const;
  return readPage(context, desk, look, {
    find: async (reading) => ({ found: await loadCase(reading, id, by), colleagues: await loadColleagues(desk, by) }),
    draw: ({ found, colleagues }, opened) => {
      const { say } = wordsOf(opened);
      if (found === null)
        return refusalPage(context, { status: 404, title: say("cases.title"), text: say("cases.unknown") });
      return context.html(casePage(caseFrame(opened, { seated, query, form, colleagues }), found), statusOf(shown));
    },
  });
}

const FIELDS = ["note", "outcome", "cause", "step"] as const;

async function eventIn(
  desk: PageDesk,
  form: Form,
  by: Person,
  wanted: { act: string; caseId: string },
): Promise<InboundEvent> {
  const { act, caseId } = wanted;
  const person = act === "case-assign" ? await chosenPerson(desk, by, form.text("person")) : null;
  const stamp = { id: `${form.eventId}:${act}:${caseId}`, at: desk.clock.now(), by };
  const [note, outcome, cause] = [form.text("note"), form.text("outcome"), form.text("cause")];
  const step = form.text("keep") === "" ? form.text("step") : "note";
  const filled = { note, product: "", verdict: "", outcome, cause, step, ...(person === null ? {} : { person }) };
  return eventOfForm(act, caseId, filled, stamp) ?? eventOfPress({ name: act, subject: caseId }, stamp);
}

/** Takes an act and leads back; what cannot be done stands beside its case, with what was typed. */
async function act(context: Context, desk: PageDesk): Promise<Response> {
  const form = await readForm(context, desk.ids);
  const seated = seatedAt(context, "lead", form.text("name"));
  const back = new URLSearchParams(form.text("back"));
  const query = caseQueryIn((name) => back.get(name) ?? undefined);
  const isKept = form.text("keep") === "note";
  const given =
    form.text("act") === "" ? form.text("do") : `${isKept ? "case-more" : form.text("act")} ${form.text("subject")}`;
  const wanted = readDo(given);
  if (seated === null || wanted === null) return context.redirect(casesAddress(desk, seated, query), 303);
  const { caseId } = wanted;
  const isCase = form.text("page") === "case";
  const { refusal } = await desk.bot.handle(await eventIn(desk, form, seated.by, wanted));
  if (!refusal)
    return context.redirect(isCase ? caseAddress(desk, seated, caseId, query) : casesAddress(desk, seated, query), 303);
  const typed = Object.fromEntries([...FIELDS, "person"].map((field) => [field, form.text(field)]));
  const shown = { seated, query, form: { ...wanted, refused: refusal.text, typed } };
  return isCase ? showCase(context, desk, caseId, shown) : showList(context, desk, shown);
}

/** The list of cases, each case's own page, and the acts of following up. */
export function casesRoutes(desk: PageDesk): Hono {
  const app = new Hono();
  app.use("/cases/*", textLimit());
  app.get("/cases", (context) => {
    const wanted = readDo(context.req.query("do"));
    const form = wanted && isForm(wanted.act) ? { ...wanted, refused: null, typed: {} } : null;
    const query = caseQueryIn((name) => context.req.query(name));
    return showList(context, desk, { seated: seatedAt(context, "lead"), query, form });
  });
  app.post(ACT_PATH, (context) => act(context, desk));
  app.get("/cases/:id", (context) => {
    const query = caseQueryIn((name) => context.req.query(name));
    return showCase(context, desk, context.req.param("id"), { seated: seatedAt(context, "lead"), query, form: null });
  });
  return app;
}
