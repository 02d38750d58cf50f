import { type Context, Hono } from "hono";
import type { PageDesk } from "../desk.ts";
import type { Live } from "../live.ts";
import type { OwnAddress } from "../own-address.ts";
import { agentRoutes } from "./agent/agent-routes.ts";
import { casesRoutes } from "./cases/cases-routes.ts";
import { conversationRoutes } from "./conversation/conversation-routes.ts";
import { customerRoutes } from "./customer/customer-routes.ts";
import { digestRoutes } from "./digest/digest-routes.ts";
import { enhanceRoutes } from "./enhance/enhance-routes.ts";
import { examineRoutes } from "./examine-routes.ts";
import { executiveRoutes } from "./executive/executive-routes.ts";
import { exploreRoutes } from "./explore/explore-routes.ts";
import { listeningRoutes } from "./listening/listening-routes.ts";
import { lobbyRoutes } from "./lobby/lobby-routes.ts";
import { peopleRoutes } from "./people/people-routes.ts";
import { personRoutes } from "./person/person-routes.ts";
import { productRoutes } from "./products/product-routes.ts";
import { searchRoutes } from "./search/search-routes.ts";
import { sessionsRoutes } from "./sessions/sessions-routes.ts";
import { keysRoutes } from "./settings/keys-routes.ts";
import { settingsRoutes } from "./settings/settings-routes.ts";
import { workRoutes } from "./settings/work-routes.ts";
import { type DoorParts, noteTry } from "./sign-in/door-parts.ts";
import { sittingRoutes } from "./sitting/sitting-routes.ts";
import { teamRoutes } from "./team/team-routes.ts";
import { welcomeRoutes } from "./welcome/welcome-routes.ts";

/** What the pages of a desk take beside it. */
export interface PagesConfig {
  readonly address: OwnAddress;
  readonly live: Live;
  readonly door: DoorParts;
}

/** The pages of one desk: the lobby, the four seats, the digests and who is signed in. */
export function deskPages(desk: PageDesk, { address, live, door }: PagesConfig): Hono {
  const app = new Hono();
  app.route("/", lobbyRoutes(desk));
  app.route("/", welcomeRoutes(desk));
  app.route("/", customerRoutes(desk));
  app.route("/", agentRoutes(desk));
  app.route("/", conversationRoutes(desk));
  app.route("/", personRoutes(desk));
  app.route("/", casesRoutes(desk));
  app.route("/", teamRoutes(desk));
  app.route("/", enhanceRoutes(desk));
  app.route("/", searchRoutes(desk));
  app.route("/", exploreRoutes(desk));
  app.route("/", productRoutes(desk));
  app.route("/", digestRoutes(desk));
  app.route("/", examineRoutes(desk));
  app.route("/", executiveRoutes(desk));
  app.route("/", sittingRoutes(desk));
  app.route("/", listeningRoutes(desk, live));
  app.route("/", peopleRoutes(desk));
  const tried = (context: Context, at: PageDesk, login: string) => noteTry(context, at, door, login);
  app.route("/", sessionsRoutes(desk, address, { ...door, noteTry: tried }));
  app.route("/", settingsRoutes(desk));
  app.route("/", keysRoutes(desk));
  app.route("/", workRoutes(desk));
  return app;
}
