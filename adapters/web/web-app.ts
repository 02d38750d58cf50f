import { Hono } from "hono";
import type { DeskFinder } from "../platform.ts";
import { ownHostOnly, sameOriginWrites } from "./access.ts";
import { API } from "./api/address.ts";
import { helpDeskApi } from "./api/api.ts";
import { deskBase, type PageDesk } from "./desk.ts";
import { doors, pageAt } from "./doors.ts";
import { enterRoutes } from "./enter-page.ts";
import { failedBy, nothingHere, tooLarge } from "./failure-pages.ts";
import { healthRoutes } from "./health.ts";
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
import type { WebConfig } from "./web.ts";

/** What the rules of the server take of its configuration. */
type AppConfig = Pick<WebConfig, "extraRoutes" | "ready" | "apiKeys" | "finder" | "deskKey" | "roleOf">;

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

/** The desk that a survey's link belongs to; the first one where it is nobody's. */
function deskOfToken([first, ...others]: readonly [PageDesk, ...PageDesk[]], finder: DeskFinder) {
  const ids = [first, ...others].map(({ deskId }) => deskId);
  return async (token: string): Promise<PageDesk> => {
    const [found] = await finder.desksWith(ids, "survey", "token", token);
    return others.find(({ deskId }) => deskId === found) ?? first;
  };
}

/** The desk that a one-time link belongs to, by its hash; the first one where it is nobody's. */
function deskOfLink([first, ...others]: readonly [PageDesk, ...PageDesk[]], finder: DeskFinder) {
  const ids = [first, ...others].map(({ deskId }) => deskId);
  return async (hash: string): Promise<PageDesk> => {
    const [found] = await finder.desksWith(ids, "link", "id", hash);
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

/** The rules come in the order in which they are added: what stands above a rule is not bound by it. */
export function createApp(
  config: AppConfig,
  desks: readonly [PageDesk, ...PageDesk[]],
  address: OwnAddress,
  pages: readonly Pages[],
  doorOf: (deskId: string) => DoorParts,
) {
  const [{ log }] = desks;
  const app = new Hono();
  config.extraRoutes?.(app);
  app.use(safetyHeaders());
  app.use(speaking((path) => spoken(pageAt(desks, path).desk)));
  app.route("/", healthRoutes(config.ready));
  app.use(ownHostOnly(address));
  const limited = sizeLimit(tooLarge);
  app.use((context, next) => (bringsFile(context.req.path) ? next() : limited(context, next)));
  app.route(API, helpDeskApi(desks, config.apiKeys));
  mount(app, pages, ({ widget }) => widget);
  app.use(sameOriginWrites(address));
  mount(app, pages, ({ chat }) => chat);
  app.route("/", surveyRoutes(deskOfToken(desks, config.finder)));
  app.route("/", staticFiles());
  const deskOf = deskOfLink(desks, config.finder);
  app.route("/", enterRoutes({ address, deskOf }));
  app.route("/", joinRoutes({ deskOf, partsOf: doorOf }));
  app.route("/", returnRoutes(desks, doorOf, address));
  mount(app, pages, ({ desk }) => signingIn(desk, doorOf(desk.deskId)));
  app.use(doors({ desks, address, deskKey: config.deskKey, roleOf: config.roleOf }));
  for (const { desk } of pages)
    app.get(`${deskBase(desk.deskId)}/`, (context) => context.redirect(desk.path("/"), 308));
  mount(app, pages, ({ app: own }) => own);
  app.notFound(nothingHere);
  app.onError(failedBy(log));
  return app;
}
