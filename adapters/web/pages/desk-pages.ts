import { Hono } from "hono";
import type { PageDesk } from "../desk.ts";
import { agentRoutes } from "./agent/agent-routes.ts";
import { customerRoutes } from "./customer/customer-routes.ts";
import { digestRoutes } from "./digest/digest-routes.ts";
import { enhanceRoutes } from "./enhance/enhance-routes.ts";
import { executivePage } from "./executive-page.ts";
import { loadFigures, loadLastDigest } from "./lobby/figures.ts";
import { lobbyPage } from "./lobby/lobby-page.ts";
import { searchRoutes } from "./search/search-routes.ts";
import { teamRoutes } from "./team/team-routes.ts";

/** The pages of one desk: the lobby, the four seats and the digests. */
export function deskPages(desk: PageDesk): Hono {
  const app = new Hono();
  app.get("/", async (context) => context.html(lobbyPage(desk, await loadFigures(desk), await loadLastDigest(desk))));
  app.get("/executive", (context) => context.html(executivePage(desk)));
  app.route("/", customerRoutes(desk));
  app.route("/", agentRoutes(desk));
  app.route("/", teamRoutes(desk));
  app.route("/", enhanceRoutes(desk));
  app.route("/", searchRoutes(desk));
  app.route("/", digestRoutes(desk));
  return app;
}
