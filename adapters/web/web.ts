import { Hono } from "hono";
import type { Passwords } from "../../src/doors/passwords.ts";
import type { Chat } from "../../src/ports.ts";
import type { Route } from "../platform.ts";
import type { Voucher } from "../sign-in.ts";
import { type PageDesk, placeDesks, type WebDesks } from "./desk.ts";
import { followedBy } from "./followed.ts";
import { type Listening, listen } from "./listen.ts";
import { createLive } from "./live.ts";
import { createOwnAddress, type OwnAddress } from "./own-address.ts";
import { deskPages } from "./pages/desk-pages.ts";
import type { DoorParts } from "./pages/sign-in/door-parts.ts";
import { createPasskeys } from "./passkeys.ts";
import { createPasswords } from "./passwords.ts";
import { createChatFeeds } from "./public-chat/chat-feed.ts";
import { chatRoutes } from "./public-chat/chat-routes.ts";
import { createLimits } from "./public-chat/limits.ts";
import { widgetRoutes } from "./public-chat/widget-routes.ts";
import { type AppConfig, createApp, type Pages } from "./web-app.ts";
import { createWebChat } from "./web-chat.ts";

export interface WebConfig extends AppConfig {
  readonly desks: WebDesks;
  /** Address of this machine to listen on. */
  readonly host: string;
  /** 0: any free one. */
  readonly port: number;
  /** What chat platforms listen to by themselves: above every rule, for they check who calls and see the body as it came. */
  readonly routes?: readonly Route[];
  /** Secrets with which a site signs who writes in its widget; none: everybody there is unknown. */
  readonly widgetSecrets: readonly string[];
  /** Those who vouch for people who sign in; nobody unless named. */
  readonly vouchers?: readonly Voucher[];
  /** How passwords are kept; by argon2id unless named. */
  readonly passwords?: Passwords;
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

/** What lets people in, by desk. */
function doorsOf(
  { vouchers = [], passwords = createPasswords(), roleOf, publicUrl }: WebConfig,
  desks: readonly [PageDesk, ...PageDesk[]],
  address: OwnAddress,
): (deskId: string) => DoorParts {
  const shared = { address, hasPublicUrl: publicUrl !== null, passwords, vouchers, roleOf };
  const parts = desks.map((desk) => [desk.deskId, { ...shared, passkeys: createPasskeys(desk) }] as const);
  const byDesk = new Map<string, DoorParts>(parts);
  return (deskId) => {
    const door = byDesk.get(deskId);
    if (door === undefined) throw new TypeError(`There is no desk ${deskId}.`);
    return door;
  };
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

/** Puts the web platform together; nothing listens before `start`. */
export function createWebPlatform(config: WebConfig): WebPlatform {
  const address = createOwnAddress(config);
  const desks = placeDesks(config.desks, address);
  const doorOf = doorsOf(config, desks, address);
  const pages = desks.map((desk) => pagesOf(desk, doorOf(desk.deskId), config));
  const { app, past } = createApp(config, desks, address, pages, doorOf);
  let listening: Listening | null = null;
  return {
    chat: createWebChat(),
    app,
    get publicUrl() {
      return address.publicUrl;
    },
    start: async () => {
      listening = await listen(app, { ...config, past });
      address.listensOn(listening.port);
      return { port: listening.port, url: `${address.publicUrl}/?key=${encodeURIComponent(config.deskKey)}` };
    },
    stop: async () => {
      for (const { close } of pages) close();
      await listening?.close();
    },
  };
}
