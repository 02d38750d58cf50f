import { Hono } from "hono";
import type { PageDesk } from "../desk.ts";
import type { OwnAddress } from "../own-address.ts";
import { agentRoutes } from "./agent/agent-routes.ts";
import { customerRoutes } from "./customer/customer-routes.ts";
import { digestRoutes } from "./digest/digest-routes.ts";
import { enhanceRoutes } from "./enhance/enhance-routes.ts";
import { executivePage } from "./executive-page.ts";
import { loadFigures, loadLastDigest } from "./lobby/figures.ts";
import { lobbyPage } from "./lobby/lobby-page.ts";
import { searchRoutes } from "./search/search-routes.ts";
import { sessionsRoutes } from "./sessions/sessions-routes.ts";
import { teamRoutes } from "./team/team-routes.ts";

/** The pages of one desk: the lobby, the four seats, the digests and who is signed in. */
export function deskPages(desk: PageDesk, address: OwnAddress): Hono {
  const app = new Hono();
  app.get("/", async (context) => context.html(lobbyPage(desk, await loadFigures(desk), await loadLastDigest(desk))));
  app.get("/executive", (context) => context.html(executivePage(desk)));
  app.route("/", customerRoutes(desk));
  app.route("/", agentRoutes(desk));
  app.route("/", teamRoutes(desk));
  app.route("/", enhanceRoutes(desk));
  app.route("/", searchRoutes(desk));
  app.route("/", digestRoutes(desk));
  app.route("/", sessionsRoutes(desk, address));
  return app;
}
