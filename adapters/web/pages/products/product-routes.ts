import { type Context, Hono } from "hono";
import { eventOfForm } from "../../../../src/chat/button-events.ts";
import type { InboundEvent } from "../../../../src/events.ts";
import { gatherExplored } from "../../../../src/explore/gather-explored.ts";
import { gatherProduct, lookBackAt, type ProductPage } from "../../../../src/explore/gather-product.ts";
import type { Person } from "../../../../src/interaction/customer.ts";
import { type PageDesk, TEAM_LANE } from "../../desk.ts";
import { refusalPage } from "../../refusal-page.ts";
import { aimIn } from "../aim-fields.ts";
import { seesCoarsely } from "../explore/explore-address.ts";
import type { ExploreFrame } from "../explore/explore-frame.ts";
import { sourceAt } from "../explore/explore-routes.ts";
import { type Form, readForm, textLimit } from "../form.ts";
import { spoken } from "../page-words.ts";
import { guestOf, readPage } from "../read-page.ts";
import { pagePath, readerAt, type Seated, seatedAt } from "../seated.ts";
import { type ProductNote, productPage, productsPage } from "./product-page.ts";

const NOTHING_CHOSEN = { channel: [], language: [], agent: [] } as const;

/** Who looks at a product's figures; nothing can be chosen there. */
function frameOf(
  context: Context,
  desk: PageDesk,
  seated: Seated | null,
  explored: ProductPage["explored"],
  product?: ProductPage,
): ExploreFrame {
  const filter = product === undefined ? {} : { product: product.id };
  const guest = guestOf(context.get("visitor"));
  return {
    ...{
      desk,
      seated,
      guest,
      reader: readerAt(context),
    },
    ...{ explored, other: null, values: NOTHING_CHOSEN, agents: new Map() },
    comments: product?.comments ?? { comments: [], more: null },
    query: {
      wish: { span: explored.span, filter },
      ...{ against: null, behind: undefined, band: null, unclear: null },
      isCoarse: seesCoarsely(desk, guest),
    },
  };
}

interface WantedProduct {
  readonly id: string;
  readonly seated: Seated | null;
  readonly note: ProductNote | null;
}

function show(context: Context, desk: PageDesk, { id, seated, note }: WantedProduct): Promise<Response> {
  const about = { table: "product", subject: id };
  const look = {
    by: readerAt(context),
    right: "read-figures",
    what: "product page",
    coversItself: true,
    about,
  } as const;
  return readPage(context, desk, look, {
    find: (reading) => gatherProduct(sourceAt(reading), id),
    draw: (product, opened) => {
      const { say } = spoken(desk);
      if (product === null)
        return refusalPage(context, { status: 404, title: say("product.all"), text: say("product.unknown") });
      const frame = { ...frameOf(context, opened, seated, product.explored, product), product, note };
      return context.html(productPage(frame), note ? 422 : 200);
    },
  });
}

function eventIn(form: Form, product: string, by: Person, at: number): InboundEvent | null {
  const { measure: aimMeasure, to: aimTo, by: aimBy } = aimIn(form);
  const decided = { note: form.text("sentence"), verdict: form.text("verdict"), product: "" };
  const filled = { ...decided, aimMeasure, aimTo, aimBy };
  const stamp = { id: form.eventId, at, by };
  const isCord = form.text("act") === "cord-answer";
  const event = isCord
    ? eventOfForm("cord-answer", form.text("subject"), filled, stamp)
    : eventOfForm("decide", product, filled, stamp);
  return event === null ? null : ({ ...event, answerIn: TEAM_LANE } as InboundEvent);
}

/** The list of products, the page of each, and deciding there. */
export function productRoutes(desk: PageDesk): Hono {
  const app = new Hono();
  app.use("/products/*", textLimit());
  app.get("/products", (context) => {
    const look = { by: readerAt(context), right: "read-figures", what: "products page", coversItself: true } as const;
    return readPage(context, desk, look, {
      find: (reading) => {
        const source = sourceAt(reading);
        return gatherExplored(source, { span: lookBackAt(source), filter: {} });
      },
      draw: (explored, opened) =>
        context.html(productsPage(frameOf(context, opened, seatedAt(context, "lead"), explored))),
    });
  });
  app.get("/products/:product", (context) =>
    show(context, desk, { id: context.req.param("product"), seated: seatedAt(context, "lead"), note: null }),
  );
  app.post("/products/:product", async (context) => {
    const form = await readForm(context, desk.ids);
    const id = context.req.param("product");
    const seated = seatedAt(context, "lead", form.text("name"));
    const event = seated === null ? null : eventIn(form, id, seated.by, desk.clock.now());
    const refusal = event && (await desk.bot.handle(event)).refusal;
    if (!refusal) return context.redirect(pagePath(desk, seated, `/products/${encodeURIComponent(id)}`), 303);
    const note = { act: form.text("act"), text: refusal.text, typed: form.text("sentence"), aim: aimIn(form) };
    return show(context, desk, { id, seated, note });
  });
  return app;
}
