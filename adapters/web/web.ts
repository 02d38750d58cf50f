import { type Context, Hono } from "hono";
import { html } from "hono/html";
import { HTTPException } from "hono/http-exception";
import type { Passwords } from "../../src/doors/passwords.ts";
import { BUSY_FOR_S, BusyError, type Chat } from "../../src/ports.ts";
import type { DeskFinder } from "../platform.ts";
import type { Readiness } from "../readiness.ts";
import type { Voucher } from "../sign-in.ts";
import { ownHostOnly, sameOriginWrites } from "./access.ts";
import { API } from "./api/address.ts";
import { helpDeskApi } from "./api/api.ts";
import { ApiProblem, problemAnswer } from "./api/problem.ts";
import { deskBase, type PageDesk, placeDesks, type WebDesks } from "./desk.ts";
import { doors, pageAt, type RoleOf } from "./doors.ts";
import { enterRoutes, loggedPath } from "./enter-page.ts";
import { followedBy } from "./followed.ts";
import { healthRoutes } from "./health.ts";
import { type Listening, listen } from "./listen.ts";
import { createLive } from "./live.ts";
import { createOwnAddress, type OwnAddress } from "./own-address.ts";
import { deskPages } from "./pages/desk-pages.ts";
import { spoken } from "./pages/page-words.ts";
import type { DoorParts } from "./pages/sign-in/door-parts.ts";
import { joinRoutes } from "./pages/sign-in/join-routes.ts";
import { signInRoutes } from "./pages/sign-in/sign-in-routes.ts";
import { returnRoutes, voucherRoutes } from "./pages/sign-in/voucher-routes.ts";
import { staticFiles } from "./pages/static-files.ts";
import { createPasskeys } from "./passkeys.ts";
import { createPasswords } from "./passwords.ts";
import { createChatFeeds } from "./public-chat/chat-feed.ts";
import { chatRoutes } from "./public-chat/chat-routes.ts";
import { createLimits } from "./public-chat/limits.ts";
import { widgetRoutes } from "./public-chat/widget-routes.ts";
import { refusalPage, speaking } from "./refusal-page.ts";
import { safetyHeaders } from "./safety-headers.ts";
import { bringsFile, LARGEST_BODY, sizeLimit } from "./size-limit.ts";
import { surveyRoutes } from "./survey-page.ts";
import { createTries } from "./tries.ts";
import { createWebChat } from "./web-chat.ts";

export interface WebConfig {
  readonly desks: WebDesks;
  /** What tells whose a survey is. */
  readonly finder: DeskFinder;
  /** Address of this machine to listen on. */
  readonly host: string;
  /** 0: any free one. */
  readonly port: number;
  /** How people reach the server; null: by host and port. */
  readonly publicUrl: string | null;
  /** Bearer keys of the help-desk API; none: it is off. */
  readonly apiKeys: readonly string[];
  /** Opens the pages of every desk. */
  readonly deskKey: string;
  /** Secrets with which a site signs who writes in its widget; none: everybody there is unknown. */
  readonly widgetSecrets: readonly string[];
  readonly ready: () => Promise<Readiness>;
  readonly roleOf: RoleOf;
  /** Those who vouch for people who sign in; nobody unless named. */
  readonly vouchers?: readonly Voucher[];
  /** How passwords are kept; by argon2id unless named. */
  readonly passwords?: Passwords;
  /** Adds routes above every rule, which check by themselves who calls and see the body as it came: a chat platform's signed requests. */
  readonly extraRoutes?: (app: Hono) => void;
}

/** The web server with the pages of every desk, the help-desk API and the customers' survey pages. */
export interface WebPlatform {
  readonly chat: Chat;
  readonly app: Hono;
  /** How people reach it, without a trailing slash. */
  readonly publicUrl: string;
  /** Listens; gives the port and the address to open, with its key. */
  start(): Promise<{ port: number; url: string }>;
  /** Ends live feeds, lets requests under way end, and closes. */
  stop(): Promise<void>;
}

function isApiCall(context: Context): boolean {
  return context.req.path === API || context.req.path.startsWith(`${API}/`);
}

function tooLarge(context: Context): Response | Promise<Response> {
  const most = LARGEST_BODY / 1024;
  const text = `That is more than ${most} KiB, so nothing was changed. Please send less at once.`;
  if (isApiCall(context)) return problemAnswer(context, new ApiProblem(413, text));
  const { say } = context.get("spoken");
  return refusalPage(context, {
    status: 413,
    title: say("refusal.tooMuchTitle"),
    text: say("refusal.tooMuch", { most }),
  });
}

/** What lets people in, by desk. */
function doorsOf(
  { vouchers = [], passwords = createPasswords(), roleOf }: WebConfig,
  desks: readonly [PageDesk, ...PageDesk[]],
  address: OwnAddress,
): (deskId: string) => DoorParts {
  const [{ clock }] = desks;
  const shared = { address, passwords, passkeys: createPasskeys(() => clock.now()), vouchers, roleOf };
  const parts = desks.map(({ deskId, settings }) => {
    const tries = createTries(
      () => clock.now(),
      () => settings.doors.triesWithin,
    );
    return [deskId, { ...shared, tries }] as const;
  });
  const byDesk = new Map<string, DoorParts>(parts);
  return (deskId) => {
    const door = byDesk.get(deskId);
    if (door === undefined) throw new TypeError(`There is no desk ${deskId}.`);
    return door;
  };
}

/** The pages of one desk and its live feed. */
interface Pages {
  readonly desk: PageDesk;
  readonly app: Hono;
  /** The customers' own door, and the widget by which they come from other sites: both without a key. */
  readonly chat: Hono;
  readonly widget: Hono;
  /** Ends its feed. */
  close(): void;
}

function pagesOf(desk: PageDesk, door: DoorParts, { publicUrl, widgetSecrets }: WebConfig): Pages {
  const { address } = door;
  const live = createLive(desk.bot);
  const feeds = createChatFeeds(desk, live);
  const shared = { desk, address, feeds, limits: createLimits(), hasPublicUrl: publicUrl !== null };
  const app = new Hono();
  app.get("/live", (context) => live.stream(context, followedBy(desk, context.get("visitor"))));
  app.route("/", deskPages(desk, { address, live, door }));
  return { desk, app, chat: chatRoutes(shared), widget: widgetRoutes(shared, widgetSecrets), close: live.close };
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

function nothingHere(context: Context): Response | Promise<Response> {
  const { say } = context.get("spoken");
  const text = html`${say("refusal.nothing")} <a href="/">${say("refusal.lobby")}</a>`;
  return refusalPage(context, { status: 404, title: say("refusal.nothingTitle"), text });
}

function busy(context: Context): Response | Promise<Response> {
  context.header("Retry-After", String(BUSY_FOR_S));
  const { say } = context.get("spoken");
  return refusalPage(context, { status: 503, title: say("refusal.busyTitle"), text: say("refusal.busy") });
}

function notUnderstood(context: Context, { status }: HTTPException): Response | Promise<Response> {
  const { say } = context.get("spoken");
  return refusalPage(context, { status, title: say("refusal.unclearTitle"), text: say("refusal.unclear") });
}

/** Leads the addresses of each desk to what serves it; those of the first desk without its name as well. */
function mount(app: Hono, served: readonly { readonly desk: PageDesk; readonly own: Hono }[]): void {
  for (const { desk, own } of served) {
    app.route(deskBase(desk.deskId), own);
    if (desk.path("/") === "/") app.route("/", own);
  }
}

/** The rules come in the order in which they are added: what stands above a rule is not bound by it. */
function createApp(
  config: WebConfig,
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
  mount(
    app,
    pages.map(({ desk, widget }) => ({ desk, own: widget })),
  );
  app.use(sameOriginWrites(address));
  mount(
    app,
    pages.map(({ desk, chat }) => ({ desk, own: chat })),
  );
  app.route("/", surveyRoutes(deskOfToken(desks, config.finder)));
  app.route("/", staticFiles());
  const deskOf = deskOfLink(desks, config.finder);
  app.route("/", enterRoutes({ address, deskOf }));
  app.route("/", joinRoutes({ deskOf, partsOf: doorOf }));
  app.route("/", returnRoutes(desks, doorOf, address));
  for (const desk of desks) {
    const own = new Hono();
    own.route("/", signInRoutes(desk, doorOf(desk.deskId)));
    own.route("/", voucherRoutes(desk, doorOf(desk.deskId)));
    app.route(deskBase(desk.deskId), own);
    if (desk.path("/") === "/") app.route("/", own);
  }
  app.use(doors({ desks, address, deskKey: config.deskKey, roleOf: config.roleOf }));
  for (const { desk } of pages)
    app.get(`${deskBase(desk.deskId)}/`, (context) => context.redirect(desk.path("/"), 308));
  mount(
    app,
    pages.map(({ desk, app: own }) => ({ desk, own })),
  );
  app.notFound(nothingHere);
  app.onError((error, context) => {
    if (error instanceof HTTPException) return notUnderstood(context, error);
    if (error instanceof BusyError) return busy(context);
    log.fault("A page failed", { method: context.req.method, path: loggedPath(context.req.path), error });
    const { say } = context.get("spoken");
    return refusalPage(context, { status: 500, title: say("refusal.failedTitle"), text: say("refusal.failed") });
  });
  return app;
}

/** Puts the web platform together; nothing listens before `start`. */
export function createWebPlatform(config: WebConfig): WebPlatform {
  const { host, port } = config;
  const address = createOwnAddress(config);
  const desks = placeDesks(config.desks, address);
  const doorOf = doorsOf(config, desks, address);
  const pages = desks.map((desk) => pagesOf(desk, doorOf(desk.deskId), config));
  const app = createApp(config, desks, address, pages, doorOf);
  let listening: Listening | null = null;
  return {
    chat: createWebChat(),
    app,
    get publicUrl() {
      return address.publicUrl;
    },
    start: async () => {
      listening = await listen(app, host, port);
      address.listensOn(listening.port);
      return { port: listening.port, url: `${address.publicUrl}/?key=${encodeURIComponent(config.deskKey)}` };
    },
    stop: async () => {
      for (const { close } of pages) close();
      await listening?.close();
    },
  };
}
