import { Hono } from "hono";
import type { Clues } from "../../src/ports.ts";
import type { DeskFinder } from "../platform.ts";
import type { Readiness } from "../readiness.ts";
import { ownHostOnly, sameOriginWrites } from "./access.ts";
import { helpDeskApi } from "./api/api.ts";
import { plainCall } from "./api/plain-call.ts";
import { deskBase, type PageDesk } from "./desk.ts";
import { DOOR_BUDGETS, type DoorBudgets, doorBudget } from "./door-budget.ts";
import { doors, pageAt, type RoleOf } from "./doors.ts";
import { enterRoutes } from "./enter-page.ts";
import { failedBy, nothingHere, tooLarge } from "./failure-pages.ts";
import { healthRoutes } from "./health.ts";
import type { Past } from "./listen.ts";
import { type MetricsDoor, metricsRoutes } from "./metrics.ts";
import type { OwnAddress } from "./own-address.ts";
import { spoken } from "./pages/page-words.ts";
import type { DoorParts } from "./pages/sign-in/door-parts.ts";
import { joinRoutes } from "./pages/sign-in/join-routes.ts";
import { signInRoutes } from "./pages/sign-in/sign-in-routes.ts";
import { returnRoutes, voucherRoutes } from "./pages/sign-in/voucher-routes.ts";
import { staticFiles } from "./pages/static-files.ts";
import { speaking } from "./refusal-page.ts";
import { safetyHeaders } from "./safety-headers.ts";
import { bringsFile, sizeLimit } from "./size-limit.ts";
import { surveyRoutes } from "./survey-page.ts";

/** What the rules of the server take. */
export interface AppConfig {
  /** What tells whose a row is. */
  readonly finder: DeskFinder;
  /** Bearer keys of the help-desk API; none: it is off. */
  readonly apiKeys: readonly string[];
  /** So many calls a minute each of them has. */
  readonly apiPerMinute: number;
  /** How people reach the server; null: by host and port. */
  readonly publicUrl: string | null;
  readonly doorBudgets?: DoorBudgets;
  /** Opens the pages of every desk. */
  readonly deskKey: string;
  readonly ready: () => Promise<Readiness>;
  /** What whoever watches the program reads, and who may; nobody unless named. */
  readonly metrics?: MetricsDoor;
  readonly roleOf: RoleOf;
}

/** The pages of one desk and its live feed. */
export interface Pages {
  readonly desk: PageDesk;
  readonly app: Hono;
  /** The customers' own door, and the widget by which they come from other sites: both without a key. */
  readonly chat: Hono;
  readonly widget: Hono;
  /** Ends its feed. */
  close(): void;
}

/** The desk that has the row with the value in its column; the first one where none has. */
function deskWith<T extends keyof Clues>(
  [first, ...others]: readonly [PageDesk, ...PageDesk[]],
  { finder, table, column }: { readonly finder: DeskFinder; readonly table: T; readonly column: Clues[T] },
) {
  const ids = [first, ...others].map(({ deskId }) => deskId);
  return async (value: string): Promise<PageDesk> => {
    const [found] = await finder.desksWith(ids, table, column, value);
    return others.find(({ deskId }) => deskId === found) ?? first;
  };
}

/** Leads the addresses of each desk to what serves it; those of the first desk without its name as well. */
function mount<S extends { readonly desk: PageDesk }>(app: Hono, served: readonly S[], ownOf: (one: S) => Hono): void {
  for (const one of served) {
    app.route(deskBase(one.desk.deskId), ownOf(one));
    if (one.desk.path("/") === "/") app.route("/", ownOf(one));
  }
}

/** The pages by which people sign in at the desk. */
function signingIn(desk: PageDesk, door: DoorParts): Hono {
  return new Hono().route("/", signInRoutes(desk, door)).route("/", voucherRoutes(desk, door));
}

/** The rules come in the order in which they are added: what stands above a rule is not bound by it. With it comes the way past all of them for calls of the API that keep each. */
export function createApp(
  config: AppConfig,
  desks: readonly [PageDesk, ...PageDesk[]],
  address: OwnAddress,
  pages: readonly Pages[],
  doorOf: (deskId: string) => DoorParts,
) {
  const [first] = desks;
  const { finder } = config;
  const app = new Hono();
  app.use(safetyHeaders());
  app.use(speaking((path) => spoken(pageAt(desks, path).desk)));
  app.route("/", healthRoutes(config.ready));
  if (config.metrics) app.route("/", metricsRoutes(config.metrics));
  app.use(ownHostOnly(address));
  const limited = sizeLimit(tooLarge);
  app.use((context, next) => (bringsFile(context.req.path) ? next() : limited(context, next)));
  const api = helpDeskApi(desks, { keys: config.apiKeys, perMinute: config.apiPerMinute, finder });
  app.route("/", api.all);
  mount(app, pages, ({ widget }) => widget);
  app.use(sameOriginWrites(address));
  mount(app, pages, ({ chat }) => chat);
  const { perLink, perAddress } = config.doorBudgets ?? DOOR_BUDGETS;
  app.use(doorBudget(first, config.publicUrl !== null, perAddress));
  app.route("/", surveyRoutes(deskWith(desks, { finder, table: "survey", column: "token" }), perLink));
  app.route("/", staticFiles());
  const deskOf = deskWith(desks, { finder, table: "link", column: "id" });
  app.route("/", enterRoutes({ address, deskOf }));
  app.route("/", joinRoutes({ deskOf, partsOf: doorOf }));
  app.route("/", returnRoutes(desks, doorOf, address));
  mount(app, pages, ({ desk }) => signingIn(desk, doorOf(desk.deskId)));
  app.use(doors({ desks, address, deskKey: config.deskKey, roleOf: config.roleOf }));
  for (const { desk } of pages)
    app.get(`${deskBase(desk.deskId)}/`, (context) => context.redirect(desk.path("/"), 308));
  mount(app, pages, ({ app: own }) => own);
  app.notFound(nothingHere);
  app.onError(failedBy(first.log));
  const past: Past = (request) => {
    const call = plainCall(request, address);
    return call && api.at(call.desk)?.fetch;
  };
  return { app, past };
}
