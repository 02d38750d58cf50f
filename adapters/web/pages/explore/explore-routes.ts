import { type Context, Hono } from "hono";
import { gatherComments } from "../../../../src/explore/gather-comments.ts";
import { type ExploreSource, gatherExplored } from "../../../../src/explore/gather-explored.ts";
import type { PageDesk, ReadingDesk } from "../../desk.ts";
import { guestOf, readPage } from "../read-page.ts";
import { readerAt, seatedAt } from "../seated.ts";
import { againstWish, type ExploreQuery, exploreQueryIn } from "./explore-address.ts";
import { exploreCsv } from "./explore-csv.ts";
import { type ExploreFrame, type FoundExplored, spanName, viewOf } from "./explore-frame.ts";
import { COMMENTS_SHOWN } from "./explore-limits.ts";
import { explorePage } from "./explore-page.ts";

/** What figures are gathered with at the desk. */
export function sourceAt({ store, settings, themes, clock }: ReadingDesk): ExploreSource {
  return { store, settings, themes, now: clock.now() };
}

async function agentNames(
  { store, settings }: ReadingDesk,
  addresses: readonly string[],
): Promise<Map<string, string>> {
  if (!settings.explore.byAgent || addresses.length === 0) return new Map();
  const identities = await store.list("identity", { where: { id: addresses } });
  const customers =
    identities.length === 0
      ? []
      : await store.list("customer", { where: { id: identities.map(({ customerId }) => customerId) } });
  const names = new Map(customers.map(({ id, name }) => [id, name]));
  return new Map(
    identities.flatMap(({ id, customerId }) => {
      const name = names.get(customerId);
      return name ? [[id, name] as const] : [];
    }),
  );
}

async function find(desk: ReadingDesk, query: ExploreQuery): Promise<FoundExplored> {
  const source = sourceAt(desk);
  const values = await desk.store.listSliceValues();
  const against = againstWish(query);
  const explored = await gatherExplored(source, query.wish);
  const isShown = explored.scores !== null;
  return {
    explored,
    other: against === null ? null : await gatherExplored(source, against),
    comments: isShown
      ? await gatherComments(source, query.wish, {
          limit: COMMENTS_SHOWN,
          behind: query.behind,
          band: query.band ?? undefined,
        })
      : { comments: [], more: null },
    values,
    agents: await agentNames(desk, values.agent),
  };
}

type DrawPage = (frame: ExploreFrame, context: Context) => Response | Promise<Response>;

function look(context: Context, desk: PageDesk, draw: DrawPage): Promise<Response> {
  const reader = readerAt(context);
  const guest = guestOf(context.get("visitor"));
  const query = exploreQueryIn((name) => context.req.query(name), desk, guest);
  const opened = { by: reader, right: "read-figures", what: "explore page", coversItself: true } as const;
  const seated = seatedAt(context, "lead");
  return readPage(context, desk, opened, {
    find: (reading) => find(reading, query),
    draw: (found, at) => draw({ ...found, desk: at, seated, guest, reader, query }, context),
  });
}

function fileHeaders(type: string, label: string, ending: string): Record<string, string> {
  return { "Content-Type": type, "Content-Disposition": `attachment; filename="explore-${label}.${ending}"` };
}

function headingOf(frame: ExploreFrame) {
  const { speaker, desk, explored } = viewOf(frame);
  return { title: spanName(speaker, explored.span, desk.settings.desk.zone), prefix: "span" };
}

const asPage: DrawPage = (frame, context) => context.html(explorePage(frame), frame.query.unclear === null ? 200 : 422);

const asCsv: DrawPage = (frame, context) =>
  context.body(exploreCsv(frame), 200, fileHeaders("text/csv; charset=utf-8", frame.explored.span.label, "csv"));

const asSvg: DrawPage = (frame, context) =>
  context.body(
    frame.desk.drawSpan.alone(frame.explored, headingOf(frame)),
    200,
    fileHeaders("image/svg+xml", frame.explored.span.label, "svg"),
  );

const asPng: DrawPage = async (frame, context) =>
  context.body(
    new Uint8Array(await frame.desk.drawSpan.png(frame.explored, headingOf(frame))),
    200,
    fileHeaders("image/png", frame.explored.span.label, "png"),
  );

/** The page of all figures, and what may be taken away from it. */
export function exploreRoutes(desk: PageDesk): Hono {
  const app = new Hono();
  app.get("/explore", (context) => look(context, desk, asPage));
  app.get("/explore.csv", (context) => look(context, desk, asCsv));
  app.get("/explore.svg", (context) => look(context, desk, asSvg));
  app.get("/explore.png", (context) => look(context, desk, asPng));
  return app;
}
