import type { RequestListener } from "node:http";
import { describe, expect, it } from "vitest";
import { LONGEST_TEXT } from "../../adapters/web/pages/form.ts";
import { DEFAULT_DESK } from "../../src/desk.ts";
import { sampleRows } from "../database/sample-rows.ts";
import { MARK, type Marked, markedDesk } from "../privacy/marked.ts";
import { DAY } from "../world.ts";
import { API_KEY, type OpenDesk, openDesk } from "./open-desk.ts";

/** Whoever calls: with the key of the desk, with one of the API, or with none. */
const CALLERS = ["desk", "api", "nobody"] as const;
type Caller = (typeof CALLERS)[number];

/** Where a customer reads what is their own, which needs no line; nobody else may read it there. */
const OWN: Readonly<Record<string, string>> = {
  "GET /customer": "the customer's own chat",
  "GET /survey/:token": "the customer's own answer, by the link that was sent to them alone",
  "POST /survey/:token": "the same page, with what stood in the way of their form",
  "POST /customer/message": "the customer's own chat, with what was too long to be sent",
};

/** Routes on which people's words stand: with each of them out, the walk would walk past nothing. */
const WITH_WORDS = [
  ...[
    "GET /agent",
    "GET /cases",
    "GET /cases/:id",
    "POST /cases/act",
    "GET /team",
    "GET /team/enhance",
    "GET /digest/:week",
    "GET /search",
    "GET /conversations/:id",
    "GET /customers/:id",
    "POST /conversations/:id/exclude",
    "POST /conversations/:id/include",
    "POST /conversations/:id/ask",
    "GET /explore",
    "GET /explore.csv",
    "POST /team/act",
    "POST /team/enhance",
  ],
  ...["GET /api/v1/interactions/:id", "GET /api/v1/cases", "GET /api/v1/cases/:id", "GET /api/v1/digest"],
  ...[
    "POST /api/v1/cases/:id/acts",
    "POST /api/v1/interactions",
    "POST /api/v1/interactions/:id/resolve",
    "PUT /api/v1/surveys/:id/response",
    "POST /api/v1/responses/:id/exclusion",
    "DELETE /api/v1/responses/:id/exclusion",
  ],
  "POST /digest/decide",
  ...["GET /sitting/:id", "POST /sitting/:id/guess", "POST /sitting/:id/lesson", "GET /live/:id"],
];

/** What the parts of a path may be that a route leaves open, the first that something stands under. */
function partsOf(path: string, marked: Marked): string {
  const ids = {
    ...{ cases: marked.caseId, surveys: marked.surveyId, sitting: "sitting-1", live: "listener-1" },
    ...{ conversations: marked.interactionId, customers: marked.customerId, responses: marked.responseId },
  };
  const [, id = "helped"] = Object.entries(ids).find(([part]) => path.includes(`/${part}/`)) ?? [];
  const known: Readonly<Record<string, string>> = {
    ...{ id, token: marked.token, week: "2026-W47", file: "desk.css", product: "app" },
    ...{ secret: "a-secret", voucher: "oidc" },
  };
  return path.replace(/:(\w+)/g, (_, name: string) => {
    const part = known[name];
    if (part === undefined) throw new Error(`The walk knows nothing to put in the place of :${name} in ${path}.`);
    return encodeURIComponent(part);
  });
}

/** All that any page or call of the desk asks for; each takes what it knows. */
function queryOf({ interactionId }: Marked): string {
  return new URLSearchParams({
    ...{ name: "Ash", conversation: interactionId, me: "unhappy", chat: "unhappy", week: "2026-W47", q: "wrong" },
  }).toString();
}

/** A form that every seat understands as something, and that some refuse and show again. */
function formOf(path: string, { interactionId, caseId, enhancementId, surveyId }: Marked): URLSearchParams {
  const subject = path.includes("enhance") ? enhancementId : path.includes("customer") ? surveyId : caseId;
  const act = path.includes("enhance") ? "enhance-plan" : path.includes("customer") ? "score" : "case-resolve";
  return new URLSearchParams({
    ...{ name: "Ash", conversation: interactionId, me: "unhappy", chat: "unhappy", week: "2026-W47", product: "app" },
    ...{
      act,
      subject,
      place: "message",
      note: "",
      verdict: "keep",
      sentence: "",
      skip: "",
      text: path.includes("customer") ? "x".repeat(LONGEST_TEXT + 1) : "",
      comment: "",
      choice: "",
      score: "77",
    },
  });
}

/** What the calls of the API take, by the end of their path. */
function bodyOf(path: string): unknown {
  if (path.endsWith("/interactions")) return { id: "helped", customer: { id: "c-1" } };
  if (path.endsWith("/entries")) return { author: "customer", text: "Once more." };
  if (path.endsWith("/resolve")) return { by: "Ash" };
  if (path.endsWith("/exclusion")) return { reason: "A test.", by: { name: "Ash" } };
  if (path.endsWith("/acts")) return { act: "note", by: { name: "Ash" }, note: "Seen." };
  return { score: 4 };
}

async function call(desk: OpenDesk, marked: Marked, caller: Caller, route: string): Promise<string> {
  const [method = "", path = ""] = route.split(" ");
  const isApi = path.startsWith("/api/");
  const query = isApi ? (path.endsWith("/digest") ? "?week=2026-W47" : "") : `?${queryOf(marked)}`;
  const by = method === "DELETE" ? "?by=Ash" : "";
  const where = `${partsOf(path, marked)}${method === "GET" ? query : by}`;
  if (/\/live(?:\/:id\/news)?$/.test(path)) return "";
  const body = method === "GET" ? {} : { body: isApi ? JSON.stringify(bodyOf(path)) : formOf(path, marked) };
  const json = isApi && method !== "GET" ? { "Content-Type": "application/json" } : {};
  const init = { method, ...body, headers: { Origin: desk.origin, ...json } };
  if (caller === "desk") return (await desk.sit(where, init)).text();
  const key = caller === "api" ? { Authorization: `Bearer ${API_KEY}` } : {};
  return (await desk.ask(where, { ...init, headers: { ...init.headers, ...key } })).text();
}

/** An interaction that came by the API, answered with the word. */
async function helpedByApi({ world }: Marked): Promise<void> {
  const customer = { address: "api:c-1", role: "customer" } as const;
  const conversation = "web:api:helped";
  const at = { conversation, customer, by: "customer" } as const;
  await world.handle({ kind: "opened", ...at });
  await world.writes(customer, `The ${MARK} again.`, conversation);
  await world.writes({ address: "api:agent:ash", role: "agent", name: "Ash" }, "Done.", conversation);
  await world.resolves({ address: "api:agent:ash", role: "agent" }, { where: conversation });
  await world.settle();
  const { id: interactionId } = await world.interaction(conversation);
  const [survey] = await world.store.list("survey", { where: { interactionId } });
  const surveyId = survey?.id ?? "";
  await world.handle({ kind: "score-given", surveyId, by: customer, score: 3, comment: `By ${MARK}.`, via: "api" });
}

/** The executive's seat has somebody with a conversation to read, and one to listen to. */
async function satDown({ world, interactionId }: Marked): Promise<void> {
  const { appointment, sitting, listener } = sampleRows();
  const whoAddress = "web:agent:ash";
  const unguessed = { guess: null, guessedAt: null, score: null, responseId: null, state: "drawn" } as const;
  const { resolutionId } = await world.interaction("web:chat:unhappy");
  const about = { interactionId, resolutionId: resolutionId ?? "", whoAddress };
  const { id: open } = await world.interaction("web:chat:open");
  await world.allDesks.save(DEFAULT_DESK, { id: null, at: world.now() }, [
    {
      table: "appointment",
      row: { ...appointment, shiftId: null, whoAddress, state: "offered", filter: null, dueAt: null },
    },
    { table: "sitting", row: { ...sitting, ...about, ...unguessed, openedAt: null } },
    { table: "listener", row: { ...listener, whoAddress, interactionId: open } },
  ]);
}

/** What comes of every caller's every call: on which routes words came out, and where they did without a line or a key. */
async function walk(desk: OpenDesk, marked: Marked, routes: readonly string[]) {
  const { store } = marked.world;
  const withWords = new Set<string>();
  const round: string[] = [];
  const reading = routes.filter((route) => route.startsWith("GET"));
  const inOrder = [...reading, ...routes.filter((route) => !reading.includes(route))];
  for (const [route, caller] of inOrder.flatMap((one) => CALLERS.map((by) => [one, by] as const))) {
    const [last] = await store.list("audit", { orderBy: "number", descending: true, limit: 1 });
    const isOut = (await call(desk, marked, caller, route)).includes(MARK);
    const told = await store.list("audit", { atLeast: { number: (last?.number ?? 0) + 1 }, where: { act: "read" } });
    const plain = route.replace("/desks/default", "");
    if (!isOut || (plain in OWN && told.length === 0)) continue;
    withWords.add(plain);
    if (told.length === 0 || caller === "nobody") round.push(`${caller} gets round it by ${route}`);
  }
  return { withWords, round };
}

function routesOf({ platform }: OpenDesk): string[] {
  const routes = platform.app.routes.filter(({ method }) => method !== "ALL");
  return [...new Set(routes.map(({ method, path }) => `${method} ${path}`))];
}

describe("every page and call", () => {
  it("gives people's words away only with a line in the audit log, and to nobody without a key", async () => {
    const marked = await markedDesk();
    await helpedByApi(marked);
    await satDown(marked);
    await marked.world.pass(DAY, DAY);
    const desk = await openDesk({ from: marked.world });
    const { round, withWords } = await walk(desk, marked, routesOf(desk));
    expect(round).toEqual([]);
    expect([...withWords].toSorted()).toEqual(WITH_WORDS.toSorted());
  });

  it("is seen to go round it where one does, and is asked about where nobody knows how to call it", async () => {
    const marked = await markedDesk();
    const { store } = marked.world;
    const listener: RequestListener = async (_, answer) =>
      void answer.end(JSON.stringify(await store.list("entry", {})));
    const desk = await openDesk({ from: marked.world, routes: [{ path: "/planted", listener }] });
    const planted = ["GET /planted", "GET /planted/:unheard"];
    const { round } = await walk(desk, marked, planted.slice(0, 1));
    expect(round).toEqual(CALLERS.map((caller) => `${caller} gets round it by GET /planted`));
    await expect(walk(desk, marked, planted)).rejects.toThrow("nothing to put in the place of :unheard");
  });

  it.each(Object.keys(OWN))("shows at %s what is the customer's own to them and to nobody else", async (route) => {
    const marked = await markedDesk();
    const desk = await openDesk({ from: marked.world });
    const own = await call(desk, marked, "desk", route);
    expect(own).toContain(MARK);
    const [method = "", path = ""] = route.split(" ");
    const stranger = { me: "passive", chat: "unhappy", place: "message", text: "x".repeat(LONGEST_TEXT + 1) };
    const where = path.replace(":token", "another-token");
    const asked = method === "GET" ? `${where}?${new URLSearchParams(stranger)}` : where;
    const body = method === "GET" ? {} : { body: new URLSearchParams({ ...stranger, score: "77" }) };
    expect(await (await desk.sit(asked, { method, ...body })).text()).not.toContain(`An earlier ${MARK}`);
    expect(await marked.world.store.list("audit", {})).toEqual([]);
  });
});
