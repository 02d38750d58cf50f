import { createHash } from "node:crypto";
import { type Context, Hono } from "hono";
import type { Answering } from "../../../src/bot.ts";
import type { InboundEvent } from "../../../src/events.ts";
import { BOUNDS } from "../../../src/interaction/bounds.ts";
import type { Person } from "../../../src/interaction/customer.ts";
import type { Interaction } from "../../../src/interaction/interaction.ts";
import { type Entry, entryId } from "../../../src/interaction/transcript.ts";
import { rfc3339 } from "../../../src/outside/views.ts";
import { productNamed, productsTold } from "../../../src/settings/named-product.ts";
import { createAskedCustomers } from "../asked-customer.ts";
import type { PageDesk } from "../desk.ts";
import { API, API_SYSTEM, apiAgent, apiConversation, apiCustomer, apiMessageId } from "./address.ts";
import { jsonAnswer } from "./answer.ts";
import { ApiProblem } from "./problem.ts";
import { readBody } from "./read-body.ts";
import { receiptOf, usedForAnother } from "./receipt.ts";
import {
  type AddedEntry,
  entrySchema,
  type NewEntry,
  type NewInteraction,
  type OpenedView,
  openSchema,
  resolveSchema,
} from "./schemas.ts";
import { findInteraction, needInteraction, viewOf } from "./view.ts";

type AskedCustomers = ReturnType<typeof createAskedCustomers>;

/** Has the bot handle the event; a key that another request took meanwhile is a problem. Tells whether it was saved now. */
async function handle(desk: PageDesk, event: InboundEvent, answering?: Answering): Promise<boolean> {
  const { status, refusal } = await desk.bot.handle(event, answering);
  if (refusal?.code === "conflict") throw usedForAnother();
  return status === "saved";
}

function givenTime(desk: PageDesk, time: string | undefined): number {
  return time === undefined ? desk.clock.now() : Date.parse(time);
}

/** The id of the product that was named. Throws where the desk has products and none of that. */
function productOf({ settings: { products } }: PageDesk, named: string | undefined): string | null {
  if (named === undefined) return null;
  const found = productNamed(named, products);
  if (found !== null) return found;
  const message = `none of the desk's products, which are ${productsTold(products)}`;
  const detail = `"product" is ${message}. Name one of them, leave it out, or add it to products in the settings.`;
  throw new ApiProblem(400, detail, [{ field: "product", message }]);
}

function openedEvent(desk: PageDesk, opening: NewInteraction, context: Context): InboundEvent {
  const { id, customer, product, agents = [], openedAt } = opening;
  const elsewhere = customer.address === undefined ? {} : { askIn: customer.address, alsoAt: customer.address };
  return {
    kind: "opened",
    id: null,
    at: givenTime(desk, openedAt),
    ...receiptOf(context),
    conversation: apiConversation(id),
    ...elsewhere,
    customer: apiCustomer(customer),
    by: "customer",
    product: productOf(desk, product),
    agents: agents.map(apiAgent),
  };
}

/** Whether the interaction that stands there under the opening's id is that customer's. */
async function isSameCustomer(desk: PageDesk, opening: NewInteraction, interaction: Interaction): Promise<boolean> {
  const identity = await desk.store.get("identity", apiCustomer(opening.customer).address);
  return identity?.customerId === interaction.customerId;
}

async function open(desk: PageDesk, context: Context): Promise<Response> {
  const opening = await readBody(context, openSchema);
  const known = (await findInteraction(desk.store, opening.id)) !== null;
  if (!known) await handle(desk, openedEvent(desk, opening, context));
  const interaction = await needInteraction(desk, opening.id);
  if (!(await isSameCustomer(desk, opening, interaction))) {
    throw new ApiProblem(409, `Interaction ${opening.id} belongs to another customer. Choose another id for this one.`);
  }
  if (known) return jsonAnswer(await viewOf(context, desk, interaction));
  const opened: OpenedView = { id: opening.id, status: "open", openedAt: rfc3339(interaction.openedAt) };
  const location = `${API}${desk.path(`/interactions/${encodeURIComponent(opening.id)}`)}`;
  return jsonAnswer(opened, 201, { location });
}

async function authorOf(asked: AskedCustomers, entry: NewEntry, interaction: Interaction): Promise<Person> {
  if (entry.author === "agent") return apiAgent(entry.name);
  const name = entry.name === undefined ? {} : { name: entry.name };
  if (entry.author === "system") return { ...API_SYSTEM, ...name };
  const customer = await asked(interaction.customerId);
  if (!customer) throw new ApiProblem(409, "The customer of this interaction was forgotten, so nothing can be added.");
  return { ...customer, ...name };
}

function messageIdOf(desk: PageDesk, entry: NewEntry, context: Context): string {
  if (entry.id !== undefined) return apiMessageId(entry.id);
  const key = receiptOf(context).receipt?.id;
  return key === undefined ? desk.ids.next() : `key-${createHash("sha256").update(key).digest("hex")}`;
}

function entryView(id: string, { author, name, text, at }: Entry): AddedEntry {
  const by = author === "customer" || author === "agent" ? author : "system";
  return { id, author: by, ...(name === null ? {} : { name }), text, at: rfc3339(at) };
}

/** Whether the entry is the one that was sent: another one may stand under its id. */
function isAsSent(view: AddedEntry, { author, text }: NewEntry): boolean {
  return view.author === author && view.text === text;
}

/** What the caller is answered once the entry stands; it is kept in the same save as the entry. */
function createEntryAnswer(id: string, named: string, sent: NewEntry) {
  let view: AddedEntry | null = null;
  const answering: Answering = (changes) => {
    const added = changes.find(({ table, row }) => table === "entry" && row.id === id);
    view = added?.table === "entry" ? entryView(named, added.row) : null;
    if (view === null || !isAsSent(view, sent)) return null;
    return { status: 201, answer: JSON.stringify(view) };
  };
  return { answering, view: (): AddedEntry | null => view };
}

async function addEntry(desk: PageDesk, asked: AskedCustomers, context: Context, id: string): Promise<Response> {
  const body = await readBody(context, entrySchema);
  const interaction = await needInteraction(desk, id);
  if (interaction.entryCount >= BOUNDS.entries)
    throw new ApiProblem(
      422,
      `Interaction ${id} has ${BOUNDS.entries} entries, and no more are kept. Open another one.`,
    );
  const messageId = messageIdOf(desk, body, context);
  const conversation = apiConversation(id);
  const author = await authorOf(asked, body, interaction);
  const { text } = body;
  const [entry, named] = [entryId(conversation, messageId), body.id ?? messageId];
  const answer = createEntryAnswer(entry, named, body);
  const at = givenTime(desk, body.at);
  const written = { kind: "message", id: null, at, conversation, messageId, author, text } as const;
  const isSaved = await handle(desk, { ...written, ...receiptOf(context) }, answer.answering);
  const view = (isSaved && answer.view()) || (await viewOfEntry(desk, interaction, entry, named));
  if (!isAsSent(view, body))
    throw new ApiProblem(409, `There is another entry ${view.id} already. Choose another id for this one.`);
  context.set("isReceiptKept", isSaved && answer.view() !== null);
  return jsonAnswer(view, 201);
}

/** The entry as it stands, as its customer may read it. */
async function viewOfEntry(
  desk: PageDesk,
  { customerId }: Pick<Interaction, "customerId">,
  id: string,
  named: string,
): Promise<AddedEntry> {
  const entry = await desk.bot.ownWords(customerId).get("entry", id);
  if (!entry) throw new Error(`Entry ${id} was not kept`);
  return entryView(named, entry);
}

async function resolve(desk: PageDesk, context: Context, id: string): Promise<Response> {
  const body = await readBody(context, resolveSchema);
  await needInteraction(desk, id);
  const at = givenTime(desk, body.at);
  await handle(desk, {
    kind: "resolved",
    id: null,
    at,
    ...receiptOf(context),
    conversation: apiConversation(id),
    by: apiAgent(body.by),
  });
  return jsonAnswer(await viewOf(context, desk, await needInteraction(desk, id)));
}

/** Opening, filling, resolving and reading interactions. */
export function interactionRoutes(desk: PageDesk): Hono {
  const app = new Hono();
  const asked = createAskedCustomers(desk.store);
  app.post("/interactions", (context) => open(desk, context));
  app.post("/interactions/:id/entries", (context) => addEntry(desk, asked, context, context.req.param("id")));
  app.post("/interactions/:id/resolve", (context) => resolve(desk, context, context.req.param("id")));
  app.get("/interactions/:id", async (context) => {
    const id = context.req.param("id");
    return jsonAnswer(await viewOf(context, desk, await needInteraction(desk, id)));
  });
  return app;
}
